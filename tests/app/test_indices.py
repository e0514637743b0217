"""Editions and marks as people see them: the published figures, each series its own, gaps never zeros."""

from decimal import Decimal

import pytest

from longdan.app.indices.queries import edition, editions
from longdan.core.problems import ProblemsFound
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAPI = ("papi", "2021-2024")


def test_the_list_begins_each_index_with_its_latest_edition(cast: Cast) -> None:
    papi = [row.index.edition for row in editions(cast.an) if row.index.index == "papi"]
    assert papi == sorted(papi, reverse=True)
    assert papi[0] == "2021-2024"


def test_without_a_unit_there_is_the_tree_and_no_mark(cast: Cast) -> None:
    page = edition(cast.an, *PAPI)
    assert page.year is None
    assert page.trees[0].mark is None
    assert len(page.trees[0].branches) == 8


def test_a_unit_without_a_year_is_shown_in_the_latest_of_its_years(cast: Cast) -> None:
    assert edition(cast.an, *PAPI, unit="14").year == 2024


@pytest.mark.parametrize(("unit", "year", "total"), [("46", 2023, "46.0415"), ("01", 2023, "43.9603"), ("24", 2022, None)])
def test_the_total_is_the_published_one_and_a_gap_stays_a_gap(cast: Cast, unit: str, year: int, total: str | None) -> None:
    mark = edition(cast.an, *PAPI, unit=unit, year=year).trees[0].mark
    assert mark is not None
    assert (None if mark.value is None else f"{mark.value:.4f}") == total


def test_provinces_that_were_merged_stand_side_by_side(cast: Cast) -> None:
    series = edition(cast.an, *PAPI, unit="27", year=2023).series
    assert series is not None
    assert series.merged
    assert {row.name for row in series.rows} == {"tỉnh Bắc Giang", "tỉnh Bắc Ninh"}


def test_a_year_without_result_is_a_gap_in_the_series(cast: Cast) -> None:
    series = edition(cast.an, *PAPI, unit="27", year=2023).series
    assert series is not None
    totals = dict(zip(series.years, series.rows[0].totals, strict=True))
    assert totals[2022] is None
    assert totals[2023] != Decimal(0)


def test_an_edition_that_is_not_there_is_refused_with_the_way_out(cast: Cast) -> None:
    with pytest.raises(ProblemsFound, match="không có bộ chỉ số này"):
        edition(cast.an, "papi", "1999")
