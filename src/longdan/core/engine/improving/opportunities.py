"""Finds what a unit can still gain on each criterion of an index, from its scorecard, with people's effort and reach."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.model import TOTAL, Index, Node
from longdan.core.engine.improving.model import NOTHING, Cap, Opportunity, Option, Stretch
from longdan.core.engine.improving.rises import figure_words, rises
from longdan.core.engine.marks import GapKind, Mark, Origin, Scorecard
from longdan.core.engine.points import Refusal, percent
from longdan.core.engine.structure import structure
from longdan.core.engine.worth import worth
from longdan.core.engine.writing import number


@dataclass(frozen=True, slots=True)
class Means:
    """What raising a criterion takes: ``start`` once, then ``per_point`` for each point of the criterion.

    ``reach`` is the highest mark of the criterion that people hold possible in the time; None: the most points.
    """

    per_point: Decimal = Decimal(1)
    start: Decimal = NOTHING
    reach: Decimal | None = None


USUAL = Means()


def opportunities(
    index: Index, card: Scorecard, means: Mapping[str, Means], usual: Means = USUAL, total: str = TOTAL
) -> tuple[Opportunity, ...]:
    """The criteria that add to the total, in the edition's order, gains in points of the total; ``usual`` where no means are set.

    Gains are of the total's result, and hold while the figures of other units stay as they are. Criteria that do not concern the
    unit, have no mark, no rule or no room are there without options, and say why.
    """
    worths, usually = worth(index, total, card), worth(index, total)
    offered = [node for node in _offered(index, card, total) if usually.get(node.code, NOTHING) > 0]
    found = tuple(
        _opportunity(node, card.marks[node.code], worths.get(node.code, NOTHING), means.get(node.code, usual)) for node in offered
    )
    return _with_neighbours(found, {node.code: frozenset(rules.figures_of(node.rule)) for node in offered})


def _with_neighbours(found: tuple[Opportunity, ...], figures: Mapping[str, frozenset[str]]) -> tuple[Opportunity, ...]:
    """The criteria that can be raised, each with the others of them that read some of the same figures."""
    open_ = [one.code for one in found if one.options]
    shared = {code: tuple(other for other in open_ if other != code and figures[code] & figures[other]) for code in open_}
    return tuple(replace(one, together=shared.get(one.code, ())) for one in found)


def _offered(index: Index, card: Scorecard, total: str) -> list[Node]:
    """The leaves; for a node whose mark was given without figures for the leaves below, that node instead of them."""
    plan, leaves = structure(index), {node.code for node in index.leaves() if not _puts_together(index, node)}
    given = {code for code, mark in card.marks.items() if code != total and mark.value is not None and _is_stated(mark)}
    tops = {code for code in given if not given & set(plan.above[code][1:])}
    return [node for node in index.nodes if node.code in tops or (node.code in leaves and not tops & set(plan.above[node.code]))]


def _is_stated(mark: Mark) -> bool:
    return mark.because.origin is Origin.STATED


def caps(index: Index, card: Scorecard, total: str = TOTAL) -> tuple[Cap, ...]:
    """The ceilings of sums that are capped, each over the criteria whose nearest ceiling it is, and into the next above."""
    worths, plan = worth(index, total, card), structure(index)
    ceilings = [node for node in index.nodes if node.code in worths and _is_ceiling(node)]
    nearest: dict[str, set[str]] = {node.code: set() for node in ceilings}
    for node in index.nodes:
        over = next((code for code in plan.above[node.code] if code in nearest), None)
        if over is not None:
            nearest[over].add(node.code)
    into = {node.code: next((code for code in plan.above[node.code][1:] if code in nearest), None) for node in ceilings}
    return tuple(replace(_cap(node, card, worths[node.code], nearest[node.code]), into=into[node.code]) for node in ceilings)


def _is_ceiling(node: Node) -> bool:
    return isinstance(node.rule, rules.Sum) and node.rule.capped and node.most is not None


def _cap(node: Node, card: Scorecard, worths: Decimal, codes: Iterable[str]) -> Cap:
    mark = card.marks[node.code]
    room = ((node.most or NOTHING) - mark.left - (mark.value or NOTHING)) * worths
    return Cap(frozenset(codes), room, f"“{node.title.vi}” tối đa {number(node.most or NOTHING)} điểm", node.code)


def _puts_together(index: Index, node: Node) -> bool:
    """Whether a rule that is no aggregate reads other nodes, whose own criteria are then the ones to raise."""
    nodes = index.by_code()
    return isinstance(node.rule, rules.Affine) and any(code in nodes and code != node.code for code, _ in node.rule.terms)


def _opportunity(node: Node, mark: Mark, worths: Decimal, means: Means) -> Opportunity:
    if closed := _closed(node, mark, means):
        return Opportunity(node.code, node.title.vi, (), closed)
    assert mark.value is not None
    options = _whole(node, mark, worths, means) or [_smooth(node, mark, worths, means)]
    return Opportunity(node.code, node.title.vi, tuple(options))


def _closed(node: Node, mark: Mark, means: Means) -> str:
    top, reach = _top(node), means.reach
    if mark.value is None:
        not_here = mark.gap is not None and mark.gap.kind is GapKind.NOT_APPLICABLE
        return "không áp dụng với đơn vị này" if not_here else "chưa có điểm hiện tại nên chưa tính được phần thêm"
    if reach is None and (top is None or isinstance(node.rule, rules.Unknown)):
        return "chưa rõ điểm tối đa hoặc quy tắc chấm; đặt tầm với nếu biết mục này còn tăng được"
    if top is not None and mark.value >= top:
        return "đã đạt điểm tối đa"
    if reach is not None and mark.value >= reach:
        return f"tầm với đặt ở {number(reach, 4)} điểm, hiện đã {number(mark.value, 4)} điểm"
    floor, _ = _floor(node, mark)
    if floor is not None and _end(node, means) < floor:
        return f"tầm với thấp hơn {number(floor, 4)} điểm, mức bắt đầu có điểm"
    steps = list(rises(node))
    if steps and not any(mark.value < rise.mark <= _end(node, means) for rise in steps):
        return f"mức kế tiếp cao hơn tầm với {number(_end(node, means), 4)} điểm"
    return ""


def _top(node: Node) -> Decimal | None:
    return NOTHING if isinstance(node.rule, rules.Penalty) else node.most


def _end(node: Node, means: Means) -> Decimal:
    """How high the criterion can be raised: its most points, no more than the reach."""
    ends = [end for end in (_top(node), means.reach) if end is not None]
    return min(ends)


def _whole(node: Node, mark: Mark, worths: Decimal, means: Means) -> list[Option]:
    """An option for each step above the mark and within reach, the lowest first."""
    now, end = mark.value or NOTHING, _end(node, means)
    steps = sorted((rise for rise in rises(node) if now < rise.mark <= end), key=lambda rise: rise.mark)
    return [Option(rise.words, (rise.mark - now) * worths, means.start + (rise.mark - now) * means.per_point) for rise in steps]


def _smooth(node: Node, mark: Mark, worths: Decimal, means: Means) -> Option:
    """Any mark up to the end; where a proportion lies under its floor, the floor first."""
    now, end = mark.value or NOTHING, _end(node, means)
    floor, below = _floor(node, mark)
    start = now if floor is None else floor
    words, figures = figure_words(node, start, end)
    further = Stretch((end - start) * worths, (end - start) * means.per_point, words, *figures)
    to_floor = "" if floor is None else words.format(number(figures[0], 4))
    return Option(to_floor, (start - now) * worths, means.start + below * means.per_point, further)


def _floor(node: Node, mark: Mark) -> tuple[Decimal | None, Decimal]:
    """The mark at a proportion's floor where the figures lie below it; how many points they would have to climb up to it."""
    rule = node.rule
    if not isinstance(rule, rules.Proportion) or not rule.none_below or mark.value or node.most is None:
        return None, NOTHING
    figures = {figure.code: figure.value for figure in mark.because.figures}
    share = percent(rule, figures) if {rule.of, rule.to} - {None} <= figures.keys() else NOTHING
    share = NOTHING if isinstance(share, Refusal) else share
    a_percent = node.most / rule.full_from
    return rule.none_below * a_percent, (rule.none_below - share) * a_percent
