"""How long it takes to simulate the ranks of a composite of PAPI's size, 63 provinces by 120 indicators."""

from collections.abc import Iterator

import numpy as np

from benchmarks.measures import Measure, seconds
from benchmarks.memory import peak_of
from longdan.core.engine.arrays import Floats
from longdan.core.engine.composite.building import Recipe, build
from longdan.core.engine.composite.hierarchy import Branch, Hierarchy, plant
from longdan.core.engine.composite.means import ARITHMETIC, GEOMETRIC
from longdan.core.engine.composite.normalising import MinMax, ZScore
from longdan.core.engine.rank_sets.comparisons import Method, compare_all
from longdan.core.engine.ranking import ranks
from longdan.core.engine.robustness.alternatives import Alternatives
from longdan.core.engine.robustness.sensitivity import sensitivity
from longdan.core.engine.robustness.simulating import simulate

UNITS, LEAVES, GROUPS, DIMENSIONS, DRAWS = 63, 120, 28, 8, 10_000
SCALES = (MinMax(1, 10), MinMax(1, 100))
METHOD = Alternatives((MinMax(1, 10), ZScore()), weights_off_by=0.25)
MEANS = Alternatives(SCALES, ((ARITHMETIC,), (GEOMETRIC,)), 0.25)


def tree() -> Hierarchy:
    leaves = [Branch(f"leaf {n}", f"group {n % GROUPS}") for n in range(LEAVES)]
    groups = [Branch(f"group {n}", f"dimension {n % DIMENSIONS}") for n in range(GROUPS)]
    return plant([*leaves, *groups, *(Branch(f"dimension {n}", "total") for n in range(DIMENSIONS)), Branch("total", None)])


def values() -> Floats:
    return np.random.default_rng(0).normal(5.0, 1.0, (UNITS, LEAVES))


def sampled(open_to: Alternatives) -> Alternatives:
    return Alternatives(open_to.normalisations, open_to.means, open_to.weights_off_by, np.full((UNITS, LEAVES), 0.2))


def run(open_to: Alternatives) -> Floats:
    return simulate(values(), tree(), open_to, draws=DRAWS, seed=1, threads=2)


def one_by_one(draws: int = 200) -> float:
    """Microseconds a draw where each draw is built by itself: the yardstick."""
    planted, table, recipe = tree(), values(), Recipe(MinMax(1, 10))
    return seconds(lambda: [ranks(build(table, planted, recipe)[:, planted.root]) for _ in range(draws)], times=3) / draws * 1e6


def measures() -> Iterator[Measure]:
    alone = f"one draw built by itself, 10,000 of them: {one_by_one() / 100:.1f} s"
    size = f"10,000 draws over {UNITS} × {LEAVES}, two threads"
    for name, open_to in {
        "weights, normalisation": METHOD,
        "weights, scale, kind of mean": MEANS,
        "weights, sampling error of each indicator": sampled(Alternatives(weights_off_by=0.25)),
    }.items():
        yield Measure(f"{size}: {name}", seconds(lambda open_to=open_to: run(open_to), times=5), "s", 1.0, alone)
    nothing = f"the same process before it draws: {peak_of('import benchmarks.robustness'):.0f} MB"
    peak = peak_of("from benchmarks.robustness import METHOD, run, sampled; run(sampled(METHOD))")
    yield Measure("peak memory of the draws with sampling errors", peak, "MB", 300, nothing)
    table, planted, open_ones = values(), tree(), sampled(METHOD)
    taken = seconds(lambda: sensitivity(table, planted, open_ones, points=500, seed=1), times=3)
    yield Measure("sensitivity to three open_to, 500 points, 2,500 runs", taken, "s")
    marks, errors = np.random.default_rng(1).normal(42.0, 1.5, UNITS), np.full(UNITS, 0.35)
    first = seconds(lambda: compare_all(marks, errors, Method(stepwise=False)), times=3)
    every = seconds(lambda: compare_all(marks, errors, Method()), times=3)
    yield Measure(f"rank sets of {UNITS} provinces, 20,000 draws, stepwise", every, "s", None, f"first step only: {first:.2f} s")
