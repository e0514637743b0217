"""Dropping what every page repeats: page numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence

from longdan.core.documents.layout.lines import Line

_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–—|\s]*\d{1,3}(?:\s*(?:/|trên)\s*\d{1,3})?[-–—|.\s]*", re.IGNORECASE)
_EDGE = 0.09  # of a page's height, above and below
_EDGE_LINES = 2
_FEWEST_PAGES = 3


def without_furniture(pages: Sequence[tuple[float, list[Line]]]) -> list[list[Line]]:
    """The lines of each page (given with its height) without those in the margins that are numbers or repeat."""
    repeated = Counter(words for height, lines in pages for words in {_folded(line) for line in _at_edges(lines)})
    often = max(_FEWEST_PAGES, len(pages) // 2)
    return [
        [
            line
            for line in lines
            if not (_in_margin(line, height) and _PAGE_NUMBER.fullmatch(line.text))
            and not (line in _at_edges(lines) and repeated[_folded(line)] >= often)
        ]
        for height, lines in pages
    ]


def _at_edges(lines: list[Line]) -> list[Line]:
    return lines[:_EDGE_LINES] + lines[_EDGE_LINES:][-_EDGE_LINES:]


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _folded(line: Line) -> str:
    """The words with digits made equal, so that "Trang 3" repeats "Trang 2"."""
    return re.sub(r"\d+", "0", " ".join(line.text.lower().split()))
