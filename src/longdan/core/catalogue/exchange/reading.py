"""Reads an edition from the spreadsheet that ``exchange_file`` writes, with every mistake: sheet, row, column, mend."""

import datetime
from collections.abc import Sequence

from longdan.core.catalogue.exchange.gathering import Line, edition_node
from longdan.core.catalogue.exchange.sheets import HEAD, HEAD_SHEET, TABLES, Column
from longdan.core.catalogue.exchange.telling import SheetFindings, field_of
from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices.draft import EditionDraft
from longdan.core.catalogue.indices.reading import OPTIONAL, REQUIRED, edition_of
from longdan.core.catalogue.records import record_of
from longdan.core.catalogue.written_numbers import with_point
from longdan.core.documents.sheets import Grid, Value, read_grids
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import Problem


def read_exchange(file: SourceFile) -> EditionDraft:
    """The edition that a spreadsheet holds, with its problems; raises ProblemsFound where it cannot be opened at all."""
    found = SheetFindings(file.name)
    grids = {grid.name.strip(): grid for grid in read_grids(file)}
    for name in (HEAD_SHEET, *TABLES):
        if name not in grids:
            found.absent.add(name)
            what, fix = f"không có trang “{name}”", "thêm trang ấy; xuất một bộ có sẵn để lấy mẫu"
            found.problems.append(Problem("catalogue.missing-sheet", file.name, what, fix))
    head = _head(grids.get(HEAD_SHEET), found)
    tables = {name: _table(name, columns, grids.get(name), found) for name, columns in TABLES.items()}
    record = record_of(edition_node(head, tables, found), "", REQUIRED, OPTIONAL, found)
    index = edition_of(record, {}) if record else None
    return EditionDraft(index, tuple(found.problems))


def _head(grid: Grid | None, found: SheetFindings) -> dict[str, Line]:
    """A line for each key of the head, from the sheet's two columns."""
    by_title = {column.title: column for column in HEAD}
    head = {column.key: Line(1, {}) for column in HEAD}
    for number, row in enumerate(grid.rows if grid else (), 1):
        title, value = _text(row[0]) if row else "", row[1] if len(row) > 1 else ""
        if column := by_title.get(title):
            found.head[column.key] = number
            head[column.key] = Line(number, {column.key: _cell(value, column, HEAD_SHEET, number, found)})
        elif title:
            found.add("unknown-key", number, "", f"dòng lạ “{title}”", f"bỏ dòng này; các dòng được dùng: {', '.join(by_title)}")
    return head


def _table(name: str, columns: Sequence[Column], grid: Grid | None, found: Findings) -> list[Line]:
    """The rows that are not empty, by the titles of the first row."""
    if grid is None or not grid.rows:
        return []
    titles = [_text(cell) for cell in grid.rows[0]]
    by_title = {column.title: column for column in columns}
    for column in columns:
        if column.title not in titles:
            what = f"trang “{name}” thiếu cột “{column.title}”"
            found.problems.append(Problem("catalogue.missing-key", found.name, what, "thêm cột ấy, để trống nếu không dùng"))
    for title in filter(None, titles):
        if title not in by_title:
            what, fix = f"trang “{name}” có cột lạ “{title}”", "bỏ cột ấy"
            found.problems.append(Problem("catalogue.unknown-key", found.name, what, fix))
    known = [(at, by_title[title]) for at, title in enumerate(titles) if title in by_title]
    lines = [Line(number, _cells(row, known, name, number, found)) for number, row in enumerate(grid.rows[1:], 2)]
    return [line for line in lines if line.cells]


def _cells(row: Sequence[Value], columns: Sequence[tuple[int, Column]], sheet: str, line: int, found: Findings) -> dict[str, str]:
    cells = {column.key: _cell(row[at], column, sheet, line, found) for at, column in columns if at < len(row)}
    return {key: text for key, text in cells.items() if text}


def _cell(value: Value, column: Column, sheet: str, line: int, found: Findings) -> str:
    """The text as the file would have it: the key of a choice, a decimal point."""
    text = _text(value)
    if column.number:
        if isinstance(value, str):
            found.read_one_way(text, line, field_of(sheet, column))
        return with_point(text)
    return {word.casefold(): key for key, word in column.choices.items()}.get(text.casefold(), text)


def _text(value: Value) -> str:
    match value:
        case bool():
            return "x" if value else ""
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime.datetime():
            return value.date().isoformat()
        case datetime.date():
            return value.isoformat()
        case _:
            return str(value).strip()
