"""Finds the columns of an annex's table by the words of its header: code, title, most points, scoring text."""

import re
from collections.abc import Mapping
from enum import StrEnum

from longdan.core.vietnamese import fold


class AnnexColumn(StrEnum):
    CODE = "code"
    TITLE = "title"
    MOST = "most"
    SCORING = "scoring"
    SURVEY = "survey"


# Looked for in this order in the folded words of a header cell; each column is taken once, from the left.
_NAMES = (
    (AnnexColumn.CODE, re.compile(r"(?:stt|tt|so tt|so thu tu|ma|ma so|ma tieu chi|t t)")),
    (AnnexColumn.SURVEY, re.compile(r".*\b(?:xhh|xa hoi hoc)\b.*|(?:diem )?khao sat")),
    (AnnexColumn.MOST, re.compile(r".*\bdiem (?:toi da|chuan|quy dinh|cao nhat)\b.*|thang diem|diem|diem so")),
    (
        AnnexColumn.SCORING,
        re.compile(r".*\b(?:cach (?:tinh|cham|danh gia)|huong dan|thang bac|phuong phap|tieu chuan|quy dinh cham|muc diem)\b.*"),
    ),
    (AnnexColumn.TITLE, re.compile(r".*\b(?:tieu chi|noi dung|linh vuc|chi so|chi tieu|ten)\b.*")),
)
_HEADER_ROWS = 5


def header_row(rows: Mapping[int, Mapping[int, str]]) -> tuple[int, dict[AnnexColumn, int]] | None:
    """The row among the first of a table that names a title and the most points, with the place of each column."""
    for number in sorted(rows)[:_HEADER_ROWS]:
        columns = _columns(rows[number])
        if {AnnexColumn.TITLE, AnnexColumn.MOST} <= columns.keys():
            return number, columns
    return None


def _columns(cells: Mapping[int, str]) -> dict[AnnexColumn, int]:
    columns: dict[AnnexColumn, int] = {}
    for place, words in sorted(cells.items()):
        folded = fold(words)
        named = next((column for column, name in _NAMES if column not in columns and name.fullmatch(folded)), None)
        if named:
            columns[named] = place
    return columns
