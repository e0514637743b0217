"""A coordinator looks where a province stands, then brings in the province's own set and figures for it."""

from pathlib import Path

from playwright.sync_api import expect

from longdan.app.indices.models import IndexFigure, OwnEdition
from tests.builders import an_edition
from tests.journeys.conftest import Visitor


def test_a_mark_opens_to_its_rule_its_figures_and_its_source(visitor: Visitor) -> None:
    page = visitor.signs_in("lanhdao")
    visitor.goes_to("/chi-so/")
    assert visitor.violations() == []
    visitor.goes_to("/chi-so/papi/2021-2024?don-vi=46&nam=2023")
    expect(page.get_by_text("đạt 46,0415 điểm năm 2023")).to_be_visible()
    page.locator("summary", has_text="Kiểm soát tham nhũng").first.click()
    page.locator("summary").filter(has=page.get_by_text("4.1", exact=True)).click()
    expect(page.get_by_text("Nguồn:").locator("visible=true").last).to_be_visible()
    assert visitor.violations() == []
    assert visitor.overflow() <= 0


def test_a_set_of_the_province_comes_in_with_its_figures(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.signs_in("dieuphoi")
    sheet = an_edition("lam-chau-2026")
    (tmp_path / sheet.name).write_bytes(sheet.content)
    visitor.goes_to("/chi-so/nhap")
    assert visitor.violations() == []
    page.locator("#id_document").set_input_files(tmp_path / sheet.name)
    page.get_by_role("button", name="Gửi để xem").click()
    expect(page.get_by_text("Bộ mới, chưa có trong danh mục.")).to_be_visible()
    assert visitor.violations() == []
    page.get_by_role("button", name="Đưa vào dùng").click()
    expect(page.get_by_role("status").filter(has_text="Đã đưa vào dùng.")).to_be_visible()
    assert OwnEdition.objects.get().edition == "lam-chau-2026"

    figures = tmp_path / "so-lieu.csv"
    figures.write_text("input,unit,period,value,kind\nplan_days,99001,2026,1,self-scored\n99,99001,2026,x,\n", encoding="utf-8")
    visitor.goes_to("/chi-so/nhap?loai=figures")
    page.get_by_label("Bộ chỉ số", exact=True).select_option("par-index-internal/lam-chau-2026")
    page.locator("#id_document").set_input_files(figures)
    page.get_by_role("button", name="Gửi để xem").click()
    expect(page.get_by_role("heading", name="Cần sửa trong tệp")).to_be_visible()
    expect(page.get_by_role("button", name="Đưa vào dùng")).to_have_count(0)
    page.get_by_role("button", name="Bỏ tệp này").click()
    page.wait_for_url("**/chi-so/")
    assert not IndexFigure.objects.exists()
