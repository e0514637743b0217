"""What somebody corrects in a preview while the network or the session goes is kept, said to be unsaved, and saved afterwards."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from longdan.app.plans import actions
from longdan.app.plans.models import Correction
from longdan.app.plans.previewing import preview
from tests.journeys.conftest import Visitor, coordinator

FILE = "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"
TYPED = "Báo cáo kết quả rà soát"


@pytest.fixture
def reading(handed_in: Callable[[str], int]) -> int:
    return handed_in(FILE)


@pytest.fixture
def item(reading: int) -> str:
    return preview(coordinator(), reading, on=timezone.localdate()).preview.tasks[0].id


def opens(visitor: Visitor, reading: int, item: str) -> Page:
    visitor.signs_in("dieuphoi")
    page = visitor.goes_to(f"/van-ban/{reading}/xem?sua={item}")
    page.wait_for_load_state("networkidle")
    return page


def leaves(field: Locator) -> None:
    field.fill(TYPED)
    field.press("Tab")


def is_saved(page: Page, item: str) -> None:
    expect(page.locator(f"#{item}-product")).to_have_value(TYPED)
    expect(page.locator(f"#{item}-product-saved")).to_have_text("Đã lưu")
    assert [(one.field, one.value) for one in Correction.objects.all()] == [("product", TYPED)]
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft ')).length") == 0


def test_words_typed_without_a_network_are_saved_when_it_is_back(visitor: Visitor, reading: int, item: str) -> None:
    page = opens(visitor, reading, item)
    page.context.set_offline(True)
    leaves(page.locator(f"#{item}-product"))
    expect(page.locator(f"#{item}-product-saved")).to_contain_text("Chưa lưu: mất kết nối.")
    page.context.set_offline(False)
    is_saved(page, item)
    visitor.complaints.clear()  # of the browser, while there was no network


def test_words_typed_after_the_session_ended_are_saved_after_signing_in(visitor: Visitor, reading: int, item: str) -> None:
    page = opens(visitor, reading, item)
    Session.objects.all().delete()
    leaves(page.locator(f"#{item}-product"))
    page.wait_for_url("**/vao?next=/van-ban/**")
    visitor.signs_in_here("dieuphoi")
    is_saved(page, item)


def test_words_kept_here_do_not_take_the_place_of_what_somebody_else_wrote(visitor: Visitor, reading: int, item: str) -> None:
    page = opens(visitor, reading, item)
    Session.objects.all().delete()
    leaves(page.locator(f"#{item}-product"))
    page.wait_for_url("**/vao?next=/van-ban/**")
    by = {"reading_id": reading, "by": coordinator(), "at": timezone.now()}
    actions.correct(**by, verb="edit", item=item, field="product", value="Kế hoạch chi tiết")
    visitor.signs_in_here("dieuphoi")
    expect(page.locator(f"#{item}-product-saved")).to_contain_text("sửa ở nơi khác thành “Kế hoạch chi tiết”")
    expect(page.locator(f"#{item}-product")).to_have_value(TYPED)
    assert Correction.objects.count() == 1
