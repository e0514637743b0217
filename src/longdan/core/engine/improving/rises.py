"""How far up a criterion can go by its rule, in the words and figures of those who work on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.bounds import band_words
from longdan.core.catalogue.indices.model import Node
from longdan.core.engine.improving.model import NOTHING


@dataclass(frozen=True, slots=True)
class Rise:
    """A mark that can be got to, in words."""

    words: str
    mark: Decimal


def rises(node: Node) -> Iterator[Rise]:
    """The marks that a rule can give, where it gives only some."""
    most, least = node.most or NOTHING, node.least or NOTHING
    match node.rule:
        case rules.YesNo():
            yield Rise("đạt yêu cầu", most)
        case rules.Levels(points=levels):
            yield from (Rise(f"đạt mức “{level.title}”", level.points) for level in levels)
        case rules.Bands(points=bands):
            yield from (Rise(f"đạt khoảng “{band_words(band)}”", band.points) for band in bands)
        case rules.DeadlineMet(late=late):
            yield Rise("đúng hạn", most)
            yield from (Rise(f"chậm không quá {step.days} ngày", step.points) for step in late)
        case rules.Bonus(each=each):
            yield from (Rise(f"đạt {times} lần", min(times * each, most)) for times in range(1, ceil(most / each) + 1))
        case rules.Penalty(each=each):
            yield from (Rise(f"chỉ còn {times} lần bị trừ", -times * each) for times in range(ceil(-least / each)))
        case _:
            return


def figure_words(node: Node, start: Decimal, end: Decimal) -> tuple[str, tuple[Decimal, Decimal]]:
    """What is to be brought where, for marks from ``start`` to ``end``: words with {} for a figure, and its two ends."""
    match node.rule:
        case rules.Proportion(full_from=full) if node.most:
            return "nâng tỷ lệ lên {} %", (start * full / node.most, end * full / node.most)
        case rules.MinMax(range=rules.FixedRange(low, high), reversed=turned) if node.most is not None and node.least is not None:
            slope = (high - low) / (node.most - node.least)
            figures = [
                high - slope * (mark - node.least) if turned else low + slope * (mark - node.least) for mark in (start, end)
            ]
            return "đưa số liệu tới {}", (figures[0], figures[1])
        case _:
            return "nâng điểm của mục lên {}", (start, end)
