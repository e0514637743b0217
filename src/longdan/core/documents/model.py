"""A document that has been read: one normalised text, and where each passage of it stands in its file."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from longdan.core.documents.limits import LONGEST_PARAGRAPH


class Kind(StrEnum):
    """What a passage is in its file."""

    PARAGRAPH = "paragraph"
    CELL = "cell"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text_box"
    PAGE_HEAD = "page_head"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands in its file; numbers count from 1, None where the format has no such thing.

    A cell that is merged over several rows or columns stands at its first one; ``paragraph`` counts within the cell there.
    """

    file: str
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, in the text or in a table cell: normalised words, their place, and their span in Document.text."""

    text: str
    place: Place
    start: int
    kind: Kind = Kind.PARAGRAPH

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file or from several that belong together.

    ``text`` is all passages joined by a line feed. As each run of white space in a file counts as one character, spans in
    ``text`` do not depend on how the file was wrapped or encoded.
    """

    name: str
    text: str
    passages: tuple[Passage, ...]
    pages: int | None = None
    recognised: bool = False  # True where the words come from OCR, and so may be misread

    def passage_at(self, position: int) -> Passage:
        """The passage that holds the character at ``position`` (0 ≤ position < len(text))."""
        return self.passages[bisect_right([passage.start for passage in self.passages], position) - 1]

    def rows(self) -> dict[tuple[str, int], dict[int, dict[int, Passage]]]:
        """Table cells by (file, table), row and column; a cell of several paragraphs is one passage with line feeds in it."""
        tables: dict[tuple[str, int], dict[int, dict[int, Passage]]] = {}
        for passage in self.passages:
            at = passage.place
            if passage.kind is Kind.CELL and at.table and at.row and at.column:
                row = tables.setdefault((at.file, at.table), {}).setdefault(at.row, {})
                first = row.get(at.column, passage)
                row[at.column] = replace(first, text=self.text[first.start : passage.end])
        return tables


def normalised(text: str) -> str:
    """NFC, every run of white space (no-break spaces and line ends too) one space, none at the ends; no control characters."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", _UNSEEN.sub("", text))).strip()


_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufeff]")  # glyphs that a PDF does not map; PostgreSQL refuses the first


Part = tuple[str, Place, Kind]


def _cut(text: str) -> Iterator[str]:
    """The text, cut behind a sentence or a word where it is too long to be one paragraph."""
    while len(text) > LONGEST_PARAGRAPH:
        half = LONGEST_PARAGRAPH // 2
        ends = (text.rfind(end, half, LONGEST_PARAGRAPH) + 1 for end in (". ", "; ", " "))
        cut = next(filter(None, ends), LONGEST_PARAGRAPH)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text


def document(name: str, parts: Iterable[Part], *, pages: int | None = None, recognised: bool = False) -> Document:
    """A document from (words, place, kind) in reading order; empty parts are left out, the others keep their order.

    A paragraph longer than any that is written becomes several of one place, so that reading it takes no more than its share.
    """
    passages, start = [], 0
    for words, place, kind in parts:
        for text in _cut(normalised(words)):
            passages.append(Passage(text, place, start, kind))
            start += len(text) + 1
    return Document(name, "\n".join(passage.text for passage in passages), tuple(passages), pages, recognised)
