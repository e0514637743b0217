"""Finding the heading and signature blocks, whose two columns are read one after the other."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from longdan.core.documents.layout.lines import Line
from longdan.core.documents.layout.pages import Columns
from longdan.core.documents.programs import Word

# A gap that no space between words reaches, in heights of the line.
_GAP, _GAP_OF_EVERY_LINE = 1.6, 1.2
_NARROWEST = 0.5
_FEWEST_TWO_SIDED = 2
# How far a line may lie off the axis of its column, in heights.
_OFF_AXIS = 1.2
_NEXT_LINE = 1.7

_Sides = tuple[tuple[Word, ...], tuple[Word, ...]]  # the words of a line left and right of the gutter


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The free strip between two columns."""

    left: float
    right: float

    def sides(self, line: Line) -> _Sides | None:
        """The words left and right of the strip; None where a word crosses it."""
        left = tuple(word for word in line.words if word.right <= self.right)
        right = tuple(word for word in line.words if word.left >= self.left and word not in left)
        return (left, right) if len(left) + len(right) == len(line.words) else None

    def narrowed(self, left: tuple[Word, ...], right: tuple[Word, ...]) -> "_Gutter":
        return _Gutter(max([self.left, *(word.right for word in left)]), min([self.right, *(word.left for word in right)]))


def with_columns(lines: list[Line]) -> list[Line | Columns]:
    """The lines of a page, those of two-column blocks gathered."""
    found: list[Line | Columns] = []
    at = 0
    while at < len(lines):
        block, end = _block(lines, at)
        found.append(block or lines[at])
        at = end if block else at + 1
    return found


def _block(lines: list[Line], start: int) -> tuple[Columns | None, int]:
    """The block that begins at a line, and where it ends."""
    gutter, first = _opening(lines, start)
    if gutter is None:
        return None, start
    sides: list[_Sides] = []
    for line in lines[start:]:
        parted = gutter.sides(line)
        if parted is None or _runs_on(parted, line.size):
            break
        gutter = gutter.narrowed(*parted)
        if gutter.right - gutter.left < _NARROWEST * line.size:
            break
        sides.append(parted)
    last = max((at for at, (left, right) in enumerate(sides) if left and right), default=-1)
    if sum(bool(left and right) for left, right in sides) < _FEWEST_TWO_SIDED or first > last:
        return None, start
    end = last + 1
    while end < len(sides) and _in_column(sides[end], sides[:end], lines[start + end].size):
        end += 1
    page = lines[start].page
    left = tuple(Line(words, page) for words, _ in sides[:end] if words)
    right = tuple(Line(words, page) for _, words in sides[:end] if words)
    return Columns(left, right, page), start + end


def _opening(lines: list[Line], start: int) -> tuple[_Gutter | None, int]:
    """The gap of the first two-sided line, at ``start`` or just after a one-sided line or two."""
    for ahead, line in enumerate(lines[start : start + 3]):
        for one, other in pairwise(line.words):
            if other.left - one.right > _GAP * line.size:
                return _Gutter(one.right, other.left), ahead
    return None, 0


def _runs_on(sides: _Sides, size: float) -> bool:
    """Whether a line goes on across the gutter with no more than the space between two words, as justified text does."""
    left, right = sides
    return bool(left and right) and right[0].left - left[-1].right < _GAP_OF_EVERY_LINE * size


def _in_column(line: _Sides, before: list[_Sides], size: float) -> bool:
    """Whether a one-sided line under the block continues one of its columns: same axis, or same left edge."""
    side = 0 if line[0] else 1
    words, column = line[side], [each[side] for each in before if each[side]]
    axis = mean((each[0].left + each[-1].right) / 2 for each in column[-4:])
    on_axis = abs((words[0].left + words[-1].right) / 2 - axis) < _OFF_AXIS * size
    on_edge = abs(words[0].left - column[-1][0].left) < _OFF_AXIS * size / 4
    return on_axis or (on_edge and words[0].top - column[-1][0].top < _NEXT_LINE * size)
