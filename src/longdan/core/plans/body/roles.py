"""The role that a predicate gives to its subject."""

import re
from dataclasses import dataclass

from longdan.core.plans.draft import Role
from longdan.core.plans.words.agencies import fold, split_agencies, subject
from longdan.core.plans.words.agency_words import VOICES
from longdan.core.plans.words.confidence import LABELLED

LEADS = re.compile(VOICES["leads"])
IS_TOLD = re.compile(VOICES["told"])
_JOINS = re.compile(VOICES["joins"])
_JOINS_ALONE = re.compile(r"(?:cùng |tham gia )?(?:phối hợp|tham gia)(?: thực hiện)?[\s.;,)/]*$")  # (Sở A chủ trì, Sở B phối hợp)
_WITH = re.compile(r"phối\s+hợp(?:\s+(?:chặt\s+chẽ|thường\s+xuyên|tốt))?\s+(?:(?:với|cùng)\s+)?")
GENERAL = re.compile(r"(?:các|với các)\s+(?:cơ quan|tổ chức|đơn vị|sở|ngành|địa phương|thành viên)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph says of who works."""

    agency: str
    role: Role
    cooperating: tuple[str, ...] = ()
    requested: bool = False
    confidence: float = LABELLED


def role_of(predicate: str) -> Role:
    """The role that a predicate (folded) gives to its subject."""
    if LEADS.match(predicate):
        return Role.LEAD
    if _JOINS_ALONE.match(predicate):
        return Role.COOPERATE
    if match := _JOINS.match(predicate):
        return Role.RESPONSIBLE if GENERAL.match(predicate, match.end()) else Role.COOPERATE
    return Role.RESPONSIBLE


def cooperating(words: str) -> tuple[str, ...]:
    """The agencies behind every ``phối hợp với``, each once."""
    named = (subject(words, match.end()) for match in _WITH.finditer(fold(words)))
    return tuple(dict.fromkeys(name for found in named if found for name in split_agencies(found.name)))
