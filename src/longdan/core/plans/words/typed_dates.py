"""Days, months, quarters and halves of years as people type them for a deadline."""

import re
from datetime import date

from longdan.core.plans.words.dates import Moment, Precision, moments
from longdan.core.vietnamese import fold

YEARS = range(1990, 2101)  # of days that a plan may name
_LEAD = re.compile(
    r"^(?:(?:hoàn\s+thành|xong|thời\s+hạn|hạn|trước|chậm\s+nhất|muộn\s+nhất|không\s+quá|trong|vào|đến|hết|cuối|là)[\s:]+)+",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_QUARTER = re.compile(r"^Q\s*([1-4])(?=\D|$)", re.IGNORECASE)
_HALF = re.compile(r"(?:6|sau) thang (dau|cuoi)(?: nam)?(?: (\d{4}))?")
_MONTH = re.compile(r"thang (\d{1,2})")


def typed_date(words: str, year: int | None = None) -> str | None:
    """What is meant: ``2026-12-31``, or ``2026-12`` of a month, and of a quarter, a half year or a year its last month.

    ``year`` is that of the plan, for words that name none ("trước 30/6"). None where the words mean no time.
    """
    text = _LEAD.sub("", _QUARTER.sub(r"quý \1", words.strip().rstrip("."))).strip()
    if found := _ISO.fullmatch(text):
        return _written(*(int(part) if part else None for part in found.groups()))
    if found := _HALF.fullmatch(fold(text)):
        return _written(int(found[2]) if found[2] else year, 6 if found[1] == "dau" else 12, None)
    if found := _MONTH.fullmatch(fold(text)):
        return _written(year, int(found[1]), None)
    whole = (one for one in moments(text) if (one.start, one.end) == (0, len(text)))
    return _meant(next(whole, None), year)


def _meant(moment: Moment | None, year: int | None) -> str | None:
    if moment is None:
        return None
    return _written(moment.year or year, 12 if moment.precision is Precision.YEAR else moment.month, moment.day)


def _written(year: int | None, month: int | None, day: int | None) -> str | None:
    try:
        meant = date(year or 0, month or 0, day or 1)
    except ValueError:
        return None
    if meant.year not in YEARS:
        return None
    return f"{meant:%Y-%m-%d}" if day else f"{meant:%Y-%m}"
