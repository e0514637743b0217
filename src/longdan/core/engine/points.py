"""What one rule gives for given figures, in Decimals: each rule of the catalogue's closed list read to the letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.bounds import holds
from longdan.core.catalogue.indices.model import Missing, Node
from longdan.core.engine.writing import number

Figures = Mapping[str, Decimal]
NONE, ALL, FULL = Decimal(0), Decimal(1), Decimal(100)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why figures cannot be what a rule asks for."""

    words: str


Points = Decimal | Refusal
Survey = rules.WeightedOptions | rules.ShareOfSatisfied | rules.MeanRescaled
_WITHOUT_MOST = rules.Levels | rules.Bands | rules.Reverse | rules.Affine | rules.Published | rules.Penalty  # need no most points


def unknown(node: Node) -> str:
    """What is not known of a node's own rule and would have to be made up; empty where nothing is, or where marks come in."""
    if isinstance(node.rule, rules.Published):
        return ""
    if isinstance(node.rule, rules.Unknown) or Missing.RULE in node.unknown:
        return "quy tắc chấm mục này chưa rõ"
    if isinstance(node.rule, rules.DerivedFromIndex) and node.rule.out_of is None:
        return f"chưa rõ cách đổi kết quả {node.rule.index} thành điểm"
    if node.most is None and not isinstance(node.rule, _WITHOUT_MOST | rules.Aggregate):
        return "chưa rõ điểm tối đa của mục này"
    return ""


def points(  # noqa: C901 - one case a rule, and mypy proves that none is left out
    node: Node, figures: Figures, least_answers: int = 0, bounds: rules.FixedRange | None = None
) -> Points:
    """Points of a node whose rule reads figures, all of which are given by their codes.

    ``bounds`` is the range of MinMax, found by the caller where it is an observed one; ``least_answers`` how many answers a
    survey must have. ``unknown`` has found nothing; aggregates are not scored here.
    """
    rule, most, least = node.rule, node.most or NONE, node.least or NONE
    match rule:
        case rules.YesNo():
            return _yes_no(figures[rule.of], most)
        case rules.Levels():
            return _level(rule, figures[rule.of])
        case rules.Bands():
            return _band(rule, percent(rule, figures))
        case rules.Proportion():
            return _proportion(rule, percent(rule, figures), most)
        case rules.DeadlineMet():
            return _deadline(rule, figures[rule.of], most)
        case rules.WeightedOptions() | rules.ShareOfSatisfied() | rules.MeanRescaled():
            return _survey(rule, figures, most, least_answers)
        case rules.MinMax():
            return _min_max(rule, figures[rule.of], least, most, bounds)
        case rules.Reverse():
            return _within(rule.low + rule.high - figures[rule.of], node)
        case rules.Affine():
            return rule.intercept + sum((slope * figures[code] for code, slope in rule.terms), NONE)
        case rules.DerivedFromIndex():
            return _derived(rule, figures[f"{rule.index}/{rule.node}"], most)
        case rules.Bonus():
            return _counted(figures[rule.of]) or min(rule.each * figures[rule.of], most)
        case rules.Penalty():
            return _counted(figures[rule.of]) or max(NONE - rule.each * figures[rule.of], least)
        case rules.Published():
            return _within(figures[rule.of], node)
        case rules.Sum() | rules.WeightedSum() | rules.Mean() | rules.Unknown():
            raise TypeError(f"{node.code} is not scored from figures")
        case _:
            assert_never(rule)


def percent(rule: rules.Bands | rules.Proportion, figures: Figures) -> Points:
    """The figure itself, or with ``to`` 100 × of / to."""
    if rule.to is None:
        return figures[rule.of]
    if figures[rule.to] <= NONE:
        return Refusal(f"mẫu số “{rule.to}” phải lớn hơn 0, số liệu ghi {number(figures[rule.to])}")
    return FULL * figures[rule.of] / figures[rule.to]


def _yes_no(figure: Decimal, most: Decimal) -> Points:
    if figure not in (NONE, ALL):
        return Refusal(f"cần 1 (có) hoặc 0 (không), số liệu ghi {number(figure)}")
    return most * figure


