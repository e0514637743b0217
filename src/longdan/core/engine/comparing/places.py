"""Places of units by their marks, the greatest first, with ties said."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import assert_never

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


def placings(marks: Marks, ties: Ties = Ties.BEST, decimals: int | None = None) -> dict[str, Placing | None]:
    """The place of each unit, None for a unit without a result.

    ``decimals``: marks are rounded (half up) before they are compared, as where only rounded ones are published.
    """
    shown = {unit: rounded(mark, decimals) for unit, mark in marks.items() if mark is not None}
    return {unit: _placing(unit, shown, ties) if unit in shown else None for unit in marks}


def rounded(mark: Decimal, decimals: int | None) -> Decimal:
    return mark if decimals is None else mark.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def mark_for_place(others: Marks, place: int) -> Decimal | None:
    """The least mark with which one more unit gets this place or a better one, ties at best; None: any mark will do."""
    known = sorted((mark for mark in others.values() if mark is not None), reverse=True)
    return known[place - 1] if place <= len(known) else None


def _placing(unit: str, shown: Mapping[str, Decimal], ties: Ties) -> Placing:
    mark = shown[unit]
    above = [other for other in shown.values() if other > mark]
    shared = tuple(other for other in shown if other != unit and shown[other] == mark)
    return Placing(unit, mark, _place(above, len(shared), ties), len(shown), shared, ties)


def _place(above: list[Decimal], shared: int, ties: Ties) -> Decimal:
    match ties:
        case Ties.BEST:
            return Decimal(len(above) + 1)
        case Ties.WORST:
            return Decimal(len(above) + 1 + shared)
        case Ties.MIDDLE:
            return len(above) + 1 + Decimal(shared) / 2
        case Ties.DENSE:
            return Decimal(len(set(above)) + 1)
        case _:
            assert_never(ties)
