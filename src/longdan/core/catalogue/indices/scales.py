"""Tells figures that lie beyond the fixed range of a rule, as when 53 is typed for a share of 0.53."""

from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import Node
from longdan.core.catalogue.indices.rules import FixedRange, MinMax

_EDGE = Decimal("0.01")  # of the range: printed ranges are rounded
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class BeyondRange:
    """What is wrong with a figure, how to mend it; ``is_percent``: it would fit as a percent of what is asked for."""

    what: str
    fix: str
    is_percent: bool


def beyond_range(node: Node, value: Decimal) -> BeyondRange | None:
    """What is wrong with a figure that a node's rule reads, with the mend; None where it lies within, or no range is fixed.

    A rule that caps its figures asks for none within.
    """
    if not isinstance(node.rule, MinMax) or not isinstance(node.rule.range, FixedRange) or node.rule.capped:
        return None
    low, high = node.rule.range.low, node.rule.range.high
    edge = _EDGE * (high - low)
    if low - edge <= value <= high + edge:
        return None
    meant = value / _HUNDRED
    is_percent = value > 1 >= high and low - edge <= meant <= high + edge
    fix = f"nếu là phần trăm thì ghi {_written(meant)}" if is_percent else "kiểm tra lại số"
    what = f"{_written(value)} nằm ngoài khoảng {_written(low)} đến {_written(high)} của mục {node.code}"
    return BeyondRange(what, fix, is_percent)


def _written(value: Decimal) -> str:
    return f"{value.normalize():f}"
