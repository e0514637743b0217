"""The journey with the keyboard alone, and in a browser that runs no scripts."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from longdan.app.plans.models import Plan, Task
from tests.journeys.conftest import DOCUMENTS, Visitor, in_force

FILE = "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"


FOCUSED = """() => {
    const here = document.activeElement;
    const outlines = [null, "::after"].map((part) => getComputedStyle(here, part).outlineStyle);
    return [here.tagName, here.innerText || "", outlines];
}"""


def tab_to(page: Page, words: str, most: int = 400) -> None:
    """Press Tab until what is focused is called so; everything on the way must be visibly focused."""
    for _ in range(most):
        page.keyboard.press("Tab")
        role, name, outlines = page.evaluate(FOCUSED)
        if role in ("A", "BUTTON") and words in name:
            assert set(outlines) != {"none"}, f"{words} is focused, but nobody sees it"
            return
    raise AssertionError(f"Tab does not reach {words}")


def test_a_plan_is_confirmed_by_keyboard(visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    page = visitor.goes_to("/vao")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.get_by_label("Tên đăng nhập").focus()
    page.keyboard.type("dieuphoi")
    page.keyboard.press("Tab")
    page.keyboard.type(visitor.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    reading = handed_in(FILE)
    visitor.goes_to(f"/van-ban/{reading}/xem")
    tab_to(page, "Xác nhận kế hoạch", most=900)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ke-hoach/*")
    tab_to(page, "Theo cơ quan")
    page.keyboard.press("Enter")
    page.wait_for_url("**theo=agency*")
    tab_to(page, Task.objects.filter(assignments__role="lead").earliest("pk").text[:20])
    page.keyboard.press("Enter")
    page.wait_for_url("**/nhiem-vu/*")


def test_a_plan_is_handed_in_corrected_and_confirmed_without_scripts(plain_visitor: Visitor, worker: None) -> None:
    page = plain_visitor.signs_in("dieuphoi")
    page.get_by_role("link", name="Nhập văn bản").first.click()
    page.get_by_label("Thả tệp vào đây").set_input_files(DOCUMENTS / FILE)
    page.get_by_role("button", name="Gửi để đọc").click()
    page.wait_for_url("**/xem")
    item = page.locator("article.item", has=page.get_by_role("link", name="Sửa")).first
    name = item.get_attribute("id")
    item.get_by_role("link", name="Sửa").click()
    form = page.locator("form", has=page.locator(f"#{name}-product"))
    form.get_by_label("Sản phẩm").fill("Báo cáo")
    form.get_by_role("button", name="Lưu").click()
    expect(page.locator(f"#{name}-product")).to_have_value("Báo cáo")
    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    page.wait_for_url("**/ke-hoach/*")
    assert Plan.objects.get().tasks.filter(product="Báo cáo").exists()


def test_progress_is_reported_without_scripts(plain_visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    plan = in_force(handed_in(FILE))
    task = plan.tasks.filter(assignments__agency__name="Sở Khoa học và Công nghệ", assignments__role="lead").first()
    assert task
    page = plain_visitor.signs_in("chuyenvien")
    plain_visitor.goes_to(f"/nhiem-vu/{task.pk}")
    page.get_by_label("Đã làm được gì, còn vướng gì").fill("Đã khảo sát xong.")
    page.get_by_label("Mức hoàn thành (%)").fill("30")
    page.get_by_role("button", name="Báo cáo tiến độ", exact=True).click()
    expect(page.locator(".trace").first).to_contain_text("30 %")
