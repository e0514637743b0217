"""What happens at the wall: nothing typed is lost, nothing is shown to the next one at the desk."""

from typing import Any

import pytest
from django.test import Client, RequestFactory

from longdan.app.work.actions import entrust
from longdan.web.shared.presence import address_of
from longdan.web.shared.signed_in import back
from tests.builders import AT, a_plan, the_assignment
from tests.cast import Cast, a_cast


@pytest.fixture
def cast(db: None) -> Cast:
    return a_cast()


@pytest.fixture
def chi(cast: Cast, settings: Any) -> Client:
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(cast.chi.account)
    return client


def test_pages_behind_the_wall_are_kept_by_no_browser(chi: Client) -> None:
    assert {"no-store", "private"} <= set(chi.get("/ke-hoach/").headers["Cache-Control"].split(", "))


def test_a_press_after_the_session_ended_leads_back_to_the_page_it_came_from(cast: Cast) -> None:
    duty = the_assignment(a_plan(cast.chi), cast.commune)
    answer = Client().post(f"/duoc-giao/{duty.pk}/report", headers={"Referer": f"http://testserver/nhiem-vu/{duty.task_id}"})
    assert answer.headers["Location"] == f"/vao?next=/nhiem-vu/{duty.task_id}"


def test_what_came_is_named_so_that_the_browser_forgets_its_draft(chi: Client, cast: Cast) -> None:
    task = the_assignment(a_plan(cast.chi), cast.commune).task_id
    page = chi.post(f"/nhiem-vu/{task}/trao-doi", {"text": "Đã rõ"}, follow=True).content.decode()
    assert f'data-sent="{cast.chi.pk} /nhiem-vu/{task}/nhap-tam comment"' in page


def test_an_address_for_presses_opened_as_a_page_says_so(chi: Client, cast: Cast) -> None:
    answer = chi.get(f"/ke-hoach/{a_plan(cast.chi).pk}/nam-sau")
    assert (answer.status_code, answer.headers["Allow"], "không mở thành trang" in answer.content.decode()) == (405, "POST", True)


HERE = "http://testserver"
CAME = [(f"{HERE}/ke-hoach/", "/ke-hoach/"), (f"{HERE}//evil/x", "/evil/x"), ("https://evil/x", "/"), ("", "/")]


@pytest.mark.parametrize(("came", "way"), CAME)
def test_the_way_back_stays_in_the_house(came: str, way: str, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    assert back(RequestFactory().get("/", headers={"Referer": came})) == way


TOLD = [
    ("203.0.113.9", "203.0.113.9"), ("1.2.3.4, 203.0.113.9", "203.0.113.9"), ("203.0.113.9:5555", "203.0.113.9"),
    ("[2001:db8::1]:443", "2001:db8::1"), ("2001:db8::1", "2001:db8::1"), ("unknown", "127.0.0.1"), ("", "127.0.0.1"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "address"), TOLD)
def test_an_address_is_read_as_proxies_write_it(told: str, address: str, settings: Any) -> None:
    settings.BEHIND_PROXY = True
    assert address_of(RequestFactory().get("/", headers={"X-Forwarded-For": told})) == address


def test_nobody_is_taken_off_by_a_press_that_names_nobody(cast: Cast) -> None:
    duty = the_assignment(a_plan(cast.chi), cast.commune)
    entrust(assignment_ids=[duty.pk], to=cast.an.pk, by=cast.an, at=AT)
    client = Client()
    client.force_login(cast.an.account)
    client.post("/duoc-giao/phu-trach", {"duty": duty.pk, "officer": "", "next": "/"})
    duty.refresh_from_db()
    assert duty.officer == cast.an


@pytest.mark.parametrize(
    ("came", "offered"),
    [
        ("http://testserver/van-ban/7/xem?sua=a.1", 'href="/van-ban/7/xem?sua=a.1"'),
        ("http://elsewhere.example/x?y", 'button-main" href="/"'),
        ("", 'button-main" href="/"'),
    ],
)
def test_a_form_of_a_page_that_was_open_too_long_leads_back_to_that_page(cast: Cast, came: str, offered: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.chi.account)
    answer = strict.post("/van-ban/7/sua", {"value": "Lời"}, headers={"Referer": came} if came else {})
    page = answer.content.decode()
    assert (answer.status_code, offered in page, "elsewhere" in page) == (403, True, False)
