"""Somebody at an agency finds what is asked of it, reports, and hands in; the coordinator sends back or closes."""

from playwright.sync_api import Page, expect

from longdan.app.plans.models import Assignment, AssignmentState
from tests.journeys.conftest import Visitor

FILE = "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"


def state(duty: Assignment) -> str:
    duty.refresh_from_db()
    return duty.state


def open_task(page: Page, visitor: Visitor, duty: Assignment) -> None:
    visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    expect(page.get_by_role("heading", name="Nguyên văn")).to_be_visible()


def test_an_agency_reports_and_the_coordinator_closes(visitor: Visitor, duty: Assignment) -> None:
    page = visitor.signs_in("chuyenvien")
    expect(page.get_by_role("heading", level=2, name="Mới được giao")).to_be_visible()
    open_task(page, visitor, duty)
    page.get_by_label("Đã làm được gì, còn vướng gì").fill("Đã trình dự thảo; chờ Sở Tài chính góp ý.")
    page.get_by_label("Mức hoàn thành (%)").fill("60")
    page.get_by_role("button", name="Báo cáo tiến độ", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Đã ghi")).to_be_visible()
    expect(page.locator(".trace")).to_contain_text(["60 %"])
    assert state(duty) == AssignmentState.UNDER_WAY

    page.locator("summary", has_text="Nộp kết quả").first.click()
    page.get_by_label("Kết quả: văn bản, sản phẩm đã có").first.fill("Quyết định 77/QĐ-UBND")
    page.get_by_role("button", name="Nộp kết quả").first.click()
    expect(page.locator(".trace")).to_contain_text(["Quyết định 77/QĐ-UBND"])
    assert state(duty) == AssignmentState.SUBMITTED

    page.get_by_label("Tài khoản").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/vao*")
    page = visitor.signs_in("dieuphoi")
    expect(page.get_by_role("heading", level=2, name="Chờ duyệt")).to_be_visible()
    open_task(page, visitor, duty)
    page.locator("summary", has_text="Trả lại").first.click()
    page.get_by_label("Lý do trả lại").first.fill("Thiếu phụ lục.")
    page.get_by_role("button", name="Trả lại").first.click()
    expect(page.get_by_text("Lý do: Thiếu phụ lục.")).to_be_visible()
    assert state(duty) == AssignmentState.RETURNED


def test_an_agency_cannot_report_what_is_another_agencys(visitor: Visitor, duty: Assignment) -> None:
    page = visitor.signs_in("canboxa")
    open_task(page, visitor, duty)
    expect(page.get_by_role("button", name="Báo cáo tiến độ")).to_have_count(0)
