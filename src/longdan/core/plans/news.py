"""An article that retells a plan: the sentence that says who issued what, under which number, when."""

import re
from dataclasses import dataclass
from datetime import date

from longdan.core.plans.citations import NUMBER, find
from longdan.core.plans.stream import UPPER, phrases

_COMMITTEE = (
    r"(?:UBND|Ủy\s+ban\s+nhân\s+dân|HĐND)(?:\s+(?:tỉnh|[Tt]hành\s+phố|TP\.?|huyện|thị\s+xã|xã|phường|quận))?"
    rf"(?:\s+(?:-\s+)?[{UPPER}][\w’']*){{0,5}}"
)
_OFFICES = phrases("Sở", "Bộ", "Ban", "Văn phòng", "Cục", "Chi cục", "Thanh tra")
_OFFICE = (
    rf"{_OFFICES}\s+[{UPPER}][^.;:()\d\n]{{1,70}}?|(?:Tỉnh|Thành|Huyện|Đảng)\s+ủy(?:\s+[{UPPER}]\w*){{0,4}}"
    r"|Chính\s+phủ|Thủ\s+tướng(?:\s+Chính\s+phủ)?"
)
_AGENCY = rf"(?P<agency>(?:(?:Phó\s+)?Chủ\s+tịch\s+)?(?:{_COMMITTEE}|{_OFFICE}))"
_DATE = r"(?P<{0}day>\d{{1,2}})\s?[/.-]\s?(?P<{0}month>\d{{1,2}})(?:\s?[/.-]\s?(?P<{0}year>\d{{4}}))?"
_TYPE = r"(?P<type>[Qq]uyết\s+định|[Kk]ế\s+hoạch|[Cc]hỉ\s+thị|[Cc]ông\s+văn|[Vv]ăn\s+bản|[Cc]hương\s+trình(?:\s+hành\s+động)?)"
_NUMBER = rf"\s+số\s*(?P<number>{NUMBER.pattern})"
_ABOUT = r"[\s,]*(?:(?:về\s+việc|về|V/v)\s+)?(?:(?:ban\s+hành|phê\s+duyệt)\s+)?"
_HAS = r"(?P<said>(?:(?:đã|vừa|qua|mới|có|chính\s+thức|ký|,)\s+)*)(?:ban\s+hành|phê\s+duyệt|ký)\s+"
_ISSUED = re.compile(
    rf"(?:[Nn]gày\s+{_DATE.format('a')}\s*,?\s*)?{_AGENCY}\s*(?:\([^)]*\)\s*)?{_HAS}{_TYPE}(?:{_NUMBER})?"
    rf"(?:[\s,]*ngày\s+{_DATE.format('b')})?{_ABOUT}"
)
_BY_NAME = re.compile(  # "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh về …"
    rf"(?P<said>(?!))?(?P<aday>(?!))?(?P<amonth>(?!))?(?P<ayear>(?!))?Theo\s+{_TYPE}{_NUMBER}(?:[\s,]*ngày\s+{_DATE.format('b')})?\s*,?\s+của\s+{_AGENCY}{_ABOUT}"
)
_SUBJECT_ENDS = re.compile(
    r"\.(?=\s|$)|,?\s+với\s+(?:các|những|một\s+số|mục|\d+|nhiều)|,\s*(?:trong\s+đó|nhằm|cụ\s+thể|theo\s+đó|gồm)|\s+như\s+sau|:\s|\n|,\s+yêu\s+cầu"
)
_TASK_WORDS = (
    "nhiệm vụ",
    "giải pháp",
    "mục tiêu",
    "phấn đấu",
    "yêu cầu",
    "tăng cường",
    "nâng cao",
    "đẩy mạnh",
    "triển khai",
    "tập trung",
)
_REACH = 0.6  # of an article: what it retells, it names before it is half told


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


def find_announcement(words: str) -> Announcement | None:
    """The first sentence that announces a plan, in a text that goes on to tell what is to be done."""
    reach = max(2500, int(len(words) * _REACH))
    for match in (*_ISSUED.finditer(words, 0, reach), *_BY_NAME.finditer(words, 0, reach)):
        if not (match["said"] or match["number"] or match["aday"]):
            continue  # "UBND tỉnh ban hành Kế hoạch như sau" is the plan itself
        announcement = _announcement(words, match)
        about = words[match.start() : announcement.subject_span[1] + 200].lower()
        tells = sum(word in words.lower() for word in _TASK_WORDS)
        if tells >= 3 and re.search(r"kế\s+hoạch|chỉ\s+thị|giải\s+pháp|nhiệm\s+vụ|chương\s+trình", about):
            return announcement
    return None


def _announcement(words: str, match: re.Match[str]) -> Announcement:
    subject_end = _SUBJECT_ENDS.search(words, match.end(), match.end() + 600)
    cited = find(words, match.start("number"), match.end("number")) if match["number"] else []
    mark = "b" if match["bday"] else "a"
    return Announcement(
        agency=re.sub(r"\s+", " ", match["agency"]).strip(" ,"),
        agency_span=match.span("agency"),
        type_name=re.sub(r"\s+", " ", match["type"]).lower(),
        number=cited[0].number if cited else None,
        number_span=(cited[0].start, cited[0].end) if cited else None,
        issued=_date(match, mark),
        day_and_month=_day_and_month(match, mark),
        date_span=_date_span(match, mark),
        subject_span=(match.end(), subject_end.start() if subject_end else min(len(words), match.end() + 300)),
    )


def _date_span(match: re.Match[str], mark: str) -> tuple[int, int] | None:
    if not match[f"{mark}day"]:
        return None
    return match.start(f"{mark}day"), max(match.end(f"{mark}month"), match.end(f"{mark}year"))


def _date(match: re.Match[str], mark: str) -> date | None:
    try:
        return date(int(match[f"{mark}year"]), int(match[f"{mark}month"]), int(match[f"{mark}day"]))
    except (TypeError, ValueError):
        return None


def _day_and_month(match: re.Match[str], mark: str) -> tuple[int, int] | None:
    if match[f"{mark}day"] and not match[f"{mark}year"]:
        return int(match[f"{mark}day"]), int(match[f"{mark}month"])
    return None
