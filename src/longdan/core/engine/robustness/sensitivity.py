"""Which choice moves the ranks most: variance-based sensitivity after Sobol'.

The first-order index is the share of the variance of the output that one choice explains by itself, the total index what it
explains with all others that it acts together with. First order: estimator (b) of table 2 in Saltelli, Annoni, Azzini,
Campolongo, Ratto, Tarantola 2010, "Variance based sensitivity analysis of model output", Computer Physics Communications 181,
259–270. Total: Jansen 1999, "Analysis of variance designs for model output", Computer Physics Communications 117, 35–43. Both as
in COINr. Estimates of small indices may fall below 0.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from longdan.core.engine.arrays import Floats, Integers
from longdan.core.engine.composite.building import build
from longdan.core.engine.composite.hierarchy import Hierarchy
from longdan.core.engine.ranking import ranks
from longdan.core.engine.robustness.alternatives import Alternatives, Runs, noisy_weights, scores


class Cause(StrEnum):
    """What a rank may hang on."""

    NORMALISATION = "normalisation"
    MEAN = "mean"
    WEIGHTS = "weights"
    SAMPLING = "sampling"


@dataclass(frozen=True, slots=True, eq=False)
class Indices:
    """First-order and total indices by factor, and the variance of the output that they are shares of."""

    first: Floats
    total: Floats
    variance: float


@dataclass(frozen=True, slots=True)
class Influence:
    """What one choice does to the ranks, with bounds from the bootstrap (level of :func:`sensitivity`)."""

    cause: Cause
    first: float
    first_bounds: tuple[float, float]
    total: float
    total_bounds: tuple[float, float]


def design(factors: int, points: int, generator: np.random.Generator) -> Floats:
    """Samples A and B of the unit cube, then for each factor A with that column of B: (factors + 2) × points × factors."""
    one, other = generator.random((2, points, factors))
    mixed = np.repeat(one[None], factors, axis=0)
    for factor in range(factors):
        mixed[factor, :, factor] = other[:, factor]
    return np.concatenate([one[None], other[None], mixed])


def indices(outputs: Floats) -> Indices:
    """Sensitivity indices from the outputs ((factors + 2) × points) of a :func:`design`; 0 where nothing moves the output."""
    one, other, mixed = outputs[0], outputs[1], outputs[2:]
    variance = float(np.var(outputs[:2], ddof=1))
    if not variance:
        return Indices(np.zeros(len(mixed)), np.zeros(len(mixed)), variance)
    first = np.mean(other * (mixed - one), axis=1) / variance
    return Indices(first, np.mean((one - mixed) ** 2, axis=1) / (2.0 * variance), variance)


def sensitivity(
    values: Floats, tree: Hierarchy, open_to: Alternatives, *, points: int = 500, level: float = 0.95, seed: int
) -> list[Influence]:
    """What each choice does to the mean of how many places the units move from their nominal rank, if it is open.

    Weights and sampling errors are one choice each, a draw from a pool of ``points`` of them, as COINr picks among given sets of
    weights.
    """
    generator = np.random.default_rng(seed)
    causes = _causes(open_to)
    plan = design(len(causes), points, generator)
    nominal = ranks(build(values, tree, open_to.recipes[0])[:, tree.root])
    runs = _runs(plan.reshape(-1, len(causes)), causes, values, tree, open_to, points, generator)
    moved = np.nanmean(np.abs(ranks(scores(values, tree, open_to, runs)) - nominal), axis=1)
    return _influences(moved.reshape(len(causes) + 2, points), causes, level, generator)


def _causes(open_to: Alternatives) -> list[Cause]:
    open_ones = {
        Cause.NORMALISATION: len(open_to.normalisations) > 1,
        Cause.MEAN: len(open_to.means) > 1,
        Cause.WEIGHTS: open_to.weights_off_by > 0,
        Cause.SAMPLING: open_to.errors is not None,
    }
    return [cause for cause, is_open in open_ones.items() if is_open]


def _runs(
    plan: Floats,
    causes: list[Cause],
    values: Floats,
    tree: Hierarchy,
    open_to: Alternatives,
    pool: int,
    generator: np.random.Generator,
) -> Runs:
    def picked(cause: Cause, options: int) -> Integers:
        """Which of the options each run takes for a cause; the first where it is none of the causes."""
        share = plan[:, causes.index(cause)] if cause in causes else np.zeros(len(plan))
        return (share * options).astype(np.int64)

    recipes = picked(Cause.NORMALISATION, len(open_to.normalisations)) * len(open_to.means) + picked(
        Cause.MEAN, len(open_to.means)
    )
    weights = noisy_weights(tree, open_to.weights_off_by, pool, generator)[:, picked(Cause.WEIGHTS, pool)]
    return Runs(recipes, weights, _pooled(values, open_to, picked(Cause.SAMPLING, pool), pool, generator))


def _pooled(
    values: Floats, open_to: Alternatives, picked: Integers, pool: int, generator: np.random.Generator
) -> Callable[[Integers], Floats] | None:
    if open_to.errors is None:
        return None
    noise = generator.standard_normal((*values.shape, pool))
    return lambda runs: noise[:, :, picked[runs]]


def _influences(outputs: Floats, causes: list[Cause], level: float, generator: np.random.Generator) -> list[Influence]:
    found = indices(outputs)
    again = [indices(outputs[:, generator.integers(outputs.shape[1], size=outputs.shape[1])]) for _ in range(500)]
    tails = [(1.0 - level) / 2.0, (1.0 + level) / 2.0]
    first = np.quantile([one.first for one in again], tails, axis=0)
    total = np.quantile([one.total for one in again], tails, axis=0)
    return [
        Influence(cause, found.first[n], (first[0, n], first[1, n]), found.total[n], (total[0, n], total[1, n]))
        for n, cause in enumerate(causes)
    ]
