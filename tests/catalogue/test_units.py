"""The country's units as the catalogue ships them."""

from collections import Counter
from importlib.resources import files

import pytest

from longdan.core.catalogue import Share, Unit, UnitKind, Units, read_units


@pytest.fixture(scope="module")
def units() -> Units:
    return read_units(files("longdan") / "catalogue" / "units")


def test_there_are_34_provinces_of_which_7_are_cities(units: Units) -> None:
    assert Counter(unit.kind for unit in units.provinces) == {UnitKind.PROVINCE: 27, UnitKind.CITY: 7}


def test_there_are_3321_communes_of_three_kinds(units: Units) -> None:
    assert Counter(unit.kind for unit in units.communes) == {
        UnitKind.COMMUNE: 2611,
        UnitKind.WARD: 697,
        UnitKind.SPECIAL_ZONE: 13,
    }


@pytest.mark.parametrize(("province", "count"), [("Hà Nội", 126), ("Sơn La", 75), ("Lạng Sơn", 65), ("Khánh Hòa", 65)])
def test_a_province_has_the_communes_that_the_law_gives_it(units: Units, province: str, count: int) -> None:
    unit = next(unit for unit in units.provinces if unit.name == province)
    assert len(units.communes_of(unit.code)) == count


def test_no_two_communes_of_a_province_bear_the_same_full_name(units: Units) -> None:
    names = Counter((unit.parent, unit.full_name) for unit in units.communes)
    assert [name for name, times in names.items() if times > 1] == []


def test_sixty_three_provinces_became_thirty_four(units: Units) -> None:
    unchanged = {unit.code for unit in units.provinces if unit.valid_from is None}
    assert (len(unchanged), len(units.former_provinces), len(units.former_districts)) == (11, 52, 696)


def test_each_commune_before_the_reform_has_a_place_today_and_one_first_guess(units: Units) -> None:
    assert len(units.former_communes) == 10035
    for unit in units.former_communes:
        shares = [share for _, share in unit.successors]
        assert shares == [Share.WHOLE] or (shares.count(Share.MAIN) == 1 and Share.WHOLE not in shares), unit


def test_an_old_commune_stays_in_the_province_that_took_its_old_province_over(units: Units) -> None:
    home: dict[str, str] = {unit.code: unit.code for unit in units.provinces if unit.valid_from is None}
    home |= {unit.code: unit.successors[0][0] for unit in units.former_provinces}
    district_home = {unit.code: home[unit.parent or ""] for unit in units.former_districts}
    parents = {unit.code: unit.parent for unit in units.communes}
    wrong = [u for u in units.former_communes for code, _ in u.successors if parents[code] != district_home[u.parent or ""]]
    assert wrong == []


def test_dong_nai_was_a_province_until_it_became_a_city(units: Units) -> None:
    city = next(unit for unit in units.provinces if unit.name == "Đồng Nai")
    before = [form for form in units.earlier_forms if form.code == city.code]
    assert (city.kind, [form.kind for form in before]) == (UnitKind.CITY, [UnitKind.PROVINCE])
    assert city.valid_from is not None
    assert (city.valid_from - before[0].valid_to).days == 1


def test_every_earlier_form_ends_the_day_before_the_present_one_begins(units: Units) -> None:
    today: dict[str, Unit] = {unit.code: unit for unit in (*units.provinces, *units.communes)}
    gaps = [f for f in units.earlier_forms if (begins := today[f.code].valid_from) is None or (begins - f.valid_to).days != 1]
    assert gaps == []


def test_every_file_says_where_its_facts_come_from(units: Units) -> None:
    assert all(source.source and source.licence for source in units.sources)
    assert len(units.sources) == 6


def test_of_several_that_carry_on_the_first_has_the_most(units: Units) -> None:
    """Whoever shows them, or takes the first one's province, relies on it."""
    former = (*units.former_communes, *units.former_districts, *units.former_provinces)
    shares = [[share is Share.PART for _, share in one.successors] for one in former if len(one.successors) > 1]
    assert shares
    assert [some for some in shares if some != sorted(some)] == []
