"""What is wrong with one node's rule: points beyond the most, bands with holes, ranges turned round."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.bounds import band_words
from longdan.core.catalogue.indices.model import Node

Finding = tuple[str, str, str]  # code, what is wrong, how to mend it
_FULL = Decimal(100)


def rule_findings(node: Node) -> Iterator[Finding]:
    """Every mistake of the rule that can be seen without the other nodes."""
    check = _CHECKS.get(type(node.rule))
    return check(node, node.rule) if check else iter(())


def _turned(low_name: str, low: Decimal, high_name: str, high: Decimal) -> Finding:
    return "wrong-order", f"{low_name} ({low}) không nhỏ hơn {high_name} ({high})", "đổi lại cho số nhỏ đứng trước số lớn"


def _best(node: Node, rule: rules.Levels | rules.Bands) -> Iterator[Finding]:
    points = [step.points for step in rule.points]
    if not points:
        yield "empty", "không có mức điểm nào", "ghi ít nhất hai mức"
    elif node.most is not None and max(points) != node.most:
        yield "wrong-points", f"mức cao nhất được {max(points)} điểm, điểm tối đa là {node.most}", "sửa most hoặc mức điểm"
    if points and node.least is not None and min(points) < node.least:
        yield "wrong-points", f"mức thấp nhất được {min(points)} điểm, điểm tối thiểu là {node.least}", "sửa least hoặc mức điểm"


def _bands(node: Node, rule: rules.Bands) -> Iterator[Finding]:
    """Every figure within the outer bounds must lie in exactly one band."""
    yield from _best(node, rule)
    for band in rule.points:
        if band.low is not None and band.high is not None and band.low > band.high:
            yield _turned("đầu khoảng", band.low, "cuối khoảng", band.high)
    ordered = sorted(rule.points, key=lambda band: (band.low is not None, band.low or Decimal(0), not band.low_included))
    for lower, upper in pairwise(ordered):
        words = f"“{band_words(lower)}” với “{band_words(upper)}”"
        if lower.high is None or upper.low is None or lower.high > upper.low or (lower.high == upper.low and _both(lower, upper)):
            yield "overlap", f"hai khoảng chồng nhau: {words}", "mỗi số liệu chỉ thuộc một khoảng: dùng “đến dưới”, “trên”"
        elif lower.high < upper.low or not (lower.high_included or upper.low_included):
            yield "hole", f"hở giữa hai khoảng: {words}", "ghi hai khoảng liền nhau: “từ 70 đến dưới 80”, “từ 80 trở lên”"
    if ordered:
        yield from _ends(ordered[0], ordered[-1])


def _ends(first: rules.Band, last: rules.Band) -> Iterator[Finding]:
    """Figures below the first band or above the last one would have no points at all; figures go from 0, percents to 100."""
    if first.low is not None and (first.low > 0 or not first.low_included):
        what, fix = (
            f"số liệu dưới khoảng “{band_words(first)}” không có mức điểm",
            f"thêm khoảng “dưới {first.low}”, kể cả 0 điểm",
        )
        yield "hole", what, fix
    if last.high is not None and last.high < _FULL:
        what, fix = (
            f"số liệu trên khoảng “{band_words(last)}” không có mức điểm",
            f"thêm khoảng “trên {last.high}”, hoặc bỏ số cuối",
        )
        yield "hole", what, fix


def _both(lower: rules.Band, upper: rules.Band) -> bool:
    return lower.high_included and upper.low_included


def _percents(_: Node, rule: rules.Proportion) -> Iterator[Finding]:
    said = f"none_below {rule.none_below}, full_from {rule.full_from}"
    if not 0 <= rule.none_below <= _FULL or not 0 < rule.full_from <= _FULL:
        yield "wrong-percent", f"{said}: phải từ 0 đến 100", "ghi theo phần trăm, ví dụ 80"
    elif 0 < rule.none_below <= 1 or rule.full_from <= 1:
        yield "wrong-percent", f"{said}: không quá 1 %", "ghi theo phần trăm: 80, không ghi 0.8"
    elif rule.none_below > rule.full_from:
        yield _turned("none_below", rule.none_below, "full_from", rule.full_from)


def _late(node: Node, rule: rules.DeadlineMet) -> Iterator[Finding]:
    steps = rule.late
    if any(first.days >= second.days or first.points <= second.points for first, second in pairwise(steps)):
        yield "wrong-order", "các bậc chậm hạn không theo thứ tự", "số ngày tăng dần, số điểm giảm dần"
    if any(step.points < 0 for step in steps):
        yield "wrong-points", "bậc chậm hạn có điểm âm", "ghi số điểm từ 0; điểm trừ ghi ở một mục riêng, kind: penalty"
    if any(step.days < 1 or (node.most is not None and step.points >= node.most) for step in steps):
        what = "bậc chậm hạn dưới 1 ngày, hoặc không ít điểm hơn điểm tối đa"
        yield "wrong-points", what, "đúng hạn đã được đủ điểm; chỉ ghi các bậc chậm"


def _options(_: Node, rule: rules.WeightedOptions) -> Iterator[Finding]:
    if len(rule.options) < 2:
        yield "empty", "cần ít nhất hai phương án trả lời", "ghi mọi phương án với phần trăm điểm của nó"
    if any(not 0 <= percent <= _FULL for _, percent in rule.options):
        what = "phần trăm của một phương án không nằm từ 0 đến 100"
        yield "wrong-percent", what, "ghi theo phần trăm điểm tối đa: 100, 60, 20, 0"
    elif rule.options and max(percent for _, percent in rule.options) <= 1:
        yield "wrong-percent", "không phương án nào được quá 1 %", "ghi theo phần trăm điểm tối đa: 100, 60; không ghi 1, 0.6"


def _scale(_: Node, rule: rules.MeanRescaled) -> Iterator[Finding]:
    yield from _once(rule.answers)
    if len(rule.answers) < 2:
        yield "empty", "cần ít nhất hai mức trả lời", "kể các mức từ thấp đến cao"
    elif not 0 <= rule.lowest < len(rule.answers):
        yield "wrong-order", f"lowest là {rule.lowest}", "ghi 1 cho (trung bình − 1) / (n − 1), ghi 0 cho trung bình / n"


def _range(node: Node, rule: rules.MinMax) -> Iterator[Finding]:
    if isinstance(rule.range, rules.FixedRange) and rule.range.low >= rule.range.high:
        yield _turned("số nhỏ nhất của range", rule.range.low, "số lớn nhất", rule.range.high)
    if isinstance(rule.range, rules.ObservedRange) and rule.range.years < 1:
        yield "wrong-range", "khoảng quan sát cần ít nhất một năm", "ghi observed, hoặc observed over 3 years"
    if node.most is not None and node.least is not None and node.least >= node.most:
        yield _turned("least", node.least, "most", node.most)


def _penalty(node: Node, rule: rules.Penalty) -> Iterator[Finding]:
    if rule.each <= 0 or node.most != 0 or node.least is None or node.least >= 0:
        what = "điểm trừ cần each lớn hơn 0, most: 0, least nhỏ hơn 0"
        yield "wrong-points", what, "ghi most: 0 và least là mức trừ nhiều nhất, ví dụ -2"


def _once(answers: tuple[str, ...]) -> Iterator[Finding]:
    if twice := sorted({code for code in answers if answers.count(code) > 1}):
        yield "duplicate", f"{', '.join(twice)} kể hai lần trong answers", "mỗi câu trả lời chỉ kể một lần"


def _answers(_: Node, rule: rules.ShareOfSatisfied) -> Iterator[Finding]:
    yield from _once(rule.answers)
    if strangers := [code for code in rule.satisfied if code not in rule.answers]:
        what = f"{', '.join(strangers)} có trong satisfied, không có trong answers"
        yield "wrong-answers", what, "answers phải kể mọi câu trả lời"


def _reverse(_: Node, rule: rules.Reverse) -> Iterator[Finding]:
    if rule.low >= rule.high:
        yield _turned("low", rule.low, "high", rule.high)


def _derived(_: Node, rule: rules.DerivedFromIndex) -> Iterator[Finding]:
    if rule.out_of is not None and rule.out_of <= 0:
        yield "wrong-points", f"out_of là {rule.out_of}", "ghi điểm tối đa của chỉ số kia, hoặc unknown"


def _bonus(_: Node, rule: rules.Bonus) -> Iterator[Finding]:
    if rule.each <= 0:
        yield "wrong-points", f"each là {rule.each}", "ghi số điểm cộng cho mỗi đơn vị, lớn hơn 0"


# A rule that is not here has nothing to be wrong in.
_CHECKS: dict[type, Callable[[Node, Any], Iterator[Finding]]] = {
    rules.Levels: _best,
    rules.Bands: _bands,
    rules.Proportion: _percents,
    rules.DeadlineMet: _late,
    rules.WeightedOptions: _options,
    rules.ShareOfSatisfied: _answers,
    rules.MeanRescaled: _scale,
    rules.MinMax: _range,
    rules.Reverse: _reverse,
    rules.DerivedFromIndex: _derived,
    rules.Bonus: _bonus,
    rules.Penalty: _penalty,
}
