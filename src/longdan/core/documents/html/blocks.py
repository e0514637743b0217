"""Walking through a page's elements in reading order: paragraphs, list items with their numbers, table cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from longdan.core.documents.html.chrome import is_furniture
from longdan.core.documents.html.grid import Cell, cells
from longdan.core.documents.html.marks import mark
from longdan.core.documents.limits import DEEPEST
from longdan.core.documents.model import Kind, Part, Place, normalised
from longdan.core.documents.wrapping import unwrapped

_BLOCK_NAMES = (
    "address article blockquote body center dd div dl dt fieldset figure figcaption footer h1 h2 h3 h4 h5 h6 header hr html li "
    "main ol p pre section table tbody td tfoot th thead tr ul caption summary details"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_WHITE_SPACE_KEPT = frozenset({"pre", "listing", "xmp"})
# A table whose cell holds more than this is the frame of a page, not a table.
_LARGEST_CELL = 4000
_DEEPEST_ELEMENTS = 4 * DEEPEST


@dataclass(slots=True)
class Counters:
    """How many paragraphs and tables have passed."""

    paragraphs: int = 0
    tables: int = 0


class BlockWalker:
    """One pass through a page."""

    def __init__(self, name: str) -> None:
        self._name, self._counters = name, Counters()

    def parts(self, root: LexborNode) -> Iterator[Part]:
        """The passages under an element."""
        yield from self._walk(root, None, 0)

    def _walk(self, element: LexborNode, cell: Place | None, depth: int) -> Iterator[Part]:
        """Runs of inline content become paragraphs; block elements are walked into."""
        inline: list[str] = []
        if depth > _DEEPEST_ELEMENTS:
            return
        for child in element.iter(include_text=True):
            if child.tag in _BLOCKS or (child.tag != "-text" and _holds_block(child)):
                yield from self._paragraphs(inline, cell)
                inline = []
                yield from self._block(child, cell, depth + 1)
            else:
                inline.append(_inline(child, element.tag in _WHITE_SPACE_KEPT, depth))
        yield from self._paragraphs(inline, cell)

    def _block(self, block: LexborNode, cell: Place | None, depth: int) -> Iterator[Part]:
        match block.tag:
            case "table":
                yield from self._table(block, cell, depth)
            case "ol" | "ul":
                yield from self._list(block, cell, depth)
            case _:
                yield from self._walk(block, cell, depth)

    def _list(self, block: LexborNode, cell: Place | None, depth: int) -> Iterator[Part]:
        for child in block.iter():
            items = list(self._walk(child, cell, depth + 1))
            if child.tag == "li" and items:
                words, place, kind = items[0]
                items[0] = (f"{mark(child)} {words}", place, kind)
            yield from items

    def _table(self, table: LexborNode, outer: Place | None, depth: int) -> Iterator[Part]:
        rows = cells(table)
        found = [cell for row in rows for cell in row]
        if len(found) == 1 or any(len(cell.element.text(deep=True)) > _LARGEST_CELL for cell in found):
            for cell in found:
                yield from self._walk(cell.element, outer, depth + 1)
            return
        self._counters.tables += 1
        number = self._counters.tables
        for at, row in enumerate(rows, 1):
            for cell in row:
                yield from self._walk(cell.element, self._place(cell, number, at), depth + 1)

    def _place(self, cell: Cell, table: int, row: int) -> Place:
        return Place(self._name, None, None, table, row, cell.column, cell.rows, cell.columns)

    def _paragraphs(self, inline: list[str], cell: Place | None) -> Iterator[Part]:
        text = "".join(inline)
        if not text.strip():
            return
        for words in unwrapped(text.splitlines()) if "\n" in text.strip() else [normalised(text)]:
            if is_furniture(words):
                continue
            self._counters.paragraphs += cell is None
            yield words, cell or Place(self._name, paragraph=self._counters.paragraphs), Kind.CELL if cell else Kind.PARAGRAPH


def _holds_block(element: LexborNode) -> bool:
    """An inline element wrapped around blocks, as careless pages have it (<span><p>, <font><table>)."""
    return any(child.tag in _BLOCKS for child in element.iter()) or any(
        grandchild.tag in _BLOCKS for child in element.iter() for grandchild in child.iter()
    )


def _inline(node: LexborNode, as_typed: bool, depth: int) -> str:
    """The words of inline content: line feeds only where the page shows a line break."""
    if node.tag == "-text":
        text = node.text_content or ""
        return text if as_typed else text.replace("\n", " ").replace("\r", " ")
    if node.tag == "br":
        return "\n"
    if depth > _DEEPEST_ELEMENTS:
        return ""
    return "".join(_inline(child, as_typed, depth + 1) for child in node.iter(include_text=True))
