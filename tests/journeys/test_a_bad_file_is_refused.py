"""A file that cannot be read: one clear problem, nothing half done, the way back."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from longdan.app.plans.models import Plan
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
