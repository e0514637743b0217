"""Units in which a survey will be held, where a plan names them."""

import re

from longdan.core.documents.model import Document
from longdan.core.plans.draft import Quote
from longdan.core.plans.stream import UPPER, phrases, quote, stream

_UNIT = r"(?:thành\s+phố|thị\s+xã|thị\s+trấn|huyện|quận|phường|đặc\s+khu|xã)"
_NAME = rf"[{UPPER}][\w’']*(?:\s+[{UPPER}][\w’']*){{0,3}}"
_ONE = rf"(?:{_UNIT}\s*:?\s+)?{_NAME}"
_LIST = rf"{_UNIT}\s*:?\s+{_NAME}(?:\s*(?:,|;|\s+và|,\s*và)\s+{_ONE})*"
_SURVEY = r"(?:điều\s+tra|khảo\s+sát)"
_CHOSEN = re.compile(
    rf"(?P<units>{_LIST})\s*,?\s*\(?\s*(?:[^().;]{{0,40}}?\s)?(?:đã\s+)?được\s+(?:lựa\s+)?chọn[^.;]{{0,40}}?{_SURVEY}"
)
_PLACES = phrases("các", "đơn vị", "địa phương", "địa bàn", "gồm", "là")
_SURVEYED = re.compile(
    rf"{_SURVEY}[^.;]{{0,60}}?\s(?:tại|ở|gồm|trên\s+địa\s+bàn)(?:\s+(?:\d+\s+)?{_PLACES})*\s*:?\s*(?P<units>{_LIST})"
)


def read(document: Document) -> tuple[tuple[str, ...], list[Quote]]:
    """(units, the words that name them)."""
    words = stream(document)
    names: dict[str, None] = {}
    quotes = []
    for pattern in (_CHOSEN, _SURVEYED):
        for match in pattern.finditer(words):
            names |= dict.fromkeys(_units(match["units"]))
            quotes.append(quote(document, *match.span("units")))
    return tuple(names), quotes


def _units(words: str) -> list[str]:
    """ "huyện: Vân Hồ, Thuận Châu và thành phố Sơn La" as three names, each with its kind of unit."""
    units, kind = [], ""
    for part in re.split(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+", words):
        match = re.fullmatch(rf"(?P<kind>{_UNIT})?\s*:?\s*(?P<name>{_NAME})", part.strip())
        if match:
            kind = re.sub(r"\s+", " ", match["kind"] or kind)
            name = re.sub(r"\s+", " ", match["name"])
            units.append(f"{kind} {name}".strip())
    return units
