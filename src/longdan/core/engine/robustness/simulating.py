"""Simulates a composite under all its alternatives at once: where each unit's rank falls (OECD/JRC handbook 2008, step 7).

Saisana, Saltelli, Tarantola 2005, "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of
composite indicators", JRSS A 168, 307–323. Sampling errors are among the open_to, which composite tools leave out.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np

from longdan.core.engine.arrays import Floats, Integers
from longdan.core.engine.composite.building import build
from longdan.core.engine.composite.hierarchy import Hierarchy
from longdan.core.engine.ranking import ranks
from longdan.core.engine.robustness.alternatives import Alternatives, Runs, noisy_weights, scores
from longdan.core.engine.robustness.straight import Noise

HANDS = 4  # units through which a drawn error passes


@dataclass(frozen=True, slots=True, eq=False)
class RankSpread:
    """Per unit: the nominal rank (first recipe, weights as they are); the mean, median and outer ranks of the simulation."""

    nominal: Floats
    mean: Floats
    median: Floats
    best: Floats
    worst: Floats
    level: float


def simulate(
    values: Floats, tree: Hierarchy, open_to: Alternatives, *, draws: int = 10_000, seed: int, threads: int = 1
) -> Floats:
    """The ranks (draws × units) of a composite of indicators (units × leaves), every alternative chosen anew in each draw."""
    generator = np.random.default_rng(seed)
    recipes = generator.integers(len(open_to.recipes), size=draws)
    weights = noisy_weights(tree, open_to.weights_off_by, draws, generator)
    errors = None if open_to.errors is None else partial(noise, values.shape, seed)
    return ranks(scores(values, tree, open_to, Runs(recipes, weights, errors), threads))


def noise(shape: tuple[int, ...], seed: int, runs: Integers) -> Noise:
    """Errors (units × leaves × runs) from a stream of their own for each lot of runs, whichever lot comes first.

    Drawing normal numbers is what takes the time, so each serves eight runs, every one of which is a draw of independent standard
    normals by itself: the units' errors change hands (a permutation of what is independent and alike is no less so), then all
    change their sign (antithetic draws: Hammersley, Morton 1956). One unit never has the same error twice within a lot, so that
    its runs are uncorrelated but for the mirrored ones, which make means steadier.
    """
    hands = min(HANDS, shape[0])
    size = -(-len(runs) // (2 * hands))
    drawn = np.random.default_rng([seed, int(runs[0])]).standard_normal((*shape, size), dtype=np.float32)
    passed = [np.roll(drawn, hand * shape[0] // hands, axis=0) for hand in range(hands)]
    return np.concatenate([*passed, *(-one for one in passed)], axis=2)[:, :, : len(runs)]


def spread(simulated: Floats, values: Floats, tree: Hierarchy, open_to: Alternatives, *, level: float = 0.9) -> RankSpread:
    """What simulated ranks (draws × units) say of each unit; the outer ranks leave out (1 − level)/2 of draws on each side."""
    tail = (1.0 - level) / 2.0
    best, median, worst = np.quantile(simulated, [tail, 0.5, 1.0 - tail], axis=0)
    nominal = ranks(build(values, tree, open_to.recipes[0])[:, tree.root])
    return RankSpread(nominal, simulated.mean(axis=0), median, best, worst, level)
