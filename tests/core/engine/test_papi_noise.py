"""What docs/explanation/ranks-and-noise.md says of PAPI's ranks is recomputed from its published scores."""

from functools import cache
from statistics import median

import pytest

from longdan.core.engine.rank_sets.comparisons import Method
from longdan.core.engine.rank_sets.sets import RankSet, among_best, rank_sets
from longdan.core.engine.rank_sets.tiers import tiers
from longdan.core.engine.uncertainty.differences import Difference, difference, real_changes
from tests.core.engine.papi import errors, published


@cache
def estimates(year: int) -> dict[str, tuple[float, float]]:
    marks = published(year, "total")
    return {unit: (float(mark), error[0]) for unit, error in errors(year, "total").items() if (mark := marks[unit]) is not None}


@cache
def sets() -> list[RankSet]:
    return rank_sets(estimates(2023), Method())


def changes() -> dict[str, Difference]:
    return {unit: difference(mark, estimates(2023)[unit]) for unit, mark in estimates(2022).items() if unit in estimates(2023)}


def test_the_usual_error_of_a_province_is_a_third_of_a_point() -> None:
    assert median(error for _, error in estimates(2023).values()) == pytest.approx(0.33, abs=0.005)


def test_half_of_the_provinces_may_stand_on_38_places_or_more() -> None:
    assert (len(sets()), median(one.width for one in sets())) == (61, pytest.approx(38, abs=1))


def test_36_provinces_may_be_among_the_best_ten() -> None:
    assert len(among_best(sets(), 10)) == pytest.approx(36, abs=1)


def test_the_provinces_fall_into_five_tiers() -> None:
    assert len(tiers(estimates(2023), Method())) == 5


def test_of_56_changes_16_stand_out_alone_and_6_together() -> None:
    alone = [one for one in changes().values() if not one.within_noise]
    assert (len(changes()), len(alone), len(real_changes(changes()))) == (56, 16, 6)


def test_the_dimensions_of_2019_erred_almost_independently_in_most_provinces() -> None:
    parts = {unit: [errors(2019, str(number))[unit][0] for number in range(1, 9)] for unit in estimates(2019)}
    found = []  # the one correlation with which the errors of the dimensions give the published error of the total
    for unit, of in parts.items():
        own = sum(error**2 for error in of)
        found.append((estimates(2019)[unit][1] ** 2 - own) / (sum(of) ** 2 - own))
    assert (median(found), min(found), max(found)) == pytest.approx((0.04, -0.14, 0.86), abs=0.005)
