"""Lists that leave for Excel: one helper for every table of the screens."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

import xlsxwriter
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.timezone import localtime, make_naive
from django.utils.translation import gettext as _
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from longdan.core.vietnamese import fold

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767  # characters, of Excel
LONGEST_NAME = 31  # characters of a sheet's name, of Excel
LONGEST_LIST = 255  # characters of a list that is written into its cell's rule; longer ones stand on a sheet of their own
Value = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` in characters, ``choices`` what may be chosen in its cells, ``hidden`` for keys."""

    title: str
    width: int = 16
    wraps: bool = False
    hidden: bool = False
    choices: tuple[str, ...] = ()
    strict: bool = True  # whether a value that is not among the choices is refused, or only asked about
    note: str = ""  # said when a cell is chosen


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title lines above it; ``spare`` more rows get the rules of the columns, to be filled in by hand."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    titles: tuple[str, ...] = ()
    spare: int = 0
    hidden: bool = False

    @property
    def head(self) -> int:
        """The row of the header, from 0: below the titles and one empty row."""
        return len(self.titles) + 1 if self.titles else 0


def answer(sheets: Iterable[Sheet], name: str) -> HttpResponse:
    """The sheets as a file to be saved under a name of plain letters."""
    response = HttpResponse(workbook(sheets), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{file_name(name)}.xlsx"'
    return response


def file_name(words: str) -> str:
    """Words as a file may be called on every machine: "ke-hoach-12-kh-ubnd"."""
    plain = "".join(letter if letter.isalnum() else " " for letter in fold(words))
    return "-".join(plain.split())[:80].rstrip("-") or "bang"


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The bytes of an .xlsx; text is never taken for a formula or a link."""
    kept = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(kept, options)
    looks = _looks(book)
    for number, sheet in enumerate(sheets, 1):
        _write(book, sheet, looks, number)
    book.close()
    return kept.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    cell = {"valign": "top", "font_name": "Times New Roman", "font_size": 12, "border": 1, "border_color": "#c9c5ba"}
    looks = {
        "title": {"bold": True, "font_name": "Times New Roman", "font_size": 14},
        "head": {**cell, "bold": True, "text_wrap": True, "bg_color": "#e7f0ef", "valign": "vcenter", "align": "center"},
        "text": {**cell, "num_format": "@"},
        "wrapped": {**cell, "num_format": "@", "text_wrap": True},
        "number": cell,
        "day": {**cell, "num_format": "dd/mm/yyyy", "align": "left"},
        "moment": {**cell, "num_format": "hh:mm dd/mm/yyyy", "align": "left"},
        "free": {**cell, "text_wrap": True},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _write(book: Workbook, sheet: Sheet, looks: dict[str, Format], number: int) -> None:
    page: Worksheet = book.add_worksheet(sheet_name(sheet.name))
    for line, title in enumerate(map(capfirst, sheet.titles)):
        page.write_string(line, next((n for n, one in enumerate(sheet.columns) if not one.hidden), 0), title, looks["title"])
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, looks["free"] if sheet.spare else None, {"hidden": column.hidden})
        page.write_string(sheet.head, place, column.title, looks["head"])
    for at, row in enumerate(sheet.rows, sheet.head + 1):
        for place, value in enumerate(row):
            _cell(page, at, place, value, looks["wrapped" if sheet.columns[place].wraps else "text"], looks)
    last = sheet.head + len(sheet.rows) + sheet.spare
    if sheet.rows:
        page.autofilter(sheet.head, 0, sheet.head + len(sheet.rows), len(sheet.columns) - 1)
    _choices(book, page, sheet, last, number)
    _on_paper(page, sheet)
    if sheet.hidden:
        page.hide()


def _cell(page: Worksheet, row: int, place: int, value: Value, text: Format, looks: dict[str, Format]) -> None:
    match value:
        case None | "":
            page.write_blank(row, place, None, text)
        case datetime():
            page.write_datetime(row, place, make_naive(localtime(value)), looks["moment"])
        case date():
            page.write_datetime(row, place, value, looks["day"])
        case int() | float():
            page.write_number(row, place, value, looks["number"])
        case str():
            page.write_string(row, place, value[:LONGEST_CELL], text)


def _choices(book: Workbook, page: Worksheet, sheet: Sheet, last: int, number: int) -> None:
    """Rules of the cells: lists to choose from, and what is said when one is chosen."""
    lists: Worksheet | None = None
    for place, column in enumerate(sheet.columns):
        if not (column.choices or column.note) or last <= sheet.head:
            continue
        rule: dict[str, object] = {"validate": "any"}
        if column.choices:
            source: list[str] | str = list(column.choices)
            if len(",".join(column.choices)) > LONGEST_LIST:
                lists = lists or _hidden(book, f"_chon{number}")
                lists.write_column(0, place, column.choices)
                letter = xlsxwriter.utility.xl_col_to_name(place)
                source = f"='_chon{number}'!${letter}$1:${letter}${len(column.choices)}"
            rule = {"validate": "list", "source": source, "error_type": "stop" if column.strict else "information"}
            rule |= {"error_title": _("Chưa có trong danh sách"), "error_message": _("Chọn một giá trị trong danh sách.")}
        rule |= {"input_title": column.title[:32], "input_message": column.note[:255]} if column.note else {}
        page.data_validation(sheet.head + 1, place, last, place, rule)


def _hidden(book: Workbook, name: str) -> Worksheet:
    page: Worksheet = book.add_worksheet(name)
    page.hide()
    return page


def _on_paper(page: Worksheet, sheet: Sheet) -> None:
    """The header stays in view, on the screen and on every printed page."""
    page.freeze_panes(sheet.head + 1, 0)
    page.repeat_rows(sheet.head)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_footer("&C&P/&N")


def sheet_name(name: str) -> str:
    """A name that Excel takes for a sheet."""
    return "".join(letter for letter in name if letter not in "[]:*?/\\'")[:LONGEST_NAME] or _("Bảng")
