"""A difficulty, a mention, evidence from a telephone, a return and an end: what people do together at a task."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from longdan.app.agencies.models import Agency
from longdan.app.plans.models import Assignment, AssignmentState
from longdan.app.work.models import Comment, Difficulty, Draft, EvidenceVersion, Mention
from tests.journeys.conftest import Visitor

FILE = "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "hiện trường.jpg"
    Image.new("RGB", (640, 480), "#7a9").save(path, "JPEG")
    return path


def open_task(visitor: Visitor, duty: Assignment) -> Page:
    page = visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    expect(page.get_by_role("heading", name="Nguyên văn")).to_be_visible()
    return page


def leave(visitor: Visitor) -> None:
    visitor.page.get_by_label("Tài khoản").click()
    visitor.page.get_by_role("button", name="Đăng xuất").click()
    visitor.page.wait_for_url("**/vao*")


def test_a_report_with_a_photo_is_returned_and_then_finished(visitor: Visitor, duty: Assignment, photo: Path) -> None:
    visitor.signs_in("chuyenvien")
    page = open_task(visitor, duty)
    page.set_input_files("#tep-kiem-chung", photo)
    expect(page.locator("[data-drop-files]")).to_contain_text("hiện trường.jpg")
    page.get_by_role("button", name="Nộp tài liệu").click()
    expect(page.locator(".proof-card")).to_contain_text("hiện trường")
    assert visitor.violations() == []
    assert visitor.overflow() <= 0
    with page.expect_download() as download:
        page.get_by_role("link", name="hiện trường", exact=True).click()
    assert Path(download.value.path()).read_bytes() == photo.read_bytes()
    page.locator("summary", has_text="Nộp kết quả").first.click()
    page.get_by_label("Kết quả: văn bản, sản phẩm đã có").first.fill("Báo cáo 12/BC-SKHCN")
    page.get_by_role("button", name="Nộp kết quả").first.click()
    expect(page.get_by_role("status").filter(has_text="Đã ghi")).to_be_visible()
    leave(visitor)

    page = visitor.signs_in("dieuphoi")
    expect(page.get_by_role("heading", level=2, name="Chờ duyệt")).to_be_visible()
    open_task(visitor, duty)
    page.locator("summary", has_text="Trả lại").first.click()
    page.get_by_label("Lý do trả lại").first.fill("Ảnh chưa có ngày chụp.")
    page.get_by_role("button", name="Trả lại").first.click()
    expect(page.get_by_text("Lý do: Ảnh chưa có ngày chụp.").first).to_be_visible()
    leave(visitor)

    page = visitor.signs_in("chuyenvien")
    expect(page.get_by_role("heading", level=1)).to_contain_text("việc bị trả lại")
    open_task(visitor, duty)
    page.locator("summary", has_text="Nộp kết quả").first.click()
    page.get_by_label("Kết quả: văn bản, sản phẩm đã có").first.fill("Đã bổ sung ngày chụp.")
    page.get_by_role("button", name="Nộp kết quả").first.click()
    expect(page.get_by_role("status").filter(has_text="Đã ghi")).to_be_visible()
    leave(visitor)

    page = visitor.signs_in("dieuphoi")
    page.locator("form[data-choosing] input[name='duty']").first.check()
    page.get_by_role("button", name="Duyệt hoàn thành").click()
    expect(page.get_by_role("status").filter(has_text="Đã ghi cho 1 việc")).to_be_visible()
    duty.refresh_from_db()
    assert duty.state == AssignmentState.DONE
    assert EvidenceVersion.objects.get().name == photo.name


def test_a_mention_is_chosen_by_keyboard_and_read_by_whom_it_calls(visitor: Visitor, duty: Assignment) -> None:
    visitor.signs_in("dieuphoi")
    page = open_task(visitor, duty)
    called = Agency.objects.get(pk=duty.agency_id).posts.get(account__username="chuyenvien").account
    field = page.get_by_label("Viết cho những người cùng theo dõi nhiệm vụ")
    field.focus()
    page.keyboard.type(f"Nhờ @{called.full_name[:-1]}")
    offered = page.get_by_role("listbox").get_by_role("option")
    expect(offered).to_have_count(1)  # of the many that the first letters brought
    expect(offered).to_contain_text(called.full_name)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type(" gửi số liệu tháng này.")
    expect(field).to_have_value(f"Nhờ @{called.full_name} gửi số liệu tháng này.")
    expect(page.locator("[data-saved]").filter(has_text="Bản nháp lưu lúc")).to_be_visible()
    assert Draft.objects.get().place == "comment"
    page.get_by_role("button", name="Gửi trao đổi").click()
    expect(page.get_by_role("status").filter(has_text=f"{called.full_name} được báo")).to_be_visible()
    assert not Draft.objects.exists()
    assert visitor.violations() == []
    leave(visitor)

    page = visitor.signs_in("chuyenvien")
    expect(page.get_by_role("heading", name="Ông/bà được nhắc tên")).to_be_visible()
    assert visitor.violations() == []
    page.locator(".calling .calling-link").first.click()
    expect(page.locator(".entry.is-calling")).to_contain_text("gửi số liệu tháng này.")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(one => one.name.endsWith('/da-doc'))")
    visitor.goes_to("/")
    expect(page.get_by_role("heading", name="Ông/bà được nhắc tên")).to_have_count(0)
    assert Mention.objects.get().read_at


def test_a_refused_mention_loses_no_word(visitor: Visitor, duty: Assignment) -> None:
    visitor.signs_in("dieuphoi")
    page = open_task(visitor, duty)
    words = "@Nguyễn Không Có Ai xem giúp việc này"
    page.get_by_label("Viết cho những người cùng theo dõi nhiệm vụ").fill(words)
    page.get_by_role("button", name="Gửi trao đổi").click()
    expect(page.get_by_text("Không có ai tên như vậy trong tỉnh")).to_be_visible()
    expect(page.get_by_label("Viết cho những người cùng theo dõi nhiệm vụ")).to_have_value(words)
    assert not Comment.objects.exists()
    visitor.complaints.clear()  # the browser reports the status itself


def test_a_difficulty_goes_up_to_the_province_and_comes_back(visitor: Visitor, duty: Assignment) -> None:
    visitor.signs_in("chuyenvien")
    page = open_task(visitor, duty)
    page.locator("summary", has_text="Nêu khó khăn, vướng mắc").first.click()
    page.get_by_label("Vướng ở đâu, vì sao").first.fill("Chưa có kinh phí mua máy chủ.")
    page.get_by_label("Đề xuất (không bắt buộc)").first.fill("Bổ sung dự toán quý sau.")
    page.get_by_role("button", name="Gửi khó khăn, vướng mắc").first.click()
    expect(page.locator(".trouble")).to_contain_text("Chờ trả lời")
    leave(visitor)

    page = visitor.signs_in("dieuphoi")
    page.locator("a.calling-link", has_text="Chưa có kinh phí").click()
    page.locator("summary", has_text="Chuyển lên tỉnh").click()
    page.get_by_label("Vì sao cần tỉnh quyết định").fill("Vượt thẩm quyền của Sở.")
    page.get_by_role("button", name="Chuyển lên tỉnh").click()
    expect(page.locator(".trouble")).to_contain_text("Đã chuyển lên tỉnh")
    leave(visitor)

    page = visitor.signs_in("lanhdao")
    expect(page.get_by_role("heading", name="Khó khăn, vướng mắc chờ ông/bà")).to_be_visible()
    page.locator("a.calling-link", has_text="Chưa có kinh phí").click()
    page.locator("summary", has_text="Quyết định").click()
    page.get_by_label("Quyết định của tỉnh").fill("Đồng ý bổ sung 200 triệu đồng.")
    page.get_by_role("button", name="Quyết định").click()
    expect(page.locator(".trouble")).to_contain_text("Tỉnh đã quyết định")
    assert visitor.violations() == []
    visitor.goes_to("/kho-khan/?tinh-trang=decided")
    expect(page.locator("a.calling-link")).to_contain_text("Đồng ý bổ sung")
    assert visitor.violations() == []
    assert Difficulty.objects.get().state == "decided"


def test_words_come_without_scripts_too(plain_visitor: Visitor, duty: Assignment) -> None:
    page = plain_visitor.signs_in("dieuphoi")
    plain_visitor.goes_to(f"/nhiem-vu/{duty.task_id}")
    page.get_by_label("Viết cho những người cùng theo dõi nhiệm vụ").fill("@Bùi Lan Nhài xem giúp")
    page.get_by_role("button", name="Gửi trao đổi").click()
    expect(page.locator(".entry-comment")).to_contain_text("@Bùi Lan Nhài xem giúp")
    assert Mention.objects.get().account.username == "chuyenvien"
