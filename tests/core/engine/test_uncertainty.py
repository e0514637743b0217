"""Errors carried up the tree, intervals called by their true level, differences that are noise, places by simulation."""

from dataclasses import replace
from decimal import Decimal
from math import sqrt

import numpy as np
import pytest

from longdan.core.engine.uncertainty.carrying import carried, carry_up, in_words
from longdan.core.engine.uncertainty.differences import difference, real_changes
from longdan.core.engine.uncertainty.intervals import interval, label, level_of, quantile
from longdan.core.engine.uncertainty.places import PlaceInterval, place_intervals
from tests.core.engine.papi import errors, papi, published

DIMENSIONS = [str(number) for number in range(1, 9)]


@pytest.mark.parametrize(
    ("level", "errors_each_side"), [(0.9, 1.6448536269514722), (0.95, 1.959963984540054), (0.99, 2.5758293035489004)]
)
def test_the_reach_of_an_interval_is_the_quantile_of_the_normal_distribution(level: float, errors_each_side: float) -> None:
    assert (quantile(level), level_of(errors_each_side)) == pytest.approx((errors_each_side, level))


@pytest.mark.parametrize("year", [2019, 2022, 2023])
def test_every_published_interval_of_papi_is_one_of_90_percent(year: int) -> None:
    seen = [level_of((high - low) / 2 / error) for error, low, high in errors(year, "total").values() if low and high]
    assert (len(seen) >= 58, {round(level, 3) for level in seen}) == (True, {0.9})


@pytest.mark.parametrize("year", [2019, 2022, 2023])
def test_published_intervals_of_papi_are_recomputed_from_their_errors(year: int) -> None:
    worst = 0.0
    for unit, (error, low, high) in errors(year, "total").items():
        ours = interval(float(published(year, "total")[unit] or 0), error, level_of(1.645))
        worst = max(worst, abs(ours.low - (low or 0)), abs(ours.high - (high or 0)))
    assert worst < 1e-4


def test_the_label_of_an_interval_says_both_levels() -> None:
    how = papi("2021-2024").intervals
    assert how is not None
    assert label(how).words == "khoảng tin cậy 90 % (bản công bố ghi 95 %, tính theo sai số chuẩn thì là 90 %)"


def test_a_right_label_needs_no_remark() -> None:
    how = papi("2021-2024").intervals
    assert how is not None
    assert label(replace(how, z=Decimal("1.96"))).words == "khoảng tin cậy 95 %"


@pytest.mark.parametrize("r", [0.0, 0.3, 1.0])
def test_the_error_of_a_sum_is_the_root_of_its_quadratic_form(r: float) -> None:
    shares, matrix = np.array([0.5, 1.0, 2.0]) * np.array([0.3, 0.2, 0.1]), np.full((3, 3), r) + (1 - r) * np.eye(3)
    assert carried([0.5, 1.0, 2.0], [0.3, 0.2, 0.1], r) == pytest.approx(float(np.sqrt(shares @ matrix @ shares)))


def test_the_published_errors_of_papi_2019_lie_between_independence_and_all_together_for_most_provinces() -> None:
    between = 0
    for unit, (error, _, _) in errors(2019, "total").items():
        parts = [errors(2019, node)[unit][0] for node in DIMENSIONS]
        between += carried([1.0] * 8, parts) <= error <= carried([1.0] * 8, parts, 1.0)
    assert between > 31


def test_errors_climb_the_tree_of_papi_as_far_as_they_are_known() -> None:
    known = {"1.1.1": 0.02, "1.1.2": 0.01, "1.2": 0.05, "1.3": 0.04, "1.4": 0.03}
    found = carry_up(papi("2021-2024"), {"01": known})["01"]
    first = sqrt((0.25 / 2 * 4.5 * 0.02) ** 2 + (0.25 / 2 * 9 * 0.01) ** 2)
    dimension = sqrt(first**2 + 0.05**2 + 0.04**2 + 0.03**2)
    assert (found["1.1"], found["1"], found["total"]) == (pytest.approx(first), pytest.approx(dimension), None)


def test_a_published_error_of_a_mark_goes_before_one_put_together() -> None:
    known = {"1.1": 0.1, "1.1.1": 9.0, "1.1.2": 9.0}
    assert carry_up(papi("2021-2024"), {"01": known}, 1.0)["01"]["1.1"] == 0.1


@pytest.mark.parametrize(
    ("assumption", "words"),
    [
        (0.0, "giả định sai số của các mục độc lập với nhau"),
        (0.25, "giả định sai số của hai mục bất kỳ tương quan 0,25"),
    ],
)
def test_every_assumption_says_itself(assumption: float, words: str) -> None:
    assert in_words(assumption) == words


@pytest.mark.parametrize(
    ("before", "after", "correlation", "error", "noise"),
    [
        ((42.0, 0.3), (42.8, 0.4), 0.0, 0.5, True),
        ((42.0, 0.3), (43.0, 0.4), 0.0, 0.5, False),
        ((42.0, 0.3), (42.8, 0.4), 0.5, sqrt(0.13), False),
        ((42.0, 0.0), (42.0, 0.0), 0.0, 0.0, True),
        ((42.0, 0.0), (42.1, 0.0), 0.0, 0.0, False),
    ],
)
def test_a_difference_is_noise_where_its_interval_holds_nothing_changed(
    before: tuple[float, float], after: tuple[float, float], correlation: float, error: float, noise: bool
) -> None:
    found = difference(before, after, correlation=correlation)
    assert (found.error, found.within_noise) == (pytest.approx(error), noise)


def test_the_chance_of_a_difference_is_that_of_the_normal_distribution() -> None:
    assert difference((0.0, 0.6), (1.96, 0.8)).chance == pytest.approx(0.05, abs=1e-4)


def test_of_many_differences_only_those_are_real_that_stand_the_correction_of_holm() -> None:
    found = {str(number): difference((0.0, 0.6), (change, 0.8)) for number, change in enumerate([5.0, 2.0, 2.5, -4.0, 0.1])}
    alone = [name for name, one in found.items() if not one.within_noise]
    assert (alone, real_changes(found)) == (["0", "1", "2", "3"], ["0", "3", "2"])


def test_between_2022_and_2023_most_changes_of_papi_are_noise() -> None:
    years = {year: errors(year, "total") for year in (2022, 2023)}
    marks = {year: published(year, "total") for year in years}
    found = {
        unit: difference(
            (float(marks[2022][unit] or 0), years[2022][unit][0]), (float(marks[2023][unit] or 0), years[2023][unit][0])
        )
        for unit in years[2022].keys() & years[2023].keys()
    }
    assert len(real_changes(found)) < sum(not one.within_noise for one in found.values()) < len(found) / 2


def test_places_by_simulation_are_narrow_for_units_far_apart_and_wide_in_the_noise() -> None:
    found = place_intervals({"A": (9.0, 0.1), "B": (5.0, 1.0), "C": (4.9, 1.0), "D": (1.0, 0.1)}, seed=1)
    assert found == [
        PlaceInterval("A", 1, 1, 1, 0.9),
        PlaceInterval("B", 2, 2, 3, 0.9),
        PlaceInterval("C", 3, 2, 3, 0.9),
        PlaceInterval("D", 4, 4, 4, 0.9),
    ]
