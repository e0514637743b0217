"""How much ranks hang on one part of a composite: take each part out in turn, and rank anew (OECD/JRC handbook 2008, step 7)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.composite.building import USUAL, Recipe, build
from longdan.core.engine.composite.hierarchy import Hierarchy, without
from longdan.core.engine.ranking import ranks


@dataclass(frozen=True, slots=True, eq=False)
class Removal:
    """The composite without one node; ``shift`` is the mean over the units of how many places they move, either way."""

    code: str
    scores: Floats
    ranks: Floats
    shift: float


def remove_each(values: Floats, tree: Hierarchy, codes: Sequence[str], recipe: Recipe = USUAL) -> list[Removal]:
    """The composite (from a table units × leaves) without each of these nodes in turn."""
    nominal = ranks(build(values, tree, recipe)[:, tree.root])
    return [_removal(code, values, tree, nominal, recipe) for code in codes]


def _removal(code: str, values: Floats, tree: Hierarchy, nominal: Floats, recipe: Recipe) -> Removal:
    left = without(tree, code)
    kept = {left.codes[leaf] for leaf in left.leaves}
    columns = [column for column, leaf in enumerate(tree.leaves) if tree.codes[leaf] in kept]
    scores = build(values[:, columns], left, recipe)[:, left.root]
    placed = ranks(scores)
    return Removal(code, scores, placed, float(np.nanmean(np.abs(placed - nominal))))
