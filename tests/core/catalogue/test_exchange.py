"""An edition goes out as a spreadsheet and comes back the same; what people do wrong in it is told by sheet, row and column."""

from io import BytesIO
from pathlib import Path
from re import findall
from zipfile import ZipFile

import pytest

from longdan.core.catalogue.exchange import exchange_file, read_exchange, words
from longdan.core.catalogue.exchange.sheets import NODES, TABLES
from longdan.core.catalogue.indices import read_edition
from longdan.core.catalogue.indices.model import GroupRule, Missing, Scored, Standing, UnitLevel
from longdan.core.catalogue.indices.notation import NOTATIONS
from longdan.core.documents.sheets import Value, read_grids
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.core.catalogue.spreadsheets import changed, spreadsheet
from tests.core.catalogue.test_editions import EXAMPLE, SHIPPED, reading

AT = {column.key: place for place, column in enumerate(NODES, 1)}


@pytest.fixture(scope="module")
def good() -> SourceFile:
    return SourceFile("bo.xlsx", exchange_file(read_edition(EXAMPLE)))


@pytest.mark.parametrize("file", [EXAMPLE, *SHIPPED], ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_an_edition_comes_back_from_its_spreadsheet_the_same(file: Path) -> None:
    index = read_edition(file)
    draft = read_exchange(SourceFile("bo.xlsx", exchange_file(index)))
    assert (draft.problems, draft.index) == ((), index)


def test_a_spreadsheet_says_nothing_of_the_time_when_it_was_written() -> None:
    index = read_edition(EXAMPLE)
    written = ZipFile(BytesIO(exchange_file(index))).read("docProps/core.xml").decode()
    assert set(findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", written)) == {f"{index.state}T00:00:00Z"}


def test_every_rule_every_key_and_every_choice_has_a_word_in_the_sheet() -> None:
    keys = {key.name for notation in NOTATIONS.values() for key in notation.keys} - {
        "points",
        "options",
        "weights",
        "terms",
        "late",
    }
    choices = [set(one) for one in (words.SCORED, words.STANDINGS, words.LEVELS, words.MISSING, words.GROUP_RULES)]
    enumerations = [set(one) for one in (Scored, Standing, UnitLevel, Missing, GroupRule)]
    assert (set(words.RULES), set(words.KEYS), choices) == (set(NOTATIONS), keys, enumerations)


def test_words_of_a_sheet_stand_for_one_key_each() -> None:
    tables = (words.RULES, words.KEYS, words.SCORED, words.STANDINGS, words.LEVELS, words.MISSING, words.GROUP_RULES)
    assert [table for table in tables if len(set(table.values())) < len(table)] == []


# code of the row, column, what somebody writes, the rule as the file would have it
EDITED = [
    ("1.2", "details", "tốt: 2\nchưa tốt: 0,5", "{kind: levels, points: {tốt: 2, chưa tốt: 0.5}}"),
    ("1.3", "details", "số liệu: done\ntrên: due\n0 điểm dưới: 70", "{kind: proportion, of: done, to: due, none_below: 70}"),
    ("3.1.2", "details", "khoảng: 0, 5", "{kind: min-max, range: [0, 5]}"),
    ("3.1.2", "details", "khoảng: quan sát\nchặn hai đầu: có", "{kind: min-max, range: observed, capped: true}"),
    ("1.1", "kind", "CHƯA RÕ", "unknown"),
]


@pytest.mark.parametrize(("code", "key", "text", "rule"), EDITED)
def test_a_rule_edited_in_its_cell_is_read(good: SourceFile, code: str, key: str, text: str, rule: str) -> None:
    draft = read_exchange(changed(good, "Mục", row_of(good, code), AT[key], text))
    assert draft.index is not None
    assert (draft.problems, draft.index.by_code()[code].rule) == ((), reading(f"rule: {rule}", code))


def row_of(file: SourceFile, code: str) -> int:
    rows = next(grid.rows for grid in read_grids(file) if grid.name == "Mục")
    return next(number for number, row in enumerate(rows, 1) if row[0] == code)


# code of the row, column, what somebody writes, the place and the words of the refusal
WRONG: list[tuple[str, str, Value, str, str]] = [
    ("1.1", "most", "bốn", "(Điểm tối đa)", "“bốn” không phải là số"),
    ("1.1", "most", 5, "(mục 1)", "cộng lại được 31 điểm, mục này ghi 30"),
    ("1.2", "code", "1.1", "(Mã)", "“1.1” đã có ở dòng 4"),
    ("1.1", "parent", "9", "(Mục trên)", "không có mục “9”"),
    ("1.1", "parent", "1.1", "(Mục trên)", "mục trên của mục này lại nằm dưới nó"),
    ("1.1", "kind", "tự chấm", "(Quy tắc)", "không có quy tắc “tự chấm”"),
    ("1.1", "kind", "", "(Quy tắc)", "chưa có quy tắc chấm"),
    ("1.2", "details", "tốt 2", "(Chi tiết quy tắc)", "cần một giá trị"),
    ("1.4", "details", "khá: 6", "(Chi tiết quy tắc)", "không hiểu khoảng “khá”"),
    ("1.3", "details", "số liệu: done\ntrên: dueue", "(mục 1.3)", "số liệu “dueue” chưa khai"),
    ("1.3", "details", "số liệu: done\nsàn: 80", "(Chi tiết quy tắc)", "“sàn: 80” không phải là một dòng của quy tắc"),
    ("1.3", "details", "số liệu: done\nsàn: 80", "(Chi tiết quy tắc)", "ghi các dòng: “số liệu: …”, “trên: …”, “0 điểm dưới: …”"),
    ("1.1", "kind", "tự chấm", "(Quy tắc)", "ghi một trong: Có / không, "),
    ("1.1", "kind", "Khảo sát hài lòng", "(Quy tắc)", "không có quy tắc “Khảo sát hài lòng”"),
    ("1.1", "kind", "Điểm cộng", "(Chi tiết quy tắc)", "thiếu dòng “mỗi đơn vị”"),
    ("1.1", "scored", "có tính", "(Được tính)", "ghi một trong: được tính, chỉ in kèm, tính là 0"),
    ("1.1", "code", "", "(Mã)", "ô này đang để trống"),
    ("1.1", "most", "", "(Điểm tối đa)", "thêm “Điểm tối đa”; nếu chưa biết, ghi “Điểm tối đa”: chưa rõ"),
    ("1.1", "most", "1.250", "(Điểm tối đa)", "“1.250” có thể là 1250, cũng có thể là 1,250"),
    ("1.1", "scored", "có tính", "(Được tính)", "“có tính” không có trong danh sách"),
    ("1.1", "surveyed", "không", "(Khảo sát)", "“không” không phải “x”"),
    ("1.1", "unknown", "giá", "(Điều chưa rõ)", "“giá” không có trong danh sách"),
    ("1.1", "source", "sách", "(Nguồn)", "“sách” không có trong mục sources"),
    ("1.1", "title", "", "(Tên)", "ô này đang để trống"),
]


@pytest.mark.parametrize(("code", "key", "value", "place", "told"), WRONG)
def test_a_mistake_in_a_cell_is_told_by_sheet_row_and_column(
    good: SourceFile, code: str, key: str, value: Value, place: str, told: str
) -> None:
    row = row_of(good, code)
    problems = [str(problem) for problem in read_exchange(changed(good, "Mục", row, AT[key], value)).problems]
    where = f"bo.xlsx, trang “Mục”, dòng {row if place != '(mục 1)' else row_of(good, '1')} {place}: "
    assert any(one.startswith(where) and told in one for one in problems), problems


OTHER_SHEETS: list[tuple[str, int, int, Value, str]] = [
    ("Chung", 5, 2, "thử", "bo.xlsx, trang “Chung”, dòng 5 (Giá trị pháp lý): “thử” không có"),
    ("Chung", 2, 2, "", "bo.xlsx, trang “Chung”, dòng 2 (Bộ (tên tệp)): ô này đang để trống"),
    ("Chung", 9, 2, "năm nay", "bo.xlsx, trang “Chung”, dòng 9 (Các năm được đo): “năm nay” không phải là số"),
    ("Chung", 30, 1, "Người ký", "bo.xlsx, trang “Chung”, dòng 30: dòng lạ “Người ký”"),
    ("Nguồn", 2, 3, "chắc", "bo.xlsx, trang “Nguồn”, dòng 2 (Mức kiểm chứng): “chắc” không có"),
    ("Nhóm", 2, 10, "cao", "bo.xlsx, trang “Nhóm”, dòng 2 (Từ điểm): “cao” không phải là số"),
    ("Đứt chuỗi", 2, 1, 1999, "bo.xlsx, trang “Đứt chuỗi”, dòng 2 (Năm): năm 1999 không thuộc"),
    ("Số liệu", 3, 1, "due", "bo.xlsx, trang “Số liệu”, dòng 3 (Mã): “due” đã có ở dòng 2"),
    ("Số liệu", 1, 4, "Đơn vị", "bo.xlsx: trang “Số liệu” thiếu cột “Đơn vị đo”"),
    ("Mục", 1, 19, "Ai làm", "bo.xlsx: trang “Mục” có cột lạ “Ai làm”"),
]


@pytest.mark.parametrize(("sheet", "row", "column", "value", "told"), OTHER_SHEETS)
def test_a_mistake_in_another_sheet_is_told(good: SourceFile, sheet: str, row: int, column: int, value: Value, told: str) -> None:
    problems = [str(problem) for problem in read_exchange(changed(good, sheet, row, column, value)).problems]
    assert any(one.startswith(told) for one in problems), problems


def test_each_missing_sheet_is_told() -> None:
    problems = read_exchange(spreadsheet({"Trang lạ": [["a"]]})).problems
    assert [one.what for one in problems] == [f"không có trang “{name}”" for name in ("Chung", *TABLES)]


@pytest.mark.parametrize("content", [b"", b"khong phai bang tinh", b"PK\x03\x04hong"])
def test_a_file_that_is_no_spreadsheet_is_refused(content: bytes) -> None:
    with pytest.raises(ProblemsFound):
        read_exchange(SourceFile("bo.xlsx", content))
