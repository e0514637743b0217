"""Targets that a plan sets: ranks, scores, groups, rates, counts; results of past years are none."""

import re
from dataclasses import replace

from longdan.core.documents.model import Document
from longdan.core.plans.draft import Heading, Target
from longdan.core.plans.figures import index_names, measures
from longdan.core.plans.figures.measures import Measure
from longdan.core.plans.words.statements import Statement, statements
from longdan.core.plans.words.stream import phrases, plain, quote, stream

_AIM_WORDS = phrases(
    "phấn đấu", "mục tiêu", "chỉ tiêu", "đến (?:hết |cuối )?(?:năm|ngày|tháng)", "duy trì", "giữ vững", "hướng tới", "đặt ra",
    "quyết tâm",
)  # fmt: skip
_CALL_WORDS = phrases(
    "phấn đấu", "ít nhất", "tối thiểu", "trở lên", "≥", ">=", "đảm bảo", "bảo đảm", "t[ỷỉ] lệ", r"\bđạt\b", "không quá",
    "hoàn thành", "tăng", "giảm", "mục tiêu", "chỉ tiêu",
)  # fmt: skip
_AIM = re.compile(_AIM_WORDS, re.IGNORECASE)
_CALL = re.compile(_CALL_WORDS, re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(\d{4})", re.IGNORECASE)
_COMPARED = re.compile(r"(?:so\s+với|cao\s+hơn|thấp\s+hơn|cùng\s+kỳ)\s*(?:cùng\s+kỳ\s+)?(?:năm\s+)?$", re.IGNORECASE)
_DONE_WORDS = phrases("đã (?:đạt|có|được|hoàn|xử|giải|tổ|thực)", "hiện (?:nay|có)", "kết quả (?:đạt|năm)", "đạt được")
_DONE = re.compile(rf"\b{_DONE_WORDS}", re.IGNORECASE)
_SHARE_WORDS = phrases(
    "lãi suất", "trích", "chiếm", "trọng số", "phạt", "đối ứng", "vốn điều lệ", "chưa đạt", "thuế suất", "tỷ trọng"
)
_SHARE = re.compile(rf"{_SHARE_WORDS}(?:\s+(?:tỷ\s+lệ|khoảng|mức|từ|là|tối\s+đa|bằng))*\s*$", re.IGNORECASE)
_PORTION = re.compile(r"(?:chiếm|tỷ\s+trọng)(?:\s+(?:tỷ\s+lệ|khoảng|mức))*\s*$", re.IGNORECASE)
_EACH_HAS = re.compile(r"\bmỗi\s[^.;]{1,60}?\s(?:có|đạt)\s*$", re.IGNORECASE)  # "mỗi xã có ít nhất 01 tổ"
_SAVED = re.compile(r"(?:giảm|tiết\s+kiệm)\s*$", re.IGNORECASE)
_NO_VERB = phrases(
    "có", "là", "đạt", "chỉ", "còn", "đã", "hơn", "gần", "khoảng", "với", "gồm", "trong", "riêng", "hưởng", "từ", "bằng", "so",
    "trung bình", "tương", "ở", "của",
)  # fmt: skip
_DO_SO_MUCH = re.compile(rf"(?:^|[,:])\s*(?!{_NO_VERB}\b)[^\W\d_]+(?:\s+[^\W\d_]+)?\s*$", re.IGNORECASE)  # "Đưa 50% hồ sơ"
_FOR_SO_MANY = re.compile(r"\b(?:cho|tới|đến)\s*$", re.IGNORECASE)
_AVOIDED = re.compile(
    r"\b(?:thoát|ra|rời)(?:\s+khỏi)?\s*$|\bkhông\s+(?:để|bị|còn|nằm|thuộc|xếp)(?:\s[^,;]{0,40})?$", re.IGNORECASE
)
_NONE_BELOW = re.compile(
    r"không\s+(?:có|để)\s[^,;]{0,60}$", re.IGNORECASE
)  # "không có yếu tố nào dưới 80%" adds to the target before it
_WHICH_HAVE = re.compile(
    r"(?:cơ\s+quan|đơn\s+vị|địa\s+phương|nơi|xã|phường|trường\s+hợp)(?:\s+nào)?\s+có\s[^,;]{0,40}$", re.IGNORECASE
)
_MONEY_WORDS = phrases("chi phí", "kinh phí", "lãi suất", "mức lương", "học phí", "giá trị", "tiền", "vốn đầu tư dự án")
_OF_MONEY = re.compile(rf"\s*(?:tổng\s+)?{_MONEY_WORDS}\b", re.IGNORECASE)
_BY = re.compile(r"(?:hết\s+|cuối\s+)?năm\s+(20\d\d)", re.IGNORECASE)
_OF_OTHERS = re.compile(r"[,;]|tỷ\s+lệ|tỉ\s+lệ|mức\s+độ|hồ\s+sơ|số\s+(?:lượng|cơ|đơn|xã|phường)|100%", re.IGNORECASE)
_LONGEST = 400
_FARTHEST = 1_500  # letters from a figure: no paragraph seen says farther away what a figure is aimed at, or when


def read(document: Document, heading: Heading) -> tuple[Target, ...]:
    """The targets in the document's order."""
    words = stream(document)
    found: dict[tuple[str, str, float | str], Target] = {}
    for statement in statements(document, words):
        for measure in measures.find(words, statement.start, statement.end):
            near = _near(words, statement, measure)
            if _is_target(words, near, measure, heading):
                target = _target(document, words, near, measure, heading)
                found.setdefault((target.text, target.kind, target.value), target)
    return tuple(found.values())


def _near(words: str, statement: Statement, measure: Measure) -> Statement:
    """The statement as far as it can say something of the figure: only what goes on beyond all measure is cut short."""
    bound = measure.start - _FARTHEST
    return replace(
        statement,
        start=statement.start if statement.start >= bound else words.find(" ", bound, measure.start) + 1 or measure.start,
        end=min(statement.end, measure.end + _FARTHEST),
        paragraph=max(statement.paragraph, bound),
        sentence=max(statement.sentence, bound),
    )


def _is_target(words: str, statement: Statement, measure: Measure, heading: Heading) -> bool:
    before = words[statement.sentence : measure.start]
    if _NONE_BELOW.search(before):
        return False
    clause = words[statement.start : statement.end]
    if len(clause.split()) < 3 or _in_definition(words, statement, measure) or _is_price(words, statement, measure):
        return False
    aims = bool(_AIM.search(before))
    if not aims and (statement.past_section or _looks_back(words, statement, measure, heading)):
        return False
    match measure.kind:
        case "rate":
            if not (aims or statement.target_section) and _WHICH_HAVE.search(before):
                return False  # "nhắc tên cơ quan có tỷ lệ trên 5%" says which are meant
            called = measure.value == 100 or measure.start == statement.start or _CALL.search(clause)
            return aims or statement.target_section or bool(called) or _is_order(words, statement, measure)
        case "count":
            return statement.target_section or (measure.op == ">=" and (aims or bool(_EACH_HAS.search(before))))
        case "group" if _AVOIDED.search(before):
            return False
        case _:
            return aims or statement.target_section or _in_plan_years(before, heading)


def _is_order(words: str, statement: Statement, measure: Measure) -> bool:
    """Whether a percentage says how much is to be done: "giải quyết trên 90% đơn", "cho trên 95% người dân"."""
    before = words[statement.start : measure.start]
    return bool(_DO_SO_MUCH.search(before) or (measure.op in {">=", ">"} and _FOR_SO_MANY.search(before)))


def _in_plan_years(before: str, heading: Heading) -> bool:
    """Whether the sentence speaks of the year of the plan, or of one after it."""
    first = heading.year or (heading.period or (None,))[0]
    year = _last_year(before)
    return bool(first and year and year >= first)


def _last_year(words: str) -> int | None:
    """The last year that is named, and not only compared with."""
    years = [
        int(match[1])
        for match in _YEAR.finditer(words)
        if not _COMPARED.search(words[max(0, match.start() - 60) : match.start()])
    ]
    return years[-1] if years else None


def _is_price(words: str, statement: Statement, measure: Measure) -> bool:
    """Whether a percentage only says how much is paid, or what share something is."""
    if measure.kind != "rate":
        return False
    before = words[statement.start : measure.start]
    if _PORTION.search(before) and (statement.target_section or measure.op):
        return False  # "Kinh tế số chiếm tối thiểu 18% GRDP" is aimed at
    saved = _SAVED.search(before) is not None  # "Giảm 5% chi phí điện năng"
    return bool(_SHARE.search(before) or (_OF_MONEY.match(words, measure.end) and not saved))


def _in_definition(words: str, statement: Statement, measure: Measure) -> bool:
    """Whether the figure stands in brackets that only explain ("nhóm B (nhóm đạt từ 80% đến dưới 90%)")."""
    before = words[statement.start : measure.start]
    opened = before.rfind("(")
    return opened > before.rfind(")") and measure.kind != "group"


def _looks_back(words: str, statement: Statement, measure: Measure, heading: Heading) -> bool:
    """Whether the sentence tells what was: of a year before the plan's, or of what has been done."""
    before = words[statement.sentence : measure.start]
    first = heading.year or (heading.period or (None,))[0] or (heading.issued.year if heading.issued else None)
    year = _last_year(before)
    if year and first and year < first:
        return True
    return bool(_DONE.search(before)) or (
        measure.change != 0
        and not statement.target_section
        and measure.op is None
        and bool(re.match(r"[^.;]{0,60}so\s+với\s+năm", words[measure.end : measure.end + 80]))
    )


def _target(document: Document, words: str, statement: Statement, measure: Measure, heading: Heading) -> Target:
    end = min(statement.end, max(measure.end + _LONGEST // 2, statement.start + _LONGEST))
    named = index_names.mentions(words, statement.paragraph, measure.start)
    near = [code for code, start, _ in named if start >= statement.sentence]
    index = near[-1] if near else None
    if measure.kind in {"rank", "group", "score"} and not index:
        index = named[-1][0] if named else heading.indices[0] if len(heading.indices) == 1 else None
    kind, unit = measure.kind, measure.unit
    if kind == "rate" and near and not _OF_OTHERS.search(words, named[-1][2], measure.start):
        kind = "score"  # what an index itself reaches, be it in percent
    if measure.change:
        unit = f"{unit} {'tăng' if measure.change > 0 else 'giảm'}"
    return Target(
        text=plain(document.text[statement.start : end]),
        kind=kind,
        value=measure.value,
        quote=quote(document, statement.start, end, 0.9 if kind == "rate" else 0.8),
        index=index if kind in {"rank", "group", "score"} else None,
        op=measure.op,
        unit=unit,
        by=_by(words, statement, measure, heading),
    )


def _by(words: str, statement: Statement, measure: Measure, heading: Heading) -> str | None:
    """The year by which it is to be reached: the last one named before the figure, else the first behind it, else the plan's."""
    years = [
        match
        for match in _BY.finditer(words, statement.sentence, statement.end)
        if not _COMPARED.search(words[max(0, match.start() - 25) : match.start()])
    ]
    before = [match[1] for match in years if match.start() < measure.start]
    after = [match[1] for match in years if match.start() >= measure.start]
    return (before[-1:] or after[:1] or [str(heading.year) if heading.year else None])[0]
