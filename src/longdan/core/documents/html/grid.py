"""The cells of an HTML table at their places in its grid, merged cells once."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_WIDEST, _TALLEST = 200, 1000  # what a merged cell may claim


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its first column, counted from 1, and how many columns and rows it covers."""

    element: LexborNode
    column: int
    columns: int
    rows: int


def cells(table: LexborNode) -> list[list[Cell]]:
    """Rows of cells, each at the first column that no cell above reaches into."""
    rows: list[list[Cell]] = []
    taken: dict[int, int] = {}  # column: rows that a cell above still covers
    for row in _rows(table):
        found, column = [], 1
        for element in row.iter():
            if element.tag not in ("td", "th"):
                continue
            while taken.get(column, 0) > 0:
                column += 1
            found.append(Cell(element, column, _span(element, "colspan", _WIDEST), _span(element, "rowspan", _TALLEST)))
            column += found[-1].columns
        taken = {at: left - 1 for at, left in taken.items() if left > 1}
        taken.update(
            {at: cell.rows - 1 for cell in found for at in range(cell.column, cell.column + cell.columns) if cell.rows > 1}
        )
        rows.append(found)
    return rows


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child.iter() if row.tag == "tr")


def _span(element: LexborNode, name: str, most: int) -> int:
    text = (element.attributes.get(name) or "").strip()
    return min(max(1, int(text)), most) if text.isascii() and text.isdigit() and len(text) < 6 else 1
