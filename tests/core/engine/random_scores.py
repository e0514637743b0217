"""Random editions with random figures, for tests that hold one way of scoring against another."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from longdan.core.catalogue.indices import TOTAL, Break, Index, Missing, Node, Scored, Text, rules
from longdan.core.catalogue.indices.bounds import read_band
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import year
from tests.core.engine.trees import PLACE, a_node, an_index

INPUTS = ("a", "b", "c", "d", "e")
UNITS = ("An", "Bình", "Chi")
PERIODS = tuple(year(number) for number in (2023, 2024, 2025))
BANDS = ("dưới 50", "từ 50 đến dưới 80", "từ 80 đến 100", "trên 100")

inputs = st.sampled_from(INPUTS)
points = st.decimals(0, 10, places=2)
weights = st.decimals(1, 5, places=1)
percents = st.sampled_from([Decimal(number) for number in (20, 50, 60, 80, 90, 100)])
figures = st.one_of(
    st.sampled_from([Decimal(number) for number in (0, 1, 2, 3, 4, 5, 50, 80, 100)]), st.decimals(-3, 120, places=3)
)
ranges = st.one_of(
    st.builds(rules.FixedRange, st.decimals(-5, 1, places=1), st.decimals(2, 90, places=1)),
    st.builds(rules.ObservedRange, st.integers(1, 3)),
)


@st.composite
def bands(draw: st.DrawFn) -> rules.Bands:
    steps = tuple(band for words in BANDS if (band := read_band(words, draw(points))))
    return rules.Bands(draw(inputs), draw(st.none() | inputs), steps)


@st.composite
def proportions(draw: st.DrawFn) -> rules.Proportion:
    floor, full = sorted((draw(percents), draw(percents)))
    return rules.Proportion(draw(inputs), draw(st.none() | inputs), draw(st.sampled_from([Decimal(0), floor])), full)


@st.composite
def deadlines(draw: st.DrawFn) -> rules.DeadlineMet:
    days = sorted(draw(st.sets(st.integers(1, 60), max_size=3)))
    return rules.DeadlineMet(draw(inputs), "15/12", tuple(rules.LateStep(day, draw(points)) for day in days))


LEAF_RULES: st.SearchStrategy[rules.Rule] = st.one_of(
    st.builds(rules.YesNo, inputs),
    st.builds(rules.Levels, inputs, st.lists(st.builds(rules.Level, st.just("mức"), points), min_size=1, max_size=4).map(tuple)),
    bands(),
    proportions(),
    deadlines(),
    st.builds(
        rules.WeightedOptions, st.lists(st.tuples(inputs, percents), min_size=2, max_size=4, unique_by=lambda o: o[0]).map(tuple)
    ),
    st.builds(rules.ShareOfSatisfied, st.just(("d", "e")), st.just(INPUTS)),
    st.builds(rules.MeanRescaled, st.just(INPUTS), st.sampled_from([Decimal(0), Decimal(1)])),
    st.builds(rules.MinMax, inputs, ranges, st.booleans(), st.booleans()),
    st.builds(rules.Reverse, inputs, st.just(Decimal(1)), st.just(Decimal(10))),
    st.builds(rules.Affine, points, st.lists(st.tuples(inputs, weights), min_size=1, max_size=3).map(tuple)),
    st.builds(rules.DerivedFromIndex, st.just("sipas"), st.just("total"), st.none() | percents),
    st.builds(rules.Bonus, inputs, weights),
    st.builds(rules.Penalty, inputs, weights),
    st.builds(rules.Published, inputs),
    st.builds(rules.Unknown),
)


@st.composite
def aggregates(draw: st.DrawFn) -> rules.Aggregate:
    match draw(st.integers(0, 2)):
        case 0:
            return rules.Sum((), draw(st.booleans()))
        case 1:
            return rules.WeightedSum((), draw(weights))
        case _:
            return rules.Mean((), draw(weights))


@st.composite
def nodes(draw: st.DrawFn, code: str, parent: str, rule: rules.Rule) -> Node:
    return a_node(
        code,
        rule,
        parent=parent,
        most=draw(st.sampled_from([Decimal(10), Decimal("7.5"), Decimal(100), None])),
        least=draw(st.sampled_from([Decimal(0), Decimal(1), Decimal(-4), None])),
        weight=draw(weights),
        scored=draw(st.sampled_from([Scored.SCORED] * 6 + [Scored.LISTED, Scored.ZERO])),
        not_applicable_allowed=draw(st.sampled_from([True, True, True, False])),
        unknown=draw(st.sampled_from([frozenset()] * 15 + [frozenset({one}) for one in (Missing.WEIGHT, Missing.CHILDREN)])),
    )


@st.composite
def editions(draw: st.DrawFn) -> Index:
    """Two or three branches of up to three leaves, one node that reads others by their codes, and a second view."""
    tree: list[Node] = []
    for branch in range(1, draw(st.integers(2, 3)) + 1):
        tree.append(draw(nodes(str(branch), TOTAL, draw(aggregates()))))
        for leaf in range(1, draw(st.integers(1, 3)) + 1):
            tree.append(draw(nodes(f"{branch}.{leaf}", str(branch), draw(LEAF_RULES))))
    tree.append(a_node("1.9", rules.Bonus(draw(inputs), draw(weights)), parent="1", most=2, weight=draw(weights)))
    read = rules.Affine(draw(points), (("1.1", draw(weights)), ("b", draw(weights))))
    view = a_node("view", rules.WeightedSum((("1", draw(weights)), ("2", draw(weights))), Decimal(1)), parent=None)
    tree += [draw(nodes("9", TOTAL, read)), view]
    return an_index(
        tree,
        draw(aggregates()),
        most=draw(st.sampled_from([Decimal(30), None])),
        least_answers=draw(st.none() | st.just(9)),
        breaks=tuple(draw(st.lists(breaks(tuple(node.code for node in tree)), max_size=2))),
    )


@st.composite
def breaks(draw: st.DrawFn, codes: tuple[str, ...]) -> Break:
    """A break of the series of some nodes, or of all."""
    named = draw(st.lists(st.sampled_from(codes), max_size=4, unique=True))
    return Break(draw(st.integers(2022, 2026)), tuple(named), Text("đổi cách đo"), PLACE)


@dataclass(frozen=True, slots=True)
class Setting:
    """An edition with the figures of three units in three years."""

    index: Index
    facts: tuple[Fact, ...]
    not_applicable: tuple[NotApplicable, ...]


@st.composite
def settings_of_scores(draw: st.DrawFn) -> Setting:
    """Most figures are there; some nodes have a mark stated, some do not concern a unit."""
    index = draw(editions())
    codes = [*INPUTS, "sipas/total"]
    facts = [
        Fact(code, unit, period, value)
        for code in codes
        for unit in UNITS
        for period in PERIODS
        if (value := draw(st.one_of(figures, figures, figures, figures, st.none()))) is not None
    ]
    known = [node.code for node in index.nodes]
    stated = draw(
        st.lists(st.tuples(st.sampled_from(known), st.sampled_from(UNITS), figures), max_size=3, unique_by=lambda s: s[:2])
    )
    absent = draw(st.sets(st.tuples(st.sampled_from(known[1:]), st.sampled_from(UNITS)), max_size=4))
    if draw(st.booleans()):  # of the first branch nothing is left but the bonus
        absent |= {(code, UNITS[0]) for code in known if code.startswith("1.") and code != "1.9"}
    return Setting(
        index,
        (*facts, *(Fact(code, unit, PERIODS[-1], value) for code, unit, value in stated)),
        tuple(NotApplicable(node, unit, PERIODS[-1]) for node, unit in sorted(absent)),
    )
