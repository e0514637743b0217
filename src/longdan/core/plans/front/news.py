"""An article that retells a plan: the sentence that says who issued what, under which number, when."""

import re
from dataclasses import dataclass
from datetime import date

from longdan.core.documents.model import Document
from longdan.core.plans.front.citations import NUMBER, find
from longdan.core.plans.words.stream import UPPER, phrases

_CAPITALISED = rf"(?:\s+(?:-\s+)?[{UPPER}][\w’']*)"
_UNITS = phrases("tỉnh", "[Tt]hành phố", r"TP\.?", "huyện", "thị xã", "xã", "phường", "quận")
_OF_PROVINCE = rf"(?:\s*,\s+(?:tỉnh|thành\s+phố){_CAPITALISED}{{1,4}})?"
_COMMITTEE = rf"(?:UBND|Ủy\s+ban\s+nhân\s+dân|HĐND)(?:\s+{_UNITS})?{_CAPITALISED}{{0,5}}{_OF_PROVINCE}"
_OFFICES = phrases("Sở", "Bộ", "Ban", "Văn phòng", "Cục", "Chi cục", "Thanh tra")
_OFFICE = (
    rf"{_OFFICES}\s+[{UPPER}][^.;:()\d\n]{{1,70}}?|(?:Tỉnh|Thành|Huyện|Đảng)\s+ủy(?:\s+[{UPPER}]\w*){{0,4}}"
    r"|Chính\s+phủ|Thủ\s+tướng(?:\s+Chính\s+phủ)?"
)
_PROVINCE = rf"(?:[Tt]ỉnh|[Tt]hành\s+phố|TP\.?){_CAPITALISED}{{1,4}}"
_AGENCY = rf"(?P<agency>(?:(?:Phó\s+)?Chủ\s+tịch\s+)?(?:{_COMMITTEE}|{_OFFICE}|{_PROVINCE}))"
_DATE = r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})(?:\s?[/.-]\s?(?P<year>\d{4}))?"
_DATE_BEFORE = re.compile(rf"[Nn]gày\s+{_DATE}\s*,?\s*$")
_DATE_BEHIND = rf"(?:[\s,]*ngày\s+{_DATE})?"
_TYPE = r"(?P<type>[Qq]uyết\s+định|[Kk]ế\s+hoạch|[Cc]hỉ\s+thị|[Cc]ông\s+văn|[Vv]ăn\s+bản|[Cc]hương\s+trình(?:\s+hành\s+động)?)"
_NUMBER = rf"\s+(?:số\s*:?\s*)?(?P<number>{NUMBER.pattern})"
_ABOUT = r"[\s,]*(?:(?:về\s+việc|về|V/v)\s+)?(?:(?:ban\s+hành|phê\s+duyệt)\s+)?"
_HAS = (
    r"(?P<said>(?:(?:đã|vừa|qua|mới|có|chính\s+thức|ký|,)\s+)*)"
    r"(?:ban\s+hành|phê\s+duyệt|ký|(?<=vừa\s)có|(?<=đã\s)có|(?<=mới\s)có)\s+"
)
_ISSUED = re.compile(rf"{_AGENCY}\s*(?:\([^)]*\)\s*)?{_HAS}{_TYPE}(?:{_NUMBER})?{_DATE_BEHIND}{_ABOUT}")
_BY_NAME = re.compile(  # "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh về …"
    rf"(?:Theo\s+)?{_TYPE}{_NUMBER}{_DATE_BEHIND}\s*,?\s+của\s+{_AGENCY}(?=\s+về|,){_ABOUT}"
)
_SUBJECT_ENDS = re.compile(
    r"\.(?=\s|$)|,?\s+với\s+(?:các|những|một\s+số|mục|\d+|nhiều)|,\s*(?:trong\s+đó|nhằm|cụ\s+thể|theo\s+đó|gồm|đặt|đề\s+ra|yêu\s+cầu)"
    r"|,\s+(?:tỉnh|thành\s+phố|huyện|UBND|Sở)\s+(?:đặt|phấn|yêu|đề|tập|sẽ)|\s+như\s+sau|:\s|\n"
)
_TASK_WORDS = phrases(
    "nhiệm vụ", "giải pháp", "mục tiêu", "phấn đấu", "yêu cầu", "tăng cường", "nâng cao", "đẩy mạnh", "triển khai", "tập trung"
)  # fmt: skip
_PLAN_WORDS = re.compile(phrases("kế hoạch", "chỉ thị", "giải pháp", "nhiệm vụ", "chương trình"), re.IGNORECASE)
_SETS_OUT = phrases("đặt", "đề ra", "đưa ra", "nêu", "tập trung", "nhằm", "xác định", "ra đời", "nhấn mạnh", "phấn đấu", "gồm")
_RETELLING = re.compile(
    r"(?:nội\s+dung|mục\s+tiêu|mục\s+đích)\s+(?:của\s+|chính\s+của\s+)?[Kk]ế\s+hoạch|[Tt]heo\s+(?:đó|[Kk]ế\s+hoạch)|như\s+sau|yêu\s+cầu"
    r"|(?:nội\s+dung|nhiệm\s+vụ|giải\s+pháp)(?:\s+\w+){0,4}\s+sau\b"
    rf"|NỘI\s+DUNG|[Kk]ế\s+hoạch\s+(?:này\s+|cũng\s+)?{_SETS_OUT}"
)
_TASKS = 2  # such words that a retold plan uses at the least
_REACH = 0.5  # of an article: what it retells, it names before it is half told
_LEAD = 1500  # letters that an article may take before it names it


