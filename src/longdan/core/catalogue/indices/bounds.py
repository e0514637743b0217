"""Bands as annexes word them: "trên 90", "từ 70 đến dưới 90", ">= 80%", "70-90%"."""

import re
from decimal import Decimal

from longdan.core.catalogue.indices.rules import Band

_NUMBER = r"(\d+(?:[.,]\d+)?)\s*%?"
_LOW = r"(trên|lớn hơn|>=|≥|>|từ)?\s*"
_HIGH = r"(đến dưới|tới dưới|đến|tới|-|–|\.\.)\s*"
_BETWEEN = re.compile(rf"{_LOW}{_NUMBER}\s*{_HIGH}{_NUMBER}", re.IGNORECASE)
_UP = re.compile(rf"(trên|lớn hơn|>=|≥|>|từ)\s*{_NUMBER}(\s*trở lên)?", re.IGNORECASE)
_DOWN = re.compile(rf"(dưới|nhỏ hơn|<=|≤|<|đến|không quá)\s*{_NUMBER}(\s*trở xuống)?", re.IGNORECASE)
_OPEN = frozenset({"trên", "lớn hơn", ">", "dưới", "nhỏ hơn", "<"})


def read_band(words: str, points: Decimal) -> Band | None:
    """The band that the words describe, with its points; None where they describe none."""
    words = words.strip()
    if found := _BETWEEN.fullmatch(words):
        low_word, low, high_word, high = found.groups()
        return Band(_decimal(low), _closed(low_word), _decimal(high), "dưới" not in high_word.casefold(), points)
    if found := _UP.fullmatch(words):
        return Band(_decimal(found[2]), _closed(found[1]), None, False, points)
    if found := _DOWN.fullmatch(words):
        return Band(None, False, _decimal(found[2]), _closed(found[1]), points)
    return None


def band_words(band: Band) -> str:
    """The band in the words that ``read_band`` reads."""
    low = "" if band.low is None else f"{'từ' if band.low_included else 'trên'} {band.low}"
    high = "" if band.high is None else f"{'đến' if band.high_included else 'đến dưới'} {band.high}"
    if not low:
        return high.removeprefix("đến ") if high.startswith("đến dưới") else high
    return f"{low} {high}".strip()


def holds(band: Band, figure: Decimal) -> bool:
    above = band.low is None or figure > band.low or (band.low_included and figure == band.low)
    below = band.high is None or figure < band.high or (band.high_included and figure == band.high)
    return above and below


def _closed(word: str | None) -> bool:
    return (word or "").casefold() not in _OPEN


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
