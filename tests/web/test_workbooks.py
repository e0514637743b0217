"""Lists that leave for Excel keep their words, dates and rules."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from longdan.web.shared.workbooks import Column, Sheet, answer, file_name, sheet_name, workbook

COLUMNS = (Column("Khóa", hidden=True), Column("Nội dung", 60, wraps=True), Column("Thời hạn"), Column("Số"))
ROWS = [
    ("a", "Rà soát", date(2026, 3, 31), 12),
    ("b", "=1+1", None, None),
    ("c", "https://a.vn", datetime(2026, 3, 31, 2, tzinfo=UTC), 1.5),
]


def cells(content: bytes, name: str = "Việc") -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(name).to_python()  # type: ignore[return-value]


def test_what_is_written_is_what_is_read() -> None:
    head, *rows = cells(workbook([Sheet("Việc", COLUMNS, ROWS)]))
    assert head == ["Khóa", "Nội dung", "Thời hạn", "Số"]
    assert rows[0] == ["a", "Rà soát", date(2026, 3, 31), 12]
    assert rows[1][:2] == ["b", "=1+1"]
    assert rows[2][2] == datetime(2026, 3, 31, 9, 0)  # noqa: DTZ001 (a sheet knows no zones: the hour of Việt Nam)


def test_titles_stand_above_the_header_which_stays_in_view() -> None:
    content = workbook([Sheet("Việc", COLUMNS, ROWS, titles=("Danh mục nhiệm vụ",))])
    shape = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert [row for row in cells(content) if any(row)][1][1] == "Nội dung"
    assert 'state="frozen"' in shape
    assert 'ySplit="3"' in shape
    assert 'hidden="1"' in shape


@pytest.mark.parametrize(("many", "where"), [(3, '"cơ quan 0,cơ quan 1,cơ quan 2"'), (200, "'_chon1'!$A$1:$A$200")])
def test_a_list_to_choose_from_stands_in_the_cell_or_beside(many: int, where: str) -> None:
    choices = tuple(f"cơ quan {number}" for number in range(many))
    content = workbook([Sheet("Việc", (Column("Cơ quan", choices=choices),), [("cơ quan 1",)], spare=5)])
    assert where in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode().replace("&quot;", '"')


@pytest.mark.parametrize(
    ("words", "name"), [("Kế hoạch 12/KH-UBND", "ke-hoach-12-kh-ubnd"), ("///", "bang"), ("Đ" * 200, "d" * 80)]
)
def test_files_are_called_by_plain_letters(words: str, name: str) -> None:
    assert file_name(words) == name


@pytest.mark.parametrize(("name", "kept"), [("a/b:c", "abc"), ("", "Bảng"), ("x" * 40, "x" * 31)])
def test_sheets_are_called_as_excel_allows(name: str, kept: str) -> None:
    assert sheet_name(name) == kept


def test_the_answer_is_a_file_to_be_saved() -> None:
    response = answer([Sheet("Việc", COLUMNS, ROWS)], "Kế hoạch 12/KH-UBND")
    assert response["Content-Disposition"] == 'attachment; filename="ke-hoach-12-kh-ubnd.xlsx"'
    assert response.content.startswith(b"PK")
