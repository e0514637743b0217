"""Ranks of many draws at once: the greatest value is first, ties share the best of their places."""

import numpy as np

from longdan.core.engine.arrays import Floats


def ranks(values: Floats) -> Floats:
    """Ranks along the last axis, 1 for the greatest; equal values share the best place (1, 2, 2, 4); a gap has no rank (NaN)."""
    order = np.argsort(-values, axis=-1, kind="stable")  # gaps come last
    sorted_values = np.take_along_axis(values, order, axis=-1)
    places = np.broadcast_to(np.arange(1.0, values.shape[-1] + 1.0), values.shape).copy()
    places[..., 1:][sorted_values[..., 1:] == sorted_values[..., :-1]] = 0.0
    np.maximum.accumulate(places, axis=-1, out=places)
    placed = np.empty_like(places)
    np.put_along_axis(placed, order, places, axis=-1)
    placed[np.isnan(values)] = np.nan
    return placed
