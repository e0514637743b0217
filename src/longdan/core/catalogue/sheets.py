"""Reads a catalogue's CSV files strictly: the columns asked for, in that order, every row complete."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Protocol

from longdan.core.catalogue.findings import Findings

_ZIPPED = b"PK\x03\x04"  # how workbooks begin


class File(Protocol):
    """A file of the catalogue, or a text that is kept elsewhere under a name."""

    @property
    def name(self) -> str: ...

    def read_bytes(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sheet; every column has a text, which may be empty."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def read_sheet(file: File, columns: Sequence[str], found: Findings) -> list[Row]:
    """The rows of a sheet that are in order; what is not in order is noted in ``found``."""
    text = read_text(file, found)
    if text is None:
        return []
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        numbered = [(lines.line_num, cells) for cells in lines]
    except csv.Error as error:
        found.add("broken-csv", lines.line_num, "", f"tệp CSV hỏng: {error}", "kiểm tra dấu nháy kép và dấu phẩy của dòng này")
        return []
    if not numbered or not _head_is_right(numbered[0][1], columns, found):
        return []
    return list(starmap(Row, _complete(numbered[1:], columns, found)))


def read_text(file: File, found: Findings) -> str | None:
    """The text of a catalogue file; None where there is no such file, or it is not UTF-8 in NFC."""
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        found.add("missing-file", 1, "", "không có tệp này", "đặt tệp vào đúng thư mục, đúng tên")
        return None
    except UnicodeDecodeError as error:
        if error.object.startswith(_ZIPPED):
            found.add("not-utf8", 1, "", "tệp là bảng tính Excel hoặc tệp nén", "mở bằng Excel, lưu thành CSV UTF-8")
        else:
            found.add("not-utf8", 1, "", f"tệp không phải UTF-8 (byte thứ {error.start})", "lưu lại tệp theo bảng mã UTF-8")
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        found.add("control-character", line, "", "dòng có ký tự không nhìn thấy (NUL)", "gõ lại dòng này, lưu lại tệp")
        return None
    if not unicodedata.is_normalized("NFC", text):
        line = next(n for n, part in enumerate(text.splitlines(), 1) if not unicodedata.is_normalized("NFC", part))
        found.add("not-nfc", line, "", "chữ có dấu viết dạng tổ hợp rời", "lưu lại tệp theo dạng dựng sẵn (NFC)")
    return text


def _head_is_right(head: list[str], columns: Sequence[str], found: Findings) -> bool:
    for column in head:
        if column not in columns:
            found.add("unknown-key", 1, column, "cột lạ", f"bỏ cột này; các cột phải là: {', '.join(columns)}")
    for column in columns:
        if column not in head:
            found.add("missing-key", 1, column, "thiếu cột", f"thêm cột này; các cột phải là: {', '.join(columns)}")
    if sorted(head) == sorted(columns) and head != list(columns):
        found.add("wrong-order", 1, "", "các cột không đúng thứ tự", f"xếp lại: {', '.join(columns)}")
    if len(set(head)) < len(head):
        found.add("duplicate", 1, "", "có cột ghi hai lần", f"các cột phải là: {', '.join(columns)}")
    return head == list(columns)


def _complete(
    numbered: list[tuple[int, list[str]]], columns: Sequence[str], found: Findings
) -> Iterator[tuple[int, dict[str, str]]]:
    for line, cells in numbered:
        if len(cells) != len(columns):
            found.add("wrong-width", line, "", f"dòng có {len(cells)} ô, cần {len(columns)} ô", "thêm hoặc bỏ dấu phẩy cho đủ ô")
            continue
        for column, cell in zip(columns, cells, strict=True):
            if cell != cell.strip():
                found.add("spaces", line, column, f"“{cell}” có dấu cách thừa ở đầu hoặc cuối", "bỏ dấu cách thừa")
        yield line, dict(zip(columns, cells, strict=True))
