"""Telling by the look of a page where a paragraph surely ends; what the look leaves open the words decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from longdan.core.documents.layout.lines import Line

# A space after a paragraph adds at least this much to the usual distance of lines.
_WIDER = 1.22
_WIDER_IN_BLOCK = 1.1
# A first line is set in by at least this many heights of type.
_SET_IN = 0.7
_OFF_CENTRE = 1.5
# Of lines that surely go on, this share may end early before wrapping is no longer taken as greedy.
_EARLY_ENDS = 0.06
_FEWEST_CONTINUED = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: its margins, its distance of lines, whether lines are filled before they end."""

    left: float
    right: float
    pitch: float
    filled: bool

    def breaks(self, one: Line, other: Line, after: Line | None) -> bool:
        """Whether a paragraph surely ends between two lines; ``after`` is the line that follows them."""
        if one.page == other.page and other.top - one.top > _WIDER * self.pitch:
            return True
        if self._even(one) and self._even(other) and other.left - self.left > _SET_IN * other.size:
            return False  # lines of a centred title, which end where they please
        if self.filled and room(one, other, self.right):
            return True
        return _set_in(one, other, after)

    def _even(self, line: Line) -> bool:
        """Whether a line stands as far from the left margin as from the right one."""
        return abs((line.left - self.left) - (self.right - line.right)) < _OFF_CENTRE * line.size


def setting(lines: Sequence[Line]) -> Setting:
    """The setting that most lines keep to."""
    rights = sorted(line.right for line in lines)
    right = rights[int(len(rights) * 0.92)] if rights else 0.0
    left = sorted(line.left for line in lines)[len(lines) // 12] if lines else 0.0
    pairs = list(pairwise(lines))
    continued = [(one, other) for one, other in pairs if other.text[:1].islower() and one.page == other.page]
    distances = [other.top - one.top for one, other in continued if other.top > one.top]
    early = sum(room(one, other, right) for one, other in continued)
    filled = len(continued) >= _FEWEST_CONTINUED and early <= _EARLY_ENDS * len(continued)
    return Setting(left, right, median(distances) if distances else float("inf"), filled)


def spaced(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a heading or signature block, parted where the distance is wider than between its closest lines."""
    closest = min((other.top - one.top for one, other in pairwise(lines)), default=0.0)
    found: list[list[Line]] = []
    for line in lines:
        if found and line.top - found[-1][-1].top <= _WIDER_IN_BLOCK * closest:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def room(one: Line, other: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted at this line's end."""
    first = other.words[0]
    return right - one.right > (first.right - first.left) + 0.6 * one.size


def _set_in(one: Line, other: Line, after: Line | None) -> bool:
    """Whether a line is set in against the line before it and the line after it."""
    step = _SET_IN * other.size
    if after is None or other.left - one.left < step or other.page != after.page:
        return False
    return other.left - after.left > step
