"""Public holidays: those of a fixed day, and those whose days are decided each year, as far as anybody has said them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from itertools import chain

from longdan.core.catalogue.citations import Citation, read_citations
from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.records import Record, read_record


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A holiday on the same day of every year."""

    name: str
    month: int
    day: int
    source: Citation


@dataclass(frozen=True, slots=True)
class DecidedDay:
    """A day on which a holiday of the lunar calendar, or of a decision, falls."""

    name: str
    day: date
    source: Citation


@dataclass(frozen=True, slots=True)
class Holidays:
    """``yearly``: the names of holidays whose days are decided each year."""

    fixed: tuple[FixedDay, ...]
    yearly: tuple[str, ...]
    decided: tuple[DecidedDay, ...]

    def name_of(self, day: date) -> str | None:
        """What holiday a day is; None where nobody has said that it is one."""
        fixed = (one.name for one in self.fixed if (one.month, one.day) == (day.month, day.day))
        decided = (one.name for one in self.decided if one.day == day)
        return next(chain(fixed, decided), None)

    def unknown(self, year: int) -> tuple[str, ...]:
        """The holidays of a year whose days nobody has said yet."""
        said = {one.name for one in self.decided if one.day.year == year}
        return tuple(name for name in self.yearly if name not in said)


def read_holidays(file: Traversable) -> Holidays:
    """The holidays that a catalogue file holds; raises every mistake at once."""
    found = Findings(f"units/{file.name}")
    record = read_record(file, ("state", "sources", "fixed", "yearly"), ("decided",), found)
    if record is None:
        refuse_all(found)
        return Holidays((), (), ())
    record.day("state")
    citations = read_citations(record)
    fixed = tuple(_fixed(record, citations, found))
    yearly = tuple(_named(record, citations, found))
    decided = tuple(_decided(record, citations, yearly, found))
    refuse_all(found)
    return Holidays(fixed, yearly, decided)


def _fixed(record: Record, citations: dict[str, Citation], found: Findings) -> Iterator[FixedDay]:
    for entry in record.records("fixed", ("name", "month", "day", "source")):
        month, day = entry.number("month", 1, 12), entry.number("day", 1, 31)
        source = _cited(entry, citations, found)
        if month and day and source:
            yield FixedDay(entry.text("name"), int(month), int(day), source)


def _named(record: Record, citations: dict[str, Citation], found: Findings) -> Iterator[str]:
    for entry in record.records("yearly", ("name", "source")):
        _cited(entry, citations, found)
        yield entry.text("name")


def _decided(record: Record, citations: dict[str, Citation], yearly: tuple[str, ...], found: Findings) -> Iterator[DecidedDay]:
    for entry in record.records("decided", ("name", "day", "source")):
        day, source = entry.day("day"), _cited(entry, citations, found)
        found.known(
            entry.text("name"), entry.line_of("name"), f"{entry.field}.name", dict.fromkeys(yearly), "mục yearly của tệp này"
        )
        if day and source:
            yield DecidedDay(entry.text("name"), day, source)


def _cited(entry: Record, citations: dict[str, Citation], found: Findings) -> Citation | None:
    key = entry.text("source")
    found.known(key, entry.line_of("source"), f"{entry.field}.source", citations, "mục sources của tệp này")
    return citations.get(key)
