"""What somebody typed is there again: sent without a network, or after the session has ended."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from longdan.app.plans.models import Assignment
from longdan.app.work.models import Draft, Update
from tests.journeys.conftest import Visitor

FILE = "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"
TYPED = "Đã ban hành kế hoạch chi tiết, đang chờ kinh phí"


@pytest.fixture
def duty(duty: Assignment) -> Assignment:
    """Accepted."""
    Assignment.objects.filter(pk=duty.pk).update(state="accepted")
    return duty


def types_a_report(visitor: Visitor, duty: Assignment) -> Page:
    visitor.signs_in("chuyenvien")
    page = visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    page.get_by_label("Đã làm được gì").fill(TYPED)
    return page


def test_a_report_sent_without_a_network_stays_in_its_field(visitor: Visitor, duty: Assignment) -> None:
    page = types_a_report(visitor, duty)
    page.context.set_offline(True)
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Chưa gửi được vì mất kết nối")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Đã ghi: báo cáo tiến độ.")).to_be_visible()
    assert Update.objects.get().text == TYPED
    visitor.complaints.clear()  # of the browser, while there was no network


def test_a_report_sent_after_the_session_ended_is_there_again(visitor: Visitor, duty: Assignment) -> None:
    page = types_a_report(visitor, duty)
    Session.objects.all().delete()
    Draft.objects.all().delete()
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    page.wait_for_url("**/vao?next=/nhiem-vu/*")
    visitor.signs_in_here("chuyenvien")
    expect(page.get_by_label("Đã làm được gì")).to_have_value(TYPED)
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_text("Đã ghi: báo cáo tiến độ.")).to_be_visible()
    expect(page.get_by_label("Đã làm được gì")).to_have_value("")
