"""Finds where the provinces stand in a grid of cells, with the words beside each line of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from longdan.core.catalogue.results.provinces import ProvinceNames
from longdan.core.documents.sheets import Value
from longdan.core.vietnamese import fold

_FEWEST = 5  # so many names of provinces in a line make it the header
_SUMMARIES = frozenset(
    "trung binh|trung vi|cao nhat|thap nhat|toan quoc|ca nuoc|mean|median|min|max|national|average|thang diem|scale".split("|")
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of figures: the words before them, the cells by the place of their province."""

    number: int
    labels: tuple[str, ...]
    cells: dict[int, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """``units``: place and words of each cell of the line ``head``; ``turned``: provinces stand below one another."""

    head: int
    units: tuple[tuple[int, str], ...]
    lines: tuple[Line, ...]
    turned: bool

    def cell(self, line: int, place: int) -> str:
        """The cell as spreadsheets name it; both count from 0."""
        row, column = (place, line) if self.turned else (line, place)
        return f"{_letters(column)}{row + 1}"

    def named(self, line: int) -> str:
        """The line as spreadsheets name it."""
        return f"cột {_letters(line)}" if self.turned else f"dòng {line + 1}"


def read_table(rows: Sequence[Sequence[Value]], names: ProvinceNames) -> Table | None:
    """The table of a sheet; None where no line holds names of provinces."""
    upright = _header(rows, names)
    turned_rows = [list(line) for line in zip_longest(*rows, fillvalue="")]
    turned = _header(turned_rows, names)
    if upright is None and turned is None:
        return None
    if turned is None or (upright is not None and upright[1] >= turned[1]):
        return _table(rows, upright, names, turned=False)
    return _table(turned_rows, turned, names, turned=True)


def _header(rows: Sequence[Sequence[Value]], names: ProvinceNames) -> tuple[int, int] | None:
    """The line with most names of provinces, with how many they are."""
    counts = [(sum(isinstance(cell, str) and names.code(cell) is not None for cell in row), -at) for at, row in enumerate(rows)]
    most, at = max(counts, default=(0, 0))
    return (-at, most) if most >= _FEWEST else None


def _table(rows: Sequence[Sequence[Value]], header: tuple[int, int] | None, names: ProvinceNames, *, turned: bool) -> Table:
    at = header[0] if header else 0
    words = [str(cell).strip() for cell in rows[at]]
    first = next(place for place, name in enumerate(words) if names.code(name))
    units = tuple((place, name) for place, name in enumerate(words) if place >= first and name and not is_summary(name))
    places = [place for place, _ in units]
    lines = (_line(number, row, first, places) for number, row in enumerate(rows) if number > at)
    return Table(at, units, tuple(line for line in lines if line), turned)


def is_summary(name: str) -> bool:
    """Whether a column speaks of the whole country, or of the scale."""
    return fold(name) in _SUMMARIES


def _line(number: int, row: Sequence[Value], first: int, places: Sequence[int]) -> Line | None:
    labels = tuple(text for cell in row[:first] if isinstance(cell, str) and (text := " ".join(cell.split())))
    cells = {place: row[place] for place in places if place < len(row) and row[place] != ""}
    return Line(number, labels, cells) if labels and cells else None


def _letters(column: int) -> str:
    letters = ""
    while column >= 0:
        letters, column = chr(ord("A") + column % 26) + letters, column // 26 - 1
    return letters
