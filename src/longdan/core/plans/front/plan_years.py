"""The year or the span of years that a plan is for, as its title states it."""

import re

_DATES = re.compile(
    r"ngày\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày\s*[\d./…-]*\s*(?:tháng\s*[\d./…]*\s*)?năm\s*\d{4}|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d+/(?:19|20)\d\d/"
    r"|tháng\s*\d{1,2}\s*(?:năm|/)\s*\d{4}",
    re.IGNORECASE,
)
_FAR = re.compile(r"(?:tầm\s+nhìn|định\s+hướng)\s+(?:đến\s+)?(?:năm\s+)?\d{4}|đến\s+(?:hết\s+)?năm\s+\d{4}", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:giai\s+đoạn|thời\s+kỳ|các\s+năm|nhiệm\s+kỳ|năm(?:\s+học)?|từ\s+năm)?\s*(?<!\d)(20\d\d)\s*(?:[-–—]|đến\s+năm|đến)?\s*(20\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"năm[.,]?\s*(20\d\d)(?!\d)", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"(năm\s+học\s+)(20\d\d)(\s*[-–—]\s*)(20\d\d)", re.IGNORECASE)
# Years that a title names beside its own: of periods and horizons, of days, in the numbers of documents.
_OTHERS = re.compile(rf"{_DATES.pattern}|{_SPAN.pattern}|{_FAR.pattern}", re.IGNORECASE)


def in_year(title: str, own: int, year: int) -> str:
    """The title of a plan of the year ``own`` as that of ``year``: its own year (or school year) alone is another one."""
    years = year - own
    title = _SCHOOL_YEAR.sub(
        lambda found: f"{found[1]}{int(found[2]) + years}{found[3]}{int(found[4]) + years}" if int(found[2]) == own else found[0],
        title,
    )
    kept = [found.span() for found in _OTHERS.finditer(title)]

    def renewed(found: re.Match[str]) -> str:
        return found[0] if any(start <= found.start() < end for start, end in kept) else str(year)

    return re.sub(rf"(?<![\d/.]){own}(?![\d/])", renewed, title)


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
