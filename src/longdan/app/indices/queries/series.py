"""The totals of provinces through the years, those that the reform of 2025 merged beside their successor, never spliced."""

from dataclasses import dataclass
from decimal import Decimal

from longdan.app.indices.queries.shipped import by_former_provinces, published, unit_name, units
from longdan.core.catalogue.indices import TOTAL
from longdan.core.facts import FactKind

KINDS = (FactKind.PUBLISHED, FactKind.RECOMPUTED)


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """The totals of a unit, one for each year of the page; None is a gap."""

    name: str
    totals: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """``merged``: the units that became one in 2025, so that no series leads across that year."""

    years: tuple[int, ...]
    rows: tuple[SeriesRow, ...]
    merged: bool


def series(index: str, province: str) -> Series:
    """The results of today's province with that code: its own and those of each province that went into it."""
    totals = _totals(index)
    years = tuple(sorted({year for _, year in totals}))
    former = [one.code for one in units().former_provinces if province in dict(one.successors)]
    carried_on = [one.code for one in units().provinces if one.code == province and one.valid_from is None]
    before = list(dict.fromkeys((*former, *carried_on)))
    then = tuple(by_former_provinces(index, year) for year in years)
    rows = [_row(code, years, then, totals, former=True) for code in before] if any(then) else []
    rows += [] if all(then) else [_row(province, years, then, totals, former=False)]
    return Series(years, tuple(rows), len(before) > 1)


def _totals(index: str) -> dict[tuple[str, int], Decimal]:
    """The total of each unit and year, as published where it was."""
    found: dict[tuple[str, int], Decimal] = {}
    for kind in reversed(KINDS):
        found |= {
            (fact.unit, fact.period.year): fact.value for fact in published(index) if fact.input == TOTAL and fact.kind is kind
        }
    return found


def _row(
    code: str, years: tuple[int, ...], then: tuple[bool, ...], totals: dict[tuple[str, int], Decimal], *, former: bool
) -> SeriesRow:
    """The totals of the years whose results go by the 63 provinces (``then``), or of the other years."""
    shown = tuple(totals.get((code, year)) if one == former else None for year, one in zip(years, then, strict=True))
    return SeriesRow(unit_name(code, former=former), shown)
