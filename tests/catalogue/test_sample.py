"""The fictional province as the catalogue ships it."""

import unicodedata
from importlib.resources import files

import pytest

from longdan.core.catalogue import DemoRole, SampleProvince, Units, read_departments, read_sample, read_units

CATALOGUE = files("longdan") / "catalogue"


@pytest.fixture(scope="module")
def sample() -> SampleProvince:
    return read_sample(CATALOGUE / "sample")


@pytest.fixture(scope="module")
def units() -> Units:
    return read_units(CATALOGUE / "units")


def folded(name: str) -> str:
    """Without diacritics or case, so that names which only look alike count as the same."""
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


def test_no_real_unit_of_today_or_before_bears_a_name_of_the_sample(sample: SampleProvince, units: Units) -> None:
    real = (units.provinces, units.communes, units.former_provinces, units.former_districts, units.former_communes)
    names = {folded(unit.name) for group in real for unit in group}
    assert [unit.name for unit in (sample.unit, *sample.communes) if folded(unit.name) in names] == []


def test_no_real_unit_bears_a_code_of_the_sample(sample: SampleProvince, units: Units) -> None:
    assert {unit.code for unit in (sample.unit, *sample.communes)} & {
        u.code for u in (*units.provinces, *units.communes)
    } == set()


def test_the_province_has_75_communes_and_about_20_agencies(sample: SampleProvince) -> None:
    assert len(sample.communes) == 75
    assert 20 <= len(sample.agencies) <= 25


def test_the_province_says_that_it_is_invented(sample: SampleProvince) -> None:
    assert "hư cấu" in sample.fictional
    assert sample.unit.name in sample.fictional


def test_each_role_has_one_sign_in_with_a_plain_name(sample: SampleProvince) -> None:
    assert sorted(account.role for account in sample.accounts) == sorted(DemoRole)
    assert all(account.user.isascii() for account in sample.accounts)


def test_every_agency_and_commune_has_someone_at_its_head(sample: SampleProvince) -> None:
    headed = {person.agency for person in sample.people}
    assert headed == {agency.key for agency in sample.agencies} | {commune.code for commune in sample.communes}


def test_nobody_bears_the_name_of_another(sample: SampleProvince) -> None:
    names = [person.name for person in sample.people]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_agency_follows_the_template_of_departments(sample: SampleProvince) -> None:
    template = {agency.key: agency for agency in read_departments(CATALOGUE / "units" / "departments.yaml").agencies}
    for agency in sample.agencies:
        if agency.template:
            assert agency.kind == template[agency.template].kind, agency
