"""The places that units may truly have, by simulation of their sampling errors."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from longdan.core.engine.ranking import ranks


@dataclass(frozen=True, slots=True)
class PlaceInterval:
    """A unit's place, and the places between which it falls in ``level`` of the simulations.

    Each interval stands for itself. It tells what another sample might have shown; what can be said about the true places of all
    units at once is wider, and told by rank sets.
    """

    unit: str
    place: int
    best: int
    worst: int
    level: float


def place_intervals(
    estimates: Mapping[str, tuple[float, float]], *, level: float = 0.9, draws: int = 10_000, seed: int
) -> list[PlaceInterval]:
    """The place interval of each unit, from its mark and standard error; units err independently."""
    marks, errors = np.array(list(estimates.values()), dtype=np.float64).reshape(-1, 2).T
    simulated = ranks(np.random.default_rng(seed).normal(marks, errors, (draws, len(marks))))
    tail = (1.0 - level) / 2.0
    best, worst = np.quantile(simulated, [tail, 1.0 - tail], axis=0, method="nearest")
    return [
        PlaceInterval(unit, int(place), int(low), int(high), level)
        for unit, place, low, high in zip(estimates, ranks(marks), best, worst, strict=True)
    ]
