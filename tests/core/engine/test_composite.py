"""The composite room agrees with its slow twin on random tables; what it refuses, what it leaves a gap."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from longdan.core.engine.composite import normalising as n
from longdan.core.engine.composite.balancing import balance
from longdan.core.engine.composite.building import Recipe, build, climb
from longdan.core.engine.composite.hierarchy import Branch, plant, reweighed, without
from longdan.core.engine.composite.imputing import Centre, impute
from longdan.core.engine.composite.influence import effective_weights
from longdan.core.engine.composite.means import ARITHMETIC, GEOMETRIC, HARMONIC, PowerMean, copeland
from longdan.core.engine.composite.removing import remove_each
from longdan.core.engine.composite.treating import Limits, Treatment, treat, winsorise
from longdan.core.engine.ranking import ranks
from longdan.core.engine.robustness.straight import straight_scores
from longdan.core.problems import ProblemsFound
from tests.core.engine import slow_composite as slow
from tests.core.engine.oracles import array, farthest

NODES: list[slow.Node] = [
    ("a", "A", 1.0), ("b", "A", 2.0), ("c", "B", 1.0), ("d", "B", 0.5), ("e", "C", 3.0),
    ("A", "T", 1.0), ("B", "S", 2.0), ("C", "S", 1.0), ("S", "T", 1.5), ("T", None, 1.0),
]  # fmt: skip
TREE = plant([Branch(*node) for node in NODES])
LEAVES = "abcde"
VALUE = st.one_of(st.none(), st.integers(1, 40).map(lambda value: value / 4))
TABLES = st.lists(st.lists(VALUE, min_size=5, max_size=5), min_size=4, max_size=9)
NORMALISATIONS = {
    "n_minmax": n.MinMax(1, 10), "n_scaled": n.Scaled(), "n_zscore": n.ZScore(), "n_rank": n.RankScore(), "n_borda": n.Borda(),
    "n_prank": n.PercentRank(), "n_fracmax": n.FractionOfMost(), "n_goalposts": n.Goalposts(1, 9),
}  # fmt: skip
A_TABLE = [[2.0, 5.0, 3.0, 1.0, 4.0], [4.0, 1.0, None, 3.0, 2.0], [1.0, 3.0, 5.0, None, 5.0], [3.0, 2.0, 1.0, 5.0, 1.0]]


def table(rows: list[list[float | None]]) -> np.ndarray:
    return np.stack([array(row) for row in rows])


def usable(rows: list[list[float | None]]) -> bool:
    """Each column has two different figures, so that it has a range and a deviation."""
    return all(len(set(slow.given(column))) > 1 for column in zip(*rows, strict=True))


@pytest.mark.parametrize("name", NORMALISATIONS)
@given(rows=TABLES)
def test_a_normalisation_is_that_of_its_slow_twin(name: str, rows: list[list[float | None]]) -> None:
    assume(usable(rows))
    twin = [slow.NORMALISATIONS[name](column) for column in zip(*rows, strict=True)]
    assert farthest(NORMALISATIONS[name].of(table(rows)), np.stack([array(column) for column in twin], axis=1)) < 1e-9


@given(rows=TABLES, mean=st.sampled_from([ARITHMETIC, GEOMETRIC, HARMONIC, PowerMean(-1.5), PowerMean(2)]))
def test_a_whole_tree_is_that_of_its_slow_twin_gaps_and_all(rows: list[list[float | None]], mean: PowerMean) -> None:
    assume(usable(rows))
    columns = dict(zip(LEAVES, (slow.min_max(column, 1, 10) for column in zip(*rows, strict=True)), strict=True))
    twin = slow.build(columns, NODES, mean.power)
    ours = build(table(rows), TREE, Recipe(n.MinMax(1, 10), (mean,)))
    assert farthest(ours, np.stack([array(twin[code]) for code in TREE.codes], axis=1)) < 1e-9


def test_means_may_differ_from_height_to_height() -> None:
    scaled = table([[2.0, 8.0, 4.0, 4.0, 9.0], [1.0, 1.0, 1.0, 1.0, 1.0]])
    top = build(scaled, TREE, Recipe(n.Goalposts(0, 1, truncated=False), (ARITHMETIC, GEOMETRIC)))[0, TREE.root]
    lower = 4.0 ** (2 / 3) * 9.0 ** (1 / 3)
    assert top == pytest.approx(6.0**0.4 * lower**0.6)


@given(rows=TABLES, grouped=st.booleans())
def test_filling_gaps_is_that_of_its_slow_twin(rows: list[list[float | None]], grouped: bool) -> None:
    groups = [str(number % 2) for number in range(len(rows))] if grouped else None
    twin = [slow.impute(column, slow.median, groups) for column in zip(*rows, strict=True)]
    assert farthest(impute(table(rows), Centre.MEDIAN, groups), np.stack([array(column) for column in twin], axis=1)) < 1e-12


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=7))
def test_the_count_of_copeland_is_that_of_its_slow_twin(rows: list[list[int]]) -> None:
    weights = [1.0, 2.0, 0.5]
    assert copeland(np.array(rows, dtype=float), np.array(weights)).tolist() == slow.copeland(rows, weights)


@given(st.lists(VALUE, min_size=1, max_size=12))
def test_ranks_are_those_of_the_slow_twin(values: list[float | None]) -> None:
    assert farthest(ranks(array(values)), array(slow.ranks(values))) == 0


@pytest.mark.parametrize("code", ["a", "e", "A", "S"])
def test_taking_out_a_node_leaves_the_composite_of_the_rest(code: str) -> None:
    left = slow.without(code, NODES)
    columns = dict(zip(LEAVES, (slow.min_max(column, 1, 10) for column in zip(*A_TABLE, strict=True)), strict=True))
    found = remove_each(table(A_TABLE), TREE, [code])[0]
    twin = slow.build(columns, left, 1.0)["T"]
    moved = [
        abs(a - b) for a, b in zip(slow.ranks(twin), slow.ranks(slow.build(columns, NODES, 1.0)["T"]), strict=True) if a and b
    ]
    assert (farthest(found.scores, array(twin)) < 1e-12, found.shift) == (True, pytest.approx(sum(moved) / len(moved)))


def test_effective_weights_are_the_shares_on_the_way_up() -> None:
    assert effective_weights(TREE) == pytest.approx([slow.effective(code, NODES) for code in TREE.codes])


def test_other_weights_change_only_the_nodes_named() -> None:
    other = reweighed(TREE, {"b": 9.0})
    assert [branch for branch in other.branches if branch not in TREE.branches] == [replace(TREE.branches[1], weight=9.0)]


def test_balancing_gives_the_parts_the_influence_that_is_wanted() -> None:
    random = np.random.default_rng(5).normal(size=(40, 5))
    assert balance(random, TREE, ["a", "b"], [1.0, 1.0]).influence == pytest.approx([0.5, 0.5], abs=1e-4)


LONG_TAIL = [float(value) for value in [1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 60]]


def test_a_long_tail_is_drawn_in_by_the_fewest_points_that_do() -> None:
    found = treat(array(LONG_TAIL))
    assert (found.treatment, found.points, max(found.values), found.passes) == (Treatment.WINSORISED, 1, 7.0, True)


@given(st.lists(st.integers(1, 30), min_size=8, max_size=14, unique=True), st.integers(0, 3))
def test_winsorising_a_tail_upwards_is_that_of_its_slow_twin(values: list[int], points: int) -> None:
    column = [float(value) for value in values] + [500.0, 900.0]
    ours, moved = winsorise(array(column), Limits(0.5, 1.0, points))
    twin, expected = slow.winsorise(column, 0.5, 1.0, points)
    assume(all(slow.skewness(slow.winsorise(column, 0.0, -99.0, k)[0]) > 0 for k in range(points + 1)))
    assert (moved, farthest(ours, array(twin))) == (expected, 0)


def test_what_winsorising_does_not_mend_is_put_on_a_logarithmic_scale() -> None:
    found = treat(array([*LONG_TAIL, 70.0, 900.0]), Limits(0.5, -1.0, 1))
    assert (found.treatment, found.points) == (Treatment.LOGARITHM, 0)


def test_an_even_indicator_is_left_alone() -> None:
    assert treat(array([1.0, 2.0, 3.0, 4.0, 5.0])).treatment is Treatment.NONE


@pytest.mark.parametrize(
    "branches",
    [
        [Branch("T", None), Branch("a", "X")],
        [Branch("T", None), Branch("a", "T"), Branch("a", "T")],
        [Branch("T", None), Branch("U", None), Branch("a", "T")],
        [Branch("T", None), Branch("a", "T"), Branch("b", "c"), Branch("c", "b")],
        [Branch("a", "b"), Branch("b", "a")],
        [Branch("T", None)],
        [],
    ],
    ids=["unknown parent", "repeated code", "two roots", "circle beside", "circle only", "root only", "nothing"],
)
def test_what_is_no_tree_is_refused(branches: list[Branch]) -> None:
    with pytest.raises(ProblemsFound, match="một cây có đúng một gốc"):
        plant(branches)


def test_a_tree_that_loses_its_last_leaf_on_a_branch_loses_the_branch() -> None:
    assert set(without(TREE, "e").codes) == {"a", "b", "c", "d", "A", "B", "S", "T"}


def test_a_geometric_mean_of_a_value_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        build(table(A_TABLE), TREE, Recipe(n.MinMax(0, 1), (GEOMETRIC,)))


def test_a_column_without_a_range_is_a_gap_and_leaves_the_mean() -> None:
    same = table([[2.0, 5.0, 3.0, 7.0, 4.0], [4.0, 1.0, 2.0, 7.0, 2.0]])
    assert build(same, TREE)[:, TREE.codes.index("B")].tolist() == [10.0, 1.0]


BACKWARDS = plant([Branch("a", "T", 1.0, -1), Branch("b", "T", 2.0), Branch("T", None)])


@pytest.mark.parametrize(
    ("normalisation", "expected"),
    [
        (n.Goalposts(0, 10), [[0.9, 0.1], [0.1, 0.9]]),
        (n.Scaled(0, 10), [[90, 10], [10, 90]]),
        (n.DistanceToTarget(2), [[8 / 7, 0], [0, 8]]),
        (n.MinMax(0, 1), [[1, 0], [0, 1]]),
    ],
    ids=lambda one: type(one).__name__,
)
def test_posts_turn_with_a_leaf_of_which_less_is_better(normalisation: n.Normalisation, expected: list[list[float]]) -> None:
    found = build(table([[1.0, 1.0], [9.0, 9.0]]), BACKWARDS, Recipe(normalisation))
    assert farthest(found[:, BACKWARDS.leaves].T, np.array(expected)) < 1e-12


def test_the_straight_way_turns_posts_as_the_way_up_the_tree_does() -> None:
    noisy = np.random.default_rng(3).normal(4.0, 1.0, (6, 2, 5)) * BACKWARDS.directions[:, None]
    weights, recipe = np.repeat(BACKWARDS.weights[:, None], 5, axis=1), Recipe(n.Scaled(1, 9))
    climbed = climb(n.directed(noisy, BACKWARDS.directions, recipe.normalisation), BACKWARDS, weights, recipe)
    assert straight_scores(noisy, BACKWARDS, weights, recipe) == pytest.approx(climbed[BACKWARDS.root])
