"""Tables of a PDF page that are drawn with lines, as grids of cells."""

from collections.abc import Sequence
from typing import Any

from longdan.core.documents.layout.lines import lines
from longdan.core.documents.layout.pages import Cell, Grid
from longdan.core.documents.programs import Word

Box = tuple[float, float, float, float]

_NEAR = 3.0  # points: edges closer than this are one line


def grids(page: Any, words: Sequence[Word], number: int) -> tuple[list[Grid], list[Word]]:
    """The tables of a page with their words, and the words outside of them; frames around text are no tables."""
    found: list[Grid] = []
    rest = list(words)
    for table in page.find_tables():
        grid = _grid(table, rest, number)
        if grid is not None:
            found.append(grid)
            rest = [word for word in rest if not _inside(word, table.bbox)]
    return found, rest


def _grid(table: Any, words: Sequence[Word], number: int) -> Grid | None:
    boxes: list[Box] = sorted(set(table.cells), key=lambda box: (box[1], box[0]))
    lefts, tops = _edges(box[0] for box in boxes), _edges(box[1] for box in boxes)
    if len(boxes) < 2 or (len(lefts) < 2 and len(tops) < 2):
        return None
    cells = []
    for box in boxes:
        inside = [word for word in words if _inside(word, box)]
        texts = tuple(line.text for line in lines(inside, number))
        row, column = _at(tops, box[1]), _at(lefts, box[0])
        rows = max(1, sum(box[1] + _NEAR < top < box[3] - _NEAR for top in tops) + 1)
        columns = max(1, sum(box[0] + _NEAR < left < box[2] - _NEAR for left in lefts) + 1)
        cells.append(Cell(row, column, rows, columns, number, texts))
    if not any(cell.lines for cell in cells):
        return None
    left, top, right, bottom = table.bbox
    return Grid(top, bottom, left, right, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), number)


def _edges(values: Any) -> list[float]:
    """Distinct edges in order, those nearly equal once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _at(edges: list[float], value: float) -> int:
    return max(1, sum(edge <= value + 0.01 for edge in edges))


def _inside(word: Word, box: Box) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]
