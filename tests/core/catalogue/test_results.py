"""Published workbooks and CSV files become drafts: figures by node and province, every doubt told, nothing half-done."""

from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from longdan.core.catalogue import Units, read_units
from longdan.core.catalogue.indices import Index, read_edition
from longdan.core.catalogue.results import ResultsDraft, read_csv, read_workbook
from longdan.core.catalogue.results.provinces import ProvinceNames, provinces_of
from longdan.core.documents.sheets import Value
from longdan.core.documents.sources import SourceFile
from longdan.core.facts import FactKind
from tests.core.catalogue.spreadsheets import spreadsheet

UNITS: Units = read_units(files("longdan") / "catalogue" / "units")
PROVINCES = dict(sorted(provinces_of(UNITS, date(2023, 12, 31)).items()))
EDITION = """index: papi
edition: 2022-2025
title: Chỉ số thử
standing: sample
act: unknown
responsible: Người thử
level: province
years: 2022-2025
state: 2026-11-21
sources:
  - {key: bịa, text: Bịa ra để thử, mark: known}
source: bịa
total: {most: 20, least: 2}
nodes:
  - code: 1
    title: Nội dung một
    most: 10
    least: 1
    children:
      - code: 1.1
        title: Phần một
        most: 5
        least: 0.5
        rule: published
        children:
          - {code: 1.1.1, title: {vi: Biết quy hoạch (%), en: Aware of plans}, scored: listed}
          - {code: 1.1.2, title: Góp ý quy hoạch (%), scored: listed}
      - {code: 1.2, title: Phần hai, most: 5, least: 0.5, rule: published}
  - {code: 2, title: Nội dung hai, most: 10, least: 1, rule: published}
"""
LABELS = (
    ("PAPI Score", "Chỉ số PAPI tổng hợp (không có trọng số)", "2-20 điểm"),
    ("Standard error", "Chỉ số PAPI tổng hợp (không có trọng số) - sai số", ""),
    ("CI low", "Chỉ số PAPI tổng hợp (không có trọng số) - điểm tối thiểu trong khoảng tin cậy 95%", ""),
    ("Dimension 1", "Chỉ số nội dung 1: Nội dung một", "1-10 điểm"),
    ("", "1.1: Phần một", "0.5-5 điểm"),
    ("Aware of plans", "Biết quy hoạch của xã (%)*", "0%-100%"),
    ("Consulted", "Góp ý quy hoạch (%)", "0%-100%"),
    ("", "1.2: Phần hai*", "0.5-5 điểm"),
    ("Dimension 2", "Chỉ số nội dung 2: Nội dung hai", "1-10 điểm"),
    ("", "Phương sai (Chỉ số nội dung 2)", ""),
    ("Number of respondents", "Số người trả lời", ""),
)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Index:
    file: Path = tmp_path_factory.mktemp("thu") / "2022-2025.yaml"
    file.write_text(EDITION, encoding="utf-8")
    return read_edition(file)


def rows(shift: float = 0.0) -> list[list[Value]]:
    """A sheet as published: labels in three columns, a column for each province."""
    table: list[list[Value]] = [["", "", "Thang điểm", *PROVINCES.values(), "Trung bình"]]
    for at, labels in enumerate(LABELS):
        table.append([*labels, *(_figure(at, number + shift) for number in range(len(PROVINCES))), 1.0])
    return [*table, ["", "Copyright @CECODES", ""]]


def _figure(line: int, number: float) -> float:
    part = round(1 + number / 32, 6)
    return [2 * part + 4, 0.4, 2 * part + 3, 2 * part, part, 0.5, 0.25, part, 4.0, 0.01, 192.0][line]


def imported(sheets: dict[str, list[list[Value]]], edition: Index) -> ResultsDraft:
    return read_workbook(spreadsheet(sheets, "papi.xlsx"), [edition], UNITS)


def told(draft: ResultsDraft) -> list[str]:
    years = [problem for year in draft.years for problem in (*year.problems, *year.remarks)]
    return [str(problem) for problem in (*draft.problems, *years)]


def test_a_workbook_in_order_has_nothing_to_tell(edition: Index) -> None:
    draft = imported({"2023": rows()}, edition)
    assert (told(draft), draft.ready, len(draft.facts)) == ([], True, 8 * 63)


