"""How each scoring rule is written in a catalogue file: its name, its keys, what each key holds."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.forms import (
    BANDS,
    CODES,
    FLAG,
    LATE,
    LEVELS,
    NUMBER,
    NUMBER_OR_UNKNOWN,
    RANGE,
    TEXT,
    WEIGHTS,
    Form,
)  # fmt: skip
from longdan.core.catalogue.indices.rules import Rule
from longdan.core.catalogue.records import Record

REQUIRED = object()
OWN = object()  # the default of a figure: that of the node itself


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a rule; without a default it must be given."""

    name: str
    form: Form
    default: Any = REQUIRED


@dataclass(frozen=True, slots=True)
class Notation:
    """The rule's name in the file and in words, its class, its keys; an example, and what it does in the words of officials."""

    kind: str
    words: str
    make: Callable[..., Rule]
    keys: tuple[Key, ...]
    example: str
    means: str


_OF = Key("of", TEXT, OWN)
_TO = Key("to", TEXT, None)
_ONE, _NONE, _ALL = Decimal(1), Decimal(0), Decimal(100)

_TABLE = (
    Notation("yes-no", "Có / không", rules.YesNo, (_OF,), "yes-no", "có (số liệu là 1): đủ điểm; không (0): 0 điểm"),
    Notation(
        "levels",
        "Theo mức",
        rules.Levels,
        (_OF, Key("points", LEVELS)),
        "{kind: levels, points: {kịp thời: 1, không kịp thời: 0.5, không ban hành: 0}}",
        "điểm của mức đạt được; số liệu là thứ tự của mức, tính từ 1",
    ),
    Notation(
        "bands",
        "Theo khoảng",
        rules.Bands,
        (_OF, _TO, Key("points", BANDS)),
        "{kind: bands, of: done, to: due, points: {trên 90: 2, từ 70 đến 90: 1, dưới 70: 0}}",
        "điểm của khoảng chứa số liệu of; có to thì chứa tỷ lệ phần trăm 100 × of / to",
    ),
    Notation(
        "proportion",
        "Theo tỷ lệ",
        rules.Proportion,
        (_OF, _TO, Key("none_below", NUMBER, _NONE), Key("full_from", NUMBER, _ALL)),
        "{kind: proportion, of: done, to: due, none_below: 80, full_from: 95}",
        "điểm tối đa × tỷ lệ / full_from, tỷ lệ (%) là of, hoặc 100 × of / to; dưới none_below: 0 điểm; từ full_from: đủ điểm",
    ),
    Notation(
        "deadline",
        "Đúng hạn",
        rules.DeadlineMet,
        (_OF, Key("due", TEXT), Key("late", LATE, ())),
        "{kind: deadline, due: 15/12 hằng năm, late: {5: 0.5, 10: 0.25}}",
        "số liệu là số ngày chậm; đúng hạn (0 hoặc âm): đủ điểm; chậm không quá số ngày của một bậc: điểm của bậc ấy",
    ),
    Notation(
        "options",
        "Phương án khảo sát",
        rules.WeightedOptions,
        (Key("options", WEIGHTS),),
        "{kind: options, options: {a: 100, b: 60, c: 20, d: 0}}",
        "phiếu khảo sát: điểm tối đa × trung bình phần trăm của các phương án, theo số phiếu chọn",
    ),
    Notation(
        "satisfied",
        "Tỷ lệ hài lòng",
        rules.ShareOfSatisfied,
        (Key("satisfied", CODES), Key("answers", CODES)),
        "{kind: satisfied, satisfied: [s4, s5], answers: [s1, s2, s3, s4, s5]}",
        "phiếu khảo sát: điểm tối đa × số phiếu hài lòng / số phiếu trả lời",
    ),
    Notation(
        "mean-rescaled",
        "Trung bình quy đổi",
        rules.MeanRescaled,
        (Key("answers", CODES), Key("lowest", NUMBER)),
        "{kind: mean-rescaled, answers: [s1, s2, s3, s4, s5], lowest: 1}",
        "phiếu khảo sát thang 1…n, mức thấp nhất đứng đầu: điểm tối đa × (trung bình − lowest) / (n − lowest)",
    ),
    Notation(
        "min-max",
        "Quy về khoảng điểm",
        rules.MinMax,
        (_OF, Key("range", RANGE), Key("reversed", FLAG, False), Key("capped", FLAG, False)),
        "{kind: min-max, range: [0, 1], reversed: true, capped: true}",
        "quy khoảng range của số liệu về khoảng least…most; range: observed là nhỏ nhất, lớn nhất của các đơn vị trong năm, "
        "range: observed over 3 years trong 3 năm; reversed: số càng nhỏ càng tốt; capped: không vượt hai đầu",
    ),
    Notation(
        "reverse",
        "Đảo chiều",
        rules.Reverse,
        (_OF, Key("low", NUMBER), Key("high", NUMBER)),
        "{kind: reverse, low: 1, high: 10}",
        "low + high − số liệu",
    ),
    Notation(
        "affine",
        "Tuyến tính",
        rules.Affine,
        (Key("intercept", NUMBER), Key("terms", WEIGHTS)),
        "{kind: affine, intercept: 0.25, terms: {1.1.1: 0.5625, 1.1.2: 1.125}}",
        "intercept + tổng của hệ số × (mục hoặc số liệu)",
    ),
    Notation(
        "sum", "Tổng", rules.Sum, (Key("of", CODES, ()), Key("capped", FLAG, False)), "sum", "tổng các mục con; capped: tới most"
    ),
    Notation(
        "weighted-sum",
        "Tổng có trọng số",
        rules.WeightedSum,
        (Key("weights", WEIGHTS, ()), Key("times", NUMBER, _ONE)),
        "{kind: weighted-sum, times: 10}",
        "times × tổng của trọng số × mục con; không ghi weights thì trọng số là weight của từng mục con",
    ),
    Notation(
        "mean",
        "Trung bình",
        rules.Mean,
        (Key("of", CODES, ()), Key("times", NUMBER, _ONE)),
        "{kind: mean, times: 0.25}",
        "times × trung bình các mục con; mục counted-as-zero vào mẫu số, mục listed không vào",
    ),
    Notation(
        "derived",
        "Từ chỉ số khác",
        rules.DerivedFromIndex,
        (Key("index", TEXT), Key("node", TEXT, "total"), Key("out_of", NUMBER_OR_UNKNOWN)),
        "{kind: derived, index: sipas, out_of: 100}",
        "điểm tối đa × điểm của một chỉ số khác / out_of; out_of: unknown khi chưa rõ cách quy đổi",
    ),
    Notation(
        "bonus",
        "Điểm cộng",
        rules.Bonus,
        (_OF, Key("each", NUMBER)),
        "{kind: bonus, each: 0.5}",
        "điểm cộng: each × số liệu, tới most",
    ),
    Notation(
        "penalty",
        "Điểm trừ",
        rules.Penalty,
        (_OF, Key("each", NUMBER)),
        "{kind: penalty, each: 1}",
        "điểm trừ: −each × số liệu, tới least",
    ),
    Notation(
        "published",
        "Lấy điểm đã công bố",
        rules.Published,
        (_OF,),
        "published",
        "lấy điểm đã công bố, vì không tính lại được từ số liệu công bố",
    ),
    Notation("unknown", "Chưa rõ", rules.Unknown, (), "unknown", "chưa rõ cách chấm; máy không chấm mục này"),
)
NOTATIONS = {notation.kind: notation for notation in _TABLE}
KINDS = {notation.make: notation for notation in NOTATIONS.values()}


