"""Puts siblings together into one figure: weighted means, and the count of Copeland.

OECD/JRC handbook (2008), step 6. With an arithmetic mean a loss here is made good by a gain there, with a geometric or harmonic
mean only in part. Siblings that are a gap leave the mean, with their weights.
"""

from dataclasses import dataclass

import numpy as np

from longdan.core.engine.arrays import Floats


@dataclass(frozen=True, slots=True)
class PowerMean:
    """The generalised mean (Σ w xᵖ / Σ w)^(1/p): arithmetic for p = 1, geometric in the limit p → 0, harmonic for p = −1."""

    power: float


ARITHMETIC, GEOMETRIC, HARMONIC = PowerMean(1.0), PowerMean(0.0), PowerMean(-1.0)


def stretched(values: Floats, mean: PowerMean) -> Floats:
    """The values on the scale on which this mean is arithmetic. All but the arithmetic mean ask for values above 0."""
    if mean.power == 1.0:
        return values
    if np.any(values <= 0):
        raise ValueError("a mean that is not arithmetic asks for values above 0")
    return np.log(values) if mean.power == 0.0 else np.asarray(values**mean.power)


def unstretched(values: Floats, mean: PowerMean) -> Floats:
    """Back from the scale of :func:`stretched`."""
    if mean.power == 1.0:
        return values
    return np.exp(values) if mean.power == 0.0 else np.asarray(values ** (1.0 / mean.power))


def copeland(values: Floats, weights: Floats) -> Floats:
    """How many units a unit outranks, less how many outrank it, for a table (units × siblings) without gaps.

    A unit outranks another where the siblings in which it is better weigh more than half, ties counted half (Copeland 1951;
    Munda, Nardo 2009, "Noncompensatory/nonlinear composite indicators for ranking countries", Applied Economics 41, 1513–1523).
    """
    better = np.zeros((len(values), len(values)))
    for column, weight in zip(values.T, weights, strict=True):
        better += weight * (column[:, None] > column[None])
    return np.asarray(np.sum(np.sign(better - better.T), axis=1))
