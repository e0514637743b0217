"""Finds weights that give each part of a composite the influence wanted, measured by its correlation with the whole.

Becker, Saisana, Paruolo, Vandecasteele 2017, "Weights and importance in composite indicators: Closing the gap", Ecological
Indicators 80, 12–22; COINr's ``get_opt_weights`` with ``optype = "balance"``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.composite.building import USUAL, Recipe, build
from longdan.core.engine.composite.hierarchy import Hierarchy, reweighed
from longdan.core.engine.composite.influence import correlation
from longdan.core.engine.composite.simplex import descend


@dataclass(frozen=True, slots=True, eq=False)
class Balanced:
    """Weights that add up to 1, and the share of each part in the sum of the correlations with the root."""

    weights: Floats
    influence: Floats


def balance(
    values: Floats,
    tree: Hierarchy,
    codes: Sequence[str],
    aims: Sequence[float] | None = None,
    *,
    recipe: Recipe = USUAL,
    tolerance: float = 1e-12,
    rounds: int = 500,
) -> Balanced:
    """The weights of these nodes for which their correlations with the root stand as the aims (equal where none are given).

    The search is that of Nelder and Mead, from the aims themselves. COINr stops at a tolerance of 0.1, which often is at once:
    its weights, to be had with ``tolerance=0.1``, are then one step off the start and not yet balanced.
    """
    wanted = np.array([1.0] * len(codes) if aims is None else aims)
    wanted = wanted / wanted.sum()

    def imbalance(weights: Floats) -> float:
        return float(np.mean((wanted - _influence(values, tree, codes, weights, recipe)) ** 2))

    found = descend(imbalance, wanted, tolerance=tolerance, rounds=rounds)
    return Balanced(found / found.sum(), _influence(values, tree, codes, found, recipe))


def _influence(values: Floats, tree: Hierarchy, codes: Sequence[str], weights: Floats, recipe: Recipe) -> Floats:
    weighed = reweighed(tree, dict(zip(codes, weights.tolist(), strict=True)))
    nodes = build(values, weighed, recipe)
    found = np.array([correlation(nodes[:, weighed.codes.index(code)], nodes[:, weighed.root]) for code in codes])
    return np.asarray(found / found.sum())
