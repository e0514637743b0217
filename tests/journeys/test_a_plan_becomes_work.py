"""The coordinator hands a plan in, looks it through, corrects it, confirms it, and follows a task to its words."""

import re

from playwright.sync_api import Page, expect

from longdan.app.plans.models import Plan, Task
from tests.journeys.conftest import DOCUMENTS, Visitor

FILE = "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"


def hand_in(page: Page, *names: str) -> None:
    page.get_by_role("link", name="Nhập văn bản").first.click()
    page.get_by_label("Thả tệp vào đây").set_input_files([DOCUMENTS / name for name in names])
    expect(page.locator("[data-drop-files] li")).to_have_count(len(names))
    page.get_by_role("button", name="Gửi để đọc").click()
    page.wait_for_url("**/xem")


def found_side(page: Page) -> None:
    """On a telephone one side is shown at a time."""
    switch = page.get_by_role("button", name="Đã tìm thấy")
    if switch.is_visible():
        switch.click()


def test_a_coordinator_makes_work_of_a_plan(visitor: Visitor, worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    hand_in(page, FILE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("nhiệm vụ trong")
    before = number(page)

    first = page.locator("article.item").first
    first.get_by_role("link", name="Xem trong văn bản").click()
    marked = page.locator(f'.words[data-items~="{first.get_attribute("id")}"]').first
    expect(marked).to_have_class(re.compile("is-chosen"))
    expect(marked).to_be_in_viewport()

    found_side(page)
    item = page.locator("article.item", has=page.get_by_role("link", name="Sửa")).first
    words = item.get_attribute("id")
    item.get_by_role("link", name="Sửa").click()
    if page.locator(".facing-side:has(.words)").is_visible():  # on a narrow screen one side is shown at a time
        beside = page.locator(f'.words[data-items~="{words}"]').first
        expect(beside).to_have_class(re.compile("is-chosen"))
        expect(beside).to_be_in_viewport()
    page.locator(f"#{words}-product").fill("Báo cáo kết quả")
    page.locator(f"#{words}-product").press("Tab")
    expect(page.locator(f"#{words}-product-saved")).to_have_text("Đã lưu")
    page.locator(f"#{words}-due").fill("31/02/2027")
    page.locator(f"#{words}-due").press("Tab")
    expect(page.locator(f"#{words}-due-saved")).to_contain_text("Không phải một thời hạn")
    page.locator(f"#{words}-due").fill("31/12/2027")
    page.locator(f"#{words}-due").press("Tab")
    expect(page.locator(f"#{words}-due-saved")).to_have_text("Đã lưu")
    page.locator(f"#{words}").get_by_role("link", name="Xong").click()
    expect(page.locator(f"#{words}")).to_contain_text("31/12/2027")
    expect(page.locator(f"#{words}")).to_be_focused()

    last = page.locator("article.item", has=page.get_by_role("link", name="Sửa")).last
    dropped = last.get_attribute("id")
    last.get_by_role("button", name="Bỏ", exact=True).click()
    expect(page.locator(f"#{dropped}")).to_have_class(re.compile("item-gone"))
    expect(page.locator(f'.words[data-items~="{dropped}"]').first).to_have_class(re.compile("words-gone"))
    expect(page.locator("#preview-bar")).to_contain_text(f"{before - 1} nhiệm vụ")

    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    page.wait_for_url("**/ke-hoach/*")
    expect(page.get_by_role("status").filter(has_text="đã được xác nhận")).to_be_visible()
    plan = Plan.objects.get()
    assert plan.tasks.count() == before - 1
    assert plan.tasks.filter(product="Báo cáo kết quả", due="2027-12-31").count() == 1

    page.get_by_role("link", name="Theo tháng").click()
    expect(page.get_by_text("Tháng 12/2027")).to_be_visible()
    page.locator("a.ledger-title").first.click()
    page.wait_for_url("**/nhiem-vu/*")
    task = Task.objects.get(pk=int(page.url.rsplit("/", 1)[1]))
    expect(page.locator(".sheet .words").first).to_contain_text(task.quote[:40])


def number(page: Page) -> int:
    found = re.search(r"\d+", page.get_by_role("heading", level=1).inner_text())
    assert found
    return int(found[0])


def test_an_agency_that_the_document_misnames_is_chosen_from_a_list(visitor: Visitor, worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    hand_in(page, FILE)
    item = page.locator("article.item", has=page.get_by_role("link", name="Sửa")).first
    name = item.get_attribute("id")
    item.get_by_role("link", name="Sửa").click()
    field = page.locator(f"#{name}-new-agency")
    field.fill("Sở Không Có")
    page.locator(f"#{name}").get_by_role("button", name="Thêm").click()
    expect(page.locator(f"#{name}").get_by_role("alert")).to_contain_text("chọn một tên trong gợi ý")
    expect(field).to_have_value("Sở Không Có")
    field.fill("")
    field.press_sequentially("so tai chinh")
    expect(page.get_by_role("option", name="Sở Tài chính")).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value("Sở Tài chính")
    page.locator(f"#{name}").get_by_role("button", name="Thêm").click()
    expect(page.locator(f"#{name}").locator("input[role=combobox]").nth(-2)).to_have_value("Sở Tài chính")
    page.get_by_role("button", name="Hoàn tác sửa cuối").click()
    expect(page.locator(f"#{name}")).not_to_contain_text("Chủ trì: Sở Tài chính")


def test_who_sends_the_same_file_again_is_told_when_it_came(visitor: Visitor, worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    hand_in(page, FILE)
    visitor.goes_to("/van-ban/")
    hand_in(page, FILE)
    expect(page.get_by_text("không cần gửi lại")).to_be_visible()


def test_a_plan_in_two_files_is_read_as_one(visitor: Visitor, worker: None) -> None:
    page = visitor.signs_in("dieuphoi")
    hand_in(page, "05_xa-thanh-linh-2026.txt", "04_so-nnmt-papi-2026.html")
    expect(page.locator(".trail")).to_contain_text("05_xa-thanh-linh-2026.txt + 04_so-nnmt-papi-2026.html")
