"""A file that cannot be read: one clear problem, nothing half done, the way back."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from longdan.app.plans.models import Plan
from longdan.core.documents.limits import MEGABYTE
from tests.journeys.conftest import DOCUMENTS, Visitor


def not_a_plan() -> bytes:
    return (DOCUMENTS / "11_khong-phai-ke-hoach-lich-tiep-dan.txt").read_bytes()


def half_a_docx() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    return whole.getvalue()[:60]


BAD = {
    "empty": ("rong.docx", b""),
    "truncated": ("dut.docx", half_a_docx()),
    "no plan": ("lich-tiep-dan.txt", not_a_plan()),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_shows_one_problem_and_the_way_back(visitor: Visitor, worker: None, tmp_path: Path, kind: str) -> None:
    name, content = BAD[kind]
    (tmp_path / name).write_bytes(content)
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to("/van-ban/nhap")
    page.get_by_label("Thả tệp vào đây").set_input_files(tmp_path / name)
    page.get_by_role("button", name="Gửi để đọc").click()
    expect(page.locator(".problem")).to_have_count(1)
    expect(page.locator(".problem")).to_contain_text("Cách sửa")
    expect(page.locator(".problem")).to_contain_text(name)
    assert visitor.violations() == []
    assert not Plan.objects.exists()
    page.get_by_role("link", name="Gửi tệp khác").click()
    expect(page.get_by_label("Thả tệp vào đây")).to_be_attached()


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(visitor: Visitor, tmp_path: Path) -> None:
    with (tmp_path / "quet.pdf").open("wb") as large:
        large.truncate(60 * MEGABYTE)
    page = visitor.signs_in("dieuphoi")
    visitor.goes_to("/van-ban/nhap")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.get_by_label("Thả tệp vào đây").set_input_files(tmp_path / "quet.pdf")
    page.get_by_role("button", name="Gửi để đọc").click()
    expect(page.get_by_text("“quet.pdf” nặng 60,0 MB, quá mức 50,0 MB một tệp.")).to_be_visible()
    assert "POST" not in sent
