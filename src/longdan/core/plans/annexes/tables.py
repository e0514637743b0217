"""Tables of tasks, from real cells or from text in which a lone bar stands between cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from longdan.core.plans.annexes.columns import Column, column, header
from longdan.core.plans.words.numbering import Style
from longdan.core.plans.words.paragraphs import Paragraph

BAR = "|"
MOST_COLUMNS = 14
ORDER_NUMBER = re.compile(r"[\dIVXa-zđ.]{1,8}[.)]?")

Cell = tuple[Paragraph, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of tasks below its header; a row of one filled cell is the title of a group."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    start: int
    end: int  # positions in the document's text, header included


def words(cell: Cell) -> str:
    return " ".join(paragraph.text for paragraph in cell)


def tables(paragraphs: Sequence[Paragraph]) -> list[Table]:
    """All tables of tasks, in the document's order."""
    found = [*(table for rows in grids(paragraphs) for table in _headed(rows)), *_barred(paragraphs)]
    return sorted(found, key=lambda table: table.start)


def grids(paragraphs: Sequence[Paragraph]) -> Iterator[list[Row]]:
    """The rows of each table whose cells know their places; a cell merged over rows counts in each of them."""
    found: dict[tuple[str, int], dict[int, dict[int, list[Paragraph]]]] = {}
    for paragraph in paragraphs:
        at = paragraph.passage.place
        if paragraph.cell and at.table and at.row and at.column:
            grid = found.setdefault((at.file, at.table), {})
            for row in range(at.row, at.row + at.rows):
                grid.setdefault(row, {}).setdefault(at.column, []).append(paragraph)
    for grid in found.values():
        width = max(place for cells in grid.values() for place in cells)
        yield [tuple(tuple(grid[row].get(place, ())) for place in range(1, width + 1)) for row in sorted(grid)]


def _headed(rows: Sequence[Row]) -> Iterator[Table]:
    """The rows below the first row (or pair of rows) that is a header."""
    for at, row in enumerate(rows):
        columns = header([words(cell) for cell in row]) if sum(map(bool, row)) > 1 else ()
        if columns:
            below = rows[at + 1 :]
            if below and (second := _second(columns, row, below[0])):
                columns, below = second, below[1:]
            everything = [paragraph for each in rows[at:] for cell in each for paragraph in cell]
            yield Table(columns, tuple(below), everything[0].start, max(one.end for one in everything))
            return


def _second(columns: tuple[Column, ...], above: Row, below: Row) -> tuple[Column, ...]:
    """The columns where a second header row names the parts of a wide one ("Cơ quan thực hiện": "Chủ trì", "Phối hợp")."""
    named = [column(words(cell)) if cell else None for cell in below]
    fresh = [kind for cell, other, kind in zip(below, above, named, strict=True) if cell and cell != other and kind]
    own = [cell for cell, other in zip(below, above, strict=True) if cell and cell != other]
    if not fresh or len(fresh) < len(own) or any(len(words(cell)) > 40 for cell in own):
        return ()
    return tuple(kind if kind and cell else old for kind, cell, old in zip(named, below, columns, strict=True))


def _barred(paragraphs: Sequence[Paragraph]) -> Iterator[Table]:
    """From text: cells between bars, each bar a paragraph of its own."""
    tokens = [paragraph for paragraph in paragraphs if not paragraph.cell]
    at = 0
    while at < len(tokens):
        width, columns = _bar_header(tokens, at)
        if columns:
            rows, after = _bar_rows(tokens, at + 2 * width - 1, columns)
            last = tokens[after - 1]
            yield Table(columns, tuple(rows), tokens[at].start, last.end)
            at = after
        else:
            at += 1


def _is_bar(tokens: Sequence[Paragraph], at: int) -> bool:
    return at < len(tokens) and tokens[at].text == BAR


def _bar_header(tokens: Sequence[Paragraph], at: int) -> tuple[int, tuple[Column, ...]]:
    """How many cells of a header begin here, and their columns."""
    if _is_bar(tokens, at) or column(tokens[at].text) is None or not _is_bar(tokens, at + 1):
        return 0, ()
    names: list[str] = []
    place = at
    while len(names) < MOST_COLUMNS and place < len(tokens) and not _is_bar(tokens, place) and column(tokens[place].text):
        names.append(tokens[place].text)
        if not _is_bar(tokens, place + 1):
            break
        place += 2
    return len(names), header(names) if len(names) > 1 else ()


def _bar_rows(tokens: Sequence[Paragraph], at: int, columns: tuple[Column, ...]) -> tuple[list[Row], int]:
    """The rows that begin at the bar behind the header, and where they end."""
    double = _is_bar(tokens, at) and _is_bar(tokens, at + 1)  # each row has a bar before its first cell
    at = min(at + 1, len(tokens))
    rows: list[Row] = []
    while at < len(tokens):
        begin = at + 1 if double and _is_bar(tokens, at) else at
        row, after = _bar_row(tokens, begin, columns, double=double)
        if row is None:
            break
        rows.append(row)
        at = after
    return rows, at


def _bar_row(tokens: Sequence[Paragraph], at: int, columns: tuple[Column, ...], *, double: bool) -> tuple[Row | None, int]:
    """The row whose first cell begins at ``at``, and where the next begins; None where no row is there any more."""
    cells: list[Cell] = []
    while len(cells) < len(columns):
        cell, after = _bar_cell(tokens, at)
        if not _is_bar(tokens, after):
            return None, at
        cells.append(cell)
        at = after + 1
        if len(cells) == 1 and _is_group(cell, columns) and (_is_bar(tokens, at) or not double):
            break
        if len(cells) == 2 and double and _is_short_group(tokens, at, cells[0], columns):
            break
    return (tuple(cells) if any(cells) or len(cells) == len(columns) else None), at


def _is_short_group(tokens: Sequence[Paragraph], at: int, first: Cell, columns: tuple[Column, ...]) -> bool:
    """Whether a row ends behind its number and title: the next bar begins a row, with a number of its own."""
    if columns[0] is not Column.ORDER or not _is_bar(tokens, at) or not ORDER_NUMBER.fullmatch(words(first)):
        return False
    return at + 1 < len(tokens) and bool(ORDER_NUMBER.fullmatch(tokens[at + 1].text)) and _is_bar(tokens, at + 2)


def _bar_cell(tokens: Sequence[Paragraph], at: int) -> tuple[Cell, int]:
    cell: list[Paragraph] = []
    while at < len(tokens) and not _is_bar(tokens, at):
        cell.append(tokens[at])
        at += 1
    return tuple(cell), at


def _is_group(cell: Cell, columns: tuple[Column, ...]) -> bool:
    """Whether a first cell is the title of a group: words where an order number is due."""
    text = words(cell)
    if columns[0] is Column.ORDER:
        return len(text) > 8
    return bool(cell) and (cell[0].has(Style.ROMAN) or (text.isupper() and len(text) > 8))
