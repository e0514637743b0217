"""Brings indicators to one scale: the normalisations of the OECD/JRC handbook (2008, step 5), named as in COINr.

Each takes values with the units on the first axis; further axes are treated one by one. Gaps (NaN) stay gaps.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from longdan.core.engine.arrays import Floats


@dataclass(frozen=True, slots=True)
class MinMax:
    """From ``low`` for the least value observed to ``high`` for the greatest."""

    low: float = 0.0
    high: float = 100.0

    def of(self, values: Floats) -> Floats:
        return self.low + (self.high - self.low) * _position(values)


@dataclass(frozen=True, slots=True)
class Scaled:
    """From 0 at ``low`` to 100 at ``high``, fixed bounds."""

    low: float = 0.0
    high: float = 100.0

    def of(self, values: Floats) -> Floats:
        return np.asarray(100.0 * (values - self.low) / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class ZScore:
    """Mean and standard deviation (divisor n − 1) as given; NaN where all are equal."""

    mean: float = 10.0
    deviation: float = 2.0

    def of(self, values: Floats) -> Floats:
        return self.mean + self.deviation * _quotient(values - np.nanmean(values, axis=0), np.nanstd(values, axis=0, ddof=1))


@dataclass(frozen=True, slots=True)
class RankScore:
    """1 for the least value; ties get the lowest of their ranks."""

    def of(self, values: Floats) -> Floats:
        return _below(values) + 1.0


@dataclass(frozen=True, slots=True)
class Borda:
    """How many units are below: the rank less 1."""

    def of(self, values: Floats) -> Floats:
        return _below(values)


@dataclass(frozen=True, slots=True)
class PercentRank:
    """The share of the other units that are below."""

    def of(self, values: Floats) -> Floats:
        return np.asarray(_below(values) / (np.sum(~np.isnan(values), axis=0) - 1))


@dataclass(frozen=True, slots=True)
class FractionOfMost:
    """The share of the greatest value."""

    def of(self, values: Floats) -> Floats:
        return np.asarray(values / np.nanmax(values, axis=0))


@dataclass(frozen=True, slots=True)
class DistanceToMost:
    """1 less the distance to the greatest value, measured in the range observed."""

    def of(self, values: Floats) -> Floats:
        return _position(values)


@dataclass(frozen=True, slots=True)
class DistanceToTarget:
    """1 less the distance to a target, measured from the least value observed; ``capped`` at 1 or not."""

    target: float
    capped: bool = False

    def of(self, values: Floats) -> Floats:
        return _towards(values, np.full_like(values[0], self.target), self.capped)


@dataclass(frozen=True, slots=True)
class DistanceToReference:
    """1 less the distance to a reference unit (its row), measured from the least value observed; ``capped`` at 1 or not."""

    row: int
    capped: bool = False

    def of(self, values: Floats) -> Floats:
        return _towards(values, values[self.row], self.capped)


@dataclass(frozen=True, slots=True)
class Goalposts:
    """From 0 at ``low`` to ``scale`` at ``high``, posts fixed by people (as the HDI does); ``truncated`` to the posts or not."""

    low: float
    high: float
    scale: float = 1.0
    truncated: bool = True

    def of(self, values: Floats) -> Floats:
        share = (values - self.low) / (self.high - self.low)
        return self.scale * (np.clip(share, 0.0, 1.0) if self.truncated else share)


Normalisation: TypeAlias = (
    MinMax
    | Scaled
    | ZScore
    | RankScore
    | Borda
    | PercentRank
    | FractionOfMost
    | DistanceToMost
    | DistanceToTarget
    | DistanceToReference
    | Goalposts
)


def directed(turned: Floats, directions: Floats, normalisation: Normalisation) -> Floats:
    """Indicators (units × leaves, further axes after) that are turned so that more is better, brought to one scale.

    What people fix, they fix on an indicator's own scale: bounds, posts and targets turn with the leaves of direction −1.
    """
    scaled, mirrored, back = normalisation.of(turned), _mirrored(normalisation), directions < 0
    if mirrored is not None and back.any():
        scaled[:, back] = mirrored.of(turned[:, back])
    return scaled


def _mirrored(normalisation: Normalisation) -> Normalisation | None:
    """The same for values of the other sign; None where nothing in it is fixed."""
    match normalisation:
        case Scaled(low, high):
            return Scaled(-high, -low)
        case Goalposts(low, high, scale, truncated):
            return Goalposts(-high, -low, scale, truncated)
        case DistanceToTarget(target, capped):
            return DistanceToTarget(-target, capped)
        case _:
            return None


def _position(values: Floats) -> Floats:
    """Where each value stands between the least and the greatest, from 0 to 1; NaN where all are equal."""
    least = np.nanmin(values, axis=0)
    return _quotient(values - least, np.nanmax(values, axis=0) - least)


def _towards(values: Floats, aim: Floats, capped: bool) -> Floats:
    least = np.nanmin(values, axis=0)
    reached = _quotient(values - least, aim - least)
    return np.minimum(reached, 1.0) if capped else reached


def _quotient(above: Floats, below: Floats) -> Floats:
    """A quotient that is a gap where it would divide by nothing."""
    return above / np.where(below == 0, np.nan, below)


def _below(values: Floats) -> Floats:
    """How many units have a lesser value; ties count as equal."""
    lesser = np.sum(values[None] < values[:, None], axis=1).astype(np.float64)
    return np.where(np.isnan(values), np.nan, lesser)
