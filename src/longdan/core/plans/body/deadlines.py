"""Days and months by which something must be done."""

import re
from collections.abc import Iterator

from longdan.core.plans.body.attributes import Attribute, attribute
from longdan.core.plans.body.sections import home
from longdan.core.plans.draft import Deadline
from longdan.core.plans.words.agencies import fold
from longdan.core.plans.words.confidence import COMPLETED, LABELLED
from longdan.core.plans.words.dates import Moment, Precision, moments, windows
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph

# The words right before a date that make it a deadline, and what they mean. Looked at in this order, on folded text.
_RELATIONS = (
    ("before", r"trước(?:\s+ngày)?"),
    ("no later than", r"(?:chậm\s+nhất|muộn\s+nhất|không\s+quá|hạn\s+cuối)(?:\s+là)?(?:\s+(?:vào|đến|hết|trước))?(?:\s+ngày)?"),
    ("by", r"(?:hoàn\s+thành|xong|hạn|thời\s+hạn|kết\s+thúc|dứt\s+điểm|gửi|báo\s+cáo)[^.;:,()]{0,40}?(?:trước|vào|đến|hết)"
     r"(?:\s+ngày)?|đến\s+(?:hết\s+)?(?:ngày\s*)?"),
    ("within", r"(?:(?:xong|hoàn\s+thành)\s+)?trong(?:\s+(?:thời\s+gian|khoảng))?"
     r"|(?:vào|hoàn\s+thành)(?:\s+(?:cuối|đầu|giữa))?(?:\s+ngày)?"
     r"|thời\s+(?:gian|hạn|điểm)[^.;:]{0,40}:"),
    ("from", r"(?:bắt\s+đầu\s+)?(?:kể\s+)?từ(?:\s+ngày)?"),
)  # fmt: skip
_RELATION = tuple((name, re.compile(rf"(?:{pattern})(?:\s+\d{{1,2}})?\s*$")) for name, pattern in _RELATIONS)
_LEAD_LENGTH = 60
_FARTHEST = 600  # letters before a date: no sentence seen says farther away that its date bounds data, or dates a document

# A document is named by the date before it; such a date is no deadline.
_CITED = re.compile(
    r"(?:số\s+\S+|\d\S*/\S+|\b(?:luật|pháp lệnh|hiến pháp)[^.;,]{0,60}|(?:quyết định|nghị quyết|nghị định"
    r"|kế hoạch|chỉ thị|thông tư|công văn|văn bản)[^.;,]{0,24})\s*$"
)
_CUT_OFF = re.compile(
    r"(?:chốt\s+số\s+liệu|số\s+liệu[^.;,]{0,30}?\s(?:chốt|tính|lấy)|số\s+liệu\s+(?:từ|đến)|thời\s+gian\s+tính|kỳ\s+báo\s+cáo)[^.;]{0,60}$"
)
_OF_DATA = re.compile(
    r"số\s+liệu|chốt|kỳ\s+báo\s+cáo|tính\s+từ|thời\s+kỳ|thống\s+kê|giai\s+đoạn(?=\s+(?:từ|\d{4}))|hồ\s+sơ|dữ\s+liệu"
)
# "Giai đoạn 1 (từ 20/3 đến 30/4/2026)", "Đợt 2: tháng 9/2026", "(01/6 - 30/6/2026)": the day on which it ends is its deadline.
_PHASE = re.compile(
    r"(?:(?<!\w)(?:giai\s+đoạn|đợt|bước|vòng)\s+(?:\d{1,2}|[ivx]{1,4}|thứ\s+\w+|đầu|cuối)(?:\s+[^\d.;:()]{1,40})?\s*[:(,–-]\s*[^.;:()]{0,30}"
    r"|\(\s*(?:từ\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/(?P<year>\d{4}))?\s*(?:-|–|đến)\s*(?:ngày\s+)?)$"
)
_TO_AN_END = re.compile(r"\s*(?:-|–|đến|tới)\s*(?:hết\s+)?(?:ngày|tháng|quý)?\s*[\divx]")
_SUPPLY = re.compile(r"(?:cung\s+cấp|gửi|nộp|báo\s+cáo|cập\s+nhật)\s+(?:\w+\s+){0,2}số\s+liệu")
_DONE_IN = re.compile(r"(?<!\w)(?:hoàn\s+thành|xong)\s+(?:trong\s+)?$")  # a whole year is a deadline only behind these
_DONE = re.compile(
    r"^[\W\d]*(?:(?:phải|được|cần|và|thời\s+gian|thời\s+hạn|thực\s+hiện)\s+)*(?:hoàn\s+thành|xong|gửi|kết\s+thúc)?\W*$"
)
_LONGEST_WHAT = 160


