"""What each part right below a mark does to the ranks: its weight, its correlation with the whole, the ranks without it."""

from dataclasses import dataclass

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.composite.building import Recipe, build
from longdan.core.engine.composite.hierarchy import Hierarchy
from longdan.core.engine.composite.influence import correlation, cronbach_alpha, effective_weights
from longdan.core.engine.composite.means import copeland
from longdan.core.engine.composite.removing import remove_each
from longdan.core.engine.ranking import ranks


@dataclass(frozen=True, slots=True)
class PartInRanks:
    """``weight``: share in the whole; ``shift``: how many places units move in the mean, either way, when it is taken out.

    ``correlation``: with the whole; NaN where the part is the same for all units, so that it decides no rank at all.
    """

    code: str
    weight: float
    correlation: float
    shift: float


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The parts of a composite; ``alpha``: how far they measure one thing (Cronbach), NaN where nothing differs.

    ``by_pairs``: the ranks if units are compared two by two, part by part (Copeland), None where a part does not concern a unit.
    """

    parts: tuple[PartInRanks, ...]
    alpha: float
    by_pairs: Floats | None


def parts_of(values: Floats, tree: Hierarchy, recipe: Recipe) -> Parts:
    """The parts right below the root, from indicators (units × leaves) in the order of the tree."""
    nodes, weights, children = build(values, tree, recipe), effective_weights(tree), tree.groups[-1].children
    whole = nodes[:, tree.root]
    removed = remove_each(values, tree, [tree.codes[child] for child in children], recipe)
    parts = tuple(
        PartInRanks(one.code.rsplit("/", 1)[-1], float(weights[child]), correlation(nodes[:, child], whole), one.shift)
        for child, one in zip(children, removed, strict=True)
    )
    below = nodes[:, children]
    by_pairs = None if np.isnan(below).any() else ranks(copeland(below, weights[children]))
    return Parts(parts, cronbach_alpha(below), by_pairs)
