"""The change between two scorecards of a unit, by the nodes below a mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from longdan.core.catalogue.indices.model import TOTAL, Index
from longdan.core.engine.breaks import breaks_of, broken_parts
from longdan.core.engine.decomposing.additive import Decomposition, Part, decompose
from longdan.core.engine.marks import Scorecard
from longdan.core.engine.structure import structure
from longdan.core.engine.worth import concerning

EXACT = Context(prec=34)


@dataclass(frozen=True, slots=True)
class Causes:
    """The parts, and the ``rest`` that is no part's doing: constants of rules, ceilings, points that left the denominator.

    ``broken``: the parts whose series, or that of something below them, breaks between the two years.
    """

    node: str
    change: Decimal
    parts: Decomposition
    rest: Decimal
    broken: frozenset[str] = frozenset()


def causes(before: tuple[Index, Scorecard], after: tuple[Index, Scorecard], node: str = TOTAL) -> Causes | None:
    """Why a node's mark changed from one scorecard to another, by the nodes right below it; None where a mark is missing.

    The two may be of different editions: a part then goes by its code in the later one, by way of the successions that the
    edition declares. What it succeeded more or less than one row in is not paired, but comes and leaves.
    """
    first, last = _parts(*before, node), _parts(*after, node)
    was, is_now = before[1].marks[node].value, after[1].marks[node].value
    if first is None or last is None or was is None or is_now is None:
        return None
    with localcontext(EXACT):
        parts = decompose(_renamed(first, before[0], after[0]), last)
        return Causes(node, is_now - was, parts, is_now - was - parts.change, _broken(before[1], *after, parts))


def _broken(before: Scorecard, index: Index, after: Scorecard, parts: Decomposition) -> frozenset[str]:
    plan, first, last = structure(index), before.period.year, after.period.year
    known = [one.code for one in parts.moved if one.code in plan.nodes]
    broken = (code for code in known if breaks_of(index, code, first, last) or broken_parts(index, plan, code, first, last))
    return frozenset(broken)


def _parts(index: Index, card: Scorecard, node: str) -> dict[str, Part] | None:
    """The parts that concern the unit, each with its factor; None where one of them has no mark."""
    plan = structure(index)
    factors = {code: factor for code, factor in concerning(index, plan, plan.nodes[node], card) if code in plan.nodes}
    known = {code: (factor, mark) for code, factor in factors.items() if (mark := card.marks[code].value) is not None}
    return known if factors and len(known) == len(factors) else None


def _renamed(parts: Mapping[str, Part], earlier: Index, later: Index) -> dict[str, Part]:
    """The parts of an earlier edition under the codes that they have in the later one."""
    new_codes = {} if earlier.edition == later.edition else _successors(later)
    return {new_codes.get(code, code): part for code, part in parts.items()}


def _successors(later: Index) -> dict[str, str]:
    """The new code of each old one that exactly one node succeeds, alone; the others keep a code that no new one has."""
    same = later.succeeds is not None and later.succeeds.same_codes
    alone: dict[str, list[str]] = {}
    for node in later.nodes:
        old = node.succeeds if node.succeeds is not None else ((node.code,) if same else ())
        if len(old) == 1:
            alone.setdefault(old[0], []).append(node.code)
    taken = {old: new[0] for old, new in alone.items() if len(new) == 1}
    return taken | {node.code: f"{node.code} (cũ)" for node in later.nodes if node.code not in taken}
