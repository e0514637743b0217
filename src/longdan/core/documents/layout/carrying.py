"""Tables that go on over a page break: one table again, its repeated head dropped."""

from collections.abc import Sequence
from dataclasses import replace

from longdan.core.documents.layout.pages import Block, Cell, Grid

_OFF_EDGE = 12.0  # points by which the edges of the two halves may differ


def carried_on(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, halves of tables put together."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Grid) and isinstance(last, Grid) and _goes_on(last, block):
            found[-1] = _joined(last, block)
        else:
            found.append(block)
    return found


def _goes_on(one: Grid, other: Grid) -> bool:
    same_edges = abs(one.left - other.left) < _OFF_EDGE and abs(one.right - other.right) < _OFF_EDGE
    return one.columns == other.columns and same_edges and other.page > one.page


def _joined(one: Grid, other: Grid) -> Grid:
    rest = _without_head(one, other)
    if not rest:
        return replace(one, page=other.page, bottom=other.bottom)
    first = min(cell.row for cell in rest)
    # A row without a number or words in its first column is the rest of the row that the page break cut.
    cut = any(c.row == first and c.lines for c in rest) and not any(c.row == first and c.column == 1 and c.lines for c in rest)
    shift = one.height - first + (0 if cut else 1)
    cells = list(one.cells)
    for cell in rest:
        moved = replace(cell, row=cell.row + shift)
        at = next((i for i, each in enumerate(cells) if cut and (each.row, each.column) == (moved.row, moved.column)), None)
        if at is None:
            cells.append(moved)
        else:
            cells[at] = replace(cells[at], lines=cells[at].lines + moved.lines)
    return replace(one, cells=tuple(cells))


def _without_head(one: Grid, other: Grid) -> list[Cell]:
    head = [cell.lines for cell in one.cells if cell.row == 1]
    repeated = any(head) and [cell.lines for cell in other.cells if cell.row == 1] == head
    return [cell for cell in other.cells if cell.row > 1] if repeated else list(other.cells)
