"""The units of the country in the tables: those of today, those that reforms ended, and who carries on."""

from datetime import date
from importlib.resources import files

import pytest

from longdan.app.agencies.actions import load_country, load_provinces
from longdan.app.agencies.matching import SURE, Directory, match
from longdan.app.agencies.models import Agency, AgencyKind, AgencyName, Succession
from longdan.app.agencies.queries import directory_of
from longdan.core.catalogue import read_units
from longdan.core.catalogue.units import FormerUnit, Units

TODAY, BEFORE, SINCE = date(2026, 11, 22), date(2025, 3, 1), date(2026, 3, 1)
FORMER_UNITS = {"province": 52, "district": 696, "commune": 10_035}


@pytest.fixture(scope="module")
def units() -> Units:
    return read_units(files("longdan") / "catalogue" / "units")


@pytest.fixture
def country(db: None, units: Units) -> int:
    return load_country(units)


@pytest.fixture
def son_la(db: None, units: Units) -> Directory:
    load_country(part_of(units, "14", "15", "25"))
    return directory_of(Agency.objects.get(code="14").pk, on=TODAY)


def part_of(units: Units, *codes: str) -> Units:
    """The units that lie in some provinces today, with those that went into them: loading all takes seconds."""
    communes = tuple(one for one in units.communes if one.parent in codes)
    known = {*codes, *(one.code for one in communes)}

    def led(some: tuple[FormerUnit, ...]) -> tuple[FormerUnit, ...]:
        return tuple(one for one in some if one.successors and {code for code, _ in one.successors} <= known)

    old_communes, old_provinces = led(units.former_communes), led(units.former_provinces)
    above = {one.parent for one in old_communes}
    districts = tuple(one for one in units.former_districts if one.code in above)
    provinces = tuple(one for one in units.provinces if one.code in codes)
    forms = tuple(one for one in units.earlier_forms if one.code in known)
    return Units(provinces, communes, forms, old_provinces, districts, old_communes, units.sources)


def counted() -> list[int]:
    return [table.objects.count() for table in (Agency, AgencyName, Succession)]


def test_the_whole_country_is_brought_in_once(country: int, units: Units) -> None:
    assert country == 34 + 3321 + sum(FORMER_UNITS.values())
    before = counted()
    assert load_country(units) == 0
    assert counted() == before


def test_what_people_changed_stays_when_the_country_is_loaded_again(country: int, units: Units) -> None:
    Agency.objects.filter(code="14").update(name="UBND tỉnh Sơn La (sửa)")
    load_country(units)
    assert Agency.objects.get(code="14").name == "UBND tỉnh Sơn La (sửa)"


def test_provinces_alone_are_brought_in_and_completed_later(db: None, units: Units) -> None:
    assert load_provinces(units) == 34 + FORMER_UNITS["province"]
    assert load_country(units) == 3321 + FORMER_UNITS["district"] + FORMER_UNITS["commune"]


def test_every_former_unit_lies_in_a_province_of_today_and_leads_to_somebody(country: int) -> None:
    gone = Agency.objects.exclude(valid_to=None)
    assert not gone.exclude(kind=AgencyKind.PROVINCE).filter(province=None).exists()
    assert not gone.filter(into=None).exists()


def test_a_unit_that_changed_its_kind_is_known_by_its_earlier_name(country: int) -> None:
    name = AgencyName.objects.get(name="UBND tỉnh Đồng Nai")
    assert (name.agency.name, name.since, name.last_day) == ("UBND thành phố Đồng Nai", date(2025, 7, 1), date(2026, 4, 29))


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


def test_a_commune_that_was_divided_proposes_the_likeliest_heir(country: int, units: Units) -> None:
    one = next(unit for unit in units.former_communes if len(unit.successors) > 1)
    row = Agency.objects.get(code=f"{one.code}~2025")
    assert row.parent
    found = match(f"{row.name} {row.parent.short_name}", directory_of(row.province_id or 0, on=TODAY), BEFORE)
    main = next(code for code, share in one.successors if share == "main")
    assert found.agency == Agency.objects.get(code=main).pk
    assert not found.sure
    assert len(found.candidates) == len(one.successors)


def test_another_province_s_agencies_are_not_taken_for_one_s_own(son_la: Directory) -> None:
    assert not match("Sở Nội vụ tỉnh Hòa Bình", son_la, BEFORE).found
