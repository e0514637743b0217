"""Units as plans write them: names that differ by a tone alone, kinds written short, the district added in several ways."""

from datetime import date

import pytest

from longdan.app.agencies.matching import Directory, Known, directory, match

HOME, THANH, THANH_LOW, MUONG, WARD = range(1, 6)
DAY, END = date(2024, 6, 1), date(2025, 7, 1)


def gone(number: int, name: str, district: str, heir: int) -> Known:
    forms = ((name, 0.98), (f"{name} {district}", 1.0), (f"UBND {name} {district}", 1.0))
    return Known(number, f"UBND {name}", forms, until=END, heirs=(heir,))


@pytest.fixture(scope="module")
def units() -> Directory:
    return directory(
        [
            Known(HOME, "UBND tỉnh Hà Tĩnh", home=True),
            Known(THANH, "UBND xã Tân Thành", since=END),
            Known(THANH_LOW, "UBND xã Tân Thạnh", since=END),
            Known(MUONG, "UBND xã Mường Hòa", since=END),
            Known(WARD, "UBND phường Thành Sen", since=END),
            gone(11, "Xã Tân Thành", "Huyện Kỳ Xa", MUONG),
            gone(12, "Xã Tân Thạnh", "Huyện Kỳ Xa", WARD),
            gone(13, "Phường Nam Hà", "Thành phố Hà Tĩnh", WARD),
            gone(14, "Xã Thân Thuộc", "Huyện Bá Thước", MUONG),
            Known(21, "UBND huyện Quan Sơn", until=END, heirs=(MUONG,)),
            Known(22, "UBND thị xã Quan Sơn", until=END, heirs=(WARD,)),
            Known(23, "UBND xã Quan Sơn", since=END),
            gone(15, "Thị trấn Kỳ Xa", "Huyện Kỳ Xa", MUONG),
        ]
    )


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("UBND xã Tân Thành", THANH),
        ("UBND xã Tân Thạnh", THANH_LOW),
        ("UBND XÃ TÂN THẠNH", THANH_LOW),
        ("Ủy ban nhân dân xã Tân Thạnh tỉnh Hà Tĩnh", THANH_LOW),
        ("UBND Tân Thạnh", THANH_LOW),
        ("UBND xã Mường Hoà", MUONG),
        ("ubnd xa muong hoa", MUONG),
        ("UBND xã Tân Thành (huyện Kỳ Xa)", MUONG),
        ("UBND xã Tân Thành thuộc huyện Kỳ Xa", MUONG),
        ("UBND xã Tân Thạnh, huyện Kỳ Xa", WARD),
        ("UBND X. Tân Thạnh, H. Kỳ Xa", WARD),
        ("UBND TT Kỳ Xa, huyện Kỳ Xa", MUONG),
        ("UBND phường Nam Hà, thành phố Hà Tĩnh, tỉnh Hà Tĩnh", WARD),
        ("UBND P. Nam Hà, TP. Hà Tĩnh", WARD),
        ("UBND phường Nam Hà (TP Hà Tĩnh)", WARD),
        ("UBND xã Thân Thuộc, huyện Bá Thước, tỉnh Hà Tĩnh", MUONG),
        ("UBND xã Thân Thuộc của huyện Bá Thước", MUONG),
    ],
)
def test_a_unit_is_surely_found_as_a_plan_of_today_writes_it(units: Directory, written: str, agency: int) -> None:
    found = match(written, units, date(2026, 6, 1))
    assert (found.agency, found.sure) == (agency, True)


@pytest.mark.parametrize(("written", "agency"), [("UBND xã Tân Thành", MUONG), ("UBND xã Tân Thạnh", WARD)])
def test_before_the_reform_a_name_means_the_unit_that_was_spelt_so(units: Directory, written: str, agency: int) -> None:
    assert match(written, units, DAY).agency == agency


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Phòng Nội vụ thị xã Quan Sơn", WARD),
        ("Phòng Lao động - Thương binh và Xã hội huyện Quan Sơn", MUONG),
        ("Phong Noi vu UBND thi xa Quan Son", WARD),
    ],
)
def test_a_district_s_division_proposes_who_carries_on_its_district(units: Directory, written: str, agency: int) -> None:
    found = match(written, units, DAY)
    assert (found.agency, found.sure) == (agency, False)


def test_without_diacritics_a_person_chooses(units: Directory) -> None:
    assert set(match("UBND xa Tan Thanh", units, date(2026, 6, 1)).candidates) == {THANH, THANH_LOW}


def test_other_tones_than_the_name_s_are_only_proposed(units: Directory) -> None:
    found = match("UBND xã Mường Hóa", units, date(2026, 6, 1))
    assert (found.agency, found.sure) == (MUONG, False)
