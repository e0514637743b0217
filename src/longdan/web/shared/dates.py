"""Dates as officials write them, with the days that are left."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
        return Due(raw or _("Không có thời hạn"), "", "", "–", _("không hạn"))
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
        return (
            date.fromordinal(last),
            _("tháng %(month)s/%(year)s") % {"month": month, "year": year},
            _("T%(month)s") % {"month": month},
            str(year),
        )
    day = date.fromisoformat(when) if isinstance(when, str) else when
    return day, f"{day:%d/%m/%Y}", f"{day:%d}", f"{day:%m/%Y}"


def tone(days: int) -> str:
    if days < 0:
        return "late"
    return "soon" if days <= SOON else ""


def days_left(days: int) -> str:
    if days == 0:
        return _("hết hạn hôm nay")
    said = (
        ngettext("quá %(days)d ngày", "quá %(days)d ngày", -days)
        if days < 0
        else ngettext("còn %(days)d ngày", "còn %(days)d ngày", days)
    )
    return said % {"days": abs(days)}
