"""Which criteria cost a unit most points of its total."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import TOTAL, Index, Node
from longdan.core.engine.marks import Scorecard
from longdan.core.engine.structure import Structure, structure
from longdan.core.engine.worth import concerning, worth


@dataclass(frozen=True, slots=True)
class Lost:
    """A criterion with the points of the total that are missing for its most points."""

    node: Node
    points: Decimal


def lost(index: Index, card: Scorecard, total: str = TOTAL) -> tuple[Lost, ...]:
    """What is lost on each criterion, the greatest first, as far down as marks go; what has no most points says nothing."""
    plan, worths = structure(index), worth(index, total, card)
    found = (Lost(node, _missing(node, card) * worths[node.code]) for node in _lowest(index, plan, plan.nodes[total], card))
    return tuple(sorted((one for one in found if one.points > 0), key=lambda one: -one.points))


def _lowest(index: Index, plan: Structure, node: Node, card: Scorecard) -> Iterator[Node]:
    """The nodes below that have marks, whose own parts do not all have them."""
    parts = [plan.nodes[code] for code, _ in concerning(index, plan, node, card) if plan.parts[node.code] and code in plan.nodes]
    if not parts or any(card.marks[part.code].value is None for part in parts):
        yield node
        return
    for part in parts:
        yield from _lowest(index, plan, part, card)


def _missing(node: Node, card: Scorecard) -> Decimal:
    mark = card.marks[node.code]
    return Decimal(0) if node.most is None or mark.value is None else node.most - mark.left - mark.value
