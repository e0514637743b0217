"""Scores one unit in one period by one edition of an index: a mark for every node, each with its because."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from longdan.core.catalogue.indices.model import Index, Missing, Node, Scored
from longdan.core.catalogue.indices.rules import Aggregate, FixedRange, MinMax, Sum, WeightedSum
from longdan.core.engine.aggregates import NONE, Taken, leaving, together
from longdan.core.engine.asking import Asked, bounds, figure, figure_of_fact, figure_of_mark
from longdan.core.engine.breaks import years_seen
from longdan.core.engine.figures import OFFICIAL, Facts
from longdan.core.engine.marks import Because, Figure, Gap, GapKind, Mark, Origin, Scorecard
from longdan.core.engine.points import Refusal, outside, points, unknown
from longdan.core.engine.structure import Part, structure
from longdan.core.engine.wording import in_words
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import Period

EXACT = Context(prec=34)
NO_OTHERS: Mapping[str, Scorecard] = {}


def score(
    index: Index,
    facts: Facts,
    unit: str,
    period: Period,
    *,
    kinds: tuple[FactKind, ...] = OFFICIAL,
    others: Mapping[str, Scorecard] = NO_OTHERS,
) -> Scorecard:
    """The marks of a unit in a period by the rules of an edition, in points at full precision.

    ``facts`` holds the figures of all units where a rule looks at the field (observed ranges). ``kinds`` says which kinds of
    figures count, the first that there is comes first; each mark tells which were used. ``others`` are scorecards of the same
    unit and period by other indices, by the name of the index: what is derived from another index is taken from the facts
    ("index/node"), else from these. A node whose figures are not all there takes the mark that the facts state for it, if any.
    """
    asked = Asked(index, structure(index), facts, unit, period, kinds, others)
    marks: dict[str, Mark] = {}
    with localcontext(EXACT):
        for node in asked.structure.order:
            marks[node.code] = _mark(asked, node, marks)
    return Scorecard(index.index, index.edition, unit, period, kinds, {node.code: marks[node.code] for node in index.nodes})


@dataclass(frozen=True, slots=True)
class Outcome:
    """Points or a gap, the figures that they come from, the points that left the denominator."""

    value: Decimal | Gap
    figures: tuple[Figure, ...] = ()
    left: Decimal = NONE


def _mark(asked: Asked, node: Node, marks: Mapping[str, Mark]) -> Mark:
    parts = asked.structure.parts[node.code]
    stated = asked.facts.all(node.code, asked.unit, asked.period) if node.code not in node.needs else ()
    outcome, origin = _outcome(asked, node, parts, marks), Origin.COMPUTED
    if stated and _open(outcome) and (fact := asked.facts.chosen(node.code, asked.unit, asked.period, asked.kinds)):
        outcome, origin = _as_stated(fact, node), Origin.STATED
    value, gap = (None, outcome.value) if isinstance(outcome.value, Gap) else (outcome.value, None)
    because = Because(origin, outcome.figures, in_words(node, parts) + _cut(asked, node), node.source)
    kinds = frozenset[FactKind]().union(*(one.kinds for one in outcome.figures))
    return Mark(node.code, value, gap, node.most, outcome.left, because, kinds, stated)


def _cut(asked: Asked, node: Node) -> str:
    """What is to be said where a break of the series leaves fewer years to a range than its rule looks at."""
    if not isinstance(node.rule, MinMax) or isinstance(node.rule.range, FixedRange):
        return ""
    _, broken = years_seen(asked.index, node.code, node.rule.range, asked.period.year)
    return f"; chuỗi đứt ở năm {broken.year} nên chỉ lấy số liệu từ năm {broken.year} ({broken.why.vi})" if broken else ""


def _open(outcome: Outcome) -> bool:
    return isinstance(outcome.value, Gap) and outcome.value.kind is not GapKind.NOT_APPLICABLE


def _as_stated(fact: Fact, node: Node) -> Outcome:
    refused = outside(fact.value, node)
    value = Gap(GapKind.REFUSED, refused.words, (node.code,)) if refused else fact.value
    return Outcome(value, (figure_of_fact(fact),))


def _outcome(asked: Asked, node: Node, parts: Sequence[Part], marks: Mapping[str, Mark]) -> Outcome:
    if gap := _excluded(asked, node):
        return Outcome(gap, left=leaving(node) if gap.kind is GapKind.NOT_APPLICABLE else NONE)
    if words := not_known(node, parts):
        return Outcome(Gap(GapKind.UNKNOWN, words, (node.code,)))
    if isinstance(node.rule, Aggregate):
        return _from_parts(asked, node, node.rule, parts, marks)
    return _from_figures(asked, node, marks)


def _excluded(asked: Asked, node: Node) -> Gap | None:
    """The gap of a node that was declared not to concern the unit, itself or with one above it; else None."""
    for code in asked.structure.above[node.code]:
        if (code, asked.unit, asked.period) in asked.facts.not_applicable:
            if asked.structure.nodes[code].not_applicable_allowed:
                return Gap(GapKind.NOT_APPLICABLE, "không áp dụng với đơn vị này", (code,))
            return Gap(GapKind.REFUSED, f"khai không áp dụng ở mục {code}, nhưng bộ chỉ số không cho phép", (code,))
    return None


def not_known(node: Node, parts: Sequence[Part]) -> str:
    """What is not known of a node or of its parts and would have to be made up; empty where nothing is."""
    if Missing.CHILDREN in node.unknown and isinstance(node.rule, Aggregate):
        return "chưa rõ đủ các mục con"
    if isinstance(node.rule, WeightedSum) and any(Missing.WEIGHT in part.unknown for part, _ in parts):
        return "chưa rõ trọng số của các mục con"
    return unknown(node)


def _from_figures(asked: Asked, node: Node, marks: Mapping[str, Mark]) -> Outcome:
    read = [figure(asked, node, code, marks) for code in node.needs]
    if gaps := [one for one in read if isinstance(one, Gap)]:
        return Outcome(_gathered(node, gaps))
    figures = tuple(one for one in read if isinstance(one, Figure))
    limits, field = bounds(asked, node, node.rule) if isinstance(node.rule, MinMax) else (None, ())
    got = points(node, {one.code: one.value for one in figures}, asked.index.least_answers or 0, limits)
    return Outcome(Gap(GapKind.REFUSED, got.words, (node.code,)) if isinstance(got, Refusal) else got, (*figures, *field))


def _from_parts(asked: Asked, node: Node, rule: Aggregate, parts: Sequence[Part], marks: Mapping[str, Mark]) -> Outcome:
    absent = [(part, weight) for part, weight in parts if _leaves(marks[part.code])]
    present = [(part, weight) for part, weight in parts if not _leaves(marks[part.code])]
    if not present:
        return _nothing_left(node, absent)
    counted = [(marks[part.code], weight) for part, weight in present if part.scored is not Scored.ZERO]
    read = [figure_of_mark(asked, mark, weight, raised=not isinstance(rule, Sum)) for mark, weight in counted]
    if gaps := [one for one in read if isinstance(one, Gap)]:
        return Outcome(_gathered(node, gaps))
    value, left = together(node, rule, [_taken(part, weight, marks[part.code]) for part, weight in present], absent)
    return Outcome(value, tuple(one for one in read if isinstance(one, Figure)), left)


def _leaves(mark: Mark) -> bool:
    return mark.gap is not None and mark.gap.kind is GapKind.NOT_APPLICABLE


def _taken(part: Node, weight: Decimal, mark: Mark) -> Taken:
    if part.scored is Scored.ZERO:
        return Taken(NONE, NONE, NONE, weight)
    value = mark.value or NONE
    return Taken(value, value if mark.only_extra else mark.result or NONE, mark.left, weight, not mark.only_extra)


def _nothing_left(node: Node, absent: Sequence[Part]) -> Outcome:
    if not absent:
        return Outcome(Gap(GapKind.UNKNOWN, "chưa rõ các mục con", (node.code,)))
    codes = tuple(part.code for part, _ in absent)
    return Outcome(Gap(GapKind.NOT_APPLICABLE, "không mục con nào áp dụng với đơn vị này", codes), left=leaving(node))


def _gathered(node: Node, gaps: Sequence[Gap]) -> Gap:
    """One gap for the gaps of all that a rule reads: figures of its own that are missing, or parts without a mark."""
    nodes = tuple(dict.fromkeys(code for gap in gaps for code in gap.nodes))
    missing = tuple(dict.fromkeys(code for gap in gaps for code in gap.missing))
    if all(gap.kind is GapKind.MISSING for gap in gaps) and nodes == (node.code,):
        return Gap(GapKind.MISSING, f"chưa có số liệu: {', '.join(missing)}", nodes, missing)
    return Gap(GapKind.INCOMPLETE, f"chưa có điểm của mục: {', '.join(nodes)}", nodes, missing)
