"""The order in which the files of one document are read: letter or decision, plan, annexes."""

import re
import unicodedata
from enum import IntEnum

from longdan.core.documents.parts import Reading

_OPENING = 600  # characters: a heading block with its title


class Role(IntEnum):
    """What a file is among its companions; the order of the roles is the order of reading."""

    COVER = 1
    PLAN = 2
    ANNEX = 3


_NAMES = (
    (re.compile(r"\b(phu luc|pl\d*|bieu( mau)?|danh muc|annex|kem theo)\b"), Role.ANNEX),
    (re.compile(r"\b(qd|quyet dinh|cv|cong van|to trinh|ttr|thu)\b"), Role.COVER),
    (re.compile(r"\b(kh|ke hoach|plan)\b"), Role.PLAN),
)
_WORDS = (
    (re.compile(r"^\s*(phu luc|bieu( mau)?( so)? \d|danh muc)\b"), Role.ANNEX),
    (re.compile(r"\bquyet dinh\b.{0,200}\bban hanh\b|\bkinh gui\b"), Role.COVER),
    (re.compile(r"\bke hoach\b"), Role.PLAN),
)


def in_order(readings: list[tuple[str, Reading]]) -> list[Reading]:
    """Sorted by role, then by the numbers in the names, then as they were given."""
    roles = [(_role(name, found), _numbers(name)) for name, found in readings]
    order = sorted(range(len(readings)), key=lambda at: roles[at])
    return [readings[at][1] for at in order]


def _role(name: str, found: Reading) -> Role:
    opening = " ".join(words for words, _, _ in found.parts[:40])[:_OPENING]
    for rules, text in ((_NAMES, _plain(name)), (_WORDS, _plain(opening))):
        if role := next((role for pattern, role in rules if pattern.search(text)), None):
            return role
    return Role.ANNEX if name.lower().endswith((".xlsx", ".xls", ".xlsm", ".ods")) else Role.PLAN


def _numbers(name: str) -> list[int]:
    """The numbers in a name: annex 10 comes after annex 2, however either is spelled."""
    return [int(digits) for digits in re.findall(r"\d{1,9}", _plain(name))]


def _plain(text: str) -> str:
    """Lower case without marks, everything but letters and digits a space."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", " ", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip()
