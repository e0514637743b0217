"""Proposes which criteria a unit should raise, from its figures: its scorecard, the means, the goal, the best choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import TypeAlias, assert_never

from longdan.core.catalogue.indices.model import TOTAL, Index, Node
from longdan.core.engine.breaks import breaks_of, broken_parts
from longdan.core.engine.bulk.scoring import Scores, score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.comparing.places import Marks
from longdan.core.engine.figures import EVER, OFFICIAL, Facts, same_days
from longdan.core.engine.improving.asking import Unreachable, improve
from longdan.core.engine.improving.goals import for_group, for_place
from longdan.core.engine.improving.habits import means_from_history
from longdan.core.engine.improving.model import Improvement, ImprovementQuestion, LeastEffort, MostPoints
from longdan.core.engine.improving.opportunities import Means, caps, opportunities
from longdan.core.engine.marks import Scorecard
from longdan.core.engine.scoring import score
from longdan.core.engine.structure import structure
from longdan.core.engine.worth import worth
from longdan.core.facts import FactKind
from longdan.core.periods import Period
from longdan.core.problems import Problem, ProblemsFound, refuse

A_TYPICAL_YEAR = "Một công ở đây là sức nâng một mục thêm mức tăng thường thấy trong một năm, suy từ các năm trước"
A_POINT = "Một công ở đây là sức nâng một mục thêm một điểm, vì chưa ai đặt công và chưa có số liệu các năm trước"


@dataclass(frozen=True, slots=True)
class AimedPlace:
    """The goal of a place, 1 the best, while the other units keep their marks."""

    place: int


@dataclass(frozen=True, slots=True)
class AimedGroup:
    """The goal of a group by the rule of the year, while the other units keep their marks."""

    key: str


Aim: TypeAlias = MostPoints | LeastEffort | AimedPlace | AimedGroup


def propose(
    index: Index,
    facts: Facts,
    unit: str,
    period: Period,
    aim: Aim,
    means: Mapping[str, Means],
    *,
    kinds: tuple[FactKind, ...] = OFFICIAL,
) -> Improvement | Unreachable:
    """The best way from a unit's marks in a period to an aim; raises where the unit has no total yet, or the aim no rule.

    ``means`` are those that people set; the others come from how marks rose in the years before, where figures of enough units
    and years are there; criteria without history are then as hard as the others usually are. Without any history a point takes
    one unit of effort.
    """
    card = score(index, facts, unit, period, kinds=kinds)
    scores = score_all(index, tabulate(facts, kinds, units=[unit], periods=[period]))
    now = card.total.result
    if now is None:
        words = card.total.gap.words if card.total.gap else "chưa rõ điểm tối đa"
        raise refuse("improving.no-total", f"{unit}, {period}", words, "bổ sung số liệu cho các mục còn thiếu, hoặc cho sẵn điểm")
    goal = _goal(index, scores, card, now, aim)
    usual = _usual(index, card, scores)
    found = opportunities(index, card, {**usual, **means})
    effort_means = "" if means else A_TYPICAL_YEAR if usual else A_POINT
    return improve(ImprovementQuestion(now, found, goal, caps(index, card), effort_means=effort_means))


def _usual(index: Index, card: Scorecard, scores: Scores) -> dict[str, Means]:
    """Means from history, as far as it goes; the other criteria get what is usual among those, so that efforts compare."""
    codes = [one.code for one in opportunities(index, card, {})]
    now = {code: mark.value for code, mark in card.marks.items() if mark.value is not None}
    known = means_from_history(_history(index, codes, scores, card.period), now)
    worths, nodes = worth(index), index.by_code()
    rates = [means.per_point / worths[code] for code, means in known.items() if worths.get(code)]
    if not rates:
        return known
    usual, share = median(rates), median(_share(nodes[code], now[code], means) for code, means in known.items())
    rest = [code for code in codes if code not in known]
    return known | {code: _like_others(nodes[code], now.get(code), usual * worths[code], share) for code in rest}


def _share(node: Node, now: Decimal, means: Means) -> Decimal:
    """What part of the way to its most points is within reach."""
    room = (node.most or now) - now
    return (means.reach - now) / room if means.reach is not None and room > 0 else Decimal(0)


def _like_others(node: Node, now: Decimal | None, per_point: Decimal, share: Decimal) -> Means:
    reach = None if now is None or node.most is None or not share else now + (node.most - now) * share
    return Means(per_point, reach=reach)


def _goal(index: Index, scores: Scores, card: Scorecard, now: Decimal, aim: Aim) -> MostPoints | LeastEffort:
    others = {other: mark for other, mark in scores.by_unit(TOTAL, card.period).items() if other != card.unit}
    match aim:
        case MostPoints() | LeastEffort():
            return aim
        case AimedPlace(place):
            return for_place(others, place, now, index.display)
        case AimedGroup(key):
            return _goal_of_group(index, others, card, now, key)
        case _:
            assert_never(aim)


def _goal_of_group(index: Index, others: Marks, card: Scorecard, now: Decimal, key: str) -> LeastEffort:
    grouping = index.grouping(card.period.year)
    keys = [group.key for group in grouping.groups] if grouping else []
    if grouping is None or key not in keys:
        known = f"ghi một trong: {', '.join(keys)}" if keys else "đặt mục tiêu theo điểm hoặc theo hạng"
        raise refuse("improving.unknown-group", f"nhóm {key}, {card.period}", "bộ chỉ số không có nhóm này trong năm ấy", known)
    goal = for_group(others, card.unit, grouping, key, now, index.display)
    if isinstance(goal, Problem):
        raise ProblemsFound([goal])
    return goal


def _history(index: Index, codes: Sequence[str], scores: Scores, period: Period) -> Mapping[str, list[list[Decimal | None]]]:
    """The marks of every unit on these nodes, year by year since the series last broke; empty where there is only one year."""
    history, plan = {}, structure(index)
    for code in codes:
        broken = (*breaks_of(index, code, 0, period.year), *broken_parts(index, plan, code, 0, period.year))
        first = max((one.year for one in broken), default=0)
        periods = [one for one in scores.table.periods if one.year >= first and same_days(one, period, EVER)]
        years = [scores.by_unit(code, one) for one in periods]
        history[code] = [[marks[unit] for marks in years] for unit in scores.table.units] if len(years) > 1 else []
    return history
