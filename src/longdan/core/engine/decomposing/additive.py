"""The change of a weighted sum, exactly apart: what marks did, what weights did, what came in, what left.

Σ w₁x₁ − Σ w₀x₀ over the parts that both years have is split after Bennet (1920, "The theory of measurement of changes in cost of
living", Journal of the Royal Statistical Society 83, 455–462): a mark counts with the mean of its two weights, a weight with the
mean of its two marks. That is the Shapley value of the two causes, symmetric in time, and leaves no rest. Parts that only one
year has are shown apart: a wider or a narrower scope is neither progress nor decline.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Part = tuple[Decimal, Decimal]  # weight, mark
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Moved:
    """What one part did to the whole: by its mark, by its weight."""

    code: str
    by_mark: Decimal
    by_weight: Decimal


@dataclass(frozen=True, slots=True)
class Decomposition:
    """``moved`` for the parts of both years; ``came`` and ``left`` for the others; all add up to ``change``."""

    change: Decimal
    moved: tuple[Moved, ...]
    came: Mapping[str, Decimal]
    left: Mapping[str, Decimal]


def decompose(before: Mapping[str, Part], after: Mapping[str, Part]) -> Decomposition:
    """The change of Σ weight × mark from ``before`` to ``after``, by part."""
    both = [code for code in after if code in before]
    moved = tuple(_moved(code, before[code], after[code]) for code in both)
    came = {code: weight * mark for code, (weight, mark) in after.items() if code not in before}
    left = {code: -weight * mark for code, (weight, mark) in before.items() if code not in after}
    return Decomposition(_whole(after) - _whole(before), moved, came, left)


def _whole(parts: Mapping[str, Part]) -> Decimal:
    return sum((weight * mark for weight, mark in parts.values()), NOTHING)


def _moved(code: str, before: Part, after: Part) -> Moved:
    (old_weight, old_mark), (new_weight, new_mark) = before, after
    by_mark = (old_weight + new_weight) / 2 * (new_mark - old_mark)
    by_weight = (old_mark + new_mark) / 2 * (new_weight - old_weight)
    return Moved(code, by_mark, by_weight)
