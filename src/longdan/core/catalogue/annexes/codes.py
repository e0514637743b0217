"""Gives every row of an annex a code of its own with the row that it stands under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from longdan.core.catalogue.annexes.rows import AnnexRow
from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices.model import TOTAL

_HEAD = re.compile(r"[IVX]{1,5}|[A-Z]")


@dataclass(frozen=True, slots=True)
class Branch:
    """A row with the code of the row above it."""

    row: AnnexRow
    parent: str


def branches(rows: Sequence[AnnexRow], found: Findings) -> list[Branch]:
    """The rows in the tree. Where Roman numbers or letters head the domains, "1" under "II" becomes "II.1"."""
    tree, known, head = list[Branch](), {TOTAL}, ""
    for row in rows:
        if _HEAD.fullmatch(row.code):
            head = row.code
        elif head and row.code[0].isdigit():
            row = replace(row, code=f"{head}.{row.code}")
        if row.numeric and row.code in known:
            fix = "trong bảng tính đổi cột mã sang dạng chữ rồi gõ lại mã, ví dụ 1.10"
            found.add("number-code", row.number, "mã", f"mã {row.code} đã có; gõ như một con số thì 1.10 thành 1.1", fix)
        tree.append(Branch(row, _parent(row, known, found)))
        known.add(row.code)
    return tree


def _parent(row: AnnexRow, known: set[str], found: Findings) -> str:
    """The row whose code is this one's beginning; a gap in the numbers is noted."""
    above = row.code.rpartition(".")[0]
    if above and above not in known:
        what = f"mục {row.code} không có mục {above} ở trên"
        found.add("unknown-reference", row.number, "mã", what, "sửa mã trong phụ lục, hoặc thêm dòng của mục trên")
    while above and above not in known:
        above = above.rpartition(".")[0]
    return above or TOTAL
