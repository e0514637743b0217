"""How long it takes to score every commune of the country by 90 leaves in five years, and to say why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from time import perf_counter

import numpy as np

from benchmarks.measures import Measure, seconds
from benchmarks.memory import peak_of
from longdan.core.catalogue.indices import Index, Node, read_edition, rules
from longdan.core.engine.arrays import Floats
from longdan.core.engine.bulk.scoring import Scores, score_all
from longdan.core.engine.bulk.table import Table, tabulate
from longdan.core.engine.figures import gather
from longdan.core.engine.scoring import score
from longdan.core.facts import Fact
from longdan.core.periods import year

COMMUNES, YEARS, ASKED = 3_321, range(2026, 2031), 200
UNITS = tuple(f"{number:05}" for number in range(COMMUNES))
PERIODS = tuple(map(year, YEARS))
SAMPLE = files("longdan") / "catalogue" / "indices" / "par-index-internal" / "sample-communes.yaml"


@cache
def edition() -> Index:
    """The sample set for communes: about 90 leaves, every kind of rule."""
    return read_edition(SAMPLE)


def figures(node: Node, random: np.random.Generator) -> Mapping[str, Floats]:
    """Figures that a leaf's rule can be scored from, with three in a thousand missing."""
    shape = (COMMUNES, len(PERIODS))
    counts = {code: random.integers(0, 60, shape).astype(np.float64) for code in node.needs}
    match node.rule:
        case rules.YesNo(of=of):
            counts[of] = random.integers(0, 2, shape).astype(np.float64)
        case rules.Levels(of=of, points=points):
            counts[of] = random.integers(1, len(points) + 1, shape).astype(np.float64)
        case rules.Proportion(of=of, to=to) | rules.Bands(of=of, to=to) if to is not None:
            counts[to] = counts[of] + random.integers(1, 20, shape)
        case rules.Published(of=of):
            counts[of] = np.round(random.uniform(0, float(node.most or 0), shape), 2)
    for figure in counts.values():
        figure[random.random(shape) < 0.003] = np.nan
    return counts


@cache
def table() -> Table:
    random = np.random.default_rng(2026)
    values: dict[str, Floats] = {}
    for leaf in edition().leaves():
        values |= figures(leaf, random)
    return Table(UNITS, PERIODS, values)


def facts() -> list[Fact]:
    """The same figures as facts, one object each."""
    return [
        Fact(code, UNITS[row], PERIODS[column], Decimal(text))
        for code, values in table().values.items()
        for (row, column), text in zip(np.ndindex(values.shape), map(repr, values.ravel().tolist()), strict=True)
        if text != "nan"
    ]


def score_facts(given: list[Fact]) -> Scores:
    return score_all(edition(), tabulate(gather(given)))


def bare() -> Floats:
    """The yardstick: one clipped multiplication a leaf and their sum, in numpy, without rules, gaps or reasons."""
    total = np.zeros((COMMUNES, len(PERIODS)))
    for leaf in edition().leaves():
        figure = table().values[leaf.needs[0]] if leaf.needs else total
        total = total + np.clip(figure * float(leaf.most or 0) / 60, 0, float(leaf.most or 0))
    return total


def asked_why(scores: Scores) -> float:
    """Milliseconds until a mark of the table has its because, over communes far apart."""
    started = perf_counter()
    for unit in UNITS[:: COMMUNES // ASKED]:
        scores.exact(unit, PERIODS[-1])
    return (perf_counter() - started) / len(UNITS[:: COMMUNES // ASKED]) * 1000


def measures() -> Iterator[Measure]:
    leaves, nodes = len(edition().leaves()), len(edition().nodes)
    marks = leaves * COMMUNES * len(PERIODS)
    size = f"{COMMUNES:,} communes × {leaves} leaves × {len(PERIODS)} years ({marks / 1e6:.1f} million marks of leaves)"
    beside = f"bare numpy: {seconds(bare, times=5) * 1000:.1f} ms"
    yield Measure(f"score {size}, from arrays", seconds(lambda: score_all(edition(), table()), times=5), "s", 10, beside)
    given = facts()
    started = perf_counter()
    scores = score_facts(given)
    taken = perf_counter() - started
    yield Measure(f"the same from {len(given) / 1e6:.1f} million facts", taken, "s", 10, beside)
    gathered = gather(given)
    exact = seconds(lambda: score(edition(), gathered, UNITS[7], PERIODS[-1]), times=5) * 1000
    alone = f"one scorecard of {nodes} marks by the exact engine: {exact:.1f} ms"
    yield Measure(f"the because of all {nodes} marks of a commune, on demand", asked_why(scores), "ms", 1000, alone)
    nothing = f"the figures alone: {peak_of('from benchmarks.scoring import table; table()'):.0f} MB"
    told = "from benchmarks.scoring import edition, score_all, table; score_all(edition(), table())"
    yield Measure("peak memory, from arrays", peak_of(told), "MB", 1000, nothing)
    as_facts = f"the facts alone: {peak_of('from benchmarks.scoring import facts; kept = facts()'):.0f} MB"
    told = "from benchmarks.scoring import facts, score_facts; kept = score_facts(facts())"
    yield Measure("peak memory, from facts", peak_of(told), "MB", 4000, as_facts)
