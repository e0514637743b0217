"""Reads the tables of an annex into rows: code, title, most points, the words that say how it is scored."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from longdan.core.catalogue.annexes.columns import AnnexColumn, header_row
from longdan.core.catalogue.annexes.scoring import statements_of
from longdan.core.documents.model import Document, Passage
from longdan.core.vietnamese import fold

_CODED = re.compile(r"\(?((?:[IVX]{1,5}|[A-Z]|\d{1,2})(?:\.\d{1,2})*)[.)]?(?:\s+|$)(.*)", re.DOTALL)
_SUBTOTAL = re.compile(r"(?:cong|tong(?: cong| so)?)(?: diem)? (?:cua )?(?:linh vuc|phan|muc|noi dung|nhom|chuong)\b.*")
_REMARK = re.compile(r"(?:ghi chu|luu y)\b.*|\(?\*+\)?.*")
_TOTAL = re.compile(r"tong (?:cong|so diem|diem|so)(?: .*)?|tong|cong")
_TYPED_AS_NUMBER = re.compile(r"\d{1,2},\d{1,2}")  # 1.1 typed into a spreadsheet, whose numbers have a comma
_POINTS_IN_TITLE = re.compile(r"(.+?)\s*\((\d+(?:[.,]\d+)?\s*(?:điểm|đ))\)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row with a code, or the total (code ""); ``number`` counts the annex's rows over all tables, from 1.

    ``scoring``: its separate statements; ``told``: the same as printed; ``remarks``: notes that stand below it, which say
    nothing of how it is scored; ``opens``: the first below a header; ``loose``: points without a code.
    """

    number: int
    place: str
    code: str
    title: str
    most: str
    scoring: tuple[str, ...] = ()
    surveyed: bool = False
    remarks: tuple[str, ...] = ()
    opens: bool = False
    told: tuple[str, ...] = ()
    loose: bool = False
    numeric: bool = False  # the code was typed as a number, so that 1.10 would read 1.1


def annex_rows(document: Document) -> list[AnnexRow]:
    """The rows of all tables that have, or go on under, a header with a title and the most points."""
    rows, headed = list[AnnexRow](), False
    for words, place, below_header in _cells(document):
        count, headed = len(rows), headed or below_header
        rows = _with(rows, words, place)
        if len(rows) > count and headed:
            rows[-1], headed = replace(rows[-1], opens=True), False
    return rows


def _cells(document: Document) -> Iterator[tuple[dict[AnnexColumn, str], str, bool]]:
    """The cells of each row of such tables by their columns, with the row's place, and whether it is the first below a header."""
    columns: dict[AnnexColumn, int] = {}
    for (_, table), passages in document.rows().items():
        cells = {row: {place: one.text for place, one in line.items()} for row, line in passages.items()}
        found = header_row(cells)
        (first, columns), below_header = found or (0, columns), found is not None
        for row in sorted(cells):
            if columns and row > first and not _is_header(cells[row]):
                words = {column: cells[row].get(place, "") for column, place in columns.items()}
                yield words, _place(passages[row], table, row), below_header
                below_header = False


def _place(line: Mapping[int, Passage], table: int, row: int) -> str:
    page = next(iter(line.values())).place.page
    return (f"trang {page}, " if page else "") + f"bảng {table}, dòng {row}"


def _is_header(cells: Mapping[int, str]) -> bool:
    """A header printed again on the next page, or the row that numbers the columns."""
    numbers = [words.strip(" ()") for _, words in sorted(cells.items())]
    return header_row({1: cells}) is not None or numbers == [str(at) for at in range(1, len(numbers) + 1)]


def _with(rows: list[AnnexRow], cells: Mapping[AnnexColumn, str], place: str) -> list[AnnexRow]:
    """The rows with one more; a row without a code and points tells how the one above is scored."""
    code, title = _code(cells.get(AnnexColumn.CODE, ""), cells[AnnexColumn.TITLE])
    most, survey = cells[AnnexColumn.MOST].strip(), cells.get(AnnexColumn.SURVEY, "").strip()
    told = cells.get(AnnexColumn.SCORING, "").strip()
    scoring, words = tuple(statements_of(told)), tuple(filter(None, [told]))
    if not code and _SUBTOTAL.fullmatch(fold(title)):
        return rows
    if not code and _TOTAL.fullmatch(fold(title)):
        return [*rows, AnnexRow(_next(rows), place, "", title, most)]
    if code:
        title, most = _points_of(title, most or _number(survey))
        numeric = bool(_TYPED_AS_NUMBER.fullmatch(cells.get(AnnexColumn.CODE, "").strip()))
        return [*rows, AnnexRow(_next(rows), place, code, title, most, scoring, bool(survey), told=words, numeric=numeric)]
    if most and title:
        return [*rows, AnnexRow(_next(rows), place, "", title, most, scoring, told=words, loose=True)]
    return [*rows[:-1], _noted(rows[-1], cells, title, scoring, words)] if rows else rows


def _noted(
    row: AnnexRow, cells: Mapping[AnnexColumn, str], title: str, scoring: tuple[str, ...], words: tuple[str, ...]
) -> AnnexRow:
    """The row with what a line below it says, of how it is scored or else as a remark."""
    if _REMARK.fullmatch(fold(title)) or _is_star(cells):
        return replace(row, remarks=(*row.remarks, title))
    said = tuple(filter(None, [title]))
    return replace(row, scoring=(*row.scoring, *statements_of(title), *scoring), told=(*row.told, *said, *words))


def _points_of(title: str, most: str) -> tuple[str, str]:
    """The points that stand in brackets after a title, where their own column is empty: "CHỈ ĐẠO (6 điểm)"."""
    found = None if most else _POINTS_IN_TITLE.fullmatch(title)
    return (found[1], found[2]) if found else (title, most)


def _is_star(cells: Mapping[AnnexColumn, str]) -> bool:
    return bool(re.fullmatch(r"\(?\*+\)?", cells.get(AnnexColumn.CODE, "").strip()))


def has_header(document: Document) -> bool:
    """Whether a table names a title and the most points, rows or not."""
    tables = (
        {row: {place: one.text for place, one in line.items()} for row, line in lines.items()}
        for lines in document.rows().values()
    )
    return any(header_row(cells) for cells in tables)


def _next(rows: list[AnnexRow]) -> int:
    return rows[-1].number + 1 if rows else 1


def _code(words: str, title: str) -> tuple[str, str]:
    """The code, from its column or from the beginning of the title, with the title that is left."""
    words = words.replace(",", ".") if _TYPED_AS_NUMBER.fullmatch(words.strip()) else words
    if (found := _CODED.fullmatch(words.strip())) and not found[2]:
        return found[1], " ".join(title.split())
    merged = not title.strip() or title.strip() == words.strip()  # one cell over the row: "I. CHỈ ĐẠO"
    first = words.strip() if merged else title.strip()
    found = _CODED.fullmatch(first) if merged or not words.strip() else None
    if found and found[2] and ("." in found[1] or re.match(r"[\dIVXA-Z]+[.)]", first)):
        return found[1], " ".join(found[2].split())
    return "", " ".join((title or words).split())


def _number(words: str) -> str:
    return words if re.fullmatch(r"\d+(?:[.,]\d+)?", words) else ""
