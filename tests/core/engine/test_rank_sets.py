"""Rank sets, tiers: what figures with errors allow to be said about places."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longdan.core.engine.rank_sets.comparisons import Method, Scope, compare_all
from longdan.core.engine.rank_sets.sets import RankSet, among_best, bounds, rank_sets
from longdan.core.engine.rank_sets.tiers import tiers
from tests.core.engine.oracles import cases, here

METHODS = {
    "simul_stepdown": Method(),
    "simul_single": Method(stepwise=False),
    "marginal": Method(scope=Scope.MARGINAL),
}
QUICK = Method(draws=2000)
FAR = {"A": (9.0, 0.1), "B": (5.0, 0.1), "C": (1.0, 0.1)}
NEAR = {"A": (5.2, 1.0), "B": (5.1, 1.0), "C": (5.0, 1.0)}
MIXED = {"A": (9.0, 0.1), "B": (8.95, 0.1), "C": (5.0, 0.1), "D": (4.9, 0.1), "E": (1.0, 6.0)}


@here
@pytest.mark.parametrize("name", METHODS)
def test_rank_sets_are_those_of_csranks_to_one_place(name: str) -> None:
    oracle = cases("09_rank_confidence_sets.json")
    best, worst = bounds(compare_all(np.array(oracle["theta"]), np.array(oracle["se"]), METHODS[name]))
    assert max(np.abs(best - oracle[name]["L"]).max(), np.abs(worst - oracle[name]["U"]).max()) <= 1


@here
def test_the_units_that_may_be_among_the_best_ten_are_those_of_csranks() -> None:
    oracle = cases("09_rank_confidence_sets.json")
    estimates = {str(number): pair for number, pair in enumerate(zip(oracle["theta"], oracle["se"], strict=True))}
    found = among_best(rank_sets(estimates, Method()), 10)
    assert found == [unit for unit, among in zip(estimates, oracle["tau_best_10"], strict=True) if among]


@pytest.mark.parametrize(
    ("estimates", "expected"),
    [
        (FAR, [("A", 1, 1), ("B", 2, 2), ("C", 3, 3)]),
        (NEAR, [("A", 1, 3), ("B", 1, 3), ("C", 1, 3)]),
        (MIXED, [("A", 1, 3), ("B", 1, 3), ("C", 3, 5), ("D", 3, 5), ("E", 1, 5)]),
        ({"A": (2.0, 0.0), "B": (1.0, 0.0), "C": (1.0, 0.0)}, [("A", 1, 1), ("B", 2, 3), ("C", 2, 3)]),
        ({"A": (2.0, 0.5)}, [("A", 1, 1)]),
        ({}, []),
    ],
    ids=["far apart", "in the noise", "mixed", "without error", "alone", "nobody"],
)
def test_a_rank_set_holds_the_places_that_cannot_be_ruled_out(
    estimates: dict[str, tuple[float, float]], expected: list[tuple[str, int, int]]
) -> None:
    assert rank_sets(estimates, QUICK) == [RankSet(*one) for one in expected]


@pytest.mark.parametrize(
    ("estimates", "expected"),
    [(FAR, [("A",), ("B",), ("C",)]), (NEAR, [("A", "B", "C")]), (MIXED, [("A", "B"), ("C", "D", "E")])],
    ids=["far apart", "in the noise", "mixed"],
)
def test_a_tier_begins_with_the_first_unit_surely_below_the_last_leader(
    estimates: dict[str, tuple[float, float]], expected: list[tuple[str, ...]]
) -> None:
    assert [tier.units for tier in tiers(estimates, QUICK)] == expected


def test_the_best_few_are_those_that_may_stand_there() -> None:
    assert among_best(rank_sets(MIXED, QUICK), 1) == ["A", "B", "E"]


def test_the_same_seed_gives_the_same_sets() -> None:
    assert rank_sets(MIXED, replace(QUICK, seed=3)) == rank_sets(MIXED, replace(QUICK, seed=3))


def test_errors_that_move_together_do_not_blur_the_order() -> None:
    together = np.full((2, 2), 1.0) + np.diag([1e-6, 1e-6])
    apart = bounds(compare_all(np.array([5.2, 5.0]), np.array([1.0, 1.0]), QUICK))[1].tolist()
    assert (apart, bounds(compare_all(np.array([5.2, 5.0]), together, QUICK))[1].tolist()) == ([2, 2], [1, 2])


def test_a_simultaneous_set_covers_all_true_ranks_as_often_as_it_says() -> None:
    true, errors = np.array([3.0, 2.0, 1.5, 1.0, 0.0]), np.array([0.5, 0.4, 0.6, 0.5, 0.3])
    random, held = np.random.default_rng(7), 0
    for _ in range(400):
        best, worst = bounds(compare_all(random.normal(true, errors), errors, replace(QUICK, level=0.8, draws=500)))
        held += bool(np.all((best <= [1, 2, 3, 4, 5]) & (worst >= [1, 2, 3, 4, 5])))
    assert held / 400 > 0.77  # 0.8 less two and a half standard errors of 400 trials, and 0.02 for 500 draws


FIGURE = st.tuples(st.floats(-5, 5), st.floats(0.01, 2))


@given(st.lists(FIGURE, min_size=2, max_size=8))
def test_a_marginal_set_is_never_wider_than_the_simultaneous_one(figures: list[tuple[float, float]]) -> None:
    estimates = {str(number): figure for number, figure in enumerate(figures)}
    wide, narrow = (rank_sets(estimates, Method(scope=scope, draws=300)) for scope in (Scope.SIMULTANEOUS, Scope.MARGINAL))
    assert all(one.best <= other.best and other.worst <= one.worst for one, other in zip(wide, narrow, strict=True))


@given(st.lists(FIGURE, min_size=1, max_size=8))
def test_tiers_hold_every_unit_once_from_the_best_downwards(figures: list[tuple[float, float]]) -> None:
    estimates = {str(number): figure for number, figure in enumerate(figures)}
    listed = [unit for tier in tiers(estimates, Method(draws=200)) for unit in tier.units]
    assert (sorted(listed), all(estimates[a][0] >= estimates[b][0] for a, b in pairwise(listed))) == (sorted(estimates), True)
