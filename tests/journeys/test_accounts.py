"""People and their ways in, in a browser: locked out, a forgotten password, sessions, posts, hand-over, a sheet of accounts."""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.mail.backends.filebased import EmailBackend
from playwright.sync_api import Browser, Page, expect

from longdan.app.agencies.models import Account, Agency, Post, Role
from longdan.config import people_jobs
from longdan.web.shared.workbooks import Column, Sheet, workbook
from tests.journeys.conftest import WIDTHS, Visitor, at_a_screen

SHOTS = os.environ.get("SHOTS", "")


def shoot(page: Page, name: str) -> None:
    """A picture for whoever asks for one (SHOTS=folder), of the whole page."""
    if SHOTS:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True, animations="disabled")


def sound(visitor: Visitor, name: str) -> None:
    shoot(visitor.page, name)
    assert visitor.violations() == []
    assert visitor.overflow() <= 0


@pytest.fixture
def mailbox(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Letters leave as files, written at once."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "letters")
    settings.LETTERS_LEAVE = True
    assert EmailBackend
    by_name: dict[str, Callable[..., None]] = {
        "send_reset": people_jobs.send_reset, "send_invitation": people_jobs.send_invitation,
    }  # fmt: skip
    monkeypatch.setattr("longdan.app.people.jobs.async_task", lambda job, *told, **_: by_name[job.rpartition(".")[2]](*told))
    return tmp_path / "letters"


def tries(visitor: Visitor, password: str) -> None:
    page = visitor.goes_to("/vao")
    page.get_by_label("Tên đăng nhập").fill("canboxa")
    page.get_by_label("Mật khẩu").fill(password)
    with page.expect_navigation():
        page.get_by_role("button", name="Đăng nhập", exact=True).click()


def test_too_many_wrong_passwords_lock_and_an_administrator_releases(visitor: Visitor, browser: Browser) -> None:
    for _ in range(5):
        tries(visitor, "sai")
    tries(visitor, visitor.password)
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("Đăng nhập tạm khóa đến")
    sound(visitor, "locked")
    visitor.complaints.clear()  # the browser reports the status itself
    official = Account.objects.get(username="canboxa")
    with at_a_screen(browser, visitor.address, visitor.password) as other:
        other.signs_in("quantri")
        page = other.goes_to(f"/nguoi/{official.pk}")
        page.get_by_role("button", name="Mở khóa đăng nhập ngay").click()
        expect(page.get_by_text("Đã mở khóa đăng nhập")).to_be_visible()
    visitor.signs_in("canboxa")


def test_a_forgotten_password_is_set_anew_by_a_letter(visitor: Visitor, mailbox: Path) -> None:
    Account.objects.filter(username="canboxa").update(email="canboxa@thanhlinh.example")
    page = visitor.goes_to("/vao")
    page.get_by_role("link", name="Quên mật khẩu").click()
    sound(visitor, "forgotten")
    page.get_by_label("Thư điện tử").fill("canboxa@thanhlinh.example")
    page.get_by_role("button", name="Gửi thư cho tôi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem hộp thư để tiếp tục")
    sound(visitor, "forgotten-sent")
    link = re.search(r"http\S+/vao/dat-mat-khau/\S+", decoded(next(mailbox.iterdir())))
    assert link
    page.goto(link[0])
    sound(visitor, "set-password")
    for label in ("Mật khẩu mới", "Gõ lại mật khẩu mới"):
        page.get_by_label(label, exact=True).fill("mot cau moi de nho")
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_text("Đã đặt mật khẩu")).to_be_visible()
    visitor.password = "mot cau moi de nho"
    visitor.signs_in("canboxa")


def decoded(letter: Path) -> str:
    import email  # noqa: PLC0415

    return str(email.message_from_bytes(letter.read_bytes()).get_payload(decode=True).decode())  # type: ignore[union-attr]


def test_a_session_left_open_elsewhere_is_ended(visitor: Visitor, browser: Browser) -> None:
    with at_a_screen(browser, visitor.address, visitor.password) as elsewhere:
        elsewhere.signs_in("canboxa")
        page = visitor.signs_in("canboxa")
        visitor.goes_to("/toi/")
        sound(visitor, "own-account")
        page.get_by_role("button", name="Kết thúc mọi phiên khác").click()
        expect(page.get_by_text("Đã kết thúc 1 phiên khác")).to_be_visible()
        elsewhere.goes_to("/ke-hoach/")
        assert "/vao" in elsewhere.page.url
    page.get_by_role("link", name="Đổi mật khẩu").click()
    sound(visitor, "change-password")