def deadlines(root: Node) -> tuple[Deadline, ...]:
    """The deadlines of a body, in the document's order."""
    found: list[Deadline] = []
    for node in root.walk():
        section = home(node).path
        if node.paragraph:
            above = node.parent.paragraph if node.parent and attribute(node.paragraph.text) else None
            found += _of(node.paragraph, above or node.paragraph, section)
        task: Paragraph | None = node.paragraph
        for paragraph in node.content:
            line = attribute(paragraph.text)
            if line is None:
                task = paragraph
            found += _of(paragraph, (task or paragraph) if line else paragraph, section)
    return tuple(found)


def _of(paragraph: Paragraph, task: Paragraph, section: str) -> Iterator[Deadline]:
    """The deadlines that a paragraph states, of the task that it belongs to."""
    line = attribute(paragraph.text)
    timed = line is not None and line.kind is Attribute.TIME
    for moment, relation, start in stated(paragraph.text, timed=timed, from_=line.start if line else 0):
        raw = paragraph.text[start : moment.end]
        yield Deadline(
            moment.iso, relation, _what(task, start if task is paragraph else None), raw, section, task.quote(_sureness(moment))
        )


def _sureness(moment: Moment) -> float:
    return LABELLED if moment.precision is Precision.DAY else COMPLETED


def stated(text: str, *, timed: bool = False, from_: int = 0) -> Iterator[tuple[Moment, str, int]]:
    """(moment, relation, where the words begin) of each deadline; in a line of times every moment is one."""
    folded = fold(text)
    spans = [] if timed else list(windows(text))
    inside = [(window.start, window.end) for window in spans if _bounds_data(folded, window.start)]
    worked = {window.first.start: window.first for window in spans}
    for each in moments(text):
        moment = worked.get(each.start, each)
        if _vague(folded, moment):
            continue
        found = _relation(folded, moment) or _of_phase(folded, moment)
        if found is None and timed and moment.start >= from_ and not _cited(folded, moment.start):
            found = ("within", moment.start)
        if found and not _of_data(folded, moment, inside):
            yield moment, *found


def _cited(folded: str, start: int) -> bool:
    return bool(_CITED.search(folded, max(0, start - _FARTHEST), start))


def _vague(folded: str, moment: Moment) -> bool:
    """Whether a date says too little: a day without a year, a year in which nothing need be finished."""
    if moment.precision is Precision.YEAR:
        return not _DONE_IN.search(folded, max(0, moment.start - _LEAD_LENGTH), moment.start)
    return moment.year is None


def _bounds_data(folded: str, start: int) -> bool:
    """Whether the window that begins at ``start`` is one of data, by what its sentence says before it."""
    return bool(_OF_DATA.search(folded, max(folded.rfind(". ", 0, start), start - _FARTHEST, 0), start))


def _relation(folded: str, moment: Moment) -> tuple[str, int] | None:
    base = max(0, moment.start - _LEAD_LENGTH)
    lead = folded[base : moment.start]
    for name, pattern in _RELATION:
        if match := pattern.search(lead):
            return name, base + match.start()
    return None


def _of_phase(folded: str, moment: Moment) -> tuple[str, int] | None:
    """``within`` where the moment ends a phase of the work, or a stretch of days in brackets; an anniversary is none."""
    if _TO_AN_END.match(folded, moment.end) or _bounds_data(folded, moment.start):
        return None
    phase = _PHASE.search(folded, max(0, moment.start - 90), moment.start)
    return ("within", moment.start) if phase and phase["year"] in (None, str(moment.year)) else None


def _of_data(folded: str, moment: Moment, inside: list[tuple[int, int]]) -> bool:
    """Whether the moment bounds a window, of data for instance, and no work."""
    if any(start <= moment.start < end for start, end in inside):
        return True
    cut = _CUT_OFF.search(folded, max(0, moment.start - 120), moment.start)
    return bool(cut) and not _SUPPLY.search(folded, max(0, moment.start - 120), moment.start)


def _what(task: Paragraph, before: int | None) -> str:
    """What the deadline is for: the clause before it in whole words, or the beginning of the task where that says too little."""
    words = task.text[:before] if before is not None else ""
    words = words[: words.rfind("(")] if words.rfind("(") > words.rfind(")") else words
    words = words.rstrip(" ,")
    end = max(words.rfind(". "), words.rfind("; "))
    clause = words[end + 2 if end >= 0 else len(task.text) - len(task.words) :]
    return _shortened(task.words if _says_little(clause) else clause.strip())


def _says_little(clause: str) -> bool:
    return len(clause) <= _LONGEST_WHAT and (len(clause.split()) < 3 or bool(_DONE.match(fold(clause))))


def _shortened(words: str) -> str:
    """At most so many letters, never a part of a word."""
    return words if len(words) <= _LONGEST_WHAT else words[:_LONGEST_WHAT].rsplit(" ", 1)[0].rstrip(" ,;:(")