def _level(rule: rules.Levels, figure: Decimal) -> Points:
    if figure != figure.to_integral_value() or not 1 <= figure <= len(rule.points):
        return Refusal(f"cần số thứ tự của mức, từ 1 đến {len(rule.points)}; số liệu ghi {number(figure)}")
    return rule.points[int(figure) - 1].points


def _band(rule: rules.Bands, figure: Points) -> Points:
    if isinstance(figure, Refusal):
        return figure
    held = next((band.points for band in rule.points if holds(band, figure)), None)
    return Refusal(f"{number(figure)} không thuộc khoảng điểm nào") if held is None else held


def _proportion(rule: rules.Proportion, share: Points, most: Decimal) -> Points:
    if isinstance(share, Refusal):
        return share
    if share < NONE:
        return Refusal(f"tỷ lệ không thể âm, số liệu cho {number(share)} %")
    if share < rule.none_below:
        return NONE
    return most if share >= rule.full_from else most * share / rule.full_from


def _deadline(rule: rules.DeadlineMet, days_late: Decimal, most: Decimal) -> Decimal:
    if days_late <= NONE:
        return most
    return next((step.points for step in rule.late if days_late <= step.days), NONE)


def _survey(rule: Survey, figures: Figures, most: Decimal, least_answers: int) -> Points:
    weights, full = answer_weights(rule)
    everybody = sum((figures[code] for code in weights), NONE)
    if any(figures[code] < NONE for code in weights):
        return Refusal("số câu trả lời không thể âm")
    if everybody < max(least_answers, 1):
        return Refusal(f"chỉ có {number(everybody)} câu trả lời, cần ít nhất {max(least_answers, 1)}")
    return most * sum((weight * figures[code] for code, weight in weights.items()), NONE) / (full * everybody)


def answer_weights(rule: Survey) -> tuple[Mapping[str, Decimal], Decimal]:
    """What each kind of answer counts for, by the input that counts such answers; the weight that earns all points."""
    match rule:
        case rules.WeightedOptions(options=options):
            return dict(options), FULL
        case rules.ShareOfSatisfied(satisfied=satisfied, answers=answers):
            return {code: ALL if code in satisfied else NONE for code in answers}, ALL
        case rules.MeanRescaled(answers=answers, lowest=lowest):
            return {code: level - lowest for level, code in enumerate(answers, start=1)}, len(answers) - lowest
        case _:
            assert_never(rule)


def _min_max(rule: rules.MinMax, figure: Decimal, least: Decimal, most: Decimal, bounds: rules.FixedRange | None) -> Points:
    if bounds is None or bounds.low >= bounds.high:
        return Refusal("khoảng quan sát cần số liệu khác nhau của ít nhất hai đơn vị")
    low, high = bounds.low, bounds.high
    taken = min(max(figure, low), high) if rule.capped else figure
    above = high - taken if rule.reversed else taken - low
    return least + (most - least) * above / (high - low)


def _derived(rule: rules.DerivedFromIndex, figure: Decimal, most: Decimal) -> Points:
    assert rule.out_of is not None  # else it is not known
    if not NONE <= figure <= rule.out_of:
        return Refusal(f"kết quả {rule.index} phải từ 0 đến {number(rule.out_of)}, số liệu ghi {number(figure)}")
    return most * figure / rule.out_of


def _counted(figure: Decimal) -> Refusal | None:
    return Refusal(f"số lần không thể âm, số liệu ghi {number(figure)}") if figure < NONE else None


def _within(value: Decimal, node: Node) -> Points:
    return outside(value, node) or value


def outside(value: Decimal, node: Node) -> Refusal | None:
    """Why a value cannot be the mark of a node: it lies beyond the node's least or most points."""
    if node.least is not None and value < node.least:
        return Refusal(f"{number(value)} thấp hơn mức thấp nhất của mục này ({number(node.least)})")
    if node.most is not None and value > node.most:
        return Refusal(f"{number(value)} cao hơn điểm tối đa của mục này ({number(node.most)})")
    return None
