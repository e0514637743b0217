"""Reading a Word file: paragraphs, cells, boxes, notes in the order of the page."""

from collections.abc import Iterable, Iterator

from longdan.core.documents.docx.numbering import Numbering
from longdan.core.documents.docx.package import W, WordPackage, opened
from longdan.core.documents.docx.paragraphs import Inside, Walker
from longdan.core.documents.docx.styles import Styles, numbered, value
from longdan.core.documents.docx.tables import Cell, cells
from longdan.core.documents.limits import DEEPEST
from longdan.core.documents.model import Kind, Part, Place
from longdan.core.documents.parts import Reading, reading
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.sources import SourceFile
from longdan.core.documents.wrapping import unwrapped
from longdan.core.documents.xml import Element

# Wrappers whose content counts as if they were not there: content controls, accepted insertions, custom marks.
_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


def read_docx(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The passages of a Word file."""
    return _DocxReader(file.name, opened(file)).all()


class _DocxReader:
    """One pass through a document; it counts pages, paragraphs, tables and list numbers as it goes."""

    def __init__(self, name: str, package: WordPackage) -> None:
        styles = Styles(package.styles)
        self._name, self._package, self._styles = name, package, styles
        self._walker, self._numbering = Walker(styles), Numbering(package.numbering)
        self._notes = {
            (kind, note.get(W + "id")): note
            for kind, root in (("footnote", package.footnotes), ("endnote", package.endnotes))
            for note in (root if root is not None else ())
        }
        self._page, self._paragraph, self._table = 1, 0, 0
        self._paged = next(package.body.iter(W + "lastRenderedPageBreak"), None) is not None

    def all(self) -> Reading:
        heads = [part for header in self._package.headers for part in self._words_of(header, Kind.PAGE_HEAD)]
        body = list(self._blocks(self._package.body, None, 0))
        return reading(_distinct(heads) + body, pages=self._page if self._paged else None)

    def _blocks(self, parent: Element, cell: Place | None, depth: int) -> Iterator[Part]:
        """Paragraphs and tables under a parent; within ``cell`` they stand at its place."""
        if depth > DEEPEST:
            return
        paragraphs = 0
        for block in parent:
            if block.tag == W + "p":
                paragraphs += 1
                yield from self._paragraph_parts(block, cell, paragraphs, depth)
            elif block.tag == W + "tbl":
                yield from self._table_parts(block, cell, depth)
            elif block.tag in _TRANSPARENT:
                yield from self._blocks(block, cell, depth + 1)

    def _paragraph_parts(self, paragraph: Element, cell: Place | None, at: int, depth: int) -> Iterator[Part]:
        inside = self._walker.inside(paragraph)
        self._page += inside.pages_before
        self._paragraph += cell is None
        if cell is None:
            place, kind = Place(self._name, self._page_now(), self._paragraph), Kind.PARAGRAPH
        else:
            place, kind = _within(cell, self._page_now(), at), Kind.CELL
        for words in self._lines(paragraph, inside, in_cell=cell is not None):
            yield words, place, kind
        self._page += inside.pages_within - inside.pages_before
        for box in inside.boxes:
            yield from ((words, place, Kind.TEXT_BOX) for words, _, _ in self._blocks(box, None, depth + 1))
        for note in inside.notes:
            if (element := self._notes.get(note)) is not None:
                yield from ((words, place, Kind.FOOTNOTE) for words, _, _ in self._words_of(element, Kind.FOOTNOTE))

    def _lines(self, paragraph: Element, inside: Inside, *, in_cell: bool) -> list[str]:
        """The paragraph with its number; more than one where line breaks within it divide items.

        Word wraps what stands in a cell by itself: a break that is put there, before a new beginning, divides.
        """
        words, label = inside.words(), self._label(paragraph)
        if label and (words.strip() or any(character.isalnum() for character in label)):
            words = f"{label} {words}"
        if "\n" not in words.strip():
            return [words]
        return _begun_anew(words.splitlines()) if in_cell else unwrapped(words.splitlines())

    def _label(self, paragraph: Element) -> str:
        properties = paragraph.find(W + "pPr")
        style = value(properties, "pStyle")
        own, inherited = numbered(properties), self._styles.numbered(style)
        if own and not own.list_id and inherited:
            own = type(own)(inherited.list_id, own.level)
        found = own or inherited
        return self._numbering.label(found, style) if found else ""

    def _table_parts(self, table: Element, outer: Place | None, depth: int) -> Iterator[Part]:
        rows = cells(table)
        if sum(len(row) for row in rows) == 1:  # a frame around text, no table
            yield from self._blocks(rows[0][0].element if rows[0] else rows[-1][0].element, outer, depth + 1)
            return
        self._table += 1
        number = self._table
        for at, row in enumerate(rows, 1):
            for cell in row:
                yield from self._blocks(cell.element, self._cell_place(cell, number, at), depth + 1)

    def _cell_place(self, cell: Cell, table: int, row: int) -> Place:
        return Place(self._name, None, None, table, row, cell.column, cell.rows, cell.columns)

    def _words_of(self, root: Element, kind: Kind) -> Iterator[Part]:
        """The paragraphs anywhere under a header or a note, without numbers of pages."""
        for paragraph in root.iter(W + "p"):
            words = self._walker.inside(paragraph).words()
            if any(character.isalpha() for character in words):
                yield words, Place(self._name), kind

    def _page_now(self) -> int | None:
        return self._page if self._paged else None


def _begun_anew(lines: Iterable[str]) -> list[str]:
    """The lines, those that begin with a small letter joined to the line before."""
    begun: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if begun and line[0].islower():
            begun[-1] = f"{begun[-1]} {line}"
        else:
            begun.append(line)
    return begun


def _within(cell: Place, page: int | None, paragraph: int) -> Place:
    return Place(cell.file, page, paragraph, cell.table, cell.row, cell.column, cell.rows, cell.columns)


def _distinct(parts: Iterable[Part]) -> list[Part]:
    """Each head once: sections repeat them."""
    return list({words: (words, place, kind) for words, place, kind in parts}.values())
