"""Places of units by their marks, the greatest first; equal marks share the best of their places: 1, 2, 2, 4."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import Display
from longdan.core.engine.writing import as_printed, least_printed_as

ANY = Decimal("-Infinity")  # the least mark where any will do
Marks = Mapping[str, Decimal | None]  # by unit; None: no result


@dataclass(frozen=True, slots=True)
class Placing:
    """A unit's place among ``among`` units with a result; ``shared_with`` are the units with the same mark."""

    unit: str
    mark: Decimal
    place: int
    among: int
    shared_with: tuple[str, ...]


def placings(marks: Marks, display: Display | None = None) -> dict[str, Placing | None]:
    """The place of each unit, None for a unit without a result.

    ``display``: marks are compared as the edition prints them; None: at full precision.
    """
    shown = {unit: as_printed(mark, display) for unit, mark in marks.items() if mark is not None}
    alike = dict[Decimal, list[str]]()
    for unit in shown:
        alike.setdefault(shown[unit], []).append(unit)
    placed = dict[str, Placing | None](dict.fromkeys(marks))
    above = 0
    for mark in sorted(alike, reverse=True):
        units = alike[mark]
        for unit in units:
            placed[unit] = Placing(unit, mark, above + 1, len(shown), tuple(one for one in units if one != unit))
        above += len(units)
    return placed


def mark_for_place(others: Marks, place: int, display: Display | None = None) -> Decimal:
    """The least mark with which one more unit gets this place or a better one; minus infinity: any mark will do."""
    known = sorted((mark for mark in others.values() if mark is not None), reverse=True)
    return least_printed_as(as_printed(known[place - 1], display), display) if place <= len(known) else ANY
