"""Which of many units are surely above which others, all comparisons together holding at one confidence level.

Stepwise tests of all differences (Romano, Wolf 2005, "Exact and approximate stepdown methods for multiple hypothesis testing",
JASA 100, 94–108) with critical values simulated from the normal distribution of the errors, as Mogstad, Romano, Shaikh and
Wilhelm use them for ranks (2024, "Inference for ranks with applications to mobility across neighbourhoods and academic
achievement across countries", Review of Economic Studies 91, 476–518; R package csranks).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from longdan.core.engine.arrays import Flags, Floats

CHUNK = 500  # draws worked on at a time: a quarter of a megabyte for 63 units, which stays in the cache


class Scope(StrEnum):
    """What holds together at the confidence level: the statements about all units, or those about each unit by itself."""

    SIMULTANEOUS = "simultaneous"
    MARGINAL = "marginal"


@dataclass(frozen=True, slots=True)
class Method:
    """How comparisons are tested: by ``draws`` simulations from ``seed``, ``stepwise`` as long as something new is found."""

    level: float = 0.95
    scope: Scope = Scope.SIMULTANEOUS
    stepwise: bool = True
    draws: int = 20_000
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Comparisons:
    """``above[j, k]``: unit j surely has the greater figure than k; ``below[j, k]``: surely the lesser one.

    In a simultaneous scope each is the other's transpose; in a marginal one each row stands for itself.
    """

    above: Flags
    below: Flags


def compare_all(figures: Floats, errors: Floats, method: Method) -> Comparisons:
    """Compares all units, from figures (units) without gaps and their standard errors (units) or covariances (units × units)."""
    covariances = np.diag(errors**2) if errors.ndim == 1 else errors
    spread = _spread(covariances)
    observed = _ratio(figures[:, None] - figures, spread)
    draws = np.random.default_rng(method.seed).standard_normal((method.draws, len(figures)))
    noise = np.ascontiguousarray(_root(covariances) @ draws.T)
    above = below = np.zeros(observed.shape, dtype=bool)
    while True:
        critical = _critical(noise, spread, ~above, ~below, method)
        found = Comparisons(above | (observed > critical[:, None]), below | (-observed > critical[:, None]))
        if not method.stepwise or ((found.above == above).all() and (found.below == below).all()):
            return found
        above, below = found.above, found.below


def _critical(noise: Floats, spread: Floats, open_above: Flags, open_below: Flags, method: Method) -> Floats:
    """For each unit, what the greatest of its differences that are still open stays under with the level's probability."""
    chunks = range(0, noise.shape[1], CHUNK)
    greatest = np.hstack([_greatest(noise[:, start : start + CHUNK], spread, open_above, open_below) for start in chunks])
    if method.scope is Scope.SIMULTANEOUS:
        return np.full(len(spread), np.quantile(greatest.max(axis=0, initial=0.0), method.level))
    return np.asarray(np.quantile(greatest, method.level, axis=1))


def _greatest(noise: Floats, spread: Floats, open_above: Flags, open_below: Flags) -> Floats:
    """The greatest open difference of each unit, in its standard errors (units × draws); 0 where none is positive."""
    scale = 1.0 / np.where(spread == 0, np.inf, spread)
    up, down = scale * open_above, scale * open_below
    greatest = np.zeros_like(noise)
    for other in range(len(noise)):
        differences = noise - noise[other]
        np.maximum(greatest, differences * up[:, [other]], out=greatest)
        np.maximum(greatest, differences * -down[:, [other]], out=greatest)
    return greatest


def _spread(covariances: Floats) -> Floats:
    """The standard error of each difference."""
    variances = np.diag(covariances)
    return np.sqrt(np.maximum(variances[:, None] + variances - 2.0 * covariances, 0.0))


def _ratio(differences: Floats, spread: Floats) -> Floats:
    """Differences in their standard errors; a difference without error is sure, whatever its size."""
    sure = np.where(differences == 0, 0.0, np.copysign(np.inf, differences))
    return np.where(spread == 0, sure, differences / np.where(spread == 0, 1.0, spread))


def _root(covariances: Floats) -> Floats:
    """A matrix R with R Rᵀ = the covariances, which need not be of full rank."""
    values, vectors = np.linalg.eigh(covariances)
    return np.asarray(vectors * np.sqrt(np.maximum(values, 0.0)))
