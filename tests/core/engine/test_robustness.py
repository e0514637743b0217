"""Ranks when much is open: simulation that repeats by its seed, sensitivity that finds what moves them."""

from dataclasses import replace

import numpy as np
import pytest

from longdan.core.engine.composite.building import Recipe, build
from longdan.core.engine.composite.hierarchy import Branch, plant, reweighed
from longdan.core.engine.composite.means import ARITHMETIC, GEOMETRIC
from longdan.core.engine.composite.normalising import Borda, MinMax, Normalisation, ZScore
from longdan.core.engine.ranking import ranks
from longdan.core.engine.robustness.alternatives import Alternatives, Runs, noisy_weights, scores
from longdan.core.engine.robustness.sensitivity import Cause, design, indices, sensitivity
from longdan.core.engine.robustness.simulating import noise, simulate, spread

TREE = plant(
    [Branch(code, code[0] if len(code) > 1 else "T", 1.0 + len(code)) for code in ("a1", "a2", "b1", "b2", "a", "b")]
    + [Branch("T", None)]
)
VALUES = np.random.default_rng(11).normal(5, 1, (12, 4)) + np.linspace(0, 1, 12)[:, None]
GAPS = np.where(np.random.default_rng(2).random(VALUES.shape) < 0.1, np.nan, VALUES)
ALL = Alternatives((MinMax(1, 10), ZScore()), ((ARITHMETIC,), (GEOMETRIC,)), 0.3, np.full(VALUES.shape, 0.4))


@pytest.mark.parametrize("values", [VALUES, GAPS], ids=["whole", "with gaps"])
@pytest.mark.parametrize("errors", [None, np.full(VALUES.shape, 0.4)], ids=["exact", "sampled"])
def test_every_run_is_the_composite_of_its_own_recipe_weights_and_noise(values: np.ndarray, errors: np.ndarray | None) -> None:
    random, alternatives, runs = np.random.default_rng(3), replace(ALL, errors=errors), 9
    noise = random.standard_normal((*values.shape, runs))
    plan = Runs(
        random.integers(4, size=runs),
        noisy_weights(TREE, 0.3, runs, random),
        None if errors is None else lambda chosen: noise[:, :, chosen],
    )
    found = scores(values, TREE, alternatives, plan)
    slow = []
    for run in range(runs):
        tree = reweighed(TREE, dict(zip(TREE.codes, plan.weights[:, run], strict=True)))
        seen = values if errors is None else values + errors * noise[:, :, run]
        slow.append(build(seen, tree, alternatives.recipes[plan.recipes[run]])[:, TREE.root])
    assert np.allclose(found, slow, atol=1e-12, rtol=0)


def test_the_same_seed_gives_the_same_ranks_and_another_gives_others() -> None:
    one, again, other = (simulate(VALUES, TREE, ALL, draws=200, seed=seed) for seed in (1, 1, 2))
    assert (np.array_equal(one, again), np.array_equal(one, other)) == (True, False)


def test_without_alternatives_every_draw_is_the_nominal_rank() -> None:
    simulated = simulate(VALUES, TREE, Alternatives(), draws=20, seed=1)
    assert np.array_equal(simulated, np.tile(ranks(build(VALUES, TREE)[:, TREE.root]), (20, 1)))


def test_each_draw_of_errors_is_one_of_independent_standard_normals() -> None:
    lots = [noise((5, 3), 7, np.arange(start, start + 64)) for start in range(0, 64 * 400, 64)]
    draws = np.concatenate(lots, axis=2).reshape(15, -1)
    together = np.cov(draws)
    assert np.allclose(draws.mean(axis=1), 0, atol=0.03)
    assert np.allclose(together, np.eye(15), atol=0.06)
    assert np.allclose((draws**4).mean(axis=1), 3, atol=0.3)


def test_within_a_lot_a_unit_has_each_error_once_and_once_mirrored() -> None:
    drawn = noise((5, 3), 7, np.arange(63))
    for unit in drawn:
        assert np.unique(np.abs(unit[0])).size == 32
        assert np.array_equal(unit[0, :31], -unit[0, 32:])


