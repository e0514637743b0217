"""Names of units in documents of any day: each finds its unit of that day, and whoever carries on today."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django.plugin import DjangoDbBlocker

from longdan.app.agencies.actions import load_country
from longdan.app.agencies.matching import SURE, Directory, match
from longdan.app.agencies.models import Agency
from longdan.app.agencies.queries import directory_of
from tests.country import part_of_the_country
from tests.kept import kept

TODAY, BEFORE, SINCE = date(2026, 11, 22), date(2025, 3, 1), date(2026, 3, 1)


@pytest.fixture(scope="module")
def kept_son_la(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Directory]:
    with kept(django_db_blocker):
        load_country(part_of_the_country("14", "15", "25"))
        yield directory_of(Agency.objects.get(code="14").pk, on=TODAY)


@pytest.fixture
def son_la(db: None, kept_son_la: Directory) -> Directory:
    return kept_son_la


@pytest.mark.parametrize(
    ("written", "day", "now", "through"),
    [
        ("UBND xã Chiềng La, huyện Thuận Châu", BEFORE, "UBND xã Chiềng La", "UBND xã Chiềng La"),
        ("Ủy ban nhân dân xã Vân Hồ", BEFORE, "UBND xã Vân Hồ", "UBND xã Vân Hồ"),
        ("Ủy ban nhân dân xã Vân Hồ", SINCE, "UBND xã Vân Hồ", None),
        ("UBND tỉnh Hòa Bình", BEFORE, "UBND tỉnh Phú Thọ", "UBND tỉnh Hòa Bình"),
        ("UBND tỉnh Hòa Bình", SINCE, "UBND tỉnh Phú Thọ", "UBND tỉnh Hòa Bình"),
        ("UBND tỉnh Lào Cai", SINCE, "UBND tỉnh Lào Cai", None),
    ],
)
def test_a_name_finds_its_unit_of_the_day_and_its_one_heir(
    son_la: Directory, written: str, day: date, now: str, through: str | None
) -> None:
    found = match(written, son_la, day)
    assert found.confidence >= SURE
    assert Agency.objects.get(pk=found.agency).name == now
    assert (Agency.objects.get(pk=found.through).name if found.through else None) == through


@pytest.mark.parametrize("written", ["huyện Vân Hồ", "UBND huyện Vân Hồ", "Phòng Nội vụ huyện Vân Hồ"])
@pytest.mark.parametrize("day", [BEFORE, SINCE])
def test_of_several_heirs_none_is_taken_without_a_person(son_la: Directory, written: str, day: date) -> None:
    found = match(written, son_la, day)
    heirs = set(Agency.objects.filter(pk__in=found.candidates).values_list("name", flat=True))
    assert not found.sure
    assert heirs == {"UBND xã Vân Hồ", "UBND xã Song Khủa", "UBND xã Tô Múa", "UBND xã Xuân Nha", "UBND xã Chiềng Sơn"}


def test_of_two_districts_of_one_name_the_former_province_tells_which(db: None) -> None:
    load_country(part_of_the_country("80"))
    tay_ninh = directory_of(Agency.objects.get(code="80").pk, on=TODAY)
    alone = match("UBND huyện Châu Thành", tay_ninh, BEFORE)
    told = match("UBND huyện Châu Thành, tỉnh Long An", tay_ninh, BEFORE)
    assert set(told.candidates) < set(alone.candidates)
    assert Agency.objects.get(pk=told.through).parent.name == "UBND tỉnh Long An"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("day", "through"),
    [(BEFORE, "UBND xã Trị An"), (date(2025, 9, 1), None), (SINCE, None), (TODAY, None)],
)
def test_a_commune_that_became_a_ward_is_the_unit_of_each_day_since_it_began(db: None, day: date, through: str | None) -> None:
    load_country(part_of_the_country("75"))
    dong_nai = directory_of(Agency.objects.get(code="75").pk, on=TODAY)
    found = match("UBND xã Trị An", dong_nai, day)
    named = dict(Agency.objects.filter(pk__in=[found.agency, found.through or 0]).values_list("pk", "name"))
    assert (named.get(found.agency or 0), named.get(found.through or 0)) == ("UBND phường Trị An", through)


def test_another_province_s_agencies_are_not_taken_for_one_s_own(son_la: Directory) -> None:
    assert not match("Sở Nội vụ tỉnh Hòa Bình", son_la, BEFORE).found
