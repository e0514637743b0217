"""Lines for a terminal of 80 columns."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from longdan.core.catalogue.indices.model import Index

WIDTH = 80


def row(left: str, right: str = "", indent: int = 0) -> Iterator[str]:
    """A line with words on the left, which go on below where they are long, and a figure on the right."""
    room = WIDTH - len(right) - 2 if right else WIDTH
    lines = wrap(left, room, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)) or [""]
    yield f"{lines[0]:<{WIDTH - len(right)}}{right}" if right else lines[0]
    yield from lines[1:]


def columns(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """A table, as wide as its cells; ``right``: the columns whose cells stand on the right. The last column is not padded."""
    if rows:
        widths = [max(len(cells[place]) for cells in rows) for place in range(len(rows[0]))]
        for cells in rows:
            padded = [
                cell.rjust(width) if place in right else cell.ljust(width)
                for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
            ]
            yield "  ".join(padded).rstrip()


def measured(index: Index, year: int) -> bool:
    """Whether an edition measures a year."""
    return index.first_year <= year <= (index.last_year or year)


def years(index: Index) -> str:
    """ "2024", "2021–2024", or "2026–" where the last year is open."""
    last = "" if index.last_year is None else str(index.last_year)
    return str(index.first_year) if last == str(index.first_year) else f"{index.first_year}–{last}"