def shares_of_places(simulated: np.ndarray) -> np.ndarray:
    """How often (places × units) a unit takes each place, as a share of the draws."""
    return np.array([(simulated == place).mean(axis=0) for place in range(1, simulated.shape[1] + 1)])


@pytest.mark.parametrize("normalisation", [MinMax(1, 10), ZScore(), Borda()])
def test_draws_with_errors_have_the_ranks_of_draws_made_one_by_one(normalisation: Normalisation) -> None:
    random, errors, count = np.random.default_rng(5), np.full(VALUES.shape, 0.4), 4000
    open_to = Alternatives((normalisation,), ((ARITHMETIC,),), 0.3, errors)
    quick = shares_of_places(simulate(VALUES, TREE, open_to, draws=count, seed=1))
    recipe, weights = Recipe(normalisation), noisy_weights(TREE, 0.3, count, random)
    slow = [
        build(
            VALUES + errors * random.standard_normal(VALUES.shape),
            reweighed(TREE, dict(zip(TREE.codes, own, strict=True))),
            recipe,
        )
        for own in weights.T
    ]
    expected = shares_of_places(ranks(np.array(slow)[:, :, TREE.root]))
    assert np.abs(quick - expected).max() < 0.035


def test_an_indicator_without_differences_is_a_gap_with_errors_as_without() -> None:
    flat, errors = VALUES.copy(), np.full(VALUES.shape, 0.4)
    flat[:, 0], errors[:, 0] = 5.0, 0.0
    open_to = Alternatives((MinMax(1, 10),), ((ARITHMETIC,),), 0.0, errors)
    assert not np.isnan(simulate(flat, TREE, open_to, draws=20, seed=1)).any()


def test_the_spread_leaves_out_the_tails() -> None:
    simulated = np.arange(1.0, 102.0)[:, None] * np.ones((1, 12))
    found = spread(simulated, VALUES, TREE, ALL, level=0.9)
    assert (found.best[0], found.median[0], found.worst[0], found.mean[0]) == pytest.approx((6, 51, 96, 51))


def ishigami(points: np.ndarray) -> np.ndarray:
    """The test function of Ishigami and Homma (1990), whose indices are known: 0.3139, 0.4424, 0; 0.5576, 0.4424, 0.2437."""
    x, y, z = (2.0 * np.pi * points[..., place] - np.pi for place in range(3))
    return np.sin(x) + 7.0 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)


def test_the_indices_of_a_known_function_are_found() -> None:
    found = indices(ishigami(design(3, 60_000, np.random.default_rng(4))))
    assert np.allclose([found.first, found.total], [[0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]], atol=0.02)


def test_what_never_moves_has_no_shares() -> None:
    found = indices(np.ones((4, 10)))
    assert (found.first.tolist(), found.total.tolist(), found.variance) == ([0, 0], [0, 0], 0)


def test_only_open_choices_are_causes() -> None:
    found = sensitivity(VALUES, TREE, replace(ALL, means=((ARITHMETIC,),), errors=None), points=60, seed=1)
    assert [one.cause for one in found] == [Cause.NORMALISATION, Cause.WEIGHTS]


def test_the_choice_that_moves_ranks_most_has_the_greatest_share() -> None:
    noisy = Alternatives((MinMax(1, 10),), ((ARITHMETIC,),), 0.01, np.full(VALUES.shape, 1.0))
    weights, sampling = sensitivity(VALUES, TREE, noisy, points=300, seed=1)
    assert (sampling.total > 0.9, weights.total < 0.1, sampling.total_bounds[0] < sampling.total < sampling.total_bounds[1]) == (
        True, True, True)  # fmt: skip


def test_sensitivity_repeats_by_its_seed() -> None:
    assert sensitivity(VALUES, TREE, ALL, points=50, seed=9) == sensitivity(VALUES, TREE, ALL, points=50, seed=9)


def test_the_recipes_are_all_pairs_of_normalisations_and_means() -> None:
    assert ALL.recipes[2] == Recipe(ZScore(), (ARITHMETIC,))
