"""Reading pages through: lines to paragraphs over page breaks, tables carried on, blocks of columns side after side."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from statistics import median

from longdan.core.documents.layout.breaks import Setting, setting, spaced
from longdan.core.documents.layout.carrying import carried_on
from longdan.core.documents.layout.columns import with_columns
from longdan.core.documents.layout.furniture import without_furniture
from longdan.core.documents.layout.lines import Line, lines, with_numbers_whole
from longdan.core.documents.layout.pages import Block, Columns, Grid, Page
from longdan.core.documents.model import Kind, Part, Place
from longdan.core.documents.wrapping import unwrapped

_SMALL_TYPE = 0.88  # of the usual size: notes at the foot


def parts(pages: Sequence[Page], name: str) -> Iterator[Part]:
    """The passages of all pages."""
    kept = without_furniture([(page.height, lines(page.words, page.number)) for page in pages])
    usual = median([line.size for page_lines in kept for line in page_lines] or [0.0])
    blocks: list[Block] = []
    notes: dict[int, list[Line]] = {}
    for page, page_lines in zip(pages, kept, strict=True):
        body, notes[page.number] = _notes_apart(page_lines, usual)
        blocks += sorted([*with_columns(body), *page.grids], key=_top)
    yield from _Flow(name, setting([line for page_lines in kept for line in page_lines])).parts(carried_on(blocks), notes)


def _top(block: Block) -> float:
    match block:
        case Columns():
            return min(line.top for line in (*block.left[:1], *block.right[:1]))
        case Line() | Grid():
            return block.top


def _notes_apart(page_lines: list[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page without the small ones at its foot, and those; recognised words have no size that could tell."""
    end = len(page_lines)
    while end and page_lines[end - 1].words[0].size and page_lines[end - 1].size < _SMALL_TYPE * usual:
        end -= 1
    return (page_lines[:end], page_lines[end:]) if page_lines[end:] and page_lines[end].text[:1].isdigit() else (page_lines, [])


class _Flow:
    """One pass through the blocks; counts paragraphs and tables as it goes."""

    def __init__(self, name: str, how: Setting) -> None:
        self._name, self._how = name, how
        self._paragraph, self._table = 0, 0

    def parts(self, blocks: Sequence[Block], notes: dict[int, list[Line]]) -> Iterator[Part]:
        for is_line, group in groupby(blocks, key=lambda block: isinstance(block, Line)):
            for block in [[*group]] if is_line else group:
                match block:
                    case Grid():
                        yield from self._grid(block)
                    case Columns():
                        yield from self._columns(block)
                    case list():
                        yield from self._paragraphs([line for line in block if isinstance(line, Line)])
        for page, small in notes.items():
            for words in unwrapped(line.text for line in small):
                yield words, Place(self._name, page), Kind.FOOTNOTE

    def _paragraphs(self, flow: list[Line]) -> Iterator[Part]:
        for chunk in map(with_numbers_whole, self._chunks(flow)):
            pages = [line.page for line in chunk for _ in line.text.split()]
            at = 0
            for words in unwrapped(line.text for line in chunk):
                self._paragraph += 1
                yield words, Place(self._name, pages[min(at, len(pages) - 1)], self._paragraph), Kind.PARAGRAPH
                at += len(words.split())

    def _chunks(self, flow: list[Line]) -> Iterator[list[Line]]:
        """Runs of lines between sure breaks."""
        chunk: list[Line] = []
        for at, line in enumerate(flow):
            after = flow[at + 1] if at + 1 < len(flow) else None
            if chunk and self._how.breaks(chunk[-1], line, after):
                yield chunk
                chunk = []
            chunk.append(line)
        if chunk:
            yield chunk

    def _columns(self, block: Columns) -> Iterator[Part]:
        self._table += 1
        for column, side in enumerate((block.left, block.right), 1):
            chunks = [unwrapped(line.text for line in chunk) for chunk in spaced(side)]
            for at, words in enumerate(chain.from_iterable(chunks), 1):
                yield words, Place(self._name, block.page, at, self._table, 1, column), Kind.CELL

    def _grid(self, grid: Grid) -> Iterator[Part]:
        self._table += 1
        for cell in grid.cells:
            for at, words in enumerate(unwrapped(cell.lines), 1):
                place = Place(self._name, cell.page, at, self._table, cell.row, cell.column, cell.rows, cell.columns)
                yield words, place, Kind.CELL
