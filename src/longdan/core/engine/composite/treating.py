"""Tames outliers before normalisation: OECD/JRC handbook (2008), steps 2 and 3; the rules of COINr.

An indicator is treated only where both skewness and kurtosis are beyond their limits (2 and 3.5; Groeneveld, Meeden 1984,
"Measuring skewness and kurtosis", The Statistician 33, 391–399, as JRC applies them): first winsorised, up to a number of points;
where that does not do, the original is put on a logarithmic scale.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from longdan.core.engine.arrays import Floats


class Treatment(StrEnum):
    """What was done to an indicator."""

    NONE = "none"
    WINSORISED = "winsorised"
    LOGARITHM = "logarithm"


@dataclass(frozen=True, slots=True)
class Limits:
    """How skewed and how peaked an indicator may be; how many points may be winsorised."""

    skewness: float = 2.0
    kurtosis: float = 3.5
    points: int = 5


@dataclass(frozen=True, slots=True, eq=False)
class Treated:
    """An indicator after treatment; ``passes`` is whether it now keeps the limits."""

    values: Floats
    treatment: Treatment
    points: int
    passes: bool


def skewness(column: Floats) -> float:
    """The sample skewness, corrected for size (type 2: Joanes, Gill 1998, The Statistician 47, 183–189), gaps left out."""
    given, count = _given(column)
    return float(np.sum(_standard(given) ** 3) * count / ((count - 1) * (count - 2)))


def kurtosis(column: Floats) -> float:
    """The sample excess kurtosis, corrected for size (type 2), gaps left out."""
    given, count = _given(column)
    scale = count * (count + 1) / ((count - 1) * (count - 2) * (count - 3))
    return float(scale * np.sum(_standard(given) ** 4) - 3 * (count - 1) ** 2 / ((count - 2) * (count - 3)))


def passes(column: Floats, limits: Limits) -> bool:
    return not (abs(skewness(column)) > limits.skewness and kurtosis(column) > limits.kurtosis)


USUAL_LIMITS = Limits()


def treat(column: Floats, limits: Limits = USUAL_LIMITS) -> Treated:
    """An indicator as COINr's ``qTreat`` treats it; the logarithm is taken of the original, not of the winsorised."""
    if passes(column, limits):
        return Treated(column, Treatment.NONE, 0, passes=True)
    winsorised, points = winsorise(column, limits)
    if passes(winsorised, limits):
        return Treated(winsorised, Treatment.WINSORISED, points, passes=True)
    logarithm = shifted_logarithm(column)
    return Treated(logarithm, Treatment.LOGARITHM, 0, passes(logarithm, limits))


def winsorise(column: Floats, limits: Limits) -> tuple[Floats, int]:
    """Moves the outermost points, one more at a time, to the next value inwards until the limits are kept; how many moved."""
    values = np.array(column, dtype=np.float64)
    moved: set[int] = set()
    while not passes(values, limits) and len(moved) < limits.points:
        high = skewness(values) > 0
        order = _order(column, descending=high)
        moved.add(next(row for row in order if row not in moved))
        rows = [row for row in moved if (column[row] > np.nanmedian(column)) == high]
        values[rows] = column[next(row for row in order if row not in moved)]
    return values, len(moved)


def shifted_logarithm(column: Floats) -> Floats:
    """log(x − least + 1 % of the range): COINr's ``log_CT``."""
    least, most = np.nanmin(column), np.nanmax(column)
    return np.log(column - least + 0.01 * (most - least))


def box_cox(column: Floats, power: float) -> Floats:
    """The transformation of Box and Cox (1964), of the values shifted so that the least is 1."""
    positive = column - np.nanmin(column) + 1.0
    return np.log(positive) if power == 0 else (positive**power - 1.0) / power


def _given(column: Floats) -> tuple[Floats, int]:
    given = column[~np.isnan(column)]
    return given, len(given)


def _standard(given: Floats) -> Floats:
    return np.asarray((given - given.mean()) / given.std(ddof=1))


def _order(column: Floats, *, descending: bool) -> list[int]:
    rows = [row for row in range(len(column)) if not np.isnan(column[row])]
    return sorted(rows, key=lambda row: float(column[row]), reverse=descending)
