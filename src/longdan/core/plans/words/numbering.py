"""The numbers, letters and bullets with which paragraphs of official documents begin."""

import re
from dataclasses import dataclass
from enum import StrEnum

from longdan.core.documents import wrapping_words

LETTERS = "abcdđeghiklmnopqrstuvxy"  # f, j, w, z are never used; đ is sometimes left out
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class Style(StrEnum):
    DIVISION = "division"  # Phần I, Chương II, Mục 1, Điều 3
    CAPITAL = "capital"  # A. ĐẶC ĐIỂM, B. NHIỆM VỤ
    ROMAN = "roman"
    ARABIC = "arabic"  # 1, 1.1, 6.2.1
    LETTER = "letter"
    DASH = "dash"
    PLUS = "plus"
    ITEM = "item"  # (1), (i), (a): items of a list in a paragraph's place, which never head a section


@dataclass(frozen=True, slots=True)
class Marker:
    """What a paragraph begins with; its words begin at ``length``."""

    style: Style
    label: str
    length: int
    parts: tuple[int, ...] = ()

    @property
    def numbered(self) -> bool:
        return self.style not in (Style.DASH, Style.PLUS, Style.ITEM)

    @property
    def depth(self) -> int:
        return len(self.parts)


_MARK_BEHIND = re.compile(r"\s*[.):/\-–]?\s*")
_DIVISION_NUMBER = re.compile(rf"\s(?:{wrapping_words.ROMAN}|\d+)$")


def marker(text: str) -> Marker | None:
    """The number or bullet of a paragraph; None where it begins with plain words."""
    if match := wrapping_words.DIVISION.match(text):
        behind = _MARK_BEHIND.match(text, match.end())
        return Marker(
            Style.DIVISION, " ".join(match.group().split()), behind.end() if behind else match.end(), (_ordinal(match.group()),)
        )
    if match := wrapping_words.NUMBER.match(text):
        return _number(match)
    if match := wrapping_words.ITEM.match(text):
        return Marker(Style.ITEM, match[0], len(text) - len(text[match.end() :].lstrip()))
    if match := wrapping_words.BULLET.match(text):
        style = Style.PLUS if match.group("mark") == "+" else Style.DASH
        return Marker(style, match.group("mark"), match.start("first"))
    return None


def _number(match: re.Match[str]) -> Marker | None:
    length = match.start("first") if match.group("first") else match.end()
    if capital := match.group("capital"):
        return Marker(Style.CAPITAL, capital, length, (ord(capital) - ord("A") + 1,))
    if roman := match.group("roman"):
        return Marker(Style.ROMAN, roman, length, (_value(roman),))
    if arabic := match.group("arabic") or match.group("dotted"):
        return Marker(Style.ARABIC, arabic, length, tuple(int(part) for part in arabic.split(".")))
    letter = match.group("letter")
    return Marker(Style.LETTER, letter, length, (LETTERS.find(letter) + 1,)) if letter in LETTERS else None


def _value(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))


def _ordinal(label: str) -> int:
    last = label.split()[-1]
    return int(last) if last.isdigit() else _value(last) if _DIVISION_NUMBER.search(label) else 0
