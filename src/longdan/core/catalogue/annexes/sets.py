"""Tells apart the sets of criteria that one annex file may hold, and takes the one that a person chose."""

from collections.abc import Sequence

from longdan.core.catalogue.annexes.rows import AnnexRow
from longdan.core.problems import refuse

Set = Sequence[AnnexRow]


def chosen_set(rows: Sequence[AnnexRow], part: int | None, file: str) -> Set:
    """The rows of set number ``part``; refuses where there are several and none is chosen, or there is no such one."""
    sets = _sets(rows)
    if part is None and len(sets) == 1:
        return sets[0]
    told = "; ".join(_told(number, one) for number, one in enumerate(sets, start=1))
    fix = "ghi số của bộ cần lấy (trên màn hình: ô “Bộ thứ mấy trong tệp”; dòng lệnh: --part), mỗi lần nộp lấy một bộ"
    if part is None:
        raise refuse("catalogue.several-sets", file, f"tệp có {len(sets)} bộ tiêu chí, mỗi bộ đánh số lại từ đầu: {told}", fix)
    if not 1 <= part <= len(sets):
        raise refuse("catalogue.no-such-set", file, f"không có bộ thứ {part}; tệp có {told}", fix)
    return sets[part - 1]


def _sets(rows: Sequence[AnnexRow]) -> list[list[AnnexRow]]:
    """A set begins under a header of its own, with the code that the first set begins with."""
    first, sets = _first_code(rows), list[list[AnnexRow]]()
    for place, row in enumerate(rows):
        if not sets or (row.opens and _first_code(rows[place:]) == first):
            sets.append([])
        sets[-1].append(row)
    return sets


def _first_code(rows: Sequence[AnnexRow]) -> str:
    return next((row.code for row in rows if row.code), "")


def _told(number: int, rows: Set) -> str:
    coded = [row for row in rows if row.code]
    return f"bộ {number} có {len(coded)} dòng, từ {rows[0].place} (“{coded[0].code} {coded[0].title}”)"
