"""What one point of a node, or one unit of a figure, is worth in the marks above, where the rules are linear."""

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext

from longdan.core.catalogue.indices.model import TOTAL, Index, Node, Scored
from longdan.core.catalogue.indices.rules import Affine, FixedRange, Mean, MinMax, Published, Reverse, Sum, WeightedSum
from longdan.core.engine.marks import GapKind, Mark, Scorecard
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


def worth(index: Index, code: str = TOTAL, card: Scorecard | None = None) -> Mapping[str, Decimal]:
    """What one point of each node below ``code`` adds to its mark, over all ways up; nodes that add nothing are not there.

    With a scorecard, to the result of a unit that some criteria do not concern, as the points of the others then count for more.
    """
    plan = structure(index)
    found = {code: ONE if card is None else _raised(card.marks[code])}
    with localcontext(EXACT):
        for node in reversed(plan.order):
            if node.code not in found or not plan.parts[node.code]:
                continue
            for part, factor in concerning(index, plan, node, card):
                if part in plan.nodes:
                    found[part] = found.get(part, Decimal(0)) + found[node.code] * factor
    return found


def concerning(index: Index, plan: Structure, node: Node, card: Scorecard | None) -> Terms:
    """The terms of a mark that concern the unit, taken as they are where the others have left.

    As when a mark is put together, parts with nothing but extra points do not share the weight of those that left.
    """
    every = terms(index, plan, node) or ()
    if card is None or not isinstance(node.rule, WeightedSum | Mean):
        return tuple(one for one in every if card is None or one[0] not in card.marks or not _left(card.marks[one[0]]))
    staying = [
        (part, weight)
        for part, weight in plan.parts[node.code]
        if not _left(card.marks[part.code]) and not card.marks[part.code].only_extra
    ]
    whole, rest = (sum((weight for _, weight in parts), Decimal(0)) for parts in (plan.parts[node.code], staying))
    grown = whole / rest if rest else ONE
    return tuple((part, factor * grown * _raised(card.marks[part])) for part, factor in every if not _left(card.marks[part]))


def _left(mark: Mark) -> bool:
    return mark.gap is not None and mark.gap.kind is GapKind.NOT_APPLICABLE


def _raised(mark: Mark) -> Decimal:
    """How much more each point counts in a mark's result, as points left the denominator."""
    return mark.most / (mark.most - mark.left) if mark.most is not None and mark.left and mark.most != mark.left else ONE


def _parts(plan: Structure, node: Node, times: Decimal) -> Terms:
    with localcontext(EXACT):
        return tuple((part.code, times * weight) for part, weight in plan.parts[node.code] if part.scored is not Scored.ZERO)
