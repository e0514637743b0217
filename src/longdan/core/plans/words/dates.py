"""Dates, months, quarters and windows as Vietnamese administrative writing states them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

ROMAN_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


class Precision(StrEnum):
    DAY = "day"
    DAY_OF_YEAR = "day_of_year"  # 15/11 with no year
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time in a text; ``text[start:end]`` are its words."""

    start: int
    end: int
    precision: Precision
    year: int | None = None
    month: int | None = None  # the last month of a quarter
    day: int | None = None

    @property
    def iso(self) -> str:
        """``2025-12-31``, ``2025-12``, ``2025``, or ``12-31`` where the year is not said."""
        parts = [
            f"{self.year:04}" if self.year else "",
            f"{self.month:02}" if self.month else "",
            f"{self.day:02}" if self.day else "",
        ]
        return "-".join(part for part in parts if part)

    @property
    def date(self) -> date | None:
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None


_S = r"\s*"
MOMENT = re.compile(
    rf"""
    (?: ngày\s+ )? (?<![\d/.])
      (?P<d1>\d{{1,2}}) {_S}(?P<sep>[/.-]){_S} (?P<m1>\d{{1,2}}) {_S}(?P=sep){_S} (?P<y1>(?:19|20)\d\d) (?![\d/])
  | ngày\s+ (?P<d2>\d{{1,2}}) {_S},?{_S} tháng\s+ (?P<m2>\d{{1,2}}) {_S},?{_S} năm\s+ (?P<y2>(?:19|20)\d\d)
  | ngày\s+ (?P<d3>\d{{1,2}}) \s+ tháng\s+ (?P<m3>\d{{1,2}}) (?!\s*/?\s*\d)
  | (?: ngày\s+ )? (?<![\d/.,]) (?P<d4>\d{{1,2}})/(?P<m4>\d{{1,2}}) (?![\d/]|-[A-Z]|\s*(?:%|điểm|tỉnh|chỉ))
  | tháng\s+ (?P<m5>\d{{1,2}}) {_S}(?:[/.-]|năm){_S} (?P<y5>(?:19|20)\d\d)
  | qu[ýí]\s+ (?: (?:IV|III|II|I|[1-4]) {_S}(?:,|và){_S} )*
      (?P<q6>IV|III|II|I|[1-4])\b {_S}(?:[/.,-]|năm)?{_S} (?P<y6>(?:19|20)\d\d)
  | qu[ýí]\s+ (?P<q7>IV|III|II|I|[1-4])\b
  | (?<![\w/-]) (?P<m9>0?[1-9]|1[0-2])/(?P<y9>20\d\d) (?![\d/-])
  | năm\s+ (?P<y8>(?:19|20)\d\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)


_TELLS_TIME = re.compile(r"\d|qu[ýí]\s", re.IGNORECASE)


def moments(text: str) -> Iterator[Moment]:
    """Every date, month, quarter or year of a text, in its order; impossible dates are passed over."""
    if _TELLS_TIME.search(text):
        yield from (moment for match in MOMENT.finditer(text) if (moment := _moment(match)))


def _moment(match: re.Match[str]) -> Moment | None:
    found = {key[0]: value for key, value in match.groupdict().items() if value and key != "sep"}
    quarter = found.get("q")
    month = 3 * (ROMAN_QUARTERS.get(quarter.upper()) or int(quarter)) if quarter else int(found.get("m", 0)) or None
    year, day = int(found.get("y", 0)) or None, int(found.get("d", 0)) or None
    if not _possible(year, month, day):
        return None
    return Moment(match.start(), match.end(), _precision(quarter, year, month, day), year, month, day)


def _precision(quarter: str | None, year: int | None, month: int | None, day: int | None) -> Precision:
    if quarter:
        return Precision.QUARTER
    if day:
        return Precision.DAY if year else Precision.DAY_OF_YEAR
    return Precision.MONTH if month else Precision.YEAR


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if month and not 1 <= month <= 12:
        return False
    return not day or (bool(month) and 1 <= day <= monthrange(year or 2024, month or 1)[1])


def full_dates(text: str) -> Iterator[Moment]:
    """Only the moments that name day, month and year."""
    return (moment for moment in moments(text) if moment.precision is Precision.DAY)


@dataclass(frozen=True, slots=True)
class Window:
    """``từ ngày 01/12/2022 đến ngày 30/11/2023``: both days belong to it."""

    start: int
    end: int
    first: Moment
    last: Moment


_FROM = re.compile(r"\btừ\s*(?:ngày|tháng)?\s*$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:,)?\s*(?:đến|tới|-|–)\s*(?:hết|trước)?\s*(?:ngày|tháng)?\s*$", re.IGNORECASE)


def windows(text: str) -> Iterator[Window]:
    """Pairs of days that a text states as from … to …."""
    found = list(moments(text))
    for first, last in pairwise(found):
        lead = _FROM.search(text[max(0, first.start - 12) : first.start])
        if lead and first.day and last.day and _TO.match(text[first.end : last.start]):
            yield Window(first.start, last.end, _with_year(first, last.year), last)


def _with_year(moment: Moment, year: int | None) -> Moment:
    if moment.year or not year:
        return moment
    return Moment(moment.start, moment.end, Precision.DAY, year, moment.month, moment.day)


RECURRENCE = re.compile(
    r"thường xuyên|định kỳ|(?:hằng|hàng|mỗi)\s+(?:năm|quý|quí|tháng|tuần|ngày)|liên tục"
    r"|theo (?:kế hoạch|yêu cầu|tiến độ)|đột xuất"
    r"|(?:năm|giai đoạn)\s+\d{4}(?:\s*[-–]\s*\d{4})?\s+và\s+(?:các|những)\s+năm\s+tiếp\s+theo",
    re.IGNORECASE,
)


def recurrence(text: str) -> str | None:
    """The words that say that work comes again ("Thường xuyên", "Hằng năm"), None where it is done once."""
    match = RECURRENCE.search(text)
    return match.group() if match else None
