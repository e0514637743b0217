"""Reads what every part of an edition has: titles in two languages, and the source that it cites."""

from dataclasses import dataclass

from longdan.core.catalogue.citations import Citation
from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices.model import Place, Text
from longdan.core.catalogue.records import Record

NOT_SEEN = "(chưa rõ tên)"


def read_text(record: Record, key: str) -> Text:
    """A title: one text is the Vietnamese one; ``{vi: …, en: …}`` gives both; ``unknown`` says that none has been seen."""
    if record.single(key) or key not in record:
        text = record.text(key)
        return Text(NOT_SEEN if text == "unknown" else text)
    both = record.record(key, ("vi",), ("en",))
    return Text(both.text("vi"), both.text("en") if "en" in both else None) if both else Text("")


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources that a file lists."""

    citations: dict[str, Citation]
    found: Findings

    def place(self, record: Record, key: str) -> Place | None:
        """The source that a key cites: the key of the list, or ``[key, "place in it"]``; None where there is none of that key."""
        said = (record.text(key),) if record.single(key) else record.texts(key)
        if not said or key not in record:
            return None
        line, field = record.line_of(key), record.at(key)
        if len(said) > 2:
            self.found.add("wrong-source", line, field, "nguồn có quá hai phần", 'ghi [mã nguồn, "chỗ trong nguồn"]')
        self.found.known(said[0], line, field, self.citations, "mục sources của tệp này")
        citation = self.citations.get(said[0])
        return Place(citation, said[1] if len(said) > 1 else "") if citation else None
