"""Dropping what every page repeats: page numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence

from longdan.core.documents.layout.lines import Line

_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–—|\s]*\d{1,3}(?:\s*(?:/|trên)\s*\d{1,3})?[-–—|.\s]*", re.IGNORECASE)
_EDGE = 0.09  # of a page's height, above and below
_EDGE_LINES = 2
_FEWEST_PAGES = 3
_STAND_OFF = 0.7  # heights of a line between a running head and the text


def without_furniture(pages: Sequence[tuple[float, list[Line]]]) -> list[list[Line]]:
    """The lines of each page (given with its height) without those in the margins that are numbers or repeat."""
    edges = [_at_edges(lines) for _, lines in pages]
    repeated = Counter(words for edge in edges for words in {_folded(line) for line in edge})
    often = max(_FEWEST_PAGES, len(pages) // 2)
    return [
        [line for line in lines if not (_is_number(line, height) or (line in edge and repeated[_folded(line)] >= often))]
        for (height, lines), edge in zip(pages, edges, strict=True)
    ]


def _at_edges(lines: list[Line]) -> list[Line]:
    """The first and last lines of a page that stand off from its text."""
    head = next((at for at in range(_EDGE_LINES, 0, -1) if _apart(lines[at - 1 : at + 1])), 0)
    foot = next((at for at in range(_EDGE_LINES, 0, -1) if _apart(lines[-at - 1 : len(lines) - at + 1])), 0)
    return lines[:head] + lines[len(lines) - foot :]


def _apart(pair: list[Line]) -> bool:
    """Whether more than a line's height lies between two lines."""
    return len(pair) == 2 and pair[1].top - pair[0].bottom > _STAND_OFF * (pair[0].bottom - pair[0].top)


def _is_number(line: Line, height: float) -> bool:
    return _in_margin(line, height) and bool(_PAGE_NUMBER.fullmatch(line.text))


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _folded(line: Line) -> str:
    """The words with digits made equal, so that "Trang 3" repeats "Trang 2"."""
    return re.sub(r"\d+", "0", " ".join(line.text.lower().split()))
