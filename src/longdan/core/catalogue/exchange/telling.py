"""Tells what is wrong with a spreadsheet by sheet, row and column, in the sheet's own words."""

import re

from longdan.core.catalogue.exchange import words
from longdan.core.catalogue.exchange.sheets import HEAD, HEAD_SHEET, NODE_SHEET, NODES, TABLES, Column
from longdan.core.catalogue.findings import Findings

_SHEET_OF = {"inputs": "Số liệu", "groups": "Nhóm", "breaks": "Đứt chuỗi", "sources": "Nguồn"}
_TREE = ("nodes", "views", "total", "mục")
_KIND, _DETAILS = (next(column for column in NODES if column.key == key) for key in ("kind", "details"))
_COLUMNS = {column.key: column.title for column in (*HEAD, *(one for table in TABLES.values() for one in table))}
# Keys of files that are no words of Vietnamese, as texts about files name them.
_KEYS = "most|least|weight|rule|surveyed|survey_points|not_applicable|succeeds|low|high|percentile"
_KEY = re.compile(rf"(?<![\w“])(?:khóa )?({_KEYS})(?![\w”])")


class SheetFindings(Findings):
    """``head``: the row of each key of the first sheet; ``absent``: sheets that are not there, of which nothing more is told."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.head: dict[str, int] = {}
        self.absent: set[str] = set()

    def add(self, code: str, line: int, field: str, what: str, fix: str) -> None:
        if _sheet(field) not in self.absent:
            super().add(code, line, field, *_in_words(code, field, what, fix))

    def where(self, line: int, field: str) -> str:
        sheet, column = _sheet(field), _column(field)
        named = column.title if column else field if field.startswith("mục ") else ""
        row = self.head.get(column.key, line) if column and sheet == HEAD_SHEET else line
        return f"{self.name}, trang “{sheet}”, dòng {row}" + (f" ({named})" if named else "")


def field_of(sheet: str, column: Column) -> str:
    """The field of the file that a column of a sheet is read into."""
    root = next((root for root, name in ({"nodes": NODE_SHEET} | _SHEET_OF).items() if name == sheet), "")
    return f"{root}.{column.key}".strip(".")


def _sheet(field: str) -> str:
    root = field.split(".")[0].split(" ")[0]
    return NODE_SHEET if root in _TREE else _SHEET_OF.get(root, HEAD_SHEET)


def _column(field: str) -> Column | None:
    """The column that a field of the file stands in; what a rule has beside its kind stands among its details."""
    parts = field.split(".")
    if "rule" in parts and _sheet(field) == NODE_SHEET:
        return _KIND if parts[-1] in ("rule", "kind") else _DETAILS
    by_key = {column.key: column for column in TABLES.get(_sheet(field), HEAD)}
    return next((by_key[part] for part in parts if part in by_key), None)


def _in_words(code: str, field: str, what: str, fix: str) -> tuple[str, str]:
    """What is said of a file, as it is said of a sheet."""
    column, key = _column(field), field.rpartition(".")[2]
    if code == "missing-key" and column is _DETAILS:
        said = words.KEYS.get(key, "mỗi mức một dòng")
        return f"chi tiết quy tắc thiếu dòng “{said}”", f"thêm dòng “{said}: …”"
    if code == "missing-key" and what == "thiếu khóa":
        return "ô này đang để trống", "điền ô này"
    if code == "wrong-flag":
        return what.replace("true hay false", f"“{words.YES}”"), f"ghi {words.YES}, hoặc để trống"
    if code == "wrong-choice" and column and column.choices:
        return what, f"ghi một trong: {', '.join(column.choices.values())}"
    if code == "wrong-choice" and key == "unknown":
        return what, f"ghi trong: {', '.join(words.MISSING.values())}"
    return _told(what), _told(fix)


def _told(text: str) -> str:
    """The text with titles of columns for keys of files."""
    named = _KEY.sub(lambda found: f"“{_COLUMNS.get(found[1], _KIND.title)}”", text)
    return named.replace(": unknown", f": {words.UNKNOWN}").replace("[children]", "mục con")
