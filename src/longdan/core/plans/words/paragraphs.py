"""The paragraphs of a document with their spans: passages, cut once more where two paragraphs or labels share a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from longdan.core.documents import wrapping_words
from longdan.core.documents.model import Document, Kind, Passage
from longdan.core.plans.draft import Quote
from longdan.core.plans.words.confidence import RECOGNISED
from longdan.core.plans.words.numbering import Marker, Style, marker

# A number or dash that begins a paragraph but was glued to the one before: "12/20251. Văn phòng", "quy định.2. Sở Nội vụ".
_GLUED = re.compile(
    r"(?<=/20\d\d)(?=\d{1,2}\.\s+[A-ZĐÂÊÔƠƯĂÁÀẢÃẠỦỨ])|(?<=[^\W\d_][.;:])(?=\d{1,2}\.\s+[A-ZĐÂÊÔƠƯĂÁÀẢÃẠỦỨ])"
    r"|(?<=[^\W\d_][.;:])(?=-\s[A-ZĐÂÊÔƠƯĂÁÀẢÃẠỦỨ])"
    r"|(?<=[.;:])\s(?=\d{1,2}\.\s+(?:Sở|UBND|Ủy ban|Văn phòng|Công an|Thanh tra|Đề nghị|Giao)\s)"
)
_CUTS = (_GLUED, wrapping_words.LABEL_IN_LINE, wrapping_words.CLOSING_IN_LINE, wrapping_words.GIVING_IN_LINE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and where its words stand in the document's text."""

    text: str
    start: int
    passage: Passage
    marker: Marker | None
    trust: float = 1.0  # less where the words were read by optical recognition

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        """The paragraph without its number or bullet."""
        return self.text[self.marker.length :] if self.marker else self.text

    @property
    def cell(self) -> bool:
        return self.passage.kind is Kind.CELL

    @property
    def bulleted(self) -> bool:
        return self.marker is not None and not self.marker.numbered

    @property
    def separator(self) -> bool:
        return bool(wrapping_words.SEPARATOR.fullmatch(self.text))

    def has(self, style: Style) -> bool:
        return self.marker is not None and self.marker.style is style

    def part(self, start: int, end: int) -> "Paragraph":
        """The words from ``start`` to ``end`` as a paragraph of their own."""
        words = self.text[start:end].rstrip()
        return Paragraph(words, self.start + start, self.passage, self.marker if start == 0 else None, self.trust)

    def quote(self, confidence: float = 1.0, start: int = 0, end: int | None = None) -> Quote:
        """The paragraph's words from ``start`` to ``end``, as a quotation of the document."""
        words = self.text[start:end]
        begin = self.start + start
        return Quote(words, begin, begin + len(words), round(confidence * self.trust, 2))


def paragraphs(document: Document) -> list[Paragraph]:
    """All paragraphs in reading order; running heads are left out."""
    trust = RECOGNISED if document.recognised else 1.0
    return [
        Paragraph(text, start, passage, marker(text), trust)
        for passage in document.passages
        if passage.kind is not Kind.PAGE_HEAD
        for text, start in _unglued(passage)
    ]


def _unglued(passage: Passage) -> Iterator[tuple[str, int]]:
    cuts = [match for pattern in _CUTS for match in pattern.finditer(passage.text)]
    last = 0
    for cut in sorted(cuts, key=lambda match: match.start()):
        if cut.start() > last:
            yield passage.text[last : cut.start()], passage.start + last
            last = cut.end()
    yield passage.text[last:], passage.start + last
