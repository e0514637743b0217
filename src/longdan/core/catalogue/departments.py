"""The template of a province's agencies after the reform of 2025: names, short names, predecessors, each with its source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources.abc import Traversable

from longdan.core.catalogue.citations import Citation, read_citations
from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.records import Record, read_record


class AgencyKind(StrEnum):
    OFFICE = "office"
    DEPARTMENT = "department"
    BOARD = "board"
    UNIT = "unit"  # an administrative or public service unit below the People's Committee
    PRESS = "press"
    CENTRAL = "central"  # a central agency's branch in the province
    ORGANISATION = "organisation"  # the Fatherland Front, a political or social organisation
    COMMUNE = "commune"
    COMMITTEE = "committee"  # the province's People's Committee itself


class Presence(StrEnum):
    EVERYWHERE = "everywhere"
    SOME = "some"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An agency whose work went over; ``until`` None: the last day is not known."""

    name: str
    short: tuple[str, ...]
    until: date | None
    source: Citation


@dataclass(frozen=True, slots=True)
class AgencyTemplate:
    key: str
    pattern: str
    kind: AgencyKind
    short: tuple[str, ...]
    present: Presence
    source: Citation
    predecessors: tuple[Predecessor, ...]

    def name(self, province: str) -> str:
        """The full name in ``province``, which is given with its kind ("tỉnh Sơn La")."""
        return filled(self.pattern, province)


@dataclass(frozen=True, slots=True)
class Departments:
    state: date
    agencies: tuple[AgencyTemplate, ...]


def filled(pattern: str, province: str) -> str:
    """A pattern with its province, and with the province's kind, written in."""
    level = "thành phố" if province.casefold().startswith("thành phố ") else "tỉnh"
    return pattern.replace("{province}", province).replace("{level}", level)


def read_departments(file: Traversable) -> Departments:
    """The template that a catalogue file holds; raises every mistake at once."""
    found = Findings(f"units/{file.name}")
    record = read_record(file, ("state", "sources", "agencies"), (), found)
    state = record.day("state") if record else None
    citations = read_citations(record) if record else {}
    agencies = _agencies(record, citations, found) if record else ()
    refuse_all(found)
    return Departments(state or date.min, agencies)


def _agencies(record: Record, citations: dict[str, Citation], found: Findings) -> tuple[AgencyTemplate, ...]:
    agencies, seen = [], dict[str, int]()
    for entry in record.records("agencies", ("key", "pattern", "kind", "short", "present", "source"), ("predecessors",)):
        found.unique(entry.text("key"), entry.line, f"{entry.field}.key", seen)
        kind = found.choice(entry.text("kind"), entry.line_of("kind"), f"{entry.field}.kind", AgencyKind)
        present = found.choice(entry.text("present"), entry.line_of("present"), f"{entry.field}.present", Presence)
        source = _cited(entry, citations, found)
        before = entry.records("predecessors", ("name", "short", "until", "source"))
        predecessors = tuple(read for one in before if (read := _predecessor(one, citations, found)))
        if kind and present and source:
            names = entry.text("key"), entry.text("pattern")
            agencies.append(AgencyTemplate(*names, kind, entry.texts("short"), present, source, predecessors))
    return tuple(agencies)


def _predecessor(entry: Record, citations: dict[str, Citation], found: Findings) -> Predecessor | None:
    until = None if entry.text("until") == "unknown" else entry.day("until")
    source = _cited(entry, citations, found)
    return Predecessor(entry.text("name"), entry.texts("short"), until, source) if source else None


def _cited(entry: Record, citations: dict[str, Citation], found: Findings) -> Citation | None:
    key = entry.text("source")
    found.known(key, entry.line_of("source"), f"{entry.field}.source", citations, "mục sources của tệp này")
    return citations.get(key)
