"""The rules of the closed list in words, with the points of the node that bears them: what a mark's because says."""

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.bounds import band_words
from longdan.core.catalogue.indices.model import Node, Scored
from longdan.core.engine.structure import Part
from longdan.core.engine.writing import number


def in_words(node: Node, parts: Sequence[Part]) -> str:  # noqa: C901 - one case a rule, and mypy proves that none is left out
    """How a node is scored, for people: one or two sentences without codes of rules."""
    rule, most = node.rule, _points(node.most)
    match rule:
        case rules.YesNo():
            return f"có: {most}; không: 0 điểm"
        case rules.Levels(points=levels):
            return "; ".join(
                f"mức {place} “{level.title}”: {_points(level.points)}" for place, level in enumerate(levels, start=1)
            )
        case rules.Bands(points=bands):
            return f"{_share(rule)}: " + "; ".join(f"{band_words(band)}: {_points(band.points)}" for band in bands)
        case rules.Proportion():
            return _proportion(rule, most)
        case rules.DeadlineMet():
            steps = "".join(f"; chậm không quá {step.days} ngày: {_points(step.points)}" for step in rule.late)
            return f"đúng hạn ({rule.due}): {most}{steps}; chậm hơn: 0 điểm"
        case rules.WeightedOptions(options=options):
            shares = ", ".join(f"{code} {number(share)} %" for code, share in options)
            return f"{most} × bình quân phần trăm điểm của các câu trả lời ({shares})"
        case rules.ShareOfSatisfied():
            return f"{most} × số câu trả lời hài lòng ({', '.join(rule.satisfied)}) / tổng số câu trả lời"
        case rules.MeanRescaled(answers=answers, lowest=lowest):
            return f"{most} × (mức trung bình − {number(lowest)}) / ({len(answers)} − {number(lowest)})"
        case rules.MinMax():
            return _min_max(rule, node)
        case rules.Reverse(low=low, high=high):
            return f"{number(low + high)} − số liệu"
        case rules.Affine():
            return _affine(rule)
        case rules.Sum() | rules.WeightedSum() | rules.Mean():
            return _aggregate(rule, node, parts)
        case rules.DerivedFromIndex():
            whole = "(chưa rõ cách đổi thành điểm)" if rule.out_of is None else number(rule.out_of)
            return f"{most} × kết quả chỉ số {rule.index} (mục {rule.node}) / {whole}"
        case rules.Bonus(each=each):
            return f"điểm cộng: {number(each)} mỗi lần, nhiều nhất {most}"
        case rules.Penalty(each=each):
            return f"điểm trừ: {number(each)} mỗi lần, nhiều nhất {_points(-(node.least or Decimal(0)))}"
        case rules.Published():
            return "lấy theo công bố"
        case rules.Unknown():
            return "chưa rõ quy tắc chấm"
        case _:
            assert_never(rule)


def _points(points: Decimal | None) -> str:
    return "điểm tối đa (chưa rõ)" if points is None else f"{number(points)} điểm"


def _share(rule: rules.Bands | rules.Proportion) -> str:
    return f"“{rule.of}”" if rule.to is None else f"100 × “{rule.of}” / “{rule.to}”"


def _proportion(rule: rules.Proportion, most: str) -> str:
    floor = f"; dưới {number(rule.none_below)} %: 0 điểm" if rule.none_below else ""
    shares = f"“{rule.of}” / “{rule.to}”" if rule.to and rule.full_from == 100 else f"({_share(rule)}) / {number(rule.full_from)}"
    return f"{most} × {shares}, nhiều nhất {most}{floor}"


def _min_max(rule: rules.MinMax, node: Node) -> str:
    match rule.range:
        case rules.FixedRange(low=low, high=high):
            words = f"khoảng {number(low)} – {number(high)}"
        case rules.ObservedRange(years=1):
            words = "khoảng từ giá trị thấp nhất đến cao nhất của mọi đơn vị"
        case rules.ObservedRange(years=years):
            words = f"khoảng từ giá trị thấp nhất đến cao nhất của mọi đơn vị trong {years} năm"
    turned = ", đảo chiều (càng thấp càng tốt)" if rule.reversed else ""
    ends = f"{number(node.least or Decimal(0))} – {_points(node.most)}"
    return f"đổi “{rule.of}” từ {words} sang thang {ends}{turned}" + (
        "; ngoài khoảng tính bằng đầu khoảng" if rule.capped else ""
    )


def _affine(rule: rules.Affine) -> str:
    terms = " ".join(f"{'+' if slope >= 0 else '−'} {number(abs(slope))} × “{code}”" for code, slope in rule.terms)
    return f"{number(rule.intercept)} {terms}"


def _aggregate(rule: rules.Aggregate, node: Node, parts: Sequence[Part]) -> str:
    times = "" if isinstance(rule, rules.Sum) or rule.times == 1 else f"{number(rule.times)} × "
    match rule:
        case rules.Sum(capped=capped):
            return "tổng điểm các mục con" + (f", nhiều nhất {_points(node.most)}" if capped else "")
        case rules.WeightedSum():
            return f"{times}(" + " + ".join(f"{number(weight)} × mục {part.code}" for part, weight in parts) + ")"
        case rules.Mean():
            zeros = sum(part.scored is Scored.ZERO for part, _ in parts)
            return f"{times}trung bình của {len(parts)} mục" + (f", trong đó {zeros} mục tính là 0" if zeros else "")
        case _:
            assert_never(rule)