def test_a_fact_bears_its_node_its_province_its_kind_and_its_standard_error(edition: Index) -> None:
    fact = next(fact for fact in imported({"2023": rows()}, edition).facts if fact.input == "total" and fact.unit == "01")
    assert (str(fact.period), fact.value, fact.standard_error) == ("2023", Decimal("6.0"), Decimal("0.4"))
    assert fact.kind is FactKind.PUBLISHED


def test_provinces_below_one_another_are_read_as_well(edition: Index) -> None:
    turned = [list(line) for line in zip(*(row for row in rows() if len(row) > 3), strict=True)]
    assert imported({"2023": turned}, edition).facts == imported({"2023": rows()}, edition).facts


NAMES = [
    ("TP. Hồ Chí Minh", "79"),
    ("HCMC", "79"),
    ("Thừa Thiên-Huế", "46"),
    ("TT- Huế", "46"),
    ("BRVT", "77"),
    ("Dak Lak", "66"),
    ("Bắc Cạn", "06"),
]


@pytest.mark.parametrize(("words", "code"), NAMES)
def test_a_province_is_found_by_the_names_that_tables_write(words: str, code: str) -> None:
    assert ProvinceNames(PROVINCES).code(words) == code


def test_from_2025_on_the_provinces_are_those_of_the_reform() -> None:
    assert (len(PROVINCES), len(provinces_of(UNITS, date(2025, 7, 1))), provinces_of(UNITS, date(2025, 6, 30))["02"]) == (
        63,
        34,
        "Hà Giang",
    )


def changed(row: int, column: int, value: Value) -> list[list[Value]]:
    """The sheet with one cell changed; row and column as the spreadsheet counts them, from 1."""
    sheet = rows()
    sheet[row - 1][column - 1] = value
    return sheet


# row, column, what stands there, the words of what is told
WRONG: list[tuple[int, int, Value, str]] = [
    (2, 4, "6,0", "papi.xlsx, trang “2023”, ô D2: “6,0” không phải là số"),
    (7, 66, "n/a", "papi.xlsx, trang “2023”, ô BN7: “n/a” không phải là số"),
    (1, 5, "Hà Nội", "papi.xlsx, trang “2023”, ô E1: “Hà Nội”: tỉnh Hà Nội đã có ở ô D1"),
    (1, 5, "Sài Gòn", "papi.xlsx, trang “2023”, ô E1: “Sài Gòn”: không nhận ra tỉnh này"),
    (5, 4, 99.0, "papi.xlsx, trang “2023”, ô D5: Dimension 1: ngoài thang 1 đến 10 (Hà Nội 99.0)"),
    (9, 2, "1.1: Phần một", "papi.xlsx, trang “2023”, dòng 9: mục “1.1” đã có ở dòng 6"),
    (2, 4, "1.250", "papi.xlsx, trang “2023”, ô D2: “1.250” có thể là 1250, cũng có thể là 1,250"),
]


@pytest.mark.parametrize(("row", "column", "value", "words"), WRONG)
def test_a_wrong_cell_is_told_and_must_be_mended(edition: Index, row: int, column: int, value: Value, words: str) -> None:
    draft = imported({"2023": changed(row, column, value)}, edition)
    assert (any(one.startswith(words) for one in told(draft)), draft.ready) == (True, False), told(draft)


# row, column, what stands there, the words of what is told; the draft may be confirmed all the same
DOUBTS: list[tuple[int, int, Value, str]] = [
    (10, 4, 0, "Hà Nội: 1 ô ghi 0 ở điểm không thể bằng 0"),
    (9, 4, 3.0, "mục 1 không bằng tổng các mục con: Hà Nội lệch 2.0000"),
    (6, 2, "1.7: Phần lạ", "bộ 2022-2025 không có mục “1.7”"),
]


@pytest.mark.parametrize(("row", "column", "value", "words"), DOUBTS)
def test_a_doubt_is_told_before_anybody_confirms(edition: Index, row: int, column: int, value: Value, words: str) -> None:
    draft = imported({"2023": changed(row, column, value)}, edition)
    assert (any(words in one for one in told(draft)), draft.ready) == (True, True), told(draft)


