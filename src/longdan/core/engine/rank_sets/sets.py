"""Confidence sets for ranks: between which places each unit may truly stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.rank_sets.comparisons import Comparisons, Method, compare_all


@dataclass(frozen=True, slots=True)
class RankSet:
    """A unit's true place is between ``best`` and ``worst`` (1 is first), at the method's level."""

    unit: str
    best: int
    worst: int

    @property
    def width(self) -> int:
        """How many places the set holds."""
        return self.worst - self.best + 1


def rank_sets(estimates: Mapping[str, tuple[float, float]], method: Method) -> list[RankSet]:
    """The rank set of each unit, from its figure and standard error; figures of different units are taken to be independent.

    Units without a figure are left out by the caller: a gap has no rank.
    """
    figures, errors = np.array(list(estimates.values()), dtype=np.float64).reshape(-1, 2).T
    best, worst = bounds(compare_all(figures, errors, method))
    return [RankSet(unit, int(low), int(high)) for unit, low, high in zip(estimates, best, worst, strict=True)]


def bounds(found: Comparisons) -> tuple[Floats, Floats]:
    """The best and the worst place of each unit: behind all that are surely above it, before all that are surely below."""
    best = 1.0 + found.below.sum(axis=1)
    return best, len(found.above) - np.asarray(found.above.sum(axis=1), dtype=np.float64)


def among_best(sets: Sequence[RankSet], places: int) -> list[str]:
    """The units of which it cannot be ruled out that they stand among the first ``places`` (the τ-best of Mogstad et al.)."""
    return [one.unit for one in sets if one.best <= places]
