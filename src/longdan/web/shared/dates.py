"""Dates as officials write them, with the days that are left."""

from dataclasses import dataclass
from datetime import date

SOON = 14  # days


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as a screen shows it; ``tone`` is late, soon, good or nothing, ``big`` over ``small`` stand in the margin."""

    words: str
    left: str
    tone: str
    big: str
    small: str


def due(when: date | str | None, today: date, *, month: bool = False, over: bool = False, raw: str = "") -> Due:
    """``when`` is a day, an ISO day, a month "2026-09" or nothing.

    ``month`` says that of the day only its month was written, ``over`` that the work is done, ``raw`` what stands in the
    document where it names no date.
    """
    if not when:
        return Due(raw or "Không có thời hạn", "", "", "–", "không hạn")
    day, words, big, small = written(f"{when:%Y-%m}" if month and isinstance(when, date) else when)
    if over:
        return Due(words, "", "good", big, small)
    days = (day - today).days
    return Due(words, days_left(days), tone(days), big, small)


def written(when: date | str) -> tuple[date, str, str, str]:
    """The last day that ``when`` allows, its words, and its two lines in a margin."""
    if isinstance(when, str) and len(when) == len("2026-09"):
        year, month = int(when[:4]), int(when[5:])
        last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        return date.fromordinal(last), f"tháng {month}/{year}", f"T{month}", str(year)
    day = date.fromisoformat(when) if isinstance(when, str) else when
    return day, f"{day:%d/%m/%Y}", f"{day:%d}", f"{day:%m/%Y}"


def tone(days: int) -> str:
    if days < 0:
        return "late"
    return "soon" if days <= SOON else ""


def days_left(days: int) -> str:
    if days == 0:
        return "hết hạn hôm nay"
    return f"quá {-days} ngày" if days < 0 else f"còn {days} ngày"
