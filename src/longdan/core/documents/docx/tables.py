"""The cells of a Word table at their places in its grid, merged cells once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from longdan.core.documents.docx.package import W
from longdan.core.documents.docx.styles import value
from longdan.core.documents.xml import Element

_WIDEST = 200  # columns; Word itself stops at 63


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its first column, counted from 1, and how many columns and rows it covers."""

    element: Element
    column: int
    columns: int = 1
    rows: int = 1


def cells(table: Element) -> list[list[Cell]]:
    """Rows of cells; the continuations of a cell merged downwards are counted in its ``rows`` and left out."""
    rows: list[list[Cell]] = []
    open_above: dict[int, tuple[int, int]] = {}  # column: (row, position) of the cell that may be continued
    for row in _children(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        kept: list[Cell] = []
        still_open: dict[int, tuple[int, int]] = {}
        for cell, merge in _row(row):
            if merge == "continue" and cell.column in open_above:
                at, position = open_above[cell.column]
                rows[at][position] = replace(rows[at][position], rows=len(rows) - at + 1)
                still_open[cell.column] = at, position
            else:
                if merge:
                    still_open[cell.column] = len(rows), len(kept)
                kept.append(cell)
        rows.append(kept)
        open_above = still_open
    return rows


def _row(row: Element) -> Iterator[tuple[Cell, str | None]]:
    """Cells of a row with "restart", "continue" or None, as they are merged downwards."""
    column = 1 + _number(value(row.find(W + "trPr"), "gridBefore"))
    for element in _children(row, "tc"):
        properties = element.find(W + "tcPr")
        columns = min(max(1, _number(value(properties, "gridSpan"))), _WIDEST)
        merge = properties.find(W + "vMerge") if properties is not None else None
        yield Cell(element, column, columns), None if merge is None else merge.get(W + "val", "continue")
        column += columns


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Children of this name, also those within content controls and accepted insertions."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _children(child, name)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0
