"""A document as blocks to be drawn: paragraphs, tables, page breaks; marked where statements were read from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from longdan.core.documents.model import Kind

LONGEST_HEADING = 240  # characters; what is longer is a paragraph that begins with a number


class Piece(Protocol):
    """Words of a passage with the statements that they belong to."""

    @property
    def text(self) -> str: ...
    @property
    def marks(self) -> Sequence[str]: ...


class Passage(Protocol):
    """A paragraph or a table cell with its place in the file."""

    @property
    def start(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def page(self) -> int | None: ...
    @property
    def table(self) -> int | None: ...
    @property
    def row(self) -> int | None: ...
    @property
    def column(self) -> int | None: ...
    @property
    def pieces(self) -> Sequence[Piece]: ...


@dataclass(frozen=True, slots=True)
class Run:
    """Words marked in one way; ``first`` is the item whose first words these are: links to the item lead here."""

    text: str
    items: tuple[str, ...] = ()
    first: str = ""
    look: str = ""  # doubtful | gone

    @property
    def item(self) -> str:
        return self.items[-1] if self.items else ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    look: str = ""  # heading | capital | note
    shape: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each of one paragraph or more; a table of one row only puts things side by side."""

    rows: tuple[tuple[tuple[tuple[Run, ...], ...], ...], ...]
    shape: str = "table"

    @property
    def is_layout(self) -> bool:
        return len(self.rows) == 1


@dataclass(frozen=True, slots=True)
class Break:
    """Here another page begins."""

    page: int
    shape: str = "break"


Block = Paragraph | Table | Break


@dataclass(slots=True)
class Drawing:
    """What is known of the statements while a document is drawn."""

    doubtful: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    headings: frozenset[int] = frozenset()  # where sections begin
    only: frozenset[str] | None = None  # marks to show, all where None
    seen: set[str] = field(default_factory=set)

    def runs(self, passage: Passage) -> tuple[Run, ...]:
        return tuple(self.run(piece) for piece in passage.pieces)

    def run(self, piece: Piece) -> Run:
        marks = tuple(mark for mark in piece.marks if self.only is None or mark in self.only)
        if not marks:
            return Run(piece.text)
        first = next((mark for mark in reversed(marks) if mark not in self.seen), "")
        self.seen.add(first)
        return Run(piece.text, marks, first, self.look(marks[-1]))

    def look(self, item: str) -> str:
        if item in self.gone:
            return "gone"
        return "doubtful" if item in self.doubtful else ""


def blocks(passages: Iterable[Passage], drawing: Drawing) -> Iterator[Block]:
    """The document's blocks in reading order."""
    page = None
    for (is_cell, _), group in groupby(passages, lambda passage: (passage.kind == Kind.CELL, passage.table)):
        together = list(group)
        first = together[0].page
        if is_cell:
            yield from turned(page, first)
            yield table(together, drawing)
            page = first or page
            continue
        for passage in together:
            yield from turned(page, passage.page)
            page = passage.page or page
            if is_ruling(passage):
                continue
            yield Paragraph(drawing.runs(passage), shape_of(passage, drawing.headings))


def turned(page: int | None, now: int | None) -> Iterator[Break]:
    if page is not None and now is not None and now != page:
        yield Break(now)


def is_ruling(passage: Passage) -> bool:
    """Whether a paragraph only draws a line: plain text files rule with hyphens and bars."""
    return not any(letter.isalnum() for piece in passage.pieces for letter in piece.text)


def shape_of(passage: Passage, headings: frozenset[int]) -> str:
    """How a paragraph looks, as far as its words tell: the file's own faces are not kept."""
    words = "".join(piece.text for piece in passage.pieces)
    if passage.kind in (Kind.FOOTNOTE, Kind.TEXT_BOX, Kind.PAGE_HEAD):
        return "note"
    if passage.start in headings and len(words) < LONGEST_HEADING:
        return "heading"
    return "capital" if words.isupper() and len(words) < LONGEST_HEADING else ""


def table(cells: Sequence[Passage], drawing: Drawing) -> Table:
    """Cells by row and column; where the file merged a cell with its neighbour one stays empty."""
    columns = sorted({cell.column or 0 for cell in cells})
    rows = []
    for _, group in groupby(sorted(cells, key=lambda cell: cell.row or 0), lambda cell: cell.row):
        row: dict[int, tuple[tuple[Run, ...], ...]] = {}
        for cell in group:
            if not is_ruling(cell):
                row[cell.column or 0] = (*row.get(cell.column or 0, ()), drawing.runs(cell))
        rows.append(tuple(row.get(column, ()) for column in columns))
    return Table(tuple(rows))
