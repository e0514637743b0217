"""A document as blocks to be drawn: paragraphs, tables, page breaks; marked where statements were read from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from longdan.core.documents.model import Kind


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage to draw: its span and its place in the file."""

    start: int
    end: int
    kind: str = Kind.PARAGRAPH
    page: int | None = None
    file: str = ""
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a statement was read from."""

    item: str
    start: int
    end: int
    doubtful: bool = False
    gone: bool = False  # discarded: no longer a statement


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are marked in one way; ``first`` is the item whose first words these are, and so where links lead."""

    text: str
    items: tuple[str, ...] = ()
    first: str = ""
    doubtful: bool = False
    gone: bool = False

    @property
    def item(self) -> str:
        """The innermost statement, which a click chooses."""
        return self.items[-1] if self.items else ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    look: str = ""  # heading | capital | note
    shape: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    shape: str = "table"


@dataclass(frozen=True, slots=True)
class Break:
    """Here a page, or another file, begins."""

    words: str
    shape: str = "break"


Block = Paragraph | Table | Break


def blocks(text: str, pieces: Sequence[Piece], marks: Iterable[Mark], headings: frozenset[int] = frozenset()) -> list[Block]:
    """The document's blocks in reading order; ``headings`` are the places where sections begin."""
    marked = Marked(text, marks)
    out: list[Block] = []
    page, file = None, pieces[0].file if pieces else ""
    for (is_table, _, _), group in groupby(pieces, lambda piece: (piece.kind == Kind.CELL, piece.file, piece.table)):
        together = list(group)
        if is_table:
            out.append(table(marked, together))
            continue
        for piece in together:
            if piece.file != file:
                file, page = piece.file, piece.page
                out.append(Break(f"Tệp {file}"))
            elif piece.page != page:
                out.extend([Break(f"Trang {piece.page}")] if page is not None else [])
                page = piece.page
            out.append(Paragraph(marked.runs(piece.start, piece.end), look(text, piece, headings)))
    return out


def look(text: str, piece: Piece, headings: frozenset[int]) -> str:
    words = text[piece.start : piece.end]
    if piece.kind in (Kind.FOOTNOTE, Kind.TEXT_BOX, Kind.PAGE_HEAD):
        return "note"
    if piece.start in headings and len(words) < 240:
        return "heading"
    return "capital" if words.isupper() and len(words) < 160 else ""


def table(marked: "Marked", cells: Sequence[Piece]) -> Table:
    """Cells by row and column; a cell that the file merged with its neighbour stays empty."""
    columns = sorted({cell.column or 0 for cell in cells})
    rows = []
    for _, group in groupby(sorted(cells, key=lambda cell: cell.row or 0), lambda cell: cell.row):
        row: dict[int, tuple[Run, ...]] = {}
        for cell in group:
            row[cell.column or 0] = row.get(cell.column or 0, ()) + marked.runs(cell.start, cell.end)
        rows.append(tuple(row.get(column, ()) for column in columns))
    return Table(tuple(rows))


class Marked:
    """A text cut where marks begin and end."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        self.marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The words of a passage, marked; the outer statement first where one lies within another."""
        near = [mark for mark in self.marks if mark.start < end and mark.end > start]
        cuts = sorted({start, end, *(cut for mark in near for cut in (mark.start, mark.end) if start < cut < end)})
        return tuple(self.run(a, b, near) for a, b in pairwise(cuts))

    def run(self, start: int, end: int, near: Sequence[Mark]) -> Run:
        here = [mark for mark in near if mark.start <= start and mark.end >= end]
        if not here:
            return Run(self.text[start:end])
        inner = min(here, key=lambda mark: (mark.gone, mark.end - mark.start))
        others = tuple(mark.item for mark in here if mark is not inner)
        first = next((mark.item for mark in (inner, *here) if mark.start == start), "")
        return Run(self.text[start:end], (*others, inner.item), first, inner.doubtful, inner.gone)


def around(text: str, pieces: Sequence[Piece], start: int, end: int) -> list[tuple[Run, ...]]:
    """The paragraphs that hold the words from ``start`` to ``end``, with those words marked: a quote in its surroundings."""
    marked = Marked(text, [Mark("quote", start, end)])
    return [marked.runs(piece.start, piece.end) for piece in holding(pieces, start, end)]


def holding(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.start < end and piece.end > start)
