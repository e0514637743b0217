"""The letterhead: the number, the place, the day of issue of a document."""

import re
from dataclasses import dataclass
from datetime import date

from longdan.core.plans.front.citations import SYMBOL, symbol_of
from longdan.core.plans.words.stream import UPPER, phrases

_DOTS = r"[.…_\s]*"
_SERIAL = r"\d{1,6}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d(?=\s?/))?"
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?:Số|SỐ|S6|Só|Sô)\s*[:.]?|số\s*:|Luật\s+số\s*:)\s*{_DOTS}(?P<serial>{_SERIAL})?{_DOTS}(?P<stroke>[/-])\s*"
    rf"(?P<symbol>{SYMBOL})(?![\w/])"
)
_DAY_WRITTEN = re.compile(
    rf",?\s*[Nn]gày\s*(?P<day>\d{{1,2}}|{_DOTS})\s*tháng\s*(?P<month>\d{{1,2}}|{_DOTS})\s*năm\s*(?P<year>\d{{4}})(?!\d)"
    r"|,\s*(?:ngày\s*)?(?P<day2>\d{1,2})\s?[/.-]\s?(?P<month2>\d{1,2})\s?[/.-]\s?(?P<year2>\d{4})(?!\d)"
)
_WEEKDAY = re.compile(r"^(?:Thứ|Chủ nhật|Ngày|In)\b", re.IGNORECASE)
_UNITS = phrases(
    "[Tt]hành phố",
    "[Tt]hị xã",
    "[Tt]hị trấn",
    "Tỉnh",
    "Huyện",
    "Xã",
    "Phường",
    "Quận",
    "Đặc khu",
    r"TP\.?",
    r"Tp\.?",
    r"TX\.?",
    r"P\.",
)
_PLACE = re.compile(
    rf"(?<![\w/.-])(?:{_UNITS}\s*)?(?:[{UPPER}][\w’']*\.?|[{UPPER}]{{2,4}})(?:\s*(?:[-–]\s*)?[{UPPER}][\w’']*){{0,4}}$"
)
MOTTO = re.compile(
    phrases("cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam")
    + r"|độc\s+lập\s*[-–]?\s*tự\s+do\s*[-–]?\s*hạnh\s+phúc",
    re.IGNORECASE,
)
_DAY_BY_NUMBER = re.compile(r"[\s,;]*ngày\s*(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})(?!\d)")

_REGISTERED_DAY = re.compile(
    r"Ngày\s+ban\s+hành\s*:?\s*(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Number:
    text: str | None  # None: the place for it was left empty
    symbol: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DayOfIssue:
    place: str | None
    issued: date | None  # None: day or month left empty
    year: int
    start: int
    place_end: int
    end: int


def find_number(words: str, start: int, end: int) -> Number | None:
    """The number under the issuer's name: the last one before the heading that stands after "Số"."""
    matches = list(_NUMBER.finditer(words, start, end))
    if not matches:
        return None
    match = matches[-1]
    stroke, symbol = match["stroke"], symbol_of(match["symbol"])
    text = re.sub(r"\s", "", f"{match['serial']}{stroke}{symbol}") if match["serial"] else None
    return Number(text, symbol, match.start(), match.end())


def find_day(words: str, start: int, end: int) -> DayOfIssue | None:
    """The day beside the place of issue ("Sơn La, ngày 04 tháng 01 năm 2023"), the last one above the heading."""
    found = [day for match in _DAY_WRITTEN.finditer(words, start, end) if (day := _day_of_issue(words, start, match))]
    placed = [day for day in found if day.place]
    return [*found, *placed][-1] if found else None


def find_day_below(words: str, start: int, end: int) -> DayOfIssue | None:
    """The day of a document whose heading stands above it: the first one that names its place."""
    days = (_day_of_issue(words, start, match) for match in _DAY_WRITTEN.finditer(words, start, end))
    return next((day for day in days if day and day.place), None)


def day_by_number(words: str, number: Number) -> DayOfIssue | None:
    """The day written right behind the number, where no place stands with it ("Số: 15/KH-SXD ngày 20/01/2025")."""
    match = _DAY_BY_NUMBER.match(words, number.end)
    if match is None:
        return None
    year = int(match["year"])
    return DayOfIssue(None, _date(match, year), year, match.start(), match.start(), match.end())


def registered_day(words: str, end: int) -> DayOfIssue | None:
    """The day of issue in the card that law sites set above a document ("Ngày ban hành: 18/07/2024")."""
    match = _REGISTERED_DAY.search(words, 0, end)
    return (
        DayOfIssue(None, _date(match, int(match["year"])), int(match["year"]), match.start(), match.start(), match.end())
        if match
        else None
    )


def _day_of_issue(words: str, start: int, match: re.Match[str]) -> DayOfIssue | None:
    begin, place = place_before(words, start, match.start())
    if place and _WEEKDAY.match(place):
        return None
    year = int(match["year"] or match["year2"])
    return DayOfIssue(place, _date(match, year), year, begin, match.start(), match.end())


def _date(match: re.Match[str], year: int) -> date | None:
    found = match.groupdict()
    try:
        return date(year, int(found["month"] or found["month2"]), int(found["day"] or found["day2"]))
    except (KeyError, TypeError, ValueError):
        return None


def place_before(words: str, start: int, end: int) -> tuple[int, str | None]:
    """The place whose name ends at ``end``: capitalised words after the number, the motto or a gap."""
    begin = max(start, end - 60)
    for match in MOTTO.finditer(words, begin - 40 if begin > 40 else 0, end):
        begin = max(begin, match.end())
    for number in _NUMBER.finditer(words, max(start, begin - 40), end):
        begin = max(begin, number.end())
    found = _PLACE.search(words[begin:end].rstrip())
    return (begin + found.start(), re.sub(r"\s+", " ", found[0])) if found else (end, None)
