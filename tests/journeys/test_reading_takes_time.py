"""While a document is read one sees how far it is, may leave, come back, or give it up."""

from playwright.sync_api import Page, expect

from longdan.app.plans.models import Reading, ReadingState
from tests.journeys.conftest import DOCUMENTS, Visitor, held, read_now

FILE = "05_xa-thanh-linh-2026.txt"


def hand_in(page: Page, visitor: Visitor) -> Reading:
    visitor.goes_to("/van-ban/nhap")
    page.get_by_label("Thả tệp vào đây").set_input_files(DOCUMENTS / FILE)
    page.get_by_role("button", name="Gửi để đọc").click()
    expect(page.get_by_text("Đang chờ đến lượt đọc")).to_be_visible()
    return Reading.objects.get()


def test_the_page_goes_on_by_itself_when_the_document_is_read(visitor: Visitor, sleeping_worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    reading = hand_in(page, visitor)
    with held(page, reading.pk):
        Reading.objects.filter(pk=reading.pk).update(state=ReadingState.READING, pages=40, pages_done=12)
    expect(page.locator("#progress")).to_contain_text("Đã đọc 12 trên 40 trang")
    with held(page, reading.pk):
        Reading.objects.filter(pk=reading.pk).update(state=ReadingState.WAITING, pages=None, pages_done=0)
        read_now(reading.pk)
    page.wait_for_url(f"**/van-ban/{reading.pk}/xem")


def test_one_may_leave_and_come_back(visitor: Visitor, sleeping_worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    reading = hand_in(page, visitor)
    page.get_by_role("link", name="Kế hoạch").first.click()
    page.wait_for_url("**/ke-hoach/")
    read_now(reading.pk)
    page.get_by_role("link", name="Văn bản").first.click()
    page.locator("tr", has_text=FILE).get_by_role("link").click()
    page.wait_for_url(f"**/van-ban/{reading.pk}/xem")


def test_reading_can_be_given_up(visitor: Visitor, sleeping_worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    reading = hand_in(page, visitor)
    page.get_by_role("button", name="Thôi đọc").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đã thôi đọc")
    reading.refresh_from_db()
    assert reading.state == ReadingState.CANCELLED
