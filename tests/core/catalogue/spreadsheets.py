"""Spreadsheets for tests: made from rows, changed cell by cell."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import xlsxwriter

from longdan.core.documents.sheets import Value, read_grids
from longdan.core.documents.sources import SourceFile

Rows = Sequence[Sequence[Value | None]]


def spreadsheet(sheets: Mapping[str, Rows], name: str = "bang.xlsx") -> SourceFile:
    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value not in (None, ""):
                    sheet.write(at, column, value)
    book.close()
    return SourceFile(name, kept.getvalue())


def changed(file: SourceFile, sheet: str, row: int, column: int, value: Value) -> SourceFile:
    """The same file with one cell changed; ``row`` and ``column`` count from 1."""
    sheets = {grid.name: [list(cells) for cells in grid.rows] for grid in read_grids(file)}
    cells = sheets[sheet]
    while len(cells) < row:
        cells.append([""] * column)
    cells[row - 1] += [""] * (column - len(cells[row - 1]))
    cells[row - 1][column - 1] = value
    return spreadsheet(sheets, file.name)
