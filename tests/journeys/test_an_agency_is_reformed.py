"""A department is dissolved: the coordinator sees what lies on its desk, hands it on, and its name still leads to the heir."""

from collections.abc import Callable

from django.utils import timezone

from longdan.app.agencies.models import Agency
from longdan.app.plans.models import Assignment
from longdan.app.work.states import UNFINISHED
from tests.journeys.conftest import Visitor, in_force
from tests.journeys.pictures import keep

PLAN = "01_papi-tinh-2026.docx"


def looked_at(visitor: Visitor, name: str) -> None:
    keep(visitor.page, f"agencies-{name}")
    assert visitor.violations() == []
    assert visitor.overflow() <= 0


def test_a_department_is_dissolved_and_its_work_goes_over(visitor: Visitor, handed_in: Callable[[str], int]) -> None:
    in_force(handed_in(PLAN))
    old = Agency.objects.get(code="99.so-khoa-hoc-va-cong-nghe")
    before = Assignment.objects.filter(agency=old, state__in=UNFINISHED).count()
    assert before
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to("/co-quan/")
    looked_at(visitor, "list")
    page.get_by_label("Tìm cơ quan").fill("so khoa hoc")
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("link", name="Sở Khoa học và Công nghệ").first.click()
    looked_at(visitor, "page")
    page.get_by_role("link", name="Sắp xếp").click()
    assert page.get_by_label("Cơ quan chấm dứt, mỗi dòng một tên").input_value() == old.name
    page.get_by_label("Cơ quan kế thừa, mỗi dòng một tên").fill("so noi vu\nSở Chuyển đổi số")
    page.get_by_label("Có hiệu lực từ ngày").fill(f"{timezone.localdate():%d/%m/%Y}")
    page.get_by_label("Căn cứ").fill("Nghị quyết 12/NQ-HĐND")
    looked_at(visitor, "form")
    page.get_by_role("button", name="Xem trước").click()
    looked_at(visitor, "preview")
    page.get_by_label("Chuyển tất cả cho").select_option(label="Sở Chuyển đổi số")
    page.locator("select[name^='viec-']").first.select_option(label="Để lại, chọn sau")
    page.get_by_role("button", name="Xác nhận sắp xếp").click()
    page.get_by_text("1 mục của cơ quan này chưa có ai nhận.").wait_for()
    looked_at(visitor, "ended")
    page.get_by_role("link", name="Chọn cơ quan nhận").click()
    page.locator("select[name^='viec-']").first.select_option(label="Sở Nội vụ")
    looked_at(visitor, "left")
    page.get_by_role("button", name="Chuyển các mục đã chọn").click()
    page.get_by_text("Đã chuyển 1 mục.").wait_for()
    new = Agency.objects.get(name="Sở Chuyển đổi số")
    assert not Assignment.objects.filter(agency=old, state__in=UNFINISHED).exists()
    assert Assignment.objects.filter(agency=new, state__in=UNFINISHED).count() >= before - 1
    visitor.goes_to(f"/co-quan/{new.pk}")
    looked_at(visitor, "heir")


def test_an_agency_is_added_and_renamed(visitor: Visitor) -> None:
    page = visitor.signs_in("quantri")
    visitor.goes_to("/co-quan/them")
    page.get_by_label("Tên đầy đủ").fill("Phòng Cải cách hành chính")
    page.get_by_label("Loại").select_option("other")
    page.get_by_label("Thuộc cơ quan").fill("so noi vu")
    page.get_by_label("Có hiệu lực từ ngày").fill("01/03/2026")
    looked_at(visitor, "add")
    page.get_by_role("button", name="Thêm cơ quan").click()
    page.get_by_role("link", name="Đổi tên").click()
    page.get_by_label("Tên đầy đủ mới").fill("Phòng Cải cách hành chính và Dân vận")
    page.get_by_label("Có hiệu lực từ ngày").fill("01/06/2026")
    looked_at(visitor, "rename")
    page.get_by_role("button", name="Đổi tên", exact=True).click()
    page.get_by_text("Trước đây").wait_for()
    looked_at(visitor, "renamed")
    made = Agency.objects.get(name="Phòng Cải cách hành chính và Dân vận")
    assert (made.parent.name if made.parent else "", [name.name for name in made.names.all()]) == (
        "Sở Nội vụ",
        ["Phòng Cải cách hành chính"],
    )