def test_a_zero_that_stands_for_a_blank_becomes_no_figure(edition: Index) -> None:
    facts = imported({"2023": changed(10, 4, 0)}, edition).facts
    assert ("01" in {fact.unit for fact in facts if fact.input == "2"}, min(fact.value for fact in facts) > 0) == (False, True)


def test_a_zero_of_an_indicator_stays_a_zero(edition: Index) -> None:
    facts = imported({"2023": changed(8, 4, 0)}, edition).facts
    assert next(fact.value for fact in facts if (fact.input, fact.unit) == ("1.1.2", "01")) == 0


def test_provinces_without_figures_are_named(edition: Index) -> None:
    sheet = [row[:4] + row[6:] for row in rows()]
    draft = imported({"2023": sheet}, edition)
    assert any("không có số liệu của 2 tỉnh: Cao Bằng, Hà Giang" in one for one in told(draft)), told(draft)


def test_an_empty_cell_is_no_figure(edition: Index) -> None:
    draft = imported({"2023": changed(10, 4, "")}, edition)
    assert (told(draft), len(draft.facts)) == ([], 8 * 63 - 1)


def test_an_indicator_is_matched_by_its_words_else_by_its_order(edition: Index) -> None:
    facts = {(fact.input, fact.unit): fact.value for fact in imported({"2023": rows()}, edition).facts}
    assert (facts["1.1.1", "01"], facts["1.1.2", "01"]) == (Decimal("0.5"), Decimal("0.25"))


def test_an_indicator_that_nothing_matches_is_left_out_and_told(edition: Index) -> None:
    sheet = [row for at, row in enumerate(rows()) if at != 7]
    sheet[6][:2] = ["Something else", "Điều khác"]
    draft = imported({"2023": sheet}, edition)
    assert (any("không khớp được chỉ báo “Something else” của 1.1" in one for one in told(draft)), draft.ready) == (True, True)


def test_a_sheet_that_copies_another_year_is_left_out(edition: Index) -> None:
    draft = imported({"2022": rows(), "2023": rows(), "2024": rows(0.5)}, edition)
    copies = [(year.year, year.copy_of, bool(year.facts)) for year in draft.years]
    assert copies == [(2022, None, True), (2023, 2022, False), (2024, None, True)]


Sheets = dict[str, list[list[Value]]]
BOOKS: list[tuple[Sheets, str]] = [
    ({"Bìa": rows()}, "không có trang nào mang tên một năm"),
    ({"2023": [["a", "b"], ["c", "d"]]}, "không tìm thấy hàng hay cột tên các tỉnh"),
    ({"2019": rows()}, "không có bộ nào đo năm 2019"),
    ({"2023": rows(), "Bảng 2023": rows(0.5)}, "năm 2023 có hai trang"),
    ({"2023": [rows()[0], ["", "Điều gì đó", "", *[1.0] * 63]]}, "không dòng nào khớp"),
]


@pytest.mark.parametrize(("sheets", "words"), BOOKS)
def test_a_workbook_with_wrong_sheets_cannot_be_confirmed(edition: Index, sheets: Sheets, words: str) -> None:
    draft = imported(sheets, edition)
    assert (any(words in one for one in told(draft)), draft.ready) == (True, False), told(draft)


def test_sheets_that_are_not_read_are_named(edition: Index) -> None:
    draft = imported({"Bìa": [["Bảng điểm"]], "2023": rows(), "Bảng A": rows(0.5)}, edition)
    assert ([one.what for one in draft.remarks], draft.ready) == (
        ["2 trang không mang tên một năm nên không được đọc: “Bìa”, “Bảng A”"],
        True,
    )


def test_all_that_do_not_add_up_are_counted(edition: Index) -> None:
    sheet = rows()
    for column in range(3, 8):
        sheet[8][column] = 4.5
    assert any("(và 2 tỉnh nữa)" in one for one in told(imported({"2023": sheet}, edition)))


def test_years_may_be_left_out_before_confirming(edition: Index) -> None:
    draft = imported({"2019": rows(), "2023": rows()}, edition)
    assert (draft.ready, draft.only(2023).ready) == (False, True)


GOOD_CSV = "unit,year,1.1,1.2,2\nHà Nội,2023,2.5,2.5,4\n79,2023,3.5,,5\n"


