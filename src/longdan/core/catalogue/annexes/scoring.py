"""Reads the statements of a scoring text: "trên 90%: 2", "từ 80% đến dưới 100%: (b/a) × điểm tối đa", "không đạt: 0"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from longdan.core.catalogue.indices.bounds import read_band
from longdan.core.catalogue.indices.rules import Band

_FIGURE = r"\d+(?:[.,]\d+)?"
_POINTS = re.compile(
    rf"(?P<label>.+?)(?:\s*(?::|=|→|\()\s*|\s+[-–]\s+)(?P<points>{_FIGURE})\s*(?:điểm|đ)?\s*\)?"
    rf"|(?P<earner>.+?)\s+được\s+(?P<earned>{_FIGURE})\s*điểm",
    re.IGNORECASE,
)
_OVER = r"trên|lớn hơn|>=|≥|>|từ|đạt từ|dưới|nhỏ hơn|<=|≤|<|không quá"
_TO = r"đến dưới|tới dưới|đến|tới|-\s*dưới|–\s*dưới|-|–"
_BETWEEN = re.compile(rf"(?:trên|>=|≥|>|từ)?\s*{_FIGURE}\s*%?\s*(?:{_TO})\s*{_FIGURE}\s*%", re.IGNORECASE)
_ONE_SIDE = re.compile(rf"(?:{_OVER})\s*{_FIGURE}\s*%(?:\s*trở (?:lên|xuống))?|{_FIGURE}\s*%\s*trở lên", re.IGNORECASE)
_ALONE = re.compile(r"100\s*%")
_FORMULA = re.compile(r"công thức|điểm tối đa|tỷ lệ[^:;]*[*×]|\b[ab]\s*/\s*[ab]\b", re.IGNORECASE)
_SEPARATED = re.compile(r"\n|;|(?:(?<=\d)|(?<=điểm)|(?<=\dđ)),\s+(?=\D)(?=[^,;\n]*:)")  # "đủ, đúng hạn: 4" is one
_ENDED = re.compile(rf":\s*{_FIGURE}(?:\s*(?:điểm|đ))?[.,;]?\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one statement says: for what (``label``), within which percents, how many points, or that there is a formula."""

    label: str
    points: Decimal | None
    band: Band | None
    formula: bool


def statements_of(words: str) -> list[str]:
    """The separate statements of a cell, whose own lines may have been lost: a new one begins with a capital after points."""
    cuts = [0, *(found.end() for found in _ENDED.finditer(words) if _begins(words[found.end()])), len(words)]
    lines = [line for first, last in pairwise(cuts) for line in _SEPARATED.split(words[first:last])]
    return [line.strip(" -+*•.") for line in lines if line.strip(" -+*•.")]


def _begins(letter: str) -> bool:
    return letter.isupper() or letter in "-+•<>≤≥"


def read_statement(words: str) -> Statement:
    """One statement of a scoring text; what it does not say is None."""
    given = _POINTS.fullmatch(words.strip(" ."))
    formula = bool(_FORMULA.search(words)) and not (given and not re.search(r"[*×]", words))
    points = Decimal((given["points"] or given["earned"]).replace(",", ".")) if given and not formula else None
    label = (given["label"] or given["earner"]).strip() if given and points is not None else words
    return Statement(label, points, percents(label), formula)


def percents(words: str) -> Band | None:
    """The percents that a statement speaks of; None where it speaks of none, or of more than one range."""
    if between := _BETWEEN.findall(words):
        return read_band(re.sub(r"[-–]\s*dưới", "đến dưới", between[0]), Decimal(0)) if len(between) == 1 else None
    found = _ONE_SIDE.findall(words)
    if len(found) == 1:
        side = found[0] if re.match(_OVER, found[0], re.IGNORECASE) else f"từ {found[0]}"
        return read_band(side.casefold().removeprefix("đạt "), Decimal(0))
    return read_band("từ 100", Decimal(0)) if _ALONE.search(words) and not found else None
