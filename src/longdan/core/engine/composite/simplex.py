"""The downhill search of Nelder and Mead (1965, The Computer Journal 7, 308–313), in the form that R's ``optim`` uses."""

from collections.abc import Callable

import numpy as np

from longdan.core.engine.arrays import Floats

Cost = Callable[[Floats], float]


def descend(cost: Cost, start: Floats, *, tolerance: float, rounds: int) -> Floats:
    """The best point found; stops where all corners cost nearly the same (``tolerance``, relative), or the best none."""
    corners = _corners(start)
    costs = np.array([cost(corner) for corner in corners])
    spread = tolerance * (abs(costs[0]) + tolerance)
    for _ in range(rounds):
        order = np.argsort(costs, kind="stable")
        corners, costs = corners[order], costs[order]
        if costs[-1] <= costs[0] + spread or costs[0] <= tolerance * tolerance:
            break
        corners, costs = _step(cost, corners, costs)
    return np.asarray(corners[np.argmin(costs)])


def _corners(start: Floats) -> Floats:
    """The start, and the start moved along each axis by a tenth of its greatest coordinate."""
    step = 0.1 * float(np.abs(start).max()) or 0.1
    return np.vstack([start, start + step * np.eye(len(start))])


def _step(cost: Cost, corners: Floats, costs: Floats) -> tuple[Floats, Floats]:
    """Reflects the worst corner; stretches, contracts or shrinks as the cost there says. Corners come sorted, the best first."""
    centre, worst = corners[:-1].mean(axis=0), corners[-1]
    reflected = 2.0 * centre - worst
    price = cost(reflected)
    if price < costs[0]:
        stretched = 2.0 * reflected - centre
        further = cost(stretched)
        return _replace(corners, costs, *((stretched, further) if further < price else (reflected, price)))
    if price < costs[-2]:
        return _replace(corners, costs, reflected, price)
    nearer = 0.5 * ((reflected if price < costs[-1] else worst) + centre)
    contracted = cost(nearer)
    if contracted < min(price, costs[-1]):
        return _replace(corners, costs, nearer, contracted)
    shrunk = corners[0] + 0.5 * (corners - corners[0])
    return shrunk, np.array([costs[0], *(cost(corner) for corner in shrunk[1:])])


def _replace(corners: Floats, costs: Floats, corner: Floats, price: float) -> tuple[Floats, Floats]:
    return np.vstack([corners[:-1], corner]), np.append(costs[:-1], price)
