"""Putting words on a page together to lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from longdan.core.documents.programs import Word


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        return median(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return median(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The height of its type."""
        return median(word.size or word.bottom - word.top for word in self.words)


def lines(words: Iterable[Word], page: int) -> list[Line]:
    """Lines from top to bottom: a word, or what the recogniser saw as a line, joins the line whose middle band it stands in."""
    rows: list[list[Word]] = []
    for piece in sorted(_pieces(words), key=_middle):
        row = next((row for row in reversed(rows[-4:]) if _beside(row, piece)), None)
        if row is None:
            rows.append(list(piece))
        else:
            row += piece
    ordered = [Line(tuple(sorted(row, key=lambda word: word.left)), page) for row in rows]
    return sorted(ordered, key=lambda line: line.top)


def _pieces(words: Iterable[Word]) -> list[list[Word]]:
    """Single words, and the words of one recognised line together."""
    seen: dict[int, list[Word]] = {}
    single: list[list[Word]] = []
    for word in words:
        if word.line:
            seen.setdefault(word.line, []).append(word)
        else:
            single.append([word])
    return [*single, *seen.values()]


def _middle(words: Sequence[Word]) -> float:
    return median((word.top + word.bottom) / 2 for word in words)


def _beside(row: Sequence[Word], piece: Sequence[Word]) -> bool:
    """Whether a piece stands in the inner band of a line, and a recognised line where the line has no words yet."""
    tops, bottoms = median(word.top for word in row), median(word.bottom for word in row)
    margin = (bottoms - tops) * 0.15
    if not tops + margin < _middle(piece) < bottoms - margin:
        return False
    left, right = min(word.left for word in piece), max(word.right for word in piece)
    return len(piece) == 1 or not any(word.left < right and left < word.right for word in row)


def with_numbers_whole(rows: list[Line]) -> list[Line]:
    """The lines, with the number of a document that was broken behind its dash or stroke ("61/TTr-" "UBND") whole again."""
    found = [list(row.words) for row in rows]
    for one, other in pairwise(found):
        if one and len(other) > 1 and _BROKEN.fullmatch(one[-1].text) and _GOES_ON.match(other[0].text):
            one[-1] = replace(one[-1], text=one[-1].text + other.pop(0).text)
    return [replace(row, words=tuple(words)) for row, words in zip(rows, found, strict=True) if words]


_BROKEN = re.compile(r"(?:\d[\w/.]*|[\w.]+/[\w/.]*)[-/]")
_GOES_ON = re.compile(r"[A-ZĐ\d]")
