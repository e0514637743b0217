"""Where the province stands in every index: latest results, changes, ranks, losses; provinces that were merged side by side."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from longdan.app.agencies.models import Agency
from longdan.app.indices.queries import Standing, overview, read_catalogue, shipped, standings
from longdan.core.catalogue.indices import TOTAL, Index
from longdan.core.engine.comparing.field import Field, compare
from longdan.core.engine.figures import Facts, gather
from longdan.core.facts import Fact
from longdan.core.periods import Period, year
from longdan.web.workspace.pages.standings import page
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def of(cast: Cast, code: str) -> tuple[Standing, ...]:
    """The standings that the province of the cast would have under an official code."""
    Agency.objects.filter(pk=cast.province.pk).update(code=code)
    return overview(cast.an).standings


def test_each_index_has_its_latest_result_and_merged_provinces_stand_apart(cast: Cast) -> None:
    found = {(one.index.index, one.unit_name): one.year for one in of(cast, "15")}
    assert (found["papi", "tỉnh Lào Cai"], found["papi", "tỉnh Yên Bái"], found["pci", "tỉnh Yên Bái"]) == (2024, 2024, 2016)


def test_the_change_is_within_one_edition_and_says_what_broke(cast: Cast) -> None:
    papi = next(one for one in of(cast, "22") if one.index.index == "papi")
    assert papi.standing.change
    assert (papi.year, papi.before, papi.standing.placing.mark) == (2024, 2023, Decimal("47.8212"))
    assert papi.standing.change.before is None  # Quảng Ninh has no result of 2023


def test_a_place_among_a_few_results_is_no_rank(cast: Cast) -> None:
    assert {one.index.index: one.ranked for one in of(cast, "22")} == {
        "papi": True,
        "pci": True,
        "par-index": False,
        "sipas": False,
    }


def test_the_largest_losses_come_first_and_are_points_of_the_total(cast: Cast) -> None:
    papi = next(one for one in of(cast, "22") if one.index.index == "papi")
    points = [one.points for one in papi.lost]
    assert (points, TOTAL in {one.node.code for one in papi.lost}) == (sorted(points, reverse=True), False)
    assert sum(points) < 80 - papi.standing.placing.mark


def test_a_province_without_results_gets_the_list_alone(cast: Cast) -> None:
    found = overview(cast.an)
    assert (found.standings, len(found.rows) > 10, page(found).rows) == ((), True, ())


def test_a_change_within_the_noise_is_said_with_the_interval_of_the_rank(cast: Cast) -> None:
    [papi] = [one for one in of(cast, "01") if one.index.index == "papi"]
    totals = [(f"{place:02}", Decimal(40) + Decimal(place) / 10) for place in range(1, 60)]
    facts = gather(
        Fact(TOTAL, unit, year(number), mark + Decimal(number - 2022) / 10, Decimal("0.3"))
        for unit, mark in totals
        for number in (2022, 2023)
    )
    found = standings.latest(papi.index, facts, "01", former=True)
    assert found
    [row] = page(replace(overview(cast.an), standings=(found,))).rows
    assert (row.change, row.remarks[0], row.interval[:11]) == ("+0,1000", "trong sai số lấy mẫu", "có thể từ 5")


def test_what_was_read_when_the_server_came_up_is_not_read_for_a_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    read_catalogue()
    for reader in ("read_editions", "read_results", "read_units"):
        monkeypatch.delattr(shipped, reader)
    assert {one.index.index for one in of(cast, "92")} > {"papi", "pci"}


def test_provinces_of_one_year_are_put_side_by_side_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str, Period]] = []

    def counted(index: Index, facts: Facts, period: Period, **more: Any) -> Field:
        asked.append((index.index, index.edition, period))
        return compare(index, facts, period, **more)

    monkeypatch.setattr(standings, "compare", counted)
    standings._shipped.cache_clear()
    standings._shipped_field.cache_clear()
    for province in ("68", "66"):
        of(cast, province)
    assert (len(asked), ("papi", "2021-2024", year(2024)) in asked) == (len(set(asked)), True)


def test_the_page_shows_the_table_in_few_queries(cast: Cast, client: Client) -> None:
    of(cast, "22")
    client.force_login(cast.an.account)
    client.get("/chi-so/")
    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/chi-so/")
    text = " ".join(strip_tags(answer.content.decode()).split())
    assert len(asked) <= 30
    for words in ("Có kết quả ở", "PAPI 2024", "47,8212", "Mất nhiều điểm nhất", "Các bộ chỉ số đang dùng"):
        assert words in text
