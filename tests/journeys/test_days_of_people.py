"""Whole days of a head and of an official with a telephone; the search by keyboard, the calendar and its address."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.request import urlopen

import pytest
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Browser, expect

from longdan.app.plans.models import Assignment, AssignmentState, Plan
from longdan.app.work.models import Draft, Evidence, Update
from tests.journeys.conftest import Visitor, in_force

FILE = "01_papi-tinh-2026.docx"


@pytest.fixture
def plan(handed_in: Callable[[str], int]) -> Plan:
    return in_force(handed_in(FILE))


def test_a_heads_day_begins_with_accepting_what_is_new(visitor: Visitor, plan: Plan) -> None:
    page = visitor.signs_in("giamdoc")
    expect(page.get_by_role("heading", level=1)).to_contain_text("việc")
    form = page.locator("form[data-choosing]").last
    fresh = form.locator("input[name='duty']").count()
    assert fresh > 1
    form.get_by_label("Chọn tất cả").check()
    form.get_by_role("button", name="Nhận việc").click()
    expect(page.get_by_role("status").filter(has_text=f"Đã ghi cho {fresh} việc")).to_be_visible()
    assert Assignment.objects.filter(state=AssignmentState.ACCEPTED).count() == fresh
    page.locator(".ledger-title").first.click()
    expect(page.get_by_text("Thuộc mục:")).to_be_visible()
    expect(page.get_by_role("heading", name="Nguyên văn")).to_be_visible()


def test_an_official_reports_from_a_telephone_with_a_photo(visitor: Visitor, plan: Plan, tmp_path: Path) -> None:
    photo = tmp_path / "IMG_0012.jpg"
    Image.new("RGB", (1200, 1600), "#68a").save(photo, "JPEG")
    page = visitor.signs_in("canboxa")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 việc quá hạn")
    page.locator("#qua-han").locator("xpath=ancestor::section").locator(".ledger-title").first.click()
    page.get_by_label("Đã làm được gì, còn vướng gì").fill("Đã ban hành kế hoạch của xã.")
    page.get_by_label("Mức hoàn thành (%)").fill("80")
    page.get_by_role("button", name="Báo cáo tiến độ").click()
    expect(page.get_by_role("status").filter(has_text="Đã ghi")).to_be_visible()
    assert "image/*" in str(page.locator("#tep-kiem-chung").get_attribute("accept"))  # a telephone offers its camera
    page.set_input_files("#tep-kiem-chung", photo)
    page.get_by_label("Tên tài liệu").fill("Ảnh trang bìa kế hoạch")
    page.get_by_role("button", name="Nộp tài liệu").click()
    expect(page.locator(".proof-card")).to_contain_text("Ảnh trang bìa kế hoạch")
    assert visitor.overflow() <= 0
    assert (Update.objects.get().percent, Evidence.objects.get().title) == (80, "Ảnh trang bìa kế hoạch")


def test_a_file_that_proves_nothing_is_refused_on_the_page(visitor: Visitor, plan: Plan, tmp_path: Path) -> None:
    bad = tmp_path / "trang.html"
    bad.write_text("<html><body><p>xin chào</p></body></html>", encoding="utf-8")
    page = visitor.signs_in("canboxa")
    page.locator(".ledger-title").first.click()
    page.set_input_files("#tep-kiem-chung", bad)
    page.get_by_role("button", name="Nộp tài liệu").click()
    expect(page.locator("[data-trouble]")).to_contain_text("không nhận làm tài liệu kiểm chứng")
    visitor.complaints.clear()  # the browser reports the status itself
    assert not Evidence.objects.exists()


def test_words_typed_outlive_a_closed_page(visitor: Visitor, plan: Plan) -> None:
    page = visitor.signs_in("canboxa")
    page.locator(".ledger-title").first.click()
    page.get_by_label("Đã làm được gì, còn vướng gì").press_sequentially("Đang soạn dở")
    expect(page.locator("[data-saved]").first).to_contain_text("Bản nháp lưu lúc")
    here = page.url
    visitor.goes_to("/ke-hoach/")
    page.goto(here)
    expect(page.get_by_label("Đã làm được gì, còn vướng gì")).to_have_value("Đang soạn dở")


def test_the_search_is_one_key_away_and_needs_no_diacritics(visitor: Visitor, plan: Plan) -> None:
    page = visitor.signs_in("giamdoc")
    if page.viewport_size and page.viewport_size["width"] < 720:
        page.get_by_role("link", name="Tìm", exact=True).click()
        page.wait_for_url("**/tim")
    page.keyboard.press("/")
    page.keyboard.type("cai thien ngan sach")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim?*")
    visitor.goes_to("/tim?tim=cong+khai+ngan+sach")
    expect(page.locator("mark").first).to_contain_text("ông khai ngân sách")
    assert visitor.violations() == []
    page.locator("#nhom-van-ban").locator("xpath=ancestor::section").get_by_role("link").last.click()
    expect(page.locator(".sheet").first).to_be_visible()


def test_the_calendar_is_filtered_and_read_by_another_program(visitor: Visitor, plan: Plan, live_server) -> None:  # type: ignore[no-untyped-def]
    page = visitor.signs_in("canboxa")
    visitor.goes_to("/lich/?thang=2026-02")
    expect(page.locator(".mark")).to_contain_text(["Căn cứ Kế hoạch này"])
    page.get_by_label("Của", exact=True).select_option("tinh")
    page.wait_for_url("**cua=tinh**")
    assert "thang=2026-02" in page.url
    page.get_by_role("button", name="Mở địa chỉ lịch").click()
    address = page.get_by_label("Địa chỉ lịch", exact=True).input_value()
    assert visitor.violations() == []
    with urlopen(address) as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        days = {event.decoded("DTSTART") for event in Calendar.from_ical(answer.read()).walk("VEVENT")}
    assert date(2026, 12, 10) in days
    visitor.goes_to("/lich/")
    expect(page.get_by_label("Địa chỉ lịch", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Khóa địa chỉ").click()
    expect(page.get_by_role("status").filter(has_text="Đã khóa địa chỉ lịch")).to_be_visible()


def test_without_scripts_several_are_accepted_and_found(plain_visitor: Visitor, plan: Plan, browser: Browser) -> None:
    page = plain_visitor.signs_in("canboxa")
    page.locator("form[data-choosing] input[name='duty']").first.check()
    page.get_by_role("button", name="Nhận việc").click()
    expect(page.get_by_text("Đã ghi cho 1 việc")).to_be_visible()
    plain_visitor.goes_to("/tim")
    page.get_by_label("Từ cần tìm").fill("ngan sach")
    page.get_by_role("main").get_by_role("button", name="Tìm").click()
    expect(page.locator("mark").first).to_be_visible()


def test_words_typed_without_a_network_are_kept_here_and_sent_when_it_is_back(visitor: Visitor, plan: Plan) -> None:
    page = visitor.signs_in("canboxa")
    page.locator(".ledger-title").first.click()
    field, told = page.get_by_label("Đã làm được gì, còn vướng gì"), page.locator("[data-saved]").first
    page.context.set_offline(True)
    field.press_sequentially("Ở thôn không có sóng")
    expect(told).to_contain_text("lưu trên máy này")
    page.context.set_offline(False)
    expect(told).to_contain_text("Bản nháp lưu lúc")
    assert Draft.objects.get().text == "Ở thôn không có sóng"
    visitor.complaints.clear()  # the browser reports the network itself
