"""Reads CSV sheets that people write by hand or save from Excel."""

import csv
import io
import re
from collections.abc import Sequence, Set
from decimal import Decimal

from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.sheets import File, Row, read_text
from longdan.core.catalogue.written_numbers import with_point

Line = tuple[int, list[str]]
_SCIENTIFIC = re.compile(r"-?\d+(\.\d+)?[eE][+-]?\d{1,2}")


def read_rows(file: File, required: Sequence[str], optional: Sequence[str], numbers: Set[str], found: Findings) -> list[Row]:
    """The rows of a sheet, an empty text for what an optional column lacks; what is wrong is noted in ``found``.

    Columns stand in any order. Sheets that Excel wrote with semicolons may have decimal commas in the columns ``numbers``; a
    point before three digits is refused there, as it may part thousands. Empty lines are left out.
    """
    text = read_text(file, found)
    if text is None:
        return []
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    semicolons = bool(lines) and ";" in lines[0] and "," not in lines[0]
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=";" if semicolons else ",", strict=True)
    try:
        numbered = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        fix = "kiểm tra dấu nháy kép và dấu phân cách của dòng này"
        found.add("broken-csv", reader.line_num, "", f"tệp CSV hỏng: {error}", fix)
        return []
    head = numbered[0][1] if numbered else []
    if not _head_is_right(head, required, optional, found):
        return []
    nothing, read = dict.fromkeys(optional, ""), list[Row]()
    for line, cells in _complete([(line, cells) for line, cells in numbered[1:] if any(cells)], len(head), found):
        said = dict(zip(head, cells, strict=True))
        given = {column: said[column] for column in head if column in numbers}
        for column, text in given.items() if semicolons else ():
            found.read_one_way(text, line, column)
        read.append(Row(line, nothing | said | {column: _number_text(text, semicolons) for column, text in given.items()}))
    return read


def _head_is_right(head: Sequence[str], required: Sequence[str], optional: Sequence[str], found: Findings) -> bool:
    before = len(found.problems)
    columns = f"các cột phải có: {', '.join(required)}; được thêm: {', '.join(optional)}"
    for column in dict.fromkeys(head):
        if column not in (*required, *optional):
            found.add("unknown-key", 1, column, f"cột lạ “{column}”", columns)
        elif head.count(column) > 1:
            found.add("duplicate", 1, column, "cột ghi hai lần", columns)
    for column in required:
        if column not in head:
            found.add("missing-key", 1, column, f"thiếu cột “{column}”", columns)
    return len(found.problems) == before


def _complete(lines: Sequence[Line], cells: int, found: Findings) -> list[Line]:
    """The lines with as many cells as the head; the others are noted."""
    for line, given in lines:
        if len(given) != cells:
            fix = "thêm hoặc bớt dấu phân cách; ô có dấu phẩy đặt trong nháy kép"
            found.add("wrong-row", line, "", f"{len(given)} ô, cần {cells} ô", fix)
    return [(line, given) for line, given in lines if len(given) == cells]


def _number_text(text: str, semicolons: bool) -> str:
    """A cell with its number, if it is one, written out with a decimal point: "12,5" between semicolons, "2.0e-05"."""
    text = with_point(text) if semicolons else text
    return f"{Decimal(text):f}" if _SCIENTIFIC.fullmatch(text) else text
