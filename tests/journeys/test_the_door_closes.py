"""What happens to whoever has been away too long: nothing is lost silently, the way back is shown."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from longdan.app.plans.models import Reading, ReadingState
from tests.journeys.conftest import DOCUMENTS, Visitor, held


def test_a_correction_after_the_session_ended_leads_to_the_door(visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    page = visitor.signs_in("dieuphoi")
    reading = handed_in("05_xa-thanh-linh-2026.txt")
    visitor.goes_to(f"/van-ban/{reading}/xem")
    page.context.clear_cookies(name="sessionid")
    page.locator("article.item").first.get_by_role("button", name="Bỏ", exact=True).click()
    page.wait_for_url(re.compile(r"/vao\?next="))
    page.get_by_label("Tên đăng nhập").fill("dieuphoi")
    page.get_by_label("Mật khẩu").fill(visitor.password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(f"**/van-ban/{reading}/xem")


def test_a_file_sent_after_the_session_ended_is_said_not_to_have_come(visitor: Visitor) -> None:
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to("/van-ban/nhap")
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Thả tệp vào đây").set_input_files(DOCUMENTS / "05_xa-thanh-linh-2026.txt")
    page.get_by_role("button", name="Gửi để đọc").click()
    expect(page.get_by_text("Tệp chưa được nhận")).to_be_visible()


def test_whoever_may_not_import_is_not_sent_there(visitor: Visitor) -> None:
    page = visitor.signs_in("kiemtra")
    expect(page.get_by_role("link", name="Văn bản", exact=True)).to_have_count(0)
    expect(page.get_by_role("link", name="Nhập văn bản")).to_have_count(0)
    page.get_by_label("Tài khoản").click()
    page.get_by_role("link", name="Nhật ký").click()
    page.wait_for_url("**/nhat-ky")


def test_giving_up_what_is_read_already_is_refused_in_plain_words(visitor: Visitor, sleeping_worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to("/van-ban/nhap")
    page.get_by_label("Thả tệp vào đây").set_input_files(DOCUMENTS / "05_xa-thanh-linh-2026.txt")
    page.get_by_role("button", name="Gửi để đọc").click()
    expect(page.get_by_text("Đang chờ đến lượt đọc")).to_be_visible()
    with held(page, Reading.objects.get().pk):
        Reading.objects.update(state=ReadingState.CANCELLED)
        page.get_by_role("button", name="Thôi đọc").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Chưa làm được việc này")
    visitor.complaints.clear()  # the browser reports the status itself
    page.get_by_role("link", name="Quay lại").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đã thôi đọc")
