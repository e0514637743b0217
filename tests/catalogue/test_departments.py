"""The template of a province's departments as the catalogue ships it."""

from importlib.resources import files

import pytest

from longdan.core.catalogue import Departments, Verification, read_departments


@pytest.fixture(scope="module")
def departments() -> Departments:
    return read_departments(files("longdan") / "catalogue" / "units" / "departments.yaml")


MERGED = [
    ("so-noi-vu", "Sở Lao động - Thương binh và Xã hội"),
    ("so-khoa-hoc-va-cong-nghe", "Sở Thông tin và Truyền thông"),
    ("so-nong-nghiep-va-moi-truong", "Sở Tài nguyên và Môi trường"),
    ("so-nong-nghiep-va-moi-truong", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("so-tai-chinh", "Sở Kế hoạch và Đầu tư"),
    ("so-xay-dung", "Sở Giao thông vận tải"),
]


@pytest.mark.parametrize(("key", "before"), MERGED)
def test_a_merged_department_names_the_one_whose_work_it_took_over(departments: Departments, key: str, before: str) -> None:
    agency = next(agency for agency in departments.agencies if agency.key == key)
    assert before in [one.name for one in agency.predecessors]


def test_a_merger_whose_day_is_not_known_is_marked_so(departments: Departments) -> None:
    before = [one for agency in departments.agencies for one in agency.predecessors]
    assert all(one.until is None and one.source.mark is Verification.KNOWN for one in before)


def test_a_name_is_made_for_a_province_as_for_a_city(departments: Departments) -> None:
    home = next(agency for agency in departments.agencies if agency.key == "so-noi-vu")
    assert home.name("tỉnh Sơn La") == "Sở Nội vụ tỉnh Sơn La"
    assert home.name("thành phố Hà Nội") == "Sở Nội vụ thành phố Hà Nội"


def test_no_short_name_stands_for_two_agencies_of_today(departments: Departments) -> None:
    short = [name for agency in departments.agencies for name in agency.short]
    assert len(short) == len(set(short))
