"""What was published follows from what else was published, and a wrong figure is found."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

import pytest

from longdan.core.catalogue import read_units
from longdan.core.catalogue.indices import Index, read_editions
from longdan.core.catalogue.published import Results, read_results
from longdan.core.engine.identities import Identity, check
from longdan.core.engine.identities.evidence import evidence
from longdan.core.engine.identities.model import small
from longdan.core.engine.identities.wholes import deviations

CATALOGUE = files("longdan") / "catalogue"


@cache
def editions() -> tuple[Index, ...]:
    return read_editions(CATALOGUE / "indices")


@cache
def results(index: str) -> Results:
    return read_results(CATALOGUE / "published" / index, read_units(CATALOGUE / "units"))


@cache
def checked() -> dict[tuple[str, str], Identity]:
    names = sorted(folder.name for folder in (CATALOGUE / "published").iterdir() if folder.is_dir())
    return {(one.index, one.title): one for one in check(editions(), [results(name) for name in names])}


def test_every_identity_holds() -> None:
    assert [one for one in checked().values() if not one.holds] == []


# index, how the title begins, cases, the error that it must stay below
PROMISED = [
    ("papi", "1 Tham gia", 249, "0.000001"),
    ("papi", "2 Công khai", 246, "0.000001"),
    ("papi", "3 Trách nhiệm", 249, "0.000001"),
    ("papi", "4 Kiểm soát", 246, "0.000001"),
    ("papi", "5 Thủ tục", 249, "0.000001"),
    ("papi", "6 Cung ứng", 250, "0.000001"),
    ("papi", "7 Quản trị", 250, "0.000001"),
    ("papi", "8 Quản trị", 249, "0.000001"),
    ("papi", "Chỉ số Hiệu quả", 246, "0.000005"),
    ("papi", "1.1 ", 249, "0.000001"),
    ("papi", "3.2 ", 249, "0.000001"),
    ("papi", "3.3 ", 249, "0.000001"),
    ("papi", "4.1 ", 246, "0.000001"),
    ("papi", "4.3 ", 246, "0.000001"),
    ("papi", "7.1 ", 63, "0.000001"),
    ("papi", "7.2 ", 250, "0.000001"),
    ("papi", "7.3 ", 250, "0.000001"),
    ("papi", "8.1 ", 126, "0.000001"),
    ("papi", "8.1-2022", 62, "0.000001"),
    ("papi", "8.2 ", 249, "0.000001"),
    ("papi", "8.3 ", 123, "0.000001"),
    ("papi", "weighted", 63, "0.001"),
    ("papi", "khoảng tin cậy 90 %", 490, "0.0001"),
    ("papi", "số báo chí", 28, "1"),
    ("papi", "số đơn vị mỗi nhóm (2017, 2019, 2021, 2022, 2023)", 24, "0"),
    ("papi", "trung bình, trung vị", 59, "1"),
    ("pci", "Chỉ số Năng lực", 252, "0.00001"),
    ("pci", "số đơn vị mỗi nhóm (2013, 2014, 2015, 2016)", 24, "0"),
    ("par-index", "by-source", 11, "0.02"),
    ("par-index-ministries", "tổng", 17, "0.02"),
]


@pytest.mark.parametrize(("index", "begins", "cases", "allowed"), PROMISED)
def test_the_promised_identities_are_held_to_the_promised_digit(index: str, begins: str, cases: int, allowed: str) -> None:
    found = [one for (of, title), one in checked().items() if of == index and title.startswith(begins)]
    assert [(one.cases, one.allowed <= Decimal(allowed), one.worst <= Decimal(allowed)) for one in found] == [(cases, True, True)]


def test_what_a_source_is_known_to_have_wrong_is_listed() -> None:
    slips = {(of, slip.where) for (of, _), one in checked().items() for slip in one.slips}
    assert slips == {("papi", "01, 2022"), ("papi", "30, 2021, mục total"), ("papi", "30, 2021, mục 8")}


@pytest.mark.parametrize(("index", "unit", "year", "node"), [("papi", "08", 2023, "3"), ("pci", "08", 2014, "7")])
def test_one_wrong_digit_is_found(index: str, unit: str, year: int, node: str) -> None:
    right = results(index)
    facts = tuple(
        replace(fact, value=fact.value + Decimal("0.001"))
        if (fact.unit, fact.period.year, fact.input) == (unit, year, node)
        else fact
        for fact in right.facts
    )
    wrong = [one for one in check(editions(), [replace(right, facts=facts)]) if not one.holds]
    assert {one.where for one in wrong} == {f"{unit}, {year}"}


def test_a_blank_part_leaves_no_case_and_no_zero() -> None:
    given = evidence(editions(), results("papi"))
    cases = {one.where for one in deviations(given, "total", "total")}
    assert {"22, 2018", "87, 2018", "22, 2023", "74, 2023"} & cases == set()


@pytest.mark.parametrize(("error", "words"), [("0", "0"), ("0.01", "0,01"), ("0.00000048", "4,8e-7")])
def test_errors_are_written_with_two_digits(error: str, words: str) -> None:
    assert small(Decimal(error)) == words
