"""Units in which a survey will be held, where a plan names them."""

import re

from longdan.core.documents.model import Document
from longdan.core.plans.draft import Quote
from longdan.core.plans.words.stream import phrases, quote, stream
from longdan.core.plans.words.unit_lists import NAME, UNIT, units

_ONE = rf"(?:{UNIT}(?:\s*:)?\s+)?{NAME}"
_LIST = rf"(?P<units>{UNIT}(?:\s*:)?\s+{NAME}(?:(?:\s*[,;](?:\s*và)?|\s+và)\s+{_ONE})*)"
_LISTED = re.compile(_LIST)
_SURVEY = r"(?:điều\s+tra|khảo\s+sát)"
_CHOSEN = re.compile(rf"\s*,?\s*\(?\s*(?:[^().;]{{0,40}}?\s)?(?:đã\s+)?được\s+(?:lựa\s+)?chọn[^.;]{{0,40}}?{_SURVEY}")
_PLACES = phrases("các", "đơn vị", "địa phương", "địa bàn", "gồm", "là")
_SURVEYED = re.compile(rf"{_SURVEY}[^.;]{{0,60}}?\s(?:tại|ở|gồm|trên\s+địa\s+bàn)(?:\s+(?:\d+\s+)?{_PLACES})*\s*:?\s*{_LIST}")


def read(document: Document) -> tuple[tuple[str, ...], list[Quote]]:
    """(units, the words that name them)."""
    words = stream(document)
    names: dict[str, None] = {}
    quotes = []
    chosen = (match for match in _LISTED.finditer(words) if _CHOSEN.match(words, match.end()))
    for match in (*chosen, *_SURVEYED.finditer(words)):
        names |= dict.fromkeys(f"{kind} {name}" for kind, name in units(match["units"]))
        quotes.append(quote(document, *match.span("units")))
    return tuple(names), quotes
