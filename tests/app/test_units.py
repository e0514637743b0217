"""The units of the country in the tables: those of today, those that reforms ended, and who carries on."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django.plugin import DjangoDbBlocker

from longdan.app.agencies.actions import load_country, load_provinces
from longdan.app.agencies.matching import match
from longdan.app.agencies.models import Agency, AgencyKind, AgencyName, Succession
from longdan.app.agencies.queries import directory_of
from tests.country import whole_country
from tests.kept import kept

TODAY, BEFORE = date(2026, 11, 22), date(2025, 3, 1)
FORMER_UNITS = {"province": 52, "district": 696, "commune": 10_035}


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[int, int]]:
    """How many were brought in: the provinces, then the country around them."""
    with kept(django_db_blocker):
        yield load_provinces(whole_country()), load_country(whole_country())


@pytest.fixture
def country(db: None, loaded: tuple[int, int]) -> None:
    """The units of the country, as loaded."""


def counted() -> list[int]:
    return [table.objects.count() for table in (Agency, AgencyName, Succession)]


def test_provinces_are_brought_in_alone_and_completed_by_the_whole_country(db: None, loaded: tuple[int, int]) -> None:
    assert loaded == (34 + FORMER_UNITS["province"], 3321 + FORMER_UNITS["district"] + FORMER_UNITS["commune"])


def test_the_whole_country_is_brought_in_once(country: None) -> None:
    before = counted()
    assert load_country(whole_country()) == 0
    assert counted() == before


def test_what_people_changed_stays_when_the_country_is_loaded_again(country: None) -> None:
    Agency.objects.filter(code="14").update(name="UBND tỉnh Sơn La (sửa)")
    load_country(whole_country())
    assert Agency.objects.get(code="14").name == "UBND tỉnh Sơn La (sửa)"


def test_every_former_unit_lies_in_a_province_of_today_and_leads_to_somebody(country: None) -> None:
    gone = Agency.objects.exclude(valid_to=None)
    assert not gone.exclude(kind=AgencyKind.PROVINCE).filter(province=None).exists()
    assert not gone.filter(into=None).exists()


def test_a_unit_that_changed_its_kind_is_known_by_its_earlier_name(country: None) -> None:
    name = AgencyName.objects.get(name="UBND tỉnh Đồng Nai")
    assert (name.agency.name, name.since, name.last_day) == ("UBND thành phố Đồng Nai", date(2025, 7, 1), date(2026, 4, 29))


def test_a_commune_that_was_divided_proposes_the_likeliest_heir(country: None) -> None:
    one = next(unit for unit in whole_country().former_communes if len(unit.successors) > 1)
    row = Agency.objects.get(code=f"{one.code}~2025")
    assert row.parent
    found = match(f"{row.name} {row.parent.short_name}", directory_of(row.province_id or 0, on=TODAY), BEFORE)
    main = next(code for code, share in one.successors if share == "main")
    assert found.agency == Agency.objects.get(code=main).pk
    assert not found.sure
    assert len(found.candidates) == len(one.successors)
