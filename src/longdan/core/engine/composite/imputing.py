"""Fills gaps of indicators, for composites of our own only: no official mark is ever made from a filled gap.

OECD/JRC handbook (2008), step 3; the four single imputations of COINr. A filled value hides its own uncertainty (Little, Rubin
2019, "Statistical Analysis with Missing Data", chapter 4), so that ranks that rest on many of them should be shown with and
without.
"""

from collections.abc import Callable, Hashable, Sequence
from enum import StrEnum

import numpy as np

from longdan.core.engine.arrays import Floats


class Centre(StrEnum):
    """What stands in for a gap."""

    MEAN = "mean"
    MEDIAN = "median"


CENTRES: dict[Centre, Callable[[Floats], np.float64]] = {Centre.MEAN: np.mean, Centre.MEDIAN: np.median}


def impute(values: Floats, by: Centre, groups: Sequence[Hashable] | None = None) -> Floats:
    """The table (units × indicators), each gap filled by the centre of its indicator, in the unit's group if groups are given.

    A gap stays where the whole indicator, or the whole group, is a gap.
    """
    filled = np.array(values, dtype=np.float64)
    for rows in _members(len(values), groups):
        for column in range(values.shape[1]):
            _fill(filled, rows, column, CENTRES[by])
    return filled


def _members(count: int, groups: Sequence[Hashable] | None) -> list[list[int]]:
    named = [None] * count if groups is None else list(groups)
    return [[row for row, name in enumerate(named) if name == group] for group in dict.fromkeys(named)]


def _fill(table: Floats, rows: list[int], column: int, centre: Callable[[Floats], np.float64]) -> None:
    part = table[rows, column]
    gaps = np.isnan(part)
    if gaps.any() and not gaps.all():
        table[rows, column] = np.where(gaps, centre(part[~gaps]), part)
