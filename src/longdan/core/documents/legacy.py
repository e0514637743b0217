"""Turning text of the fonts before Unicode (TCVN3/ABC, VNI) into Unicode letters."""

import re
from enum import StrEnum

from viparse.normalize.tables import Charmap, build_charmap, convert
from viparse.normalize.tcvn3 import TCVN3
from viparse.normalize.vni import VNI

from longdan.core.documents.syllables import share


class Legacy(StrEnum):
    """A way of writing Vietnamese with the codes of other letters."""

    TCVN3 = "tcvn3"
    VNI = "vni"


# The library's table of VNI lacks ẳ and ỵ, which its sources did not hold.
_TABLES: dict[Legacy, Charmap] = {
    Legacy.TCVN3: TCVN3,
    Legacy.VNI: build_charmap("vni", [*VNI.pairs, ("aú", "ẳ"), ("AÚ", "Ẳ"), ("î", "ỵ"), ("Î", "Ỵ")]),
}
_FONTS = (
    (re.compile(r"(?:[A-Z]{6}\+)?\.vn", re.IGNORECASE), Legacy.TCVN3),
    (re.compile(r"(?:[A-Z]{6}\+)?vni\b", re.IGNORECASE), Legacy.VNI),
)
_CLEAR_GAIN = 0.15
_LEGACY_LETTERS = re.compile("[\u00a1-\u00ff\u0080-\u009f]")
_ONLY_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u01a0-\u01b0\u1ea0-\u1ef9\u0300-\u0323]")


def of_font(font: str | None) -> Legacy | None:
    """The encoding that a font's name gives away (".VnTime", "VNI-Times", "ABCDEF+.VnArialH")."""
    return next((legacy for name, legacy in _FONTS if font and name.match(font)), None)


def draws_capitals(font: str | None) -> bool:
    """The fonts .VnTimeH, .VnArialH draw small letters as capitals."""
    return of_font(font) is Legacy.TCVN3 and bool(font and font.rstrip().endswith("H"))


def converted(text: str, legacy: Legacy) -> str:
    """The text in Unicode letters, NFC."""
    return str(convert(text, _TABLES[legacy]))


def repaired(text: str) -> str:
    """The text in Unicode where it clearly was typed in a legacy encoding, else as it is."""
    sample = text[:20_000]
    if 3 * len(_ONLY_UNICODE.findall(sample)) >= len(_LEGACY_LETTERS.findall(sample)):
        return text
    best = max((converted(text, legacy) for legacy in Legacy), key=share)
    return best if share(best) > share(text) + _CLEAR_GAIN else text
