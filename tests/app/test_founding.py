"""Setting a province up: all of it or nothing, never twice, never beside what is invented."""

from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from longdan.app.agencies.actions import load_sample
from longdan.app.agencies.matching import match
from longdan.app.agencies.models import Account, Agency, Post, Role
from longdan.app.agencies.queries import directory_of
from longdan.app.audit.models import Event
from longdan.app.founding.actions import Department, First, Founded, found
from longdan.app.founding.queries import Ground, departments, ground, opening_code, opens, province
from longdan.app.people.actions.posts import Name
from longdan.core.catalogue.departments import read_departments
from longdan.core.catalogue.sample import read_sample
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON
from tests.country import part_of_the_country

pytestmark = pytest.mark.django_db
PASSWORD = "dong chay lang le 26"
SECRET = "a" * 48
CATALOGUE = files("longdan") / "catalogue"


@pytest.fixture(autouse=True)
def one_province(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the country only what lies in Sơn La: bringing all of it in is tested once, in the tests of units."""
    monkeypatch.setattr("longdan.app.founding.actions.country", lambda: part_of_the_country("14"))


def told(**changed: Any) -> dict[str, Any]:
    """What somebody tells who sets Sơn La up, with changes."""
    has = [Department(one.name, one.key) for one in departments(province("14")) if one.proposed]
    administrator = First(Name("Khúc Đức Luyện", "quantri"), "Quản trị hệ thống", "Văn phòng Ủy ban nhân dân tỉnh")
    coordinator = First(Name("Hà Minh Thảo"), "Trưởng phòng", "so noi vu")
    usual = {"code": "14", "has": has, "administrator": administrator, "password": PASSWORD, "coordinator": coordinator, "at": AT}
    return usual | changed


def sample() -> None:
    load_sample(read_sample(CATALOGUE / "sample"), read_departments(CATALOGUE / "units" / "departments.yaml"), at=AT)


@pytest.fixture
def son_la() -> Founded:
    return found(**told())


def test_the_administrator_signs_in_and_the_coordinator_waits_for_a_password(son_la: Founded) -> None:
    assert Account.objects.get(username="quantri").check_password(PASSWORD)
    assert not son_la.coordinator.has_usable_password()
    assert {(post.account, post.role) for post in Post.objects.all()} == {
        (son_la.administrator, Role.ADMINISTRATOR),
        (son_la.coordinator, Role.COORDINATOR),
    }


def test_the_trail_begins_with_the_foundation(son_la: Founded) -> None:
    assert Event.objects.order_by("number")[0].verb == "founding.province.founded"


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("Sở TN&MT tỉnh Sơn La", "Sở Nông nghiệp và Môi trường"),
        ("Sở LĐ-TB&XH", "Sở Nội vụ"),
        ("Sở Nội vụ tỉnh Sơn La", "Sở Nội vụ"),
        ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
    ],
)
def test_old_and_short_names_of_departments_find_those_of_today(son_la: Founded, written: str, now: str) -> None:
    meant = match(written, directory_of(son_la.province.pk, on=ON), date(2024, 5, 1))
    assert meant.sure
    assert Agency.objects.get(pk=meant.agency).name == now


def test_a_province_is_set_up_only_once(son_la: Founded) -> None:
    with pytest.raises(ProblemsFound, match="đã thiết lập cho UBND tỉnh Sơn La"):
        found(**told(code="20"))


def test_no_real_province_is_set_up_beside_the_invented_one() -> None:
    sample()
    with pytest.raises(ProblemsFound, match="dữ liệu minh họa"):
        found(**told())
    assert ground() is Ground.FICTIONAL


def test_the_invented_province_does_not_come_beside_a_real_one(son_la: Founded) -> None:
    with pytest.raises(ProblemsFound, match="tỉnh thật"):
        sample()


def test_everything_wrong_is_told_at_once_and_nothing_is_done() -> None:
    nobody = First(Name("", "quản trị"), "", "Sở Không Có")
    wrong = told(has=[Department("Sở A"), Department("sở a")], administrator=nobody, password="123", coordinator=nobody)
    with pytest.raises(ProblemsFound) as refused:
        found(**wrong)
    assert {problem.code for problem in refused.value.problems} == {
        "founding.same-name",
        "founding.no-person",
        "founding.no-title",
        "founding.no-seat",
        "founding.username",
        "founding.password",
        "founding.same-username",
    }
    assert (Agency.objects.count(), Account.objects.count()) == (0, 0)


def test_a_refusal_at_the_last_step_leaves_nothing() -> None:
    with pytest.raises(ProblemsFound):
        found(**told(coordinator=First(Name("Hà Minh Thảo", "", "không phải thư"), "Trưởng phòng", "Sở Nội vụ")))
    assert (Agency.objects.count(), Account.objects.count(), ground()) == (0, 0, Ground.FREE)


def test_the_code_opens_however_it_is_typed_and_no_other_does() -> None:
    code = opening_code(SECRET)
    assert opens(code.lower().replace("-", " "), SECRET)
    assert not opens(opening_code("b" * 48), SECRET)
    assert not opens("", SECRET)


@pytest.mark.parametrize("typed", ["14", "Sơn La", "tỉnh sơn la"])
def test_a_province_is_found_by_code_or_name(typed: str) -> None:
    assert province(typed).code == "14"


def test_a_province_of_before_the_reform_is_not_set_up() -> None:
    with pytest.raises(ProblemsFound, match="không có tỉnh, thành phố này"):
        province("Hòa Bình")
