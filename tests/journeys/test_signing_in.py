"""The door: choosing a demo sign-in, a wrong password, going out."""

from playwright.sync_api import expect

from tests.journeys.conftest import Visitor


def test_one_press_fills_the_form_of_a_demonstration(visitor: Visitor) -> None:
    page = visitor.goes_to("/vao")
    page.get_by_role("link", name="Hà Minh Thảo").click()
    expect(page.get_by_label("Tên đăng nhập")).to_have_value("dieuphoi")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url("**/")
    page.get_by_label("Tài khoản Hà Minh Thảo").click()
    expect(page.get_by_text("Trưởng phòng Cải cách hành chính, Sở Nội vụ").last).to_be_visible()
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/vao")


def test_a_wrong_password_says_what_to_check(visitor: Visitor) -> None:
    page = visitor.goes_to("/vao")
    page.get_by_label("Tên đăng nhập").fill("dieuphoi")
    page.get_by_label("Mật khẩu").fill("sai")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("chưa đúng")
    expect(page.get_by_label("Tên đăng nhập")).to_have_value("dieuphoi")
    assert visitor.violations() == []


def test_whoever_is_not_signed_in_comes_back_to_the_page_he_asked_for(visitor: Visitor) -> None:
    page = visitor.goes_to("/co-quan/")
    page.get_by_label("Tên đăng nhập").fill("canboxa")
    page.get_by_label("Mật khẩu").fill(visitor.password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url("**/co-quan/")
