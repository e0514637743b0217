"""What one point of a node, or one unit of a figure, is worth in the marks above, where the rules are linear."""

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext

from longdan.core.catalogue.indices.model import TOTAL, Index, Node, Scored
from longdan.core.catalogue.indices.rules import Affine, FixedRange, Mean, MinMax, Published, Reverse, Sum, WeightedSum
from longdan.core.engine.structure import Structure, structure

Terms = tuple[tuple[str, Decimal], ...]  # codes of nodes or figures, each with what it is multiplied by
ONE = Decimal(1)
EXACT = Context(prec=34)


def terms(index: Index, plan: Structure, node: Node) -> Terms | None:
    """The parts or figures that a mark adds up, each with its factor; None where the rule is not linear in them.

    Caps, and parts that do not concern a unit, are left aside. A range observed among the units is no linear rule, since others
    move it. Parts that are counted as zero are not among the terms.
    """
    match node.rule:
        case Sum():
            return _parts(plan, node, ONE)
        case WeightedSum(times=times):
            return _parts(plan, node, times)
        case Mean(times=times):
            return _parts(plan, node, times / max(len(index.parts(node.code)), 1))
        case Affine(terms=given):
            return given
        case Published(of=of):
            return ((of, ONE),)
        case Reverse(of=of):
            return ((of, -ONE),)
        case MinMax(of=of, range=FixedRange(low, high), reversed=turned) if node.most is not None and node.least is not None:
            slope = (node.most - node.least) / (high - low)
            return ((of, -slope if turned else slope),)
        case _:
            return None


def worth(index: Index, code: str = TOTAL) -> Mapping[str, Decimal]:
    """What one point of each node below ``code`` adds to its mark, over all ways up; nodes that add nothing are not there."""
    plan = structure(index)
    found = {code: ONE}
    with localcontext(EXACT):
        for node in reversed(plan.order):
            if node.code not in found or not plan.parts[node.code]:
                continue
            for part, factor in terms(index, plan, node) or ():
                if part in plan.nodes:
                    found[part] = found.get(part, Decimal(0)) + found[node.code] * factor
    return found


def _parts(plan: Structure, node: Node, times: Decimal) -> Terms:
    with localcontext(EXACT):
        return tuple((part.code, times * weight) for part, weight in plan.parts[node.code] if part.scored is not Scored.ZERO)