@dataclass(frozen=True, slots=True)
class Announcement:
    agency: str
    agency_span: tuple[int, int]
    type_name: str
    number: str | None
    number_span: tuple[int, int] | None
    issued: date | None
    day_and_month: tuple[int, int] | None  # where the article leaves the year out
    date_span: tuple[int, int] | None
    subject_span: tuple[int, int]


def find_announcement(document: Document, words: str) -> Announcement | None:
    """The first sentence that announces a plan, in a text that goes on to tell what is to be done."""
    if len(set(re.findall(_TASK_WORDS, words.lower()))) < _TASKS:
        return None
    reach = max(_LEAD, int(len(words) * _REACH))
    by_name = [match for match in _BY_NAME.finditer(words, 0, reach) if _begins_sentence(document, words, match)]
    found = sorted([*_ISSUED.finditer(words, 0, reach), *by_name], key=lambda match: match.start())
    return next((told for match in found if (told := _announcement(words, match)) and _retold(words, told)), None)


def _begins_sentence(document: Document, words: str, match: re.Match[str]) -> bool:
    start = match.start()
    return match[0][0] in "TKQC" and (document.passage_at(start).start == start or words[:start].rstrip()[-1:] in {".", ")", "-"})


def _retold(words: str, said: Announcement) -> bool:
    """Whether the plan that is announced is what the text goes on to tell."""
    about = words[said.agency_span[0] : said.subject_span[1] + 200]
    return bool(_PLAN_WORDS.search(about) and _RETELLING.search(words, said.subject_span[0]))


def _announcement(words: str, match: re.Match[str]) -> Announcement | None:
    groups = match.groupdict()
    day = match if groups["day"] else _DATE_BEFORE.search(words, max(0, match.start() - 25), match.start())
    if not (groups.get("said", True) or groups["number"] or day):
        return None  # "UBND tỉnh ban hành Kế hoạch như sau" is the plan itself
    subject_end = _SUBJECT_ENDS.search(words, match.end(), match.end() + 600)
    cited = find(words, match.start("number"), match.end("number")) if groups["number"] else []
    return Announcement(
        agency=re.sub(r"\s+", " ", groups["agency"]).strip(" ,"),
        agency_span=match.span("agency"),
        type_name=re.sub(r"\s+", " ", groups["type"]).lower(),
        number=cited[0].number if cited else None,
        number_span=(cited[0].start, cited[0].end) if cited else None,
        issued=_date(day) if day else None,
        day_and_month=(int(day["day"]), int(day["month"])) if day and not day["year"] else None,
        date_span=(day.start("day"), max(day.end("month"), day.end("year"))) if day else None,
        subject_span=(match.end(), subject_end.start() if subject_end else min(len(words), match.end() + 300)),
    )


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except (TypeError, ValueError):
        return None
