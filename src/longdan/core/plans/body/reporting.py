"""Reporting: how often, by when, over which data, to whom."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from longdan.core.plans.body.purposes import Purpose, purpose
from longdan.core.plans.draft import ReportPeriod
from longdan.core.plans.words.agencies import fold
from longdan.core.plans.words.confidence import PERIODIC, UNDATED
from longdan.core.plans.words.dates import Moment, Precision, Window, moments, windows
from longdan.core.plans.words.numbering import Style
from longdan.core.plans.words.outline import Node
from longdan.core.plans.words.paragraphs import Paragraph
from longdan.core.plans.words.sentences import sentences

_KINDS = (
    ("monthly", r"(?:hằng|hàng|mỗi)\s+tháng|tháng(?=\s*,\s*quý)|(?<=cáo:\s)tháng(?=\s*[(,])"),
    ("quarterly", r"(?:hằng|hàng|mỗi|từng)\s+(?:quý|quí)|tháng\s+cuối\s+(?:mỗi\s+)?(?:quý|quí)|(?:quý|quí)(?=\s*,\s*(?:0?6"
     r"|sáu)\s+tháng)|(?<=[,;:]\s)(?:quý|quí)(?=\s*[,;(]|\s+(?:và|trước|gửi))|(?:quý|quí)\s+(?:i{1,3}|iv)(?:\s+và\s+(?:quý|quí)\s+(?:i{1,3}"
     r"|iv))?|(?<=cáo\s)(?:quý|quí)(?=\s*[,(]|\s+(?:trước|gửi|chậm|vào|và|,))"),
    ("six_month", r"(?:0?6|sáu)\s+tháng|(?:hằng|hàng)\s+6\s+tháng|bán\s+niên|giữa\s+năm"),
    ("nine_month", r"(?:0?9|chín)\s+tháng(?:\s+đầu\s+năm)?"),
    ("annual", r"(?:hằng|hàng|mỗi)\s+năm|cả\s+năm|(?<!/)(?:01|1|một)\s+năm(?!\s+sau)|tổng\s+kết\s+năm|cuối\s+năm|báo\s+cáo\s+năm"
     r"|(?<=[,;]\s)(?:01\s+|1\s+)?năm(?=\s*(?:[,;.()]|về|gửi|và|báo|trước|chậm|vào|$|\d{4}))|(?<=\svà\s)(?:01\s+"
     r"|1\s+)?năm(?=\s*(?:[,;.()]|về|gửi|báo|trước|chậm|vào|$|\d{4}))"),
)  # fmt: skip
_KIND = re.compile("|".join(rf"(?P<{name}>(?<!\w)(?:{pattern})(?!\w))" for name, pattern in _KINDS))
_REPORTS = re.compile(r"báo\s+cáo|cung\s+cấp\s+số\s+liệu")
_REGIME = re.compile(
    r"định\s+kỳ|chế\s+độ\s+(?:thông\s+tin,?\s+)?báo\s+cáo|báo\s+cáo\s+(?:\w+\s+){0,4}(?:kết\s+quả|tình\s+hình|tiến\s+độ)"
    r"|báo\s+cáo\s+(?:tháng|quý|quí|0?6\s+tháng|0?9\s+tháng|năm)(?!\w)|gửi\s+báo\s+cáo|số\s+liệu\s+báo\s+cáo"
    r"|báo\s+cáo[^.;]{0,80}?\s(?:về|gửi)\s+(?:ubnd|ủy|sở|ban|văn|bộ|phòng|thường)|tổng\s+hợp[^.;]{0,40}báo\s+cáo"
    r"|báo\s+cáo\s+(?:ubnd|ủy\s+ban|sở|ban|văn\s+phòng|bộ|phòng|thường\s+trực|chủ\s+tịch|giám\s+đốc|lãnh\s+đạo)"
)
_NO_DEMAND = re.compile(r"(?:công\s+khai|ban\s+hành|công\s+bố|theo)\s+(?:các\s+)?báo\s+cáo")
_ADVICE = re.compile(r"tham\s+mưu[^.;]{0,60}\s+(?:các\s+)?báo\s+cáo")  # a demand only where it has its day
_TO = re.compile(
    r"(?:về|gửi|cho|báo\s+cáo)\s+(?P<to>(?:UBND|Ủy ban|Uỷ ban|Sở|Ban|Văn phòng|Bộ|Phòng|Thường trực"
    r"|Chủ tịch)[^.;,:()]*?(?:\s*\([^)]*\))?)(?=\s*(?:[.;,:]|báo cáo|trước|trong|kể|để|kết quả|định kỳ|0?6 tháng|vào|chậm"
    r"|theo|tổng hợp|hằng|hàng|$))"
)
_DAY_OF_MONTH = re.compile(
    r"ngày\s+(?P<day>\d{1,2})(?:\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s+tháng"
    r"|\s+(?:của\s+)?tháng\s+(?:cuối|sau|kế\s+tiếp))"
)
_BARE_DAY = re.compile(r"(?:trước|vào|chậm\s+nhất(?:\s+là)?)\s+ngày\s+(?P<day>\d{1,2})(?=\s*[,;.)]|\s+(?:tổng|báo|gửi|phải)\s|$)")
_SINCE = re.compile(r"(?<!\w)từ\s*(?:ngày\s*)?$")
_DUE = re.compile(
    r"(?:trước|chậm\s+nhất|muộn\s+nhất|vào|đến|hạn|là|và|,)\s*(?:là|vào)?\s*(?:ngày)?\s*(?:\d{1,2}\s+)?$"
)  # a page's number may stand between


@dataclass(frozen=True, slots=True)
class _Stated:
    """A period that a sentence names, with the words that belong to it."""

    kind: str
    start: int
    end: int


def report_periods(root: Node) -> tuple[ReportPeriod, ...]:
    """The reports that a body asks for, in its order."""
    found: list[ReportPeriod] = []
    for node in root.walk():
        if purpose(node) in (Purpose.AIMS, Purpose.TARGETS):
            continue
        organising = purpose(node) is Purpose.ORGANISATION
        if node.paragraph:
            found += _of(node.paragraph, organising or node.paragraph.has(Style.ARABIC) or node.parent is None)
        for paragraph in node.content:
            found += _of(paragraph, organising or node.paragraph is None)
    return tuple(_distinct(found, only_windows=True))


def _of(paragraph: Paragraph, organising: bool) -> Iterator[ReportPeriod]:
    for start, end in sentences(paragraph.text):
        sentence = paragraph.text[start:end]
        folded = fold(sentence)
        if _demands(folded, organising):
            yield from _distinct(_built(period, sentence, paragraph, start, end) for period in _periods(sentence, folded))


def _distinct(periods: Iterable[ReportPeriod], *, only_windows: bool = False) -> Iterator[ReportPeriod]:
    """Each report once, though its period is named again for its day ("hằng quý (trước … tháng cuối quý)") or for its data.

    Sentences apart, only the data of a report are told later ("Thời gian chốt số liệu báo cáo năm từ ngày … đến ngày …").
    """
    found: list[ReportPeriod] = []
    lasts: dict[str, int] = {}  # where the last of each kind stands
    for period in periods:
        at = lasts.get(period.kind)
        if at is not None and (period.from_date or not only_windows) and _day(period) in ((None, None, None), _day(found[at])):
            last = found[at]
            found[at] = replace(last, from_date=last.from_date or period.from_date, to_date=last.to_date or period.to_date)
        else:
            lasts[period.kind] = len(found)
            found.append(period)
    yield from found


def _day(period: ReportPeriod) -> tuple[str | None, str | None, int | None]:
    return period.due, period.due_recurring, period.due_day


def _demands(folded: str, organising: bool) -> bool:
    """Whether a sentence asks for reports, rather than tells of them."""
    if not _REPORTS.search(folded) or not _REGIME.search(folded) or _NO_DEMAND.search(folded):
        return False
    dated = _dated(folded)
    if _ADVICE.search(folded) and not dated:
        return False
    return organising or dated or "định kỳ" in folded


def _dated(folded: str) -> bool:
    """Whether a sentence names a day by which a report is due again and again."""
    return bool(_DAY_OF_MONTH.search(folded)) or any(
        moment.day and not _SINCE.search(folded, 0, moment.start) for moment in moments(folded)
    )


def _periods(sentence: str, folded: str) -> list[_Stated]:
    """The periods of a sentence, each with the words up to the next; two days of every year mean the half and the whole year."""
    reports = _REPORTS.search(folded)
    first = folded.rfind(";", 0, reports.start()) if reports else 0  # what stands in clauses before is no report
    found = [_Stated(str(match.lastgroup), match.start(), match.end()) for match in _kinds(folded) if match.start() > first]
    found = [one for one in found if not _inside_window(sentence, one)]
    days = _days_of_year(sentence)
    if [one.kind for one in found] == ["annual"] and len(days) == 2 and days[0].start < found[0].start:
        return [_Stated("six_month", days[0].start, days[0].end), _Stated("annual", days[1].start, found[0].end)]
    return found


def _inside_window(sentence: str, one: _Stated) -> bool:
    return any(window.start <= one.start < window.end for window in _windows(sentence))


# What a sentence holds as a whole is asked again for each of its periods.


@lru_cache(64)
def _kinds(folded: str) -> tuple[re.Match[str], ...]:
    return tuple(_KIND.finditer(folded))


@lru_cache(64)
def _windows(sentence: str) -> tuple[Window, ...]:
    return tuple(windows(sentence))


@lru_cache(64)
def _days_of_year(sentence: str) -> tuple[Moment, ...]:
    return tuple(moment for moment in moments(sentence) if moment.precision is Precision.DAY_OF_YEAR)


@lru_cache(64)
def _receiver(sentence: str) -> str | None:
    to = _TO.search(sentence)
    return to.group("to").strip() if to else None


def _built(period: _Stated, sentence: str, paragraph: Paragraph, offset: int, limit: int) -> ReportPeriod:
    """The period with the days that stand behind it before the next period, or right before it."""
    reach = sentence[period.start : _reach(sentence, period)]
    window = next(iter(windows(reach)), None)
    due = _due(reach, window) or _due_before(sentence, period)
    raw_end = max(period.end - period.start, due.end if due and due.start >= 0 else 0, window.end if window else 0)
    quote = paragraph.quote(PERIODIC if due else UNDATED, offset, limit)
    return ReportPeriod(
        kind=period.kind,
        quote=quote,
        raw=reach[:raw_end].strip(),
        due=due.iso if due and due.year else None,
        due_recurring=due.iso if due and not due.year and due.month else None,
        due_day=_due_day(sentence, period),
        from_date=window.first.iso if window else None,
        to_date=window.last.iso if window else None,
        to_agency=_receiver(sentence),
    )


def _reach(sentence: str, period: _Stated) -> int:
    """Where the words that belong to a period end: before the next period, at the latest with its clause."""
    following = next((match.start() for match in _kinds(fold(sentence)) if match.start() > period.end), len(sentence))
    clause = sentence.find(";", period.end)
    return min(following, clause if clause > 0 else len(sentence))


def _due(reach: str, window: Window | None) -> Moment | None:
    """The first day in reach that is not the window's."""
    folded = fold(reach)
    for moment in moments(reach):
        if not moment.day or (window and window.start <= moment.start < window.end) or _SINCE.search(folded, 0, moment.start):
            continue
        if folded.startswith("ngày", moment.start) or _DUE.search(folded[: moment.start] or "là"):
            return moment
    return None


def _due_before(sentence: str, period: _Stated) -> Moment | None:
    """``trước ngày 15/11 hằng năm``: the day stands before the words of its recurrence."""
    if period.kind not in ("annual", "six_month"):
        return None
    for moment in _days_of_year(sentence):
        if moment.start == period.start or 0 <= period.start - moment.end <= 4:
            return Moment(-1, -1, moment.precision, None, moment.month, moment.day)
        if moment.start >= period.start and moment.end <= period.end:
            return Moment(-1, -1, moment.precision, None, moment.month, moment.day)
    return None


def _due_day(sentence: str, period: _Stated) -> int | None:
    if period.kind not in ("monthly", "quarterly"):
        return None
    folded = fold(sentence)
    others = [match for match in _kinds(folded) if match.lastgroup != period.kind]
    limit = min((match.start() for match in others if match.start() > period.end), default=len(folded))
    found = [match for match in _DAY_OF_MONTH.finditer(folded) if match.end() > period.start and match.start() < limit]
    if not found and not others:
        found = list(_DAY_OF_MONTH.finditer(folded))
    match = found[0] if found else _BARE_DAY.search(folded, period.end, limit)
    return int(match.group("day")) if match and 1 <= int(match.group("day")) <= 31 else None