def test_somebody_with_two_posts_chooses_in_which_to_act(visitor: Visitor) -> None:
    official = Account.objects.get(username="canboxa")
    department = Agency.objects.filter(fictional=True, kind="department").order_by("pk")[0]
    Post.objects.create(account=official, agency=department, role=Role.AGENCY_STAFF, title="Biệt phái", since=date(2026, 1, 1))
    page = visitor.signs_in("canboxa")
    page.get_by_label("Tài khoản").click()
    shoot(page, "acting-menu")
    page.get_by_role("button", name=re.compile("Biệt phái")).click()
    expect(page.get_by_text("Từ đây ông/bà làm việc với tư cách Biệt phái")).to_be_visible()
    visitor.goes_to("/toi/")
    expect(page.get_by_role("row", name=re.compile("Biệt phái"))).to_contain_text("Đang dùng")


def test_a_post_is_handed_over_to_somebody_new(visitor: Visitor) -> None:
    page = visitor.signs_in("quantri")
    visitor.goes_to("/nguoi/?tim=canboxa")
    sound(visitor, "people")
    page.get_by_role("row").nth(1).get_by_role("link").click()
    sound(visitor, "person")
    page.get_by_role("link", name="Bàn giao").click()
    sound(visitor, "hand-over")
    page.get_by_label("Họ và tên người mới").fill("Đỗ Thị Mới")
    page.get_by_role("button", name="Bàn giao").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đỗ Thị Mới")
    page.get_by_role("button", name="In thư mời đặt mật khẩu").click()
    expect(page.get_by_text(re.compile(r"^(\w{4}-){3}\w{4}$"))).to_be_visible()
    sound(visitor, "paper")
    code = page.locator(".letter-code").inner_text()
    page.get_by_label("Tài khoản").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("link", name="Tôi có mã mời").click()
    sound(visitor, "invitation")
    page.get_by_label("Mã mời").fill(code.lower())
    page.get_by_role("button", name="Tiếp tục").click()
    for label in ("Mật khẩu mới", "Gõ lại mật khẩu mới"):
        page.get_by_label(label, exact=True).fill("cau dau tien de nho")
    page.get_by_role("button", name="Đặt mật khẩu").click()
    visitor.password = "cau dau tien de nho"
    visitor.signs_in("moidt")


HEAD = ("Họ và tên", "Cơ quan", "Chức vụ", "Vai trò", "Thư điện tử", "Tên đăng nhập", "Từ ngày")


def a_sheet(folder: Path, *rows: tuple[str, ...]) -> Path:
    path = folder / "ds.xlsx"
    path.write_bytes(workbook([Sheet("Tài khoản", tuple(map(Column, HEAD)), rows)]))
    return path


def test_accounts_come_in_by_a_sheet(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.signs_in("quantri")
    visitor.goes_to("/nguoi/bang-tinh/")
    sound(visitor, "sheets")
    bad = a_sheet(tmp_path, ("Đỗ Thị Mới", "Sở Nội vụ", "Chuyên viên", "Trùm", "", "", ""))
    page.get_by_label("Bảng tính (.xlsx, .ods)").set_input_files(bad)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text("ds.xlsx, dòng 2, cột Vai trò")).to_be_visible()
    sound(visitor, "sheet-bad")
    page.get_by_role("button", name="Bỏ bảng này, nộp bảng khác").click()
    rows = (("Đỗ Thị Mới", "Sở Nội vụ", "Chuyên viên", "Chuyên viên", "moi@sonoivu.example", "", ""),
            ("Hồ Văn Lạ", "Phòng Một cửa liên thông", "Trưởng phòng", "Thủ trưởng cơ quan", "", "", ""))  # fmt: skip
    page.get_by_label("Bảng tính (.xlsx, .ods)").set_input_files(a_sheet(tmp_path, *rows))
    page.get_by_role("button", name="Xem trước").click()
    sound(visitor, "sheet")
    page.get_by_label("Phòng Một cửa liên thông").select_option(index=3)
    page.get_by_role("button", name="Xác nhận, nhập tài khoản").click()
    expect(page.get_by_text("2 dòng mới")).to_be_visible()
    assert Post.objects.filter(account__full_name="Hồ Văn Lạ").count() == 1


def test_the_trail_is_narrowed_and_proved(visitor: Visitor) -> None:
    page = visitor.signs_in("kiemtra")
    visitor.goes_to("/nhat-ky?viec=people.")
    sound(visitor, "trail")
    page.get_by_role("button", name="Kiểm tra còn nguyên vẹn").click()
    expect(page.get_by_text("Nhật ký còn nguyên vẹn: mọi dòng")).to_be_visible()


def test_widths_are_those_that_are_promised() -> None:
    assert {screen["width"] for screen in WIDTHS.values()} == {1440, 360}
