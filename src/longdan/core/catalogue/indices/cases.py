"""Reads the cases of an edition: given figures with the marks that they must give, told by people and not by the engine."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources.abc import Traversable

from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.indices.model import Index
from longdan.core.catalogue.records import Record, read_record
from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import Period, read_period

GAP = "gap"  # what a case writes where there must be no mark


@dataclass(frozen=True, slots=True)
class Case:
    """``facts`` may hold figures of other units and years, where a rule looks at the field.

    ``marks``: node, expected points; None: there must be a gap. ``within``: how far a mark may be off.
    """

    name: str
    unit: str
    period: Period
    facts: tuple[Fact, ...]
    not_applicable: tuple[NotApplicable, ...]
    marks: tuple[tuple[str, Decimal | None], ...]
    within: Decimal
    source: str


def read_cases(file: Traversable, index: Index) -> tuple[Case, ...]:
    """The cases in ``<edition>.cases.yaml``, held against the codes of the edition; raises every mistake at once."""
    found = Findings(file.name)
    record = read_record(file, ("cases",), (), found)
    cases = tuple(_cases(record, index)) if record else ()
    refuse_all(found)
    return cases


def _cases(record: Record, index: Index) -> Iterator[Case]:
    seen = dict[str, int]()
    required, optional = ("name", "unit", "period", "facts", "marks", "source"), ("others", "not_applicable", "within")
    for entry in record.records("cases", required, optional):
        entry.found.unique(entry.text("name"), entry.line, entry.at("name"), seen)
        period = _period(entry)
        if period is None:
            continue
        unit, source = entry.text("unit"), entry.text("source")
        yield Case(
            name=entry.text("name"),
            unit=unit,
            period=period,
            facts=(*_facts(entry, index, unit, period, source), *_others(entry, index, period, source)),
            not_applicable=tuple(NotApplicable(code, unit, period, source) for code in entry.texts("not_applicable")),
            marks=tuple(_marks(entry, index)),
            within=entry.number("within") or Decimal(0),
            source=source,
        )


def _period(entry: Record) -> Period | None:
    period = read_period(entry.text("period"))
    if period is None:
        what = f"“{entry.text('period')}” không phải là kỳ"
        entry.found.add(
            "wrong-period", entry.line_of("period"), entry.at("period"), what, "ghi 2024, 2024-H1, 2024-Q3 hoặc 2024-07"
        )
    return period


def _others(entry: Record, index: Index, period: Period, source: str) -> Iterator[Fact]:
    """The figures of other units, or of earlier periods."""
    for other in entry.records("others", ("unit", "facts"), ("period",)):
        when = _period(other) if "period" in other else period
        if when is not None:
            yield from _facts(other, index, other.text("unit"), when, source)


def _facts(entry: Record, index: Index, unit: str, period: Period, source: str) -> Iterator[Fact]:
    known, edition = index.figure_codes(), f"bộ {index.index}/{index.edition}"
    for code, text, line, field in entry.pairs("facts"):
        entry.found.known(code, line, field, known, edition)
        if (value := entry.found.number(text, line, field)) is not None:
            yield Fact(code, unit, period, value, None, source, FactKind.PUBLISHED)


def _marks(entry: Record, index: Index) -> Iterator[tuple[str, Decimal | None]]:
    known, edition = index.by_code(), f"bộ {index.index}/{index.edition}"
    for code, text, line, field in entry.pairs("marks"):
        entry.found.known(code, line, field, known, edition)
        value = None if text == GAP else entry.found.number(text, line, field)
        if value is not None or text == GAP:
            yield code, value
