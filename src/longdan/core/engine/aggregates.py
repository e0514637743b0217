"""How marks of nodes are put together to the mark of another: sums, weighted sums, means, without what does not apply."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from longdan.core.catalogue.indices.model import Node, Scored
from longdan.core.catalogue.indices.rules import Aggregate, Bonus, Mean, Penalty, Sum, WeightedSum

NONE, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Taken:
    """A part that concerns the unit: its points, its points as if all of it did, what left its denominator, its weight.

    Not ``based``: nothing of it stands in a denominator any more, extra points are all that it has.
    """

    value: Decimal
    result: Decimal
    left: Decimal
    weight: Decimal
    based: bool = True


def together(
    node: Node, rule: Aggregate, taken: Sequence[Taken], absent: Sequence[tuple[Node, Decimal]]
) -> tuple[Decimal, Decimal]:
    """The points of a node, with the points that left its denominator.

    ``taken`` holds at least one part; ``absent`` the parts that do not concern the unit, with their weights. In a sum the points
    of what is absent leave the denominator; a weighted sum or a mean is taken over the parts that remain, to which the extra
    points of parts that have nothing else are added.
    """
    based = [part for part in taken if part.based]
    match rule:
        case Sum(capped=capped):
            left = sum((part.left for part in taken), sum((leaving(part) for part, _ in absent), NONE))
            value = sum((part.value for part in taken), NONE)
            return (min(value, node.most - left) if capped and node.most is not None else value), left
        case WeightedSum(times=times):
            value = times * sum((part.weight * part.result for part in taken), NONE)
            return value * _raised(taken, absent), NONE if based else leaving(node)
        case Mean(times=times):
            value = times * sum((part.result for part in taken), NONE)
            return value / (len(based) or len(taken) + len(absent)), NONE if based else leaving(node)
        case _:
            assert_never(rule)


def leaving(node: Node) -> Decimal:
    """The points that leave the denominator with a node: those of extra and of uncounted nodes never stood in it."""
    extra = isinstance(node.rule, Bonus | Penalty) or node.scored is not Scored.SCORED
    return NONE if extra or node.most is None else node.most


def _raised(taken: Sequence[Taken], absent: Sequence[tuple[Node, Decimal]]) -> Decimal:
    """By how much the weights of the parts that remain grow, so that all weights together stay what they were."""
    whole = sum((part.weight for part in taken), sum((weight for _, weight in absent), NONE))
    remaining = sum((part.weight for part in taken if part.based), NONE)
    return whole / remaining if remaining and remaining != whole else ONE
