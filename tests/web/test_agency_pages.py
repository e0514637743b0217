"""Pages of agencies and of the first set-up, asked as a browser asks: who sees what, mistakes told, nothing for strangers."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from longdan.app.agencies.models import Agency, Post, Role
from longdan.app.founding.queries import opening_code
from tests.builders import a_post, an_agency
from tests.cast import Cast, a_cast
from tests.country import part_of_the_country

pytestmark = pytest.mark.django_db
PASSWORD = "dong chay lang le 26"
STEPS = ("/thiet-lap", "/thiet-lap/tinh", "/thiet-lap/co-quan", "/thiet-lap/tai-khoan")


@pytest.fixture
def people() -> Cast:
    return a_cast()


def as_(post: Post) -> Client:
    client = Client()
    client.force_login(post.account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_list_leaves_as_a_sheet(people: Cast) -> None:
    answer = as_(people.an).get("/co-quan/?xuat=1&loai=department")
    assert answer["Content-Disposition"] == 'attachment; filename="co-quan.xlsx"'
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize(("who", "seen"), [("chi", True), ("an", False), ("leader", False)])
def test_the_way_to_administration_is_shown_to_those_who_may(people: Cast, who: str, seen: bool) -> None:
    page = text(as_(getattr(people, who)).get("/co-quan/"))
    assert ("/co-quan/them" in page, "/co-quan/sap-xep" in page) == (seen, seen)


@pytest.mark.parametrize("path", ["/co-quan/them", "/co-quan/sap-xep"])
def test_administration_is_refused_to_others(people: Cast, path: str) -> None:
    assert as_(people.an).get(path).status_code == 403


def test_an_agency_of_another_province_is_shown_without_its_people_and_work(people: Cast) -> None:
    page = text(as_(people.dung).get(f"/co-quan/{people.science.pk}"))
    assert "Sở Khoa học và Công nghệ" in page
    assert "Vũ Thanh Bình" not in page


def test_everything_wrong_with_a_reform_is_told_and_what_was_typed_stays(people: Cast) -> None:
    sent = {"ket-thuc": "Sở Không Có", "ke-thua": "so noi vu", "tu-ngay": "hôm nay", "xem": "1"}
    answer = as_(people.chi).get("/co-quan/sap-xep", sent)
    page = text(answer)
    assert answer.status_code == 422
    assert "Không có cơ quan nào tên như vậy trong tỉnh" in page
    assert "“hôm nay” không phải một ngày" in page
    assert "cơ quan chỉ được sắp xếp theo văn bản có thẩm quyền" in page
    assert "so noi vu" in page


def test_a_reform_without_the_preview_s_token_changes_nothing(people: Cast) -> None:
    today = f"{timezone.localdate():%d/%m/%Y}"
    sent = {
        "ket-thuc": people.science.name,
        "ke-thua": "so noi vu",
        "tu-ngay": today,
        "can-cu": "QĐ 1",
        "xem": "1",
        "seen": "khac",
    }
    answer = as_(people.chi).post("/co-quan/sap-xep", sent)
    assert "đã thay đổi sau khi trang được mở" in text(answer).lower()
    assert not Agency.objects.get(pk=people.science.pk).ended


def test_an_empty_installation_leads_to_its_set_up() -> None:
    assert Client().get("/", follow=True).redirect_chain[-1][0] == "/thiet-lap"


@pytest.mark.parametrize("path", STEPS[1:])
def test_no_step_is_open_without_the_code(path: str) -> None:
    for ask in (Client().get, Client().post):
        assert ask(path).headers["Location"] == "/thiet-lap"


def test_a_wrong_code_opens_nothing(settings: Any) -> None:
    client = Client()
    assert client.post("/thiet-lap", {"code": opening_code("khac" * 12)}).status_code == 422
    assert client.get(STEPS[1]).headers["Location"] == "/thiet-lap"


@pytest.mark.parametrize("path", STEPS)
def test_where_a_province_is_set_up_the_set_up_is_closed(people: Cast, path: str) -> None:
    assert Client().get(path).headers["Location"] == "/vao"


def test_the_set_up_is_refused_beside_an_invented_province(people: Cast) -> None:
    Agency.objects.update(fictional=True)
    answer = Client().get("/thiet-lap")
    assert answer.status_code == 409
    assert "dữ liệu minh họa" in text(answer)


def opened(settings: Any) -> Client:
    client = Client()
    client.post("/thiet-lap", {"code": opening_code(settings.SECRET_KEY)})
    client.post("/thiet-lap/tinh", {"province": "14"})
    client.post("/thiet-lap/co-quan", {"co": ["van-phong", "so-noi-vu"], "ten-van-phong": "Văn phòng UBND tỉnh"})
    return client


PEOPLE = {
    "administrator-full_name": "Khúc Đức Luyện", "administrator-username": "quantri", "administrator-title": "Quản trị",
    "administrator-department": "Văn phòng UBND tỉnh", "coordinator-full_name": "Hà Minh Thảo",
    "coordinator-title": "Trưởng phòng", "coordinator-department": "Sở Nội vụ", "password": PASSWORD, "again": PASSWORD,
}  # fmt: skip


def test_mistakes_in_the_last_step_keep_all_but_the_password(settings: Any) -> None:
    client = opened(settings)
    page = text(client.post("/thiet-lap/tai-khoan", PEOPLE | {"again": "khac", "coordinator-title": ""}))
    assert "Hai lần gõ khác nhau" in page
    assert "Chưa có chức danh" in page
    assert "Khúc Đức Luyện" in page
    assert PASSWORD not in page


def test_mistakes_of_departments_are_told_in_their_own_step(settings: Any) -> None:
    client = opened(settings)
    sent = {"co": ["van-phong", "so-noi-vu"], "ten-van-phong": " ", "khac": "Sở Nội vụ", "ngay": "32/13/2025"}
    answer = client.post("/thiet-lap/co-quan", sent)
    page = text(answer)
    told = ("Chưa có tên", "Có hai cơ quan cùng tên này", "“32/13/2025” không phải một ngày")
    assert (answer.status_code, [words for words in told if words not in page]) == (422, [])


def test_the_coordinator_s_code_is_shown_once(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longdan.app.founding.actions.country", lambda: part_of_the_country("14"))
    client = opened(settings)
    assert "letter-code" in text(client.post("/thiet-lap/tai-khoan", PEOPLE, follow=True))
    assert client.get("/thiet-lap/xong").headers["Location"] == "/vao"
    assert Agency.objects.filter(code__startswith="14.").exclude(code__contains="~").count() == 2


def test_all_that_nobody_inherits_goes_to_one_agency_after_a_look(people: Cast) -> None:
    gone = an_agency("Sở Cũ", province=people.province, valid_to=date(2025, 3, 1))
    post = a_post("Nguyễn Thị Ở", gone, Role.AGENCY_STAFF)
    client = as_(people.chi)
    address = f"/co-quan/{gone.pk}/con-lai"
    assert "Cơ quan nhận" in text(client.get(address))
    assert "cơ quan nào tên như vậy" in text(client.get(address, {"nhan": "Sở Không Có"}))
    page = client.get(address, {"nhan": "Sở Nội vụ"})
    sent = {"nhan": "Sở Nội vụ", "seen": page.context["page"].reform.token, "tat-ca": "0", f"viec-p{post.pk}": ""}
    assert "Đã chuyển 1 mục" in text(client.post(address, sent, follow=True))
    assert post.account.posts.filter(agency=people.home_affairs).exists()
