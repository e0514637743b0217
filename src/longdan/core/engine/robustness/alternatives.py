"""What about a composite might as well have been decided, or measured, otherwise; a table of runs that try it."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product

import numpy as np

from longdan.core.engine.arrays import Floats, Integers
from longdan.core.engine.composite.building import ONE_TO_TEN, Recipe, climb
from longdan.core.engine.composite.hierarchy import Hierarchy
from longdan.core.engine.composite.means import ARITHMETIC, PowerMean
from longdan.core.engine.composite.normalising import Normalisation, directed
from longdan.core.engine.robustness.straight import Noise, straight_scores

CHUNK, NOISY_CHUNK = 256, 128  # runs worked on at a time, without and with noise in the indicators: what the cache holds


@dataclass(frozen=True, slots=True, eq=False)
class Alternatives:
    """Normalisations and means (lowest groups first) that are as good; by what share weights may be off; standard errors.

    ``errors`` has the shape of the indicators (units × leaves) and their unit of measure; errors of different indicators are
    taken to be independent. Weights keep their sum within a group in effect, because means divide by it.
    """

    normalisations: tuple[Normalisation, ...] = (ONE_TO_TEN,)
    means: tuple[tuple[PowerMean, ...], ...] = ((ARITHMETIC,),)
    weights_off_by: float = 0.0
    errors: Floats | None = None

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        return tuple(Recipe(normalisation, means) for normalisation, means in product(self.normalisations, self.means))


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Each run's recipe (its number) and weights (nodes × runs); ``noise`` draws errors (units × leaves × runs) for some."""

    recipes: Integers
    weights: Floats
    noise: Callable[[Integers], Noise] | None


def scores(values: Floats, tree: Hierarchy, open_to: Alternatives, runs: Runs, threads: int = 1) -> Floats:
    """The root (runs × units) in each run, the same with any number of ``threads``.

    Recipes give scores of different scales: only ranks can be compared across runs.
    """
    found = np.empty((len(runs.recipes), len(values)))
    turned = values * tree.directions
    alike = [directed(turned, tree.directions, recipe.normalisation)[:, :, None] for recipe in open_to.recipes]

    def fill(chosen: Integers) -> None:
        number = int(runs.recipes[chosen[0]])
        recipe = open_to.recipes[number]
        weights = runs.weights[:, chosen]
        if runs.noise is None:
            found[chosen] = climb(alike[number], tree, weights, recipe)[tree.root].T
            return
        noisy = _noisy(turned, tree, open_to, runs.noise(chosen))
        straight = straight_scores(noisy, tree, weights, recipe)
        found[chosen] = (
            climb(directed(noisy.astype(np.float64), tree.directions, recipe.normalisation), tree, weights, recipe)[tree.root]
            if straight is None
            else straight
        ).T

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(fill, _chunks(runs)))
    return found


def noisy_weights(tree: Hierarchy, share: float, draws: int, generator: np.random.Generator) -> Floats:
    """Weights (nodes × draws), each multiplied by a number uniform between 1 − share and 1 + share, as COINr's noisy weights."""
    return tree.weights[:, None] * generator.uniform(1.0 - share, 1.0 + share, (len(tree.branches), draws))


def _noisy(turned: Floats, tree: Hierarchy, open_to: Alternatives, noise: Noise) -> Noise:
    """What might have been measured (units × leaves × runs), in the room of the noise that is used up for it."""
    assert open_to.errors is not None
    noise *= (open_to.errors * tree.directions).astype(noise.dtype)[:, :, None]
    noise += turned.astype(noise.dtype)[:, :, None]
    return noise


def _chunks(runs: Runs) -> Iterator[Integers]:
    """The numbers of runs that share a recipe, as many as are worked on at a time."""
    size = NOISY_CHUNK if runs.noise else CHUNK
    for recipe in np.unique(runs.recipes):
        places = np.flatnonzero(runs.recipes == recipe)
        yield from (places[start : start + size] for start in range(0, len(places), size))
