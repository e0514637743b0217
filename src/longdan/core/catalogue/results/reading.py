"""Imports published results: the workbook of an index as published, a sheet for each year, or a plain CSV file."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from longdan.core.catalogue.indices.model import Index
from longdan.core.catalogue.results.comparing import sum_remarks, without_copies
from longdan.core.catalogue.results.draft import ResultsDraft, YearDraft
from longdan.core.catalogue.results.figures import RESPONDENTS, Found, read_figures
from longdan.core.catalogue.results.provinces import ProvinceNames, provinces_of
from longdan.core.catalogue.results.tables import Line, Table, read_table
from longdan.core.catalogue.units import Units
from longdan.core.catalogue.written_numbers import two_readings, with_point
from longdan.core.documents.sheets import Value, read_grids
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import Problem

Rows = Sequence[Sequence[Value]]

_YEAR = re.compile(r"(?<!\d)(20[0-9]{2})(?!\d)")


def read_workbook(file: SourceFile, editions: Sequence[Index], units: Units, day: date | None = None) -> ResultsDraft:
    """The results that a workbook holds, a sheet for each year; ``editions``: those of its index. Nothing is stored.

    ``day``: whose provinces the figures are of, where they were printed for others than those of the year's end.
    """
    grids = read_grids(file)
    sheets = [(found[1], grid) for grid in grids if (found := _YEAR.search(grid.name))]
    if not sheets:
        what = "không có trang nào mang tên một năm"
        return ResultsDraft((), (Problem("results.no-year", file.name, what, "đặt tên trang theo năm, ví dụ 2024"),))
    years = [
        _sheet(int(year), grid.rows, f"{file.name}, trang “{grid.name}”", editions, _names(units, int(year), day))
        for year, grid in sheets
    ]
    others = [grid.name for grid in grids if not _YEAR.search(grid.name)]
    return ResultsDraft(
        without_copies(years), tuple(_repeated([year.year for year in years], file.name)), _passed(others, file.name)
    )


def _passed(others: Sequence[str], name: str) -> tuple[Problem, ...]:
    """The sheets that are not read, told in one remark."""
    if not others:
        return ()
    what = f"{len(others)} trang không mang tên một năm nên không được đọc: {', '.join(f'“{one}”' for one in others)}"
    return (Problem("results.sheet-not-read", name, what, "trang nào là bảng điểm thì đặt tên theo năm, ví dụ 2024"),)


def _repeated(years: Sequence[int], name: str) -> list[Problem]:
    twice = sorted({year for year in years if years.count(year) > 1})
    return [Problem("results.year-twice", name, f"năm {year} có hai trang", "giữ lại một trang") for year in twice]


def _names(units: Units, year: int, day: date | None) -> ProvinceNames:
    return ProvinceNames(provinces_of(units, day or date(year, 12, 31)))


def _sheet(year: int, rows: Rows, place: str, editions: Sequence[Index], names: ProvinceNames) -> YearDraft:
    return _year(year, read_table(rows, names), names, place, editions)


def _year(year: int, table: Table | None, names: ProvinceNames, place: str, editions: Sequence[Index]) -> YearDraft:
    found = Found(place)
    edition = next((one for one in editions if one.first_year <= year <= (one.last_year or year)), None)
    if edition is None:
        fix = "đưa bộ ấy vào trước; dòng lệnh: thêm --edition với tệp của bộ"
        found.problem("no-edition", "", f"danh mục không có bộ nào đo năm {year}", fix)
    if table is None:
        found.problem("no-provinces", "", "không tìm thấy hàng hay cột tên các tỉnh", "đưa đúng bảng điểm các tỉnh")
    if edition is None or table is None:
        return YearDraft(year, place, "", (), tuple(found.problems), ())
    facts = read_figures(table, edition, names, year, place, found)
    found.remarks += sum_remarks(facts, edition, names, place)
    if not facts:
        found.problem("no-figures", "", f"không dòng nào khớp với bộ {edition.edition}", "kiểm tra nhãn các dòng")
    return YearDraft(year, place, edition.edition, tuple(facts), tuple(found.problems), tuple(found.remarks))


def read_csv(file: SourceFile, editions: Sequence[Index], units: Units, day: date | None = None) -> ResultsDraft:
    """The results of a CSV file: columns ``unit`` (name or code), ``year``, then one for each node; blank is no figure.

    ``day``: as for ``read_workbook``.
    """
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(file, "not-utf8", "tệp không phải UTF-8", "lưu lại tệp theo bảng mã UTF-8 (CSV UTF-8)")
    first = text.partition("\n")[0]
    semicolons = first.count(";") > first.count(",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if semicolons else ",")
    head, *rows = [[cell.strip() for cell in row] for row in reader] or [[]]
    if head[:2] != ["unit", "year"]:
        return _refused(file, "wrong-columns", "hai cột đầu không phải unit, year", "đặt tên cột: unit, year, rồi mã các mục")
    problems, by_year = list(_wrong_columns(head[2:], editions, file.name)), dict[int, dict[int, list[str]]]()
    for number, row in enumerate(rows, 1):
        if len(row) == len(head) and _YEAR.fullmatch(row[1]):
            by_year.setdefault(int(row[1]), {})[number] = row
        elif any(row):
            problems.append(_wrong_row(f"{file.name}, dòng {number + 1}", row, head))
    if not any(any(row) for row in rows):
        return _refused(file, "no-rows", "tệp chỉ có dòng tên cột", "ghi mỗi tỉnh một dòng dưới dòng tên cột")
    drafts = []
    for year, lines in sorted(by_year.items()):
        names = _names(units, year, day)
        drafts.append(_year(year, _table(head, lines, semicolons), names, f"{file.name}, năm {year}", editions))
    return ResultsDraft(without_copies(drafts), tuple(problems))


def _wrong_columns(codes: Sequence[str], editions: Sequence[Index], name: str) -> Iterator[Problem]:
    known = {code for edition in editions for code in edition.by_code()} | {RESPONDENTS}
    for at, code in enumerate(codes):
        place = f"{name}, cột “{code}”"
        if code not in known:
            yield Problem(
                "results.unknown-column", place, "không bộ nào của chỉ số có mục này", "ghi mã của mục, hoặc bỏ cột này"
            )
        if code in codes[:at]:
            yield Problem("results.column-twice", place, "cột ghi hai lần", "giữ lại một cột")


def _wrong_row(place: str, row: Sequence[str], head: Sequence[str]) -> Problem:
    if len(row) != len(head):
        return Problem("results.wrong-width", place, f"dòng có {len(row)} ô, cần {len(head)} ô", "thêm hoặc bỏ dấu phân cách")
    return Problem("results.wrong-year", place, f"“{row[1]}” không phải là năm", "ghi năm, ví dụ 2024")


def _table(head: Sequence[str], rows: Mapping[int, Sequence[str]], semicolons: bool) -> Table:
    """The rows of one year, turned so that a line holds the figures of one node."""
    lines = []
    for column, code in enumerate(head[2:], 2):
        cells = {number: _value(row[column], semicolons) for number, row in rows.items() if row[column]}
        lines.append(Line(column, (code,), cells))
    return Table(0, tuple((number, row[0]) for number, row in rows.items()), tuple(lines), turned=True)


def _value(cell: str, semicolons: bool) -> Value:
    """A number where the cell holds one that can be read in one way; decimals have a comma only between semicolons."""
    if semicolons and two_readings(cell):
        return cell
    number = with_point(cell) if semicolons else cell
    return float(number) if re.fullmatch(r"-?\d+(?:\.\d+)?", number) else cell


def _refused(file: SourceFile, code: str, what: str, fix: str) -> ResultsDraft:
    return ResultsDraft((), (Problem(f"results.{code}", file.name, what, fix),))
