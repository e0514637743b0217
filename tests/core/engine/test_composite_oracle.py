"""The composite room, and its slow twin, give the figures of COINr 1.1.14 for 63 invented provinces."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from longdan.core.engine.composite import normalising as n
from longdan.core.engine.composite.balancing import balance
from longdan.core.engine.composite.building import Recipe, build
from longdan.core.engine.composite.hierarchy import Branch, Hierarchy, plant, reweighed
from longdan.core.engine.composite.imputing import Centre, impute
from longdan.core.engine.composite.influence import correlation, cronbach_alpha, effective_weights
from longdan.core.engine.composite.means import ARITHMETIC, GEOMETRIC, HARMONIC, PowerMean, copeland
from longdan.core.engine.composite.removing import remove_each
from longdan.core.engine.composite.treating import Limits, box_cox, kurtosis, shifted_logarithm, skewness, treat, winsorise
from longdan.core.engine.ranking import ranks
from longdan.core.engine.robustness.alternatives import Alternatives
from longdan.core.engine.robustness.sensitivity import indices
from longdan.core.engine.robustness.simulating import spread
from tests.core.engine import slow_composite as slow
from tests.core.engine.oracles import array, cases, farthest, here, indicators, table

pytestmark = here
CLOSE = 1e-9

NORMALISATIONS: dict[str, n.Normalisation] = {
    "n_minmax": n.MinMax(1, 10),
    "n_scaled": n.Scaled(),
    "n_zscore": n.ZScore(),
    "n_rank": n.RankScore(),
    "n_borda": n.Borda(),
    "n_prank": n.PercentRank(),
    "n_fracmax": n.FractionOfMost(),
    "n_dist2max": n.DistanceToMost(),
    "n_goalposts": n.Goalposts(1, 9),
    "n_goalposts_trunc": n.Goalposts(4, 6),
    "n_dist2targ": n.DistanceToTarget(7.5),
    "n_dist2targ_cap": n.DistanceToTarget(7.5, capped=True),
    "n_dist2ref": n.DistanceToReference(2),
}
CENTRES = {
    "mean": (Centre.MEAN, False),
    "median": (Centre.MEDIAN, False),
    "mean_grp": (Centre.MEAN, True),
    "median_grp": (Centre.MEDIAN, True),
}
SKEWED = ("i05", "i12", "i18")
MEANS = {"a_amean": ARITHMETIC, "a_gmean": GEOMETRIC, "a_hmean": HARMONIC}
SCALES = {"n_minmax_1_10": n.MinMax(1, 10), "n_minmax_0_100": n.MinMax(0.1, 100)}
RUNS = {"n_minmax": n.MinMax(1, 10), "n_zscore": n.ZScore()}


def oracle(name: str) -> Any:
    return cases("07_composite_coinr.json")[name]["expected"]


def spec(name: str) -> Any:
    return cases("07_composite_coinr.json")[name]["spec"]


def columns(expected: dict[str, list[Any]]) -> Any:
    return np.stack([array(column) for column in expected.values()], axis=1)


def listed(found: dict[str, list[float | None]]) -> Any:
    return columns(dict(found))


def nodes() -> list[Any]:
    meta = spec("coin/n_minmax_1_10/a_amean")["imeta"]
    return list(zip(meta["iCode"], meta["Parent"], meta["Weight"], meta["Direction"], strict=True))


def tree() -> Hierarchy:
    return plant([Branch(code, parent, weight, direction) for code, parent, weight, direction in nodes()])


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_a_normalisation_gives_the_figures_of_coinr(name: str) -> None:
    assert farthest(NORMALISATIONS[name].of(table()), columns(oracle(f"normalise/{name}"))) < CLOSE


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_the_slow_twin_of_a_normalisation_gives_them_too(name: str) -> None:
    found = {code: slow.NORMALISATIONS[name](column) for code, column in indicators()[0].items()}
    assert farthest(listed(found), columns(oracle(f"normalise/{name}"))) < CLOSE


@pytest.mark.parametrize("name", CENTRES)
def test_an_imputation_gives_the_figures_of_coinr(name: str) -> None:
    centre, grouped = CENTRES[name]
    assert farthest(impute(table(), centre, indicators()[1] if grouped else None), columns(oracle(f"impute/{name}"))) < CLOSE


@pytest.mark.parametrize("name", slow.IMPUTATIONS)
def test_the_slow_twin_of_an_imputation_gives_them_too(name: str) -> None:
    centre, grouped = slow.IMPUTATIONS[name]
    known, groups = indicators()
    found = {code: slow.impute(column, centre, groups if grouped else None) for code, column in known.items()}
    assert farthest(listed(found), columns(oracle(f"impute/{name}"))) < CLOSE


@pytest.mark.parametrize(
    ("measure", "twin", "key"), [(skewness, slow.skewness, "skew"), (kurtosis, slow.kurtosis, "kurt")], ids=["skew", "kurt"]
)
def test_shape_and_its_slow_twin_are_those_of_coinr(measure: Callable[..., float], twin: Callable[..., float], key: str) -> None:
    expected = oracle("stats/skew_kurt")[key]
    ours = [measure(column) for column in table().T]
    theirs = [twin(column) for column in indicators()[0].values()]
    assert max(farthest(ours, expected), farthest(theirs, expected)) < CLOSE


@pytest.mark.parametrize("code", SKEWED)
def test_winsorising_gives_the_figures_of_coinr(code: str) -> None:
    expected = oracle(f"treat/winsorise_{code}")
    values, points = winsorise(array(indicators()[0][code]), Limits(0.5, 3.0, 5))
    assert (points, farthest(values, array(expected["x"])) < CLOSE) == (expected["nwin"], True)


@pytest.mark.parametrize("code", SKEWED)
def test_the_slow_twin_of_winsorising_gives_them_too(code: str) -> None:
    values, points = slow.winsorise(indicators()[0][code], 0.5, 3.0, 5)
    expected = oracle(f"treat/winsorise_{code}")
    assert (points, farthest(array(values), array(expected["x"])) < CLOSE) == (expected["nwin"], True)


@pytest.mark.parametrize("code", SKEWED)
def test_the_transformations_give_the_figures_of_coinr(code: str) -> None:
    column = array(indicators()[0][code])
    logarithm, boxed = (array(oracle(f"treat/{name}_{code}")["x"]) for name in ("log_CT", "boxcox"))
    assert max(farthest(shifted_logarithm(column), logarithm), farthest(box_cox(column, 0.5), boxed)) < CLOSE


def test_the_whole_treatment_gives_the_figures_of_coinr() -> None:
    assert (
        farthest(np.stack([treat(column).values for column in table().T], axis=1), columns(oracle("treat/qTreat")["x"])) < CLOSE
    )


def together(weights: list[float], mean: PowerMean) -> Any:
    """All indicators under one root."""
    flat = plant([Branch("root", None), *(Branch(str(place), "root", weight) for place, weight in enumerate(weights))])
    return build(table(), flat, Recipe(n.MinMax(1, 10), (mean,)))[:, flat.root]


@pytest.mark.parametrize("name", MEANS)
def test_a_mean_and_its_slow_twin_give_the_figures_of_coinr(name: str) -> None:
    scaled, weights, expected = n.MinMax(1, 10).of(table()), spec(f"aggregate/{name}")["w"], array(oracle(f"aggregate/{name}"))
    rows = [[None if np.isnan(value) else value for value in row] for row in scaled.tolist()]
    twin = [slow.power_mean(row, weights, MEANS[name].power) for row in rows]
    ours = together(weights, MEANS[name])
    assert max(farthest(ours, expected), farthest(array(twin), expected)) < CLOSE


def test_the_generalised_mean_gives_the_figures_of_coinr_where_that_has_one() -> None:
    expected = array(oracle("aggregate/a_genmean_p-1.5"))
    ours = together(spec("aggregate/a_genmean_p-1.5")["w"], PowerMean(-1.5))
    assert farthest(ours[~np.isnan(expected)], expected[~np.isnan(expected)]) < CLOSE  # COINr gives none to units with a gap


def test_copeland_and_its_slow_twin_give_the_counts_of_coinr() -> None:
    rows = table()[~np.isnan(table()).any(axis=1)][:, :8]
    weights = spec("aggregate/a_copeland")["w"]
    assert copeland(rows, np.array(weights)).tolist() == slow.copeland(rows.tolist(), weights) == oracle("aggregate/a_copeland")


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("mean", MEANS)
def test_a_whole_composite_gives_all_nodes_and_ranks_of_coinr(scale: str, mean: str) -> None:
    expected, planted = dict(oracle(f"coin/{scale}/{mean}")), tree()
    codes = [code for code in expected if code not in ("uCode", "rank")]
    found = build(table(), planted, Recipe(SCALES[scale], (MEANS[mean],)))
    ours = found[:, [planted.codes.index(code) for code in codes]]
    same_ranks = ranks(found[:, planted.root]).tolist() == expected["rank"]
    assert (farthest(ours, columns({code: expected[code] for code in codes})) < CLOSE, same_ranks) == (True, True)


@pytest.mark.parametrize("mean", MEANS)
def test_the_slow_twin_of_a_whole_composite_gives_them_too(mean: str) -> None:
    turned = {code: [v if v is None else v * way for v in indicators()[0][code]] for code, _, _, way in nodes()[:24]}
    leaves = {code: slow.min_max(column, 1, 10) for code, column in turned.items()}
    found = slow.build(leaves, [node[:3] for node in nodes()], MEANS[mean].power)
    assert farthest(array(found["Index"]), array(oracle(f"coin/n_minmax_1_10/{mean}")["Index"])) < CLOSE


def test_influence_is_that_of_coinr() -> None:
    planted, expected, links = tree(), oracle("coin/effective_weights"), oracle("coin/corr_index_indicators")
    weights = dict(zip(planted.codes, effective_weights(planted), strict=True))
    root, scaled = build(table(), planted)[:, planted.root], n.MinMax(1, 10).of(table() * planted.directions)
    alpha = cronbach_alpha(table()) - oracle("coin/cronbach_all_raw")["alpha"]
    far = farthest([weights[code] for code in expected["iCode"]], expected["EffWeight"])
    assert max(far, farthest([correlation(root, column) for column in scaled.T], links["r"]), abs(alpha)) < CLOSE


def test_taking_out_each_dimension_gives_the_figures_of_coinr() -> None:
    expected = oracle("coin/remove_elements_dimension")
    found = remove_each(table(), tree(), expected["names"][1:])
    scores = max(farthest(one.scores, array(expected["Scores"][one.code])) for one in found)
    same = all(farthest(one.ranks, array(expected["Ranks"][one.code])) == 0 for one in found)
    assert (max(scores, farthest([one.shift for one in found], expected["MeanAbsDiff"][1:])) < CLOSE, same) == (True, True)


def test_balancing_stops_where_coinr_stops_when_it_is_as_easily_content() -> None:
    expected = oracle("coin/opt_weights_equal_level3")
    found = balance(table(), tree(), ["S1", "S2", "S3"], tolerance=0.1)
    assert max(farthest(found.weights, expected["w"]), farthest(found.influence, expected["corr"])) < 1e-4


def test_balancing_goes_on_to_equal_influence() -> None:
    assert balance(table(), tree(), ["S1", "S2", "S3"]).influence.tolist() == pytest.approx([1 / 3] * 3, abs=1e-5)


def test_forty_runs_with_other_weights_and_scales_give_the_scores_and_ranks_of_coinr() -> None:
    runs, expected = spec("coin/uncertainty_40_runs")["para"], oracle("coin/uncertainty_40_runs")
    worst, same = 0.0, True
    for number, run in enumerate(runs, start=1):
        planted = reweighed(tree(), dict(zip(run["weights"]["iCode"], run["weights"]["Weight"], strict=True)))
        scores = build(table(), planted, Recipe(RUNS[run["normalise"]]))[:, planted.root]
        worst = max(worst, farthest(scores, expected["Scores"][f"r_{number}"]))
        same = same and ranks(scores).tolist() == expected["Ranks"][f"r_{number}"]
    assert (worst < CLOSE, same) == (True, True)


def test_the_sensitivity_indices_are_those_of_coinr() -> None:
    given, expected = spec("sobol/SA_estimate"), oracle("sobol/SA_estimate")
    found = indices(np.array(given["yy"]).reshape(given["d"] + 2, given["N"]))
    far = max(farthest(found.first, expected["Si"]), farthest(found.total, expected["STi"]))
    assert max(far, abs(found.variance - expected["Variance"])) < CLOSE


def test_the_spread_of_ranks_is_that_of_coinr() -> None:
    expected = oracle("coin/uncertainty_40_runs")
    simulated = np.array([expected["Ranks"][f"r_{number}"] for number in range(1, 41)], dtype=np.float64)
    found = spread(simulated, table(), tree(), Alternatives())
    ours = (found.nominal, found.mean, found.median, found.best, found.worst)
    theirs = (expected["RankStats"][key] for key in ("Nominal", "Mean", "Median", "Q5", "Q95"))
    assert max(farthest(one, other) for one, other in zip(ours, theirs, strict=True)) < CLOSE
