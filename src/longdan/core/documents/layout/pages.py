"""What a page holds, before it is put in order: words, and tables drawn with lines."""

from dataclasses import dataclass

from longdan.core.documents.layout.lines import Line
from longdan.core.documents.programs import Word


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell with its grid position, counted from 1, and its words' lines."""

    row: int
    column: int
    rows: int
    columns: int
    page: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table drawn with lines: where it stands, its cells row by row."""

    top: float
    bottom: float
    left: float
    right: float
    cells: tuple[Cell, ...]
    page: int

    @property
    def columns(self) -> int:
        return max(cell.column + cell.columns - 1 for cell in self.cells)

    @property
    def height(self) -> int:
        return max(cell.row for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side, as in heading and signature blocks."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    page: int


@dataclass(frozen=True, slots=True)
class Page:
    """The content of a page; ``words`` are those outside its tables."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    grids: tuple[Grid, ...] = ()


Block = Line | Grid | Columns
