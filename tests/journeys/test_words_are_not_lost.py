"""What somebody typed is there again, in all its fields: on a page left, without a network, after the session has ended."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, Route, expect

from longdan.app.plans.models import Assignment
from longdan.app.work.models import Draft, Update
from tests.journeys.conftest import Visitor

TYPED = "Đã ban hành kế hoạch chi tiết, đang chờ kinh phí"
WORDS, SHARE = "Đã làm được gì", "Mức hoàn thành (%)"
KEEPING = "**/nhap-tam"


@pytest.fixture
def duty(duty: Assignment) -> Assignment:
    """Accepted."""
    Assignment.objects.filter(pk=duty.pk).update(state="accepted")
    return duty


def types_a_report(visitor: Visitor, duty: Assignment) -> Page:
    visitor.signs_in("chuyenvien")
    page = visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    page.get_by_label(WORDS).fill(TYPED)
    page.get_by_label(SHARE).fill("65")
    return page


def stands_there_again(page: Page) -> None:
    expect(page.get_by_label(WORDS)).to_have_value(TYPED)
    expect(page.get_by_label(SHARE)).to_have_value("65")


def is_sent(page: Page) -> None:
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Đã ghi: báo cáo tiến độ.")).to_be_visible()
    assert [(one.text, one.percent) for one in Update.objects.all()] == [(TYPED, 65)]


def kept_here(page: Page) -> int:
    return int(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft ')).length"))


def test_a_report_left_half_written_comes_back_with_its_share(visitor: Visitor, duty: Assignment) -> None:
    page = types_a_report(visitor, duty)
    expect(page.locator("form.is-dirty")).to_have_count(0)  # all of it is with the server
    assert Draft.objects.count() == 2
    visitor.goes_to("/lich/")
    visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    stands_there_again(page)
    is_sent(page)
    assert (Draft.objects.count(), kept_here(page)) == (0, 0)


def test_a_report_sent_without_a_network_stays_in_its_fields(visitor: Visitor, duty: Assignment) -> None:
    page = types_a_report(visitor, duty)
    page.context.set_offline(True)
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Chưa gửi được vì mất kết nối")).to_be_visible()
    page.context.set_offline(False)
    is_sent(page)
    visitor.complaints.clear()  # of the browser, while there was no network


def test_a_report_sent_after_the_session_ended_is_there_again(visitor: Visitor, duty: Assignment) -> None:
    page = types_a_report(visitor, duty)
    Session.objects.all().delete()
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    page.wait_for_url("**/vao?next=/nhiem-vu/*")
    visitor.signs_in_here("chuyenvien")
    stands_there_again(page)
    is_sent(page)
    expect(page.get_by_label(WORDS)).to_have_value("")


def test_words_kept_here_take_the_place_of_what_they_go_on_from(visitor: Visitor, duty: Assignment) -> None:
    page = types_a_report(visitor, duty)
    expect(page.locator("form.is-dirty")).to_have_count(0)
    page.route(KEEPING, lambda route: route.abort())
    page.get_by_label(WORDS).fill(f"{TYPED}, đã trình")
    expect(page.locator("[data-saved]").first).to_contain_text("lưu trên máy này")
    page.unroute(KEEPING)
    page.on("dialog", lambda dialog: dialog.accept())  # the browser asks whoever leaves
    page.reload()
    expect(page.get_by_label(WORDS)).to_have_value(f"{TYPED}, đã trình")
    visitor.complaints.clear()  # of the browser, about what did not go out


def test_what_one_person_left_on_a_machine_is_not_shown_to_the_next(visitor: Visitor, duty: Assignment) -> None:
    visitor.signs_in("chuyenvien")
    page, comment = visitor.goes_to(f"/nhiem-vu/{duty.task_id}"), "Viết cho những người cùng theo dõi nhiệm vụ"
    page.route(KEEPING, lambda route: route.abort())
    page.get_by_label(comment).fill(TYPED)
    expect(page.locator("#trao-doi [data-saved]")).to_contain_text("lưu trên máy này")
    Session.objects.all().delete()
    page.on("dialog", lambda dialog: dialog.accept())
    visitor.signs_in("dieuphoi")
    visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    expect(page.get_by_label(comment)).to_have_value("")
    assert kept_here(page) == 1
    visitor.complaints.clear()


def test_a_draft_on_its_way_does_not_outlive_what_is_sent(visitor: Visitor, duty: Assignment) -> None:
    page = types_a_report(visitor, duty)
    held: list[Route] = []
    page.route(KEEPING, lambda route: route.continue_() if held else held.append(route))
    with page.expect_request(KEEPING):
        page.get_by_label(WORDS).fill(f"{TYPED}.")
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Đang lưu bản nháp").first).to_be_visible()
    assert Update.objects.count() == 0
    held[0].continue_()
    expect(page.get_by_text("Đã ghi: báo cáo tiến độ.")).to_be_visible()
    assert (Update.objects.count(), Draft.objects.count()) == (1, 0)


def test_words_are_said_to_be_kept_when_all_of_them_are(visitor: Visitor, duty: Assignment) -> None:
    visitor.signs_in("chuyenvien")
    page = visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    held: list[Route] = []
    page.route(KEEPING, lambda route: held.append(route))
    with page.expect_request(KEEPING):
        page.get_by_label(WORDS).fill(TYPED[:9])
    page.get_by_label(WORDS).fill(TYPED)
    with page.expect_request(KEEPING):
        held[0].continue_()
    expect(page.locator("[data-saved]").first).to_contain_text("Đang lưu bản nháp")
    held[1].continue_()
    expect(page.locator("[data-saved]").first).to_contain_text("Bản nháp lưu lúc")
    assert Draft.objects.get().text == TYPED
