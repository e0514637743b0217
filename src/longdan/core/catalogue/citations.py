"""Where the facts of a catalogue file come from: the sources that it lists, cited by their keys."""

from dataclasses import dataclass
from enum import StrEnum

from longdan.core.catalogue.records import Record


class Verification(StrEnum):
    """How well a fact is known."""

    SEEN = "seen"
    SECONDARY = "secondary"
    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Citation:
    key: str
    text: str
    mark: Verification


def read_citations(record: Record) -> dict[str, Citation]:
    """The list ``sources`` of a file, by key; what is wrong is noted in the record's findings."""
    citations, seen = dict[str, Citation](), dict[str, int]()
    for entry in record.records("sources", ("key", "text", "mark")):
        key = entry.text("key")
        record.found.unique(key, entry.line, f"{entry.field}.key", seen)
        mark = record.found.choice(entry.text("mark"), entry.line_of("mark"), f"{entry.field}.mark", Verification)
        citations[key] = Citation(key, entry.text("text"), mark or Verification.UNKNOWN)
    return citations
