"""How arrays of marks are put together to those of another node: the float64 twin of the exact aggregates."""

from collections.abc import Sequence
from typing import assert_never

import numpy as np

from longdan.core.catalogue.indices.model import Node, Scored
from longdan.core.catalogue.indices.rules import Aggregate, Mean, Sum, WeightedSum
from longdan.core.engine.aggregates import leaving
from longdan.core.engine.arrays import Flags, Floats
from longdan.core.engine.bulk.marks import CODE, Marks, without
from longdan.core.engine.marks import GapKind

Parts = Sequence[tuple[Node, float, Marks]]


def together(node: Node, rule: Aggregate, parts: Parts, shape: tuple[int, int]) -> Marks:
    """The marks of a node from those of its parts, each with its weight."""
    if not parts:
        return without(shape, GapKind.UNKNOWN, node.most)
    away = [marks.gaps == CODE[GapKind.NOT_APPLICABLE] for _, _, marks in parts]
    present = np.sum([~gone for gone in away], axis=0)
    based = np.sum([_based(part, marks, gone) for (part, _, marks), gone in zip(parts, away, strict=True)], axis=0)
    values, left = _put(node, rule, parts, away, based)
    open_parts = np.zeros(shape, dtype=np.bool_)
    for (part, _, marks), gone in zip(parts, away, strict=True):
        if part.scored is not Scored.ZERO:
            open_parts |= ~gone & np.isnan(marks.counted)
    gaps = np.where(open_parts, CODE[GapKind.INCOMPLETE], np.uint8(0))
    gaps = np.where(present == 0, CODE[GapKind.NOT_APPLICABLE], gaps)
    left = np.where(present == 0, float(leaving(node)), np.where(gaps > 0, 0.0, left))
    return Marks(np.where(gaps > 0, np.nan, values), gaps, left, node.most)


def _put(node: Node, rule: Aggregate, parts: Parts, away: Sequence[Flags], based: Floats) -> tuple[Floats, Floats]:
    """Points, and the points that left the denominator; of no meaning where a part has a gap or none is present.

    ``based``: how many parts stand in the denominator, with more than extra points.
    """
    nothing = np.zeros(based.shape)
    all_left = np.where(based == 0, float(leaving(node)), nothing)
    match rule:
        case Sum(capped=capped):
            left = sum((_left(part, marks, gone) for (part, _, marks), gone in zip(parts, away, strict=True)), nothing)
            values = sum(
                (_counted(part, marks.values, gone) for (part, _, marks), gone in zip(parts, away, strict=True)), nothing
            )
            return (np.minimum(values, float(node.most) - left) if capped and node.most is not None else values), left
        case WeightedSum(times=times):
            return float(times) * _weighted(parts, away), all_left
        case Mean(times=times):
            results = [_counted(part, marks.counted, gone) for (part, _, marks), gone in zip(parts, away, strict=True)]
            return float(times) * np.sum(results, axis=0) / np.where(based == 0, len(parts), based), all_left
        case _:
            assert_never(rule)


def _weighted(parts: Parts, away: Sequence[Flags]) -> Floats:
    """The weighted sum of the present parts; the weights of what is away fall to them in proportion."""
    weighted, remaining, whole = (np.zeros(away[0].shape) for _ in range(3))
    for (part, weight, marks), gone in zip(parts, away, strict=True):
        weighted += weight * _counted(part, marks.counted, gone)
        remaining += np.where(_based(part, marks, gone), weight, 0.0)
        whole += weight
    return np.where(
        (remaining == whole) | (remaining == 0), weighted, weighted * whole / np.where(remaining == 0, 1.0, remaining)
    )


def _based(part: Node, marks: Marks, gone: Flags) -> Flags:
    """Where a part stands in the denominator, with more than extra points."""
    return ~gone if part.scored is Scored.ZERO else ~gone & ~marks.only_extra


def _counted(part: Node, points: Floats, gone: Flags) -> Floats:
    return np.where(gone, 0.0, 0.0 if part.scored is Scored.ZERO else points)


def _left(part: Node, marks: Marks, gone: Flags) -> Floats:
    return np.where(gone, float(leaving(part)), 0.0 if part.scored is Scored.ZERO else marks.left)
