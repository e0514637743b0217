"""Tiers that can be published instead of ranks: the leader of each is surely below the leader of the tier above.

A tier is opened by the best unit that is surely below the leader before it, and takes in all that follow down to the next leader.
Two units of one tier may be in either order; two at the edges of neighbouring tiers may be too, which is why a tier is named by
its leader. In the manner of the league tables of Goldstein, Spiegelhalter (1996, "League tables and their limitations", JRSS A
159, 385–443), with simultaneous tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from longdan.core.engine.rank_sets.comparisons import Method, Scope, compare_all


@dataclass(frozen=True, slots=True)
class Tier:
    """Units from the best figure downwards; the first is the leader."""

    number: int
    units: tuple[str, ...]


def tiers(estimates: Mapping[str, tuple[float, float]], method: Method) -> list[Tier]:
    """The tiers of units, from their figures and standard errors; the leaders' order holds at the level, all together."""
    units = sorted(estimates, key=lambda unit: -estimates[unit][0])
    figures, errors = np.array([estimates[unit] for unit in units], dtype=np.float64).reshape(-1, 2).T
    below = compare_all(figures, errors, replace(method, scope=Scope.SIMULTANEOUS)).below
    leaders: list[int] = []
    for place in range(len(units)):
        if not leaders or below[place, leaders[-1]]:
            leaders.append(place)
    ends = [*leaders[1:], len(units)]
    return [Tier(number, tuple(units[a:b])) for number, (a, b) in enumerate(zip(leaders, ends, strict=True), start=1)]
