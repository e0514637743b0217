"""Putting words on a page together to lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    """Lines from top to bottom: a word belongs to the line whose middle band it stands in."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom) / 2):
        middle = (word.top + word.bottom) / 2
        row = next((row for row in rows[-3:] if _holds(row, middle)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    ordered = [Line(tuple(sorted(row, key=lambda word: word.left)), page) for row in rows]
    return sorted(ordered, key=lambda line: line.top)


def _holds(row: Sequence[Word], middle: float) -> bool:
    """Whether the middle of a word lies within the inner band of a line's words."""
    tops, bottoms = median(word.top for word in row), median(word.bottom for word in row)
    margin = (bottoms - tops) * 0.15
    return tops + margin < middle < bottoms - margin
