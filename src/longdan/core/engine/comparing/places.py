"""Places of units by their marks, the greatest first, with ties said."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from longdan.core.catalogue.indices.model import Display
from longdan.core.engine.writing import as_printed, least_printed_as

ANY = Decimal("-Infinity")  # the least mark where any will do
Marks = Mapping[str, Decimal | None]  # by unit; None: no result


class Ties(StrEnum):
    """The place of units with equal marks."""

    BEST = "best"  # the best of their places: 1, 2, 2, 4
    WORST = "worst"  # the worst of their places: 1, 3, 3, 4
    MIDDLE = "middle"  # the mean of their places: 1, 2.5, 2.5, 4
    DENSE = "dense"  # the next number: 1, 2, 2, 3


@dataclass(frozen=True, slots=True)
class Placing:
    """A unit's place among ``among`` units with a result; ``shared_with`` are the units with the same mark."""

    unit: str
    mark: Decimal
    place: Decimal
    among: int
    shared_with: tuple[str, ...]
    ties: Ties


def placings(marks: Marks, ties: Ties = Ties.BEST, display: Display | None = None) -> dict[str, Placing | None]:
    """The place of each unit, None for a unit without a result.

    ``display``: marks are compared as the edition prints them; None: at full precision.
    """
    shown = {unit: as_printed(mark, display) for unit, mark in marks.items() if mark is not None}
    alike = dict[Decimal, list[str]]()
    for unit in shown:
        alike.setdefault(shown[unit], []).append(unit)
    placed = dict[str, Placing | None](dict.fromkeys(marks))
    above = 0
    for different, mark in enumerate(sorted(alike, reverse=True)):
        units = alike[mark]
        place = _place(above, different, len(units) - 1, ties)
        for unit in units:
            placed[unit] = Placing(unit, mark, place, len(shown), tuple(one for one in units if one != unit), ties)
        above += len(units)
    return placed


def mark_for_place(others: Marks, place: int, display: Display | None = None) -> Decimal:
    """The least mark with which one more unit gets this place or a better one, ties at best; minus infinity: any mark will do."""
    known = sorted((mark for mark in others.values() if mark is not None), reverse=True)
    return least_printed_as(as_printed(known[place - 1], display), display) if place <= len(known) else ANY


def _place(above: int, different: int, shared: int, ties: Ties) -> Decimal:
    """The place below ``above`` units with ``different`` marks, which ``shared`` others have too."""
    match ties:
        case Ties.BEST:
            return Decimal(above + 1)
        case Ties.WORST:
            return Decimal(above + 1 + shared)
        case Ties.MIDDLE:
            return above + 1 + Decimal(shared) / 2
        case Ties.DENSE:
            return Decimal(different + 1)
        case _:
            assert_never(ties)
