"""Builds a composite indicator from a table of indicators: direction, normalisation, means up the tree."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.composite.hierarchy import Hierarchy
from longdan.core.engine.composite.means import ARITHMETIC, PowerMean, stretched, unstretched
from longdan.core.engine.composite.normalising import MinMax, Normalisation, directed

ONE_TO_TEN = MinMax(1.0, 10.0)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a composite is made; ``means`` from the lowest groups upwards, the last of them for all that is higher."""

    normalisation: Normalisation = ONE_TO_TEN
    means: tuple[PowerMean, ...] = (ARITHMETIC,)

    def mean_at(self, height: int) -> PowerMean:
        return self.means[min(height, len(self.means)) - 1]


USUAL = Recipe()


def build(values: Floats, tree: Hierarchy, recipe: Recipe = USUAL) -> Floats:
    """The values of all nodes (units × nodes) from indicators (units × leaves), both in the order of the tree."""
    normalised = directed(values * tree.directions, tree.directions, recipe.normalisation)
    return np.hstack(climb(normalised[:, :, None], tree, tree.weights[:, None], recipe))


def climb(normalised: Floats, tree: Hierarchy, weights: Floats, recipe: Recipe) -> Sequence[Floats]:
    """The values (units × draws) of every node, from normalised leaves (units × leaves × draws) and weights (nodes × draws).

    Leaves that are the same in each draw may have one draw only. Siblings that are a gap leave the mean with their weights.
    """
    nodes: list[Floats] = [np.empty((0, 0))] * len(tree.branches)
    for column, place in enumerate(tree.leaves):
        nodes[place] = normalised[:, column]
    for group in tree.groups:
        children = [nodes[child] for child in group.children]
        nodes[group.parent] = _mean(children, weights[group.children], recipe.mean_at(group.height))
    return nodes


def _mean(children: Sequence[Floats], weights: Floats, mean: PowerMean) -> Floats:
    flat = [stretched(child, mean) for child in children]
    alike = all(child.shape[1] == 1 for child in children)
    total, weight = _alike(np.hstack(flat), weights) if alike else _mixed(flat, weights)
    return unstretched(total / weight, mean)


def _alike(children: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Sums and weights where the children (units × siblings) are the same in each draw: products of matrices."""
    gaps = np.isnan(children)
    if not gaps.any():
        return children @ weights, weights.sum(axis=0)
    weight = (~gaps).astype(np.float64) @ weights
    return np.where(gaps, 0.0, children) @ weights, np.where(weight == 0, np.nan, weight)


def _mixed(children: Sequence[Floats], weights: Floats) -> tuple[Floats, Floats]:
    total = weights[0] * children[0]
    for weight, child in zip(weights[1:], children[1:], strict=True):
        total = total + weight * child
    return _without_gaps(children, weights) if np.isnan(total).any() else (total, weights.sum(axis=0))


def _without_gaps(children: Sequence[Floats], weights: Floats) -> tuple[Floats, Floats]:
    total, weight = np.zeros((1, 1)), np.zeros((1, 1))
    for share, child in zip(weights, children, strict=True):
        gaps = np.isnan(child)
        total = total + share * np.where(gaps, 0.0, child)
        weight = weight + share * ~gaps
    return total, np.where(weight == 0, np.nan, weight)
