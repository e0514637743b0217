"""Scores of many noisy draws at once where normalisation and means are straight lines: one pass over the noise.

The root of such a composite is Σ share × (shift + slope × indicator): the share of a leaf is the product of the shares of weight
down to it, and only shift and slope, which come from the range or the spread of the draw, have to be found for each draw.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from longdan.core.engine.arrays import Floats
from longdan.core.engine.composite.building import Recipe
from longdan.core.engine.composite.hierarchy import Hierarchy
from longdan.core.engine.composite.means import ARITHMETIC
from longdan.core.engine.composite.normalising import DistanceToMost, MinMax, Normalisation, Scaled, ZScore

Noise: TypeAlias = NDArray[np.floating]  # float32 where it is drawn: a millionth of a standard error decides no rank


def straight_scores(noisy: Noise, tree: Hierarchy, weights: Floats, recipe: Recipe) -> Floats | None:
    """The root (units × runs) from indicators turned so that more is better (units × leaves × runs), and weights (nodes × runs).

    None where the recipe is not straight, or an indicator is the same for all units, which is a gap.
    """
    if any(mean != ARITHMETIC for mean in recipe.means):
        return None
    line = _line(recipe.normalisation, noisy, tree.directions)
    if line is None:
        return None
    shift, slope = line
    shares = leaf_shares(tree, weights)
    factors = (shares * slope).astype(noisy.dtype)
    return np.asarray(np.sum(shares * shift, axis=0) + np.einsum("lr,ulr->ur", factors, noisy))


def leaf_shares(tree: Hierarchy, weights: Floats) -> Floats:
    """What share of the root each leaf has (leaves × runs), siblings weighing as their weights to their sum."""
    shares = np.ones_like(weights)
    for group in reversed(tree.groups):  # parents before their children
        own = weights[group.children]
        shares[group.children] = shares[group.parent] * own / own.sum(axis=0)
    return np.asarray(shares[tree.leaves])


def _line(normalisation: Normalisation, noisy: Noise, directions: Floats) -> tuple[Floats, Floats] | None:
    """Shift and slope (leaves × runs) with which an indicator is normalised; None where there are none."""
    match normalisation:
        case MinMax(low=low, high=high):
            return _over_range(noisy, low, high)
        case DistanceToMost():
            return _over_range(noisy, 0.0, 1.0)
        case ZScore(mean=mean, deviation=deviation):
            spread = np.std(noisy, axis=0, ddof=1, dtype=np.float64)
            slope = deviation / np.where(spread == 0, np.nan, spread)
            return _known(mean - slope * np.mean(noisy, axis=0, dtype=np.float64), slope)
        case Scaled(low=low, high=high):
            slope = np.full(noisy.shape[1:], 100.0 / (high - low))
            return np.where(directions < 0, high, -low)[:, None] * slope, slope
        case _:
            return None


def _over_range(noisy: Noise, low: float, high: float) -> tuple[Floats, Floats] | None:
    least, most = (end(noisy, axis=0).astype(np.float64) for end in (np.min, np.max))
    slope = (high - low) / np.where(most == least, np.nan, most - least)
    return _known(low - slope * least, slope)


def _known(shift: Floats, slope: Floats) -> tuple[Floats, Floats] | None:
    return None if np.isnan(slope).any() else (shift, slope)
