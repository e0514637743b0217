"""Writes an edition as a spreadsheet that people who do not program can edit, hand round, and give back."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from decimal import Decimal, InvalidOperation
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from longdan.core.catalogue.exchange.flattening import Cells, head_of, tables_of
from longdan.core.catalogue.exchange.sheets import HEAD, HEAD_SHEET, TABLES, Column
from longdan.core.catalogue.indices.model import Index

_EDITABLE_ROWS = 500  # so many rows below the last have the lists of choices too
_FORMATS: dict[str, dict[str, str | bool | int]] = {
    "text": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "number": {"valign": "top"},
    "head": {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DCE6F1", "border": 1},
}
Formats = Mapping[str, xlsxwriter.format.Format]


def exchange_file(index: Index) -> bytes:
    """The edition as the bytes of an .xlsx; ``read_exchange`` reads them back to an equal edition."""
    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.combine(index.state, time(), UTC)})  # unsaid, the writer takes the time of now
    formats = {name: book.add_format(form) for name, form in _FORMATS.items()}
    _write_head(book.add_worksheet(HEAD_SHEET), head_of(index), formats)
    tables = tables_of(index)
    for name, columns in TABLES.items():
        _write_table(book.add_worksheet(name), columns, tables[name], formats)
    book.close()
    return kept.getvalue()


def _write_head(sheet: Worksheet, cells: Cells, formats: Formats) -> None:
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 90)
    for row, column in enumerate(HEAD):
        sheet.write_string(row, 0, column.title, formats["head"])
        _write_cell(sheet, row, 1, column, cells.get(column.key, ""), formats)
        if column.choices:
            _offer(sheet, column, (row, 1, row, 1))


def _write_table(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Cells], formats: Formats) -> None:
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, formats["number" if column.number else "text"])
        sheet.write_string(0, at, column.title, formats["head"])
        if column.choices:
            _offer(sheet, column, (1, at, len(rows) + _EDITABLE_ROWS, at))
        for row, cells in enumerate(rows, 1):
            _write_cell(sheet, row, at, column, cells.get(column.key, ""), formats)


def _offer(sheet: Worksheet, column: Column, place: tuple[int, int, int, int]) -> None:
    """Lists the choices in the cells; other words are let through, as the reader tells more than a spreadsheet can."""
    listed = list(column.choices.values())
    if len(",".join(listed)) < 255 and not any("," in word for word in listed):  # the spreadsheet's own limits
        sheet.data_validation(*place, {"validate": "list", "source": listed, "ignore_blank": True, "error_type": "warning"})


def _write_cell(sheet: Worksheet, row: int, at: int, column: Column, text: str, formats: Formats) -> None:
    """A number as a number where a spreadsheet keeps it exactly; all else as text."""
    number = _exact(text) if column.number else None
    if number is not None:
        sheet.write_number(row, at, number, formats["number"])
    elif text:
        sheet.write_string(row, at, column.choices.get(text, text), formats["text"])


def _exact(text: str) -> float | None:
    try:
        number = float(text)
        return number if Decimal(repr(number)) == Decimal(text) else None
    except (ValueError, InvalidOperation):
        return None