def read_rule(entry: Record, code: str) -> Rule | None:
    """The rule of a node; None where it is wrong, which is noted. ``code``: the node's, whose own figure is the default."""
    kind = entry.text("rule") if entry.single("rule") else entry.inner_text("rule", "kind")
    notation = NOTATIONS.get(kind)
    if notation is None:
        what = f"không có quy tắc “{kind}”" if kind else "quy tắc chưa ghi kind"
        fix = f"ghi một trong: {', '.join(NOTATIONS)}"
        entry.found.add("wrong-rule", entry.line_of("rule"), entry.at("rule"), what, fix)
        return None
    required = tuple(key.name for key in notation.keys if key.default is REQUIRED)
    record = _fields(entry, notation, required)
    if record is None or any(name not in record for name in required):
        return None
    values = {key.name: _value(record, key, code) for key in notation.keys}
    wrong = any(values[key.name] is None and key.form is NUMBER for key in notation.keys)
    return None if wrong else notation.make(**values)


def _fields(entry: Record, notation: Notation, required: tuple[str, ...]) -> Record | None:
    if not entry.single("rule"):
        return entry.record("rule", ("kind", *required), tuple(key.name for key in notation.keys if key.name not in required))
    for name in required:
        written = f"rule: {{kind: {notation.kind}, {name}: …}}"
        entry.found.add("missing-key", entry.line_of("rule"), entry.at(f"rule.{name}"), "thiếu khóa", f"ghi {written}")
    return Record(entry.at("rule"), entry.line_of("rule"), {}, entry.found)


def _value(record: Record, key: Key, own: str) -> Any:
    if key.name in record:
        return key.form.read(record, key.name)
    return own if key.default is OWN else key.default


def written(rule: Rule, code: str) -> dict[str, Any]:
    """The rule as the file writes it, without what goes without saying."""
    notation = KINDS[type(rule)]
    said: dict[str, Any] = {"kind": notation.kind}
    for key in notation.keys:
        value = getattr(rule, key.name)
        if value != (code if key.default is OWN else key.default):
            said[key.name] = key.form.write(value)
    return said
