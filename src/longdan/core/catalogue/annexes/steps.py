"""Tells the levels of a criterion that stand on rows of their own from rows whose code is missing."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from longdan.core.catalogue.annexes.rows import AnnexRow
from longdan.core.catalogue.annexes.scoring import read_statement, statements_of
from longdan.core.catalogue.findings import Findings


def with_levels(rows: Sequence[AnnexRow]) -> list[AnnexRow]:
    """The rows; those with points but no code that lead down from the row above to 0 become its scoring text."""
    kept, at = list[AnnexRow](), 0
    while at < len(rows):
        end = next((place for place in range(at + 1, len(rows)) if not rows[place].loose), len(rows))
        row, below = rows[at], rows[at + 1 : end]
        with_them = _with_levels(row, below)
        kept += [with_them] if row.code and below and _leads_down(with_them) else [row, *below]
        at = end
    return kept


def tell_loose(rows: Sequence[AnnexRow], found: Findings) -> None:
    """Notes every row that has points and no code: nothing that earns points is left out unseen."""
    for row in rows:
        if row.loose:
            what = f"dòng “{row.title[:80]}” có điểm ({row.most}) mà không có mã"
            fix = "là tiêu chí thì ghi mã (ví dụ 1.1.1); là mức chấm thì chuyển vào cột cách chấm của mục trên"
            found.add("points-without-code", row.number, "mã", what, fix)


def _with_levels(row: AnnexRow, below: Sequence[AnnexRow]) -> AnnexRow:
    scoring, told = list(row.scoring), list(row.told)
    for one in below:
        scoring += [*statements_of(f"{one.title}: {one.most}"), *one.scoring]
        told += [f"{one.title}: {one.most}", *one.told]
    return replace(row, scoring=tuple(scoring), told=tuple(told))


def _leads_down(row: AnnexRow) -> bool:
    """Whether each statement earns less than the one before, from the row's most points down to none."""
    points = [read_statement(one).points for one in row.scoring]
    given = [one for one in points if one is not None]
    most = read_statement(f"x: {row.most}").points
    return (
        len(given) == len(points) and given[:1] == [most] and given[-1] == Decimal(0) and all(a > b for a, b in pairwise(given))
    )