def from_csv(text: str | bytes, edition: Index) -> ResultsDraft:
    return read_csv(SourceFile("diem.csv", text if isinstance(text, bytes) else text.encode()), [edition], UNITS)


def test_a_csv_file_is_read_by_names_or_codes_of_provinces(edition: Index) -> None:
    facts = {(fact.input, fact.unit): fact.value for fact in from_csv(GOOD_CSV, edition).facts}
    hanoi = {("1.1", "01"): Decimal("2.5"), ("1.2", "01"): Decimal("2.5"), ("2", "01"): Decimal(4)}
    assert facts == hanoi | {("1.1", "79"): Decimal("3.5"), ("2", "79"): Decimal(5)}


def test_a_csv_file_of_a_vietnamese_spreadsheet_is_the_same(edition: Index) -> None:
    vietnamese = "\ufeff" + GOOD_CSV.replace(",", ";").replace(".5", ",5")
    assert from_csv(vietnamese, edition).facts == from_csv(GOOD_CSV, edition).facts


def test_figures_printed_for_the_provinces_of_another_day_are_theirs(edition: Index) -> None:
    draft = read_workbook(spreadsheet({"2023": rows()}, "papi.xlsx"), [edition], UNITS, date(2025, 7, 1))
    assert any("“Hà Giang”: không nhận ra tỉnh này" in one for one in told(draft))


CSV = [
    ("unit,year", "tỉnh,năm", "diem.csv: hai cột đầu không phải unit, year"),
    ("Hà Nội,2023,2.5,2.5,4", "Hà Nội,2023,2.5", "diem.csv, dòng 2: dòng có 3 ô, cần 5 ô"),
    ("Hà Nội,2023", "Hà Nội,năm nay", "diem.csv, dòng 2: “năm nay” không phải là năm"),
    ("Hà Nội,", "Hà Tây,", "diem.csv, năm 2023, ô A2: “Hà Tây”: không nhận ra tỉnh này"),
    ("79,", "01,", "diem.csv, năm 2023, ô A3: “01”: tỉnh Hà Nội đã có ở ô A2"),
    (",2.5,4", ",tốt,4", "diem.csv, năm 2023, ô D2: “tốt” không phải là số"),
    (",2.5,4", ",25,4", "diem.csv, năm 2023, ô D2: 1.2: ngoài thang 0.5 đến 5"),
    ("1.1,1.2", "1.1,1.9", "diem.csv, cột “1.9”: không bộ nào"),
    ("1.1,1.2", "1.1,1.1", "diem.csv, cột “1.1”: cột ghi hai lần"),
    ("Hà Nội,2023", "Hà Nội,2030", "diem.csv, năm 2030: danh mục không có bộ nào đo năm 2030"),
]


@pytest.mark.parametrize(("old", "new", "words"), CSV)
def test_a_mistake_in_a_csv_file_is_told(edition: Index, old: str, new: str, words: str) -> None:
    assert old in GOOD_CSV
    draft = from_csv(GOOD_CSV.replace(old, new, 1), edition)
    assert any(one.startswith(words) for one in told(draft)), told(draft)


def test_a_decimal_comma_between_commas_is_refused_as_nobody_can_see_what_was_meant(edition: Index) -> None:
    text = GOOD_CSV.replace("2.5,2.5,4", '"2,5",2.5,4')
    assert any("ô C2: “2,5” không phải là số" in one for one in told(from_csv(text, edition)))


def test_a_point_before_three_digits_between_semicolons_is_refused(edition: Index) -> None:
    text = GOOD_CSV.replace(",", ";").replace("2.5;2.5;4", "2.500;2.5;4")
    assert any("ô C2: “2.500” có thể là 2500, cũng có thể là 2,500" in one for one in told(from_csv(text, edition)))


def test_a_csv_file_in_another_encoding_is_refused(edition: Index) -> None:
    assert "không phải UTF-8" in told(from_csv(GOOD_CSV.encode("utf-16"), edition))[0]


def test_a_sheet_of_columns_alone_is_told() -> None:
    draft = read_csv(SourceFile("r.csv", b"unit,year,1\n"), [], UNITS)
    assert (draft.ready, [problem.code for problem in draft.problems]) == (False, ["results.no-rows"])
