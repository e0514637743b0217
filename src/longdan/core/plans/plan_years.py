"""The year or the span of years that a plan is for, as its title states it."""

import re

_DATES = re.compile(
    r"ngày\s*[\d./…-]*\s*(?:tháng\s*[\d./…]*\s*)?năm\s*\d{4}|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d+/(?:19|20)\d\d/"
    r"|tháng\s*\d{1,2}\s*(?:năm|/)\s*\d{4}",
    re.IGNORECASE,
)
_FAR = re.compile(r"(?:tầm\s+nhìn|định\s+hướng)\s+(?:đến\s+)?(?:năm\s+)?\d{4}|đến\s+(?:hết\s+)?năm\s+\d{4}", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:giai\s+đoạn|thời\s+kỳ|các\s+năm|nhiệm\s+kỳ|năm(?:\s+học)?|từ\s+năm)?\s*(?<!\d)(20\d\d)\s*(?:[-–—]|đến\s+năm|đến)?\s*(20\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"năm[.,]?\s*(20\d\d)(?!\d)", re.IGNORECASE)


def read(title: str, issued: int | None = None) -> tuple[int | None, tuple[int, int] | None]:
    """(year, period); a year of its own goes before the period of a programme that the title also names.

    A year before the year of issue is that of results, and of no plan.
    """
    year, period = _named(title)
    return (None if year and issued and year < issued else year), period


def _named(title: str) -> tuple[int | None, tuple[int, int] | None]:
    words = _DATES.sub(" ", title)
    if span := _SPAN.search(words):
        spans = _SPAN.sub(" ", words)
        year = _YEAR.search(_FAR.sub(" ", spans))
        first, last = int(span[1]), int(span[2])
        if year:
            return int(year[1]), None
        return (None, (first, last)) if first < last else (None, None)
    year = _YEAR.search(_FAR.sub(" ", words))
    return (int(year[1]) if year else None), None
