"""Targets and past results that stand in tables: a row for each thing that is measured, a column for each year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from longdan.core.plans.annexes.tables import Cell, Row, grids, words
from longdan.core.plans.draft import Baseline, Heading, Target
from longdan.core.plans.figures import index_names
from longdan.core.plans.figures.measures import number
from longdan.core.plans.words.agencies import fold
from longdan.core.plans.words.confidence import TABLED
from longdan.core.plans.words.paragraphs import Paragraph


class Holds(StrEnum):
    """What a column holds."""

    SUBJECT = "subject"
    UNIT = "unit"
    AIM = "aim"
    RESULT = "result"
    WHO = "who"


_NAMES = (
    (Holds.UNIT, r"^(?:đơn vị(?: tính)?|đvt)$"),
    (Holds.WHO, r"cơ quan|chủ trì|phụ trách|theo dõi|đơn vị (?:thực hiện|chịu trách nhiệm)"),
    (Holds.RESULT, r"kết quả|thực hiện|hiện trạng|thực trạng|ước|đã đạt|điểm năm"),
    (Holds.AIM, r"mục tiêu|kế hoạch|phấn đấu|chỉ tiêu(?: giao)? năm|^năm 20\d\d$|^20\d\d$|^đến năm 20\d\d$"),
    (Holds.SUBJECT, r"chỉ tiêu|chỉ số|tiêu chí|nội dung|lĩnh vực|mục tiêu"),
)
_NAME = tuple((kind, re.compile(pattern)) for kind, pattern in _NAMES)
_YEAR = re.compile(r"20\d\d")
_VALUE = re.compile(
    r"(?P<ge>≥|>=|từ|ít nhất|tối thiểu)?\s*(?P<gt>>|trên)?\s*(?P<le>≤|<=|<|dưới|không quá)?\s*(?P<n>\d+(?:\.\d{3})*(?:[.,]\d+)?)"
    r"\s*(?P<unit>%|điểm|bậc|hạng)?\s*(?P<up>trở lên)?\s*(?:/\s*\d+)?",
    re.IGNORECASE,
)
_MOSTLY = 0.6  # of the cells of a column of figures
_RANKS = re.compile(r"xếp hạng|thứ hạng|vị trí|^hạng|^bậc|thứ bậc")


@dataclass(frozen=True, slots=True)
class TargetTable:
    """A table of figures: what its columns are called, what they hold, its rows."""

    names: tuple[str, ...]
    holds: tuple[Holds | None, ...]
    rows: tuple[Row, ...]
    start: int
    end: int  # positions in the document's text, header included


def target_tables(paragraphs: Sequence[Paragraph]) -> list[TargetTable]:
    """The tables of targets among real tables, in the document's order."""
    return [table for rows in grids(paragraphs) if (table := _read(rows))]


def _read(rows: Sequence[Row]) -> TargetTable | None:
    """The table below its header, where its columns say so and hold figures; None where it is no table of targets."""
    depth = 2 if len(rows) > 1 and any(cell and cell == other for cell, other in zip(*rows[:2], strict=True)) else 1
    names = tuple(" ".join(dict.fromkeys(words(row[at]) for row in rows[:depth] if row[at])) for at in range(len(rows[0])))
    holds = tuple(_holds(name) for name in names)
    body = tuple(row for row in rows[depth:] if any(row))
    aims = [at for at, kind in enumerate(holds) if kind is Holds.AIM]
    if not (body and aims and Holds.SUBJECT in holds and all(_figures(body, at) for at in aims)):
        return None
    everything = [paragraph for row in rows for cell in row for paragraph in cell]
    return TargetTable(names, holds, body, min(one.start for one in everything), max(one.end for one in everything))


def _holds(name: str) -> Holds | None:
    folded = fold(name).strip(" .:*()")
    return next((kind for kind, pattern in _NAME if pattern.search(folded)), None)


def _figures(rows: Sequence[Row], at: int) -> bool:
    filled = [words(row[at]).strip() for row in rows if row[at]]
    return len(filled) > 0 and sum(bool(_VALUE.fullmatch(one)) for one in filled) >= _MOSTLY * len(filled)


def targets_in(tables: Sequence[TargetTable], heading: Heading) -> Iterator[Target]:
    """A target for each figure in a column of aims."""
    for table in tables:
        for row, subject, unit in _subjects(table):
            for name, cell in _cells(table, row, Holds.AIM):
                if match := _VALUE.fullmatch(words(cell).strip()):
                    who = "".join(f"; {title}: {words(one)}" for title, one in _cells(table, row, Holds.WHO) if one)
                    target = _target(subject, unit or match["unit"] or "", name, match, heading)
                    yield replace(target, text=f"{target.text}{who}")


def baselines_in(tables: Sequence[TargetTable]) -> Iterator[Baseline]:
    """A past result for each figure of an index in a column of results that names its year."""
    for table in tables:
        for row, subject, unit in _subjects(table):
            codes = index_names.codes(words(subject))
            for name, cell in _cells(table, row, Holds.RESULT):
                year, match = _YEAR.search(name), _VALUE.fullmatch(words(cell).strip())
                if len(codes) == 1 and year and match:
                    yield _baseline(codes[0], int(year[0]), subject, unit or match["unit"] or "", match)


def _subjects(table: TargetTable) -> Iterator[tuple[Row, Cell, str]]:
    """Each row that measures something, with what it measures and in what unit."""
    at, unit = table.holds.index(Holds.SUBJECT), table.holds.index(Holds.UNIT) if Holds.UNIT in table.holds else None
    for row in table.rows:
        if row[at] and any(cell and cell != row[at] for _, cell in _cells(table, row, Holds.AIM)):
            yield row, row[at], words(row[unit]) if unit is not None else ""


def _cells(table: TargetTable, row: Row, wanted: Holds) -> Iterator[tuple[str, Cell]]:
    return ((name, cell) for name, kind, cell in zip(table.names, table.holds, row, strict=True) if kind is wanted)


def _kind(subject: str, unit: str) -> str:
    said, unit = fold(subject), fold(unit)
    if _RANKS.search(unit) or (not unit and _RANKS.search(said)):
        return "rank"
    if unit == "%":
        return "rate" if not index_names.codes(subject) or "tỷ lệ" in said else "score"
    if unit == "điểm" or (not unit and re.search(r"chỉ số|nội dung|điểm", said)):
        return "score"
    return "count" if unit else "score"


def _target(subject: Cell, unit: str, name: str, match: re.Match[str], heading: Heading) -> Target:
    said = words(subject)
    kind, years, codes = _kind(said, unit), _YEAR.findall(name), index_names.codes(said)
    by = years[-1] if years else str(heading.year) if heading.year else None
    behind = "".join([f" {unit.lower()}" if unit and unit not in match[0] else "", f" (năm {by})" if by else ""])
    return Target(
        text=f"{said}: {match[0].strip()}{behind}",
        kind=kind,
        value=number(match["n"]),
        quote=subject[0].quote(TABLED),
        index=codes[0] if codes and kind in ("rank", "score") else None,
        op=">=" if match["ge"] or match["up"] else ">" if match["gt"] else "<=" if match["le"] else None,
        unit="hạng" if kind == "rank" else unit.lower() or None,
        by=by,
    )


def _baseline(index: str, year: int, subject: Cell, unit: str, match: re.Match[str]) -> Baseline:
    value = number(match["n"])
    ranked = _kind(words(subject), unit) == "rank"
    return Baseline(
        index, year, subject[0].quote(TABLED), score=None if ranked else value, unit=None if ranked else unit.lower() or None,
        rank=int(value) if ranked else None,
    )  # fmt: skip
