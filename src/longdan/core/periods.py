"""The times that figures speak of: a year, a half-year, a quarter, a month, or any window of days."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both counted; ordered by the first day, then by the last."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} lies before {self.first}")

    def __str__(self) -> str:
        """ "2024", "2024-H1", "2024-Q3", "2024-07", or "2024-02-10/2024-05-09" for a window."""
        length = self._whole_months()
        year, month = self.first.year, self.first.month
        match length:
            case 12 if month == 1:
                return f"{year}"
            case 6 if month in (1, 7):
                return f"{year}-H{(month + 5) // 6}"
            case 3 if month in (1, 4, 7, 10):
                return f"{year}-Q{(month + 2) // 3}"
            case 1:
                return f"{year}-{month:02}"
            case _:
                return f"{self.first}/{self.last}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def year(self) -> int:
        """The year in which the period ends, which is the year that results are named after."""
        return self.last.year

    def _whole_months(self) -> int:
        """How many calendar months of one year the period fills exactly; 0 where it does not."""
        ends = self.last.day == calendar.monthrange(self.last.year, self.last.month)[1]
        if self.first.day != 1 or not ends or self.first.year != self.last.year:
            return 0
        return self.last.month - self.first.month + 1


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def read_period(text: str) -> Period | None:
    """The period that a text writes, in any of the forms of ``Period.__str__``; None if it writes none."""
    if "/" in text:
        return _window(text)
    if not (written := _WRITTEN.fullmatch(text)) or int(written["year"]) < 1:
        return None
    first, months = _months(written)
    last = first + months - 1
    number = int(written["year"])
    return Period(date(number, first, 1), date(number, last, calendar.monthrange(number, last)[1]))


def _months(written: re.Match[str]) -> tuple[int, int]:
    """The first month of a written period, with how many months it has."""
    if written["half"]:
        return int(written["half"]) * 6 - 5, 6
    if written["quarter"]:
        return int(written["quarter"]) * 3 - 2, 3
    return (int(written["month"]), 1) if written["month"] else (1, 12)


def _window(text: str) -> Period | None:
    try:
        first, last = (date.fromisoformat(day) for day in text.split("/"))
        return Period(first, last)
    except ValueError:
        return None
