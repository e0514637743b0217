"""A plan in force: amended, sent round as a sheet, mended in small steps, carried over; by keyboard, wide and narrow."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from xlsxwriter import Workbook

from longdan.app.plans import actions
from longdan.app.plans.models import Plan, Reading, Task
from longdan.core.documents.sheets import read_grids
from longdan.core.documents.sources import SourceFile
from tests.journeys.conftest import Visitor, coordinator, in_force

FILE = "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"


def picture(page: Page, name: str) -> None:
    """For whoever looks at the screens while they are made: LOOK_AT names the folder."""
    if folder := os.environ.get("LOOK_AT"):
        width = page.evaluate("window.innerWidth")
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def press(button: Locator) -> None:
    """By keyboard: focus and Enter."""
    button.focus()
    button.press("Enter")


def unhidden(page: Page) -> None:
    """On a telephone one side of a preview is shown at a time."""
    switch = page.get_by_role("button", name="Đã tìm thấy")
    if switch.is_visible():
        switch.click()


def clean(visitor: Visitor) -> None:
    assert visitor.violations() == []
    assert visitor.overflow() <= 0


def amended(plan: Plan) -> str:
    """The document's text with the words of one task changed, and another one left out."""
    changed, dropped = plan.tasks.filter(start__isnull=False).order_by("order")[3:5]
    middle = changed.quote.index(" ", len(changed.quote) // 2)
    altered = f"{changed.quote[:middle]} thật khẩn trương{changed.quote[middle:]}"
    return plan.document.text.replace(changed.quote, altered, 1).replace(dropped.quote, "", 1)


def test_an_amended_document_shows_its_difference_and_updates(
    visitor: Visitor, handed_in: Callable[[str], int], tmp_path: Path
) -> None:
    plan = in_force(handed_in("05_xa-thanh-linh-2026.txt"))
    before = plan.tasks.count()
    changed = plan.tasks.order_by("order")[3]
    file = tmp_path / "sua-doi.txt"
    file.write_text(amended(plan), encoding="utf-8")
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to("/van-ban/nhap")
    page.get_by_label("Thả tệp vào đây").set_input_files(file)
    page.get_by_role("button", name="Gửi để đọc").click()
    page.wait_for_url("**/xem")
    unhidden(page)
    page.get_by_role("navigation", name="Lọc nhiệm vụ").get_by_role("link", name=re.compile("^Thay đổi")).click()
    expect(page.locator("article.item ins").first).to_contain_text("thật khẩn trương")
    picture(page, "amendment")
    clean(visitor)
    expect(page.locator("#preview-bar")).to_contain_text("sẽ cập nhật kế hoạch")
    press(page.get_by_role("button", name="Xác nhận cập nhật"))
    page.wait_for_url("**/ke-hoach/*")
    changed.refresh_from_db()
    assert (Plan.objects.count(), "thật khẩn trương" in changed.text) == (1, True)
    assert plan.tasks.filter(withdrawn_at__isnull=True).count() < before


def test_a_sheet_goes_out_and_comes_back(visitor: Visitor, handed_in: Callable[[str], int], tmp_path: Path) -> None:
    plan = in_force(handed_in(FILE))
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to(f"/ke-hoach/{plan.pk}")
    press(page.locator("summary", has_text="Việc khác"))
    picture(page, "plan-menu")
    with page.expect_download() as came:
        page.get_by_role("link", name="Bảng để sửa trong Excel").click()
    out = tmp_path / "bang.xlsx"
    came.value.save_as(out)
    visitor.goes_to("/van-ban/nhap")
    page.get_by_label("Thả tệp vào đây").set_input_files(edited(out))
    page.get_by_role("button", name="Gửi để đọc").click()
    page.wait_for_url("**/xem")
    unhidden(page)
    expect(page.get_by_text("cột J (Thời hạn)")).to_be_visible()
    picture(page, "sheet")
    page.get_by_role("navigation", name="Lọc nhiệm vụ").get_by_role("link", name=re.compile("^Mới")).click()
    expect(page.locator("article.item")).to_have_count(1)
    clean(visitor)
    press(page.get_by_role("button", name="Xác nhận cập nhật"))
    page.wait_for_url("**/ke-hoach/*")
    assert plan.tasks.filter(product="Biên bản bàn giao").count() == 1
    assert plan.tasks.filter(text="Nhiệm vụ thêm trong bảng").count() == 1


def edited(sheet: Path) -> Path:
    """The sheet as another program writes it, with one product changed, one day that is none, one row more."""
    rows = read_grids(SourceFile("bang.xlsx", sheet.read_bytes()))[0].rows
    head = next(at for at, row in enumerate(rows) if "Nhiệm vụ" in row)
    product, due, text = (rows[head].index(name) for name in ("Sản phẩm", "Thời hạn", "Nhiệm vụ"))
    rows[head + 1][product], rows[head + 2][due] = "Biên bản bàn giao", "bao giờ xong thì thôi"
    rows.append(["" for _ in rows[head]])
    rows[-1][text] = "Nhiệm vụ thêm trong bảng"
    after = sheet.with_name("bang-da-sua.xlsx")
    with Workbook(after, {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return after


def test_a_plan_is_carried_over_to_the_next_year(visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    plan = in_force(handed_in(FILE))
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to(f"/ke-hoach/{plan.pk}")
    press(page.locator("summary", has_text="Việc khác"))
    press(page.get_by_role("button", name="Chuyển sang năm sau"))
    page.wait_for_url("**/xem")
    unhidden(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("kế hoạch năm 2028")
    picture(page, "carried")
    clean(visitor)
    press(page.get_by_role("button", name="Xác nhận kế hoạch"))
    page.wait_for_url("**/ke-hoach/*")
    expect(page.get_by_text("Năm trước", exact=True)).to_be_visible()
    after = Plan.objects.get(predecessor=plan)
    assert after.first_year == 2028
    days = dict(plan.tasks.filter(due__isnull=False).values_list("text", "due"))
    assert [task.due.year for task in after.tasks.filter(due__isnull=False)] == [
        days[task.text].year + 1 for task in after.tasks.filter(due__isnull=False)
    ]


def test_the_matrix_and_what_is_open_are_read_and_mended(visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    plan = in_force(handed_in(FILE))
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to(f"/ke-hoach/{plan.pk}?theo=matrix")
    expect(page.locator(".matrix abbr").first).to_be_visible()
    picture(page, "matrix")
    clean(visitor)
    visitor.goes_to(f"/ke-hoach/{plan.pk}?theo=gaps")
    picture(page, "gaps")
    clean(visitor)
    press(page.get_by_role("link", name=re.compile("^Bổ sung")).first)
    page.wait_for_url("**/sua*")
    page.get_by_label("Sản phẩm").fill("Báo cáo bổ sung")
    press(page.get_by_role("button", name="Lưu sản phẩm"))
    expect(page.locator(".trace ins").first).to_have_text("Báo cáo bổ sung")
    picture(page, "edit-task")
    clean(visitor)
    press(page.get_by_role("button", name="Hoàn tác").first)
    expect(page.get_by_text("(đã hoàn tác)")).to_be_visible()
    assert not Task.objects.filter(product="Báo cáo bổ sung").exists()


def test_a_statement_is_split_merged_undone_and_redone(visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    reading = handed_in(FILE)
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to(f"/van-ban/{reading}/xem")
    unhidden(page)
    count = page.locator("article.item").count()
    item = page.locator("article.item", has=page.get_by_role("link", name="Sửa")).first
    name = item.get_attribute("id")
    press(item.get_by_role("link", name="Sửa"))
    press(page.locator(f"#{name} summary", has_text="Tách, gộp"))
    picture(page, "split")
    clean(visitor)
    press(page.locator(f"#{name}").get_by_role("button", name="Tách"))
    expect(page.locator("article.item")).to_have_count(count + 1)
    press(page.get_by_role("button", name="Hoàn tác sửa cuối"))
    expect(page.locator("article.item")).to_have_count(count)
    unhidden(page)
    press(page.get_by_role("button", name="Làm lại"))
    expect(page.locator("article.item")).to_have_count(count + 1)
    unhidden(page)
    expect(page.locator(f"#{name}")).to_contain_text("Đã sửa 1 lần")
    press(page.locator(f"#{name}").get_by_role("link", name="Sửa"))
    press(page.locator(f"#{name} summary", has_text="Tách, gộp"))
    press(page.locator(f"#{name}").get_by_role("button", name="Gộp"))
    expect(page.locator("article.item")).to_have_count(count)
    picture(page, "preview")
    assert Reading.objects.get(pk=reading).corrections.filter(undone_at__isnull=True).count() == 2


def test_a_message_never_lies_over_the_button_that_confirms(visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    reading = handed_in(FILE)
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to(f"/van-ban/{reading}/xem")
    actions.correct(
        reading_id=reading, by=coordinator(), verb="edit", item="heading", field="signer", value="Ai đó", at=timezone.now()
    )
    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    expect(page.locator(".toast-late")).to_be_visible()
    button = page.get_by_role("button", name="Xác nhận kế hoạch")
    button.scroll_into_view_if_needed()
    assert button.evaluate("(b) => { const r = b.getBoundingClientRect();"
                           " return document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2) === b }")  # fmt: skip


def test_one_name_is_matched_everywhere_without_scripts(plain_visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    reading = handed_in(FILE)
    page = plain_visitor.signs_in("dieuphoi")
    plain_visitor.goes_to(f"/van-ban/{reading}/xem")
    page.get_by_label("“các doanh nghiệp viễn thông”").fill("sở công thương")
    page.get_by_role("button", name="Áp dụng cho 2 chỗ").click()
    expect(page.get_by_role("button", name="Áp dụng cho 2 chỗ")).to_have_count(0)
    assert Reading.objects.get(pk=reading).corrections.get().verb == "match_all"


def test_a_field_that_was_drawn_larger_breaks_no_policy_when_its_statement_is_drawn_anew(
    visitor: Visitor, handed_in: Callable[[str], int]
) -> None:
    reading = handed_in(FILE)
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to(f"/van-ban/{reading}/xem")
    unhidden(page)
    item = page.locator("article.item", has=page.get_by_role("link", name="Sửa")).first
    name = item.get_attribute("id")
    press(item.get_by_role("link", name="Sửa"))
    box = page.locator(f"#{name} textarea").first
    box.evaluate("(field) => { field.style.height = '200px' }")  # as the browser does where its corner is drawn
    page.locator(f"#{name} select").first.select_option("cooperate")
    expect(page.locator(f"#{name} select").first).to_have_value("cooperate")
    expect(page.locator(f"#{name}")).to_contain_text("Lịch sử sửa")  # the visitor complains of what the policy blocked
