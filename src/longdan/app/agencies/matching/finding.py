"""What a name in a document is taken to mean: an agency of its day and who carries on its work, or a group."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from longdan.app.agencies.matching.directory import Directory
from longdan.app.agencies.matching.names import PROVINCE, VAGUE, WHERE, initials, plain, written_out
from longdan.core.vietnamese import fold, spelt


class Group(StrEnum):
    """Agencies that a document names together, without their names."""

    DEPARTMENTS = "departments"
    COMMUNES = "communes"
    ALL = "all"

    @property
    def label(self) -> str:
        return GROUP_LABELS[self]


GROUP_LABELS = {
    Group.DEPARTMENTS: "Các sở, ban, ngành",
    Group.COMMUNES: "UBND các xã, phường, đặc khu",
    Group.ALL: "Các sở, ban, ngành và UBND các xã, phường, đặc khu",
}
SURE = 0.9  # from here on a match stands without a person's look
CARRIED_ON = 0.95  # what is known of a unit of the document's day, and of who does its work now
OLD_NAME = 0.93  # the same, where the document still writes the name of what was no more
LIKELIEST = 0.6  # one of several that carry on
OTHER_TONES = 0.85  # a unit whose name is written with other tones
IN_DISTRICT = 0.8  # a commune named with another district than the last that it lay in
DIVISION = 0.75  # the agency that a division belongs to


@dataclass(frozen=True, slots=True)
class Match:
    """What a name is taken to mean; neither agency nor group where nothing comes near."""

    agency: int | None = None
    group: Group | None = None
    confidence: float = 0.0
    through: int | None = None  # the unit of the document's day, where another carries on its work
    candidates: tuple[int, ...] = ()  # who may be meant, where a person has to choose

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE

    @property
    def found(self) -> bool:
        return self.agency is not None or self.group is not None


NONE = Match()
_COMMUNES = re.compile(r"\b(xa|phuong|dac khu|huyen|thi tran)\b")  # "địa phương" among them
_DEPARTMENTS = re.compile(r"\b(so|ban nganh|nganh)\b(?! luong)")
_EVERYONE = re.compile(r"\b(co quan|don vi)\b")
_LEVELS = re.compile(r"\b(cac cap|cap huyen)\b")  # what is done at them now is the communes' and partly the province's
_PLURAL = re.compile(
    r"\b(cac|nhung|moi|tung|tat ca|toan the)\b|^(so ban nganh|so nganh|(ubnd )?cap (xa|huyen)|ubnd xa phuong|xa phuong)"
)
# "các đơn vị liên quan", "các đơn vị thuộc và trực thuộc", "Trưởng các phòng thuộc Sở": nobody knows which, or not agencies.
_UNTOLD = re.compile(r"\blien quan\b|\btruc thuoc\b|\b(?<!cac )(?<!cac cap )(?<!cap )so$")
_DIVISION = re.compile(
    r"^(cac |nhung )?((pho )?truong |thu truong |lanh dao )?"
    r"(phong|ban|bo phan|to(?! chuc)|doi|trung tam|van phong|vp|thanh tra|chi cuc|khoa|tram|cong chuc|don vi)\b"
)
_OF = re.compile(r"\s(?:thuộc|trực thuộc|của)\s|\s*[,;–(]\s*|\s+-\s+")  # between a division and the agency that it is part of

_DISTRICT = re.compile(r"(?<=\S)\s+(cua |thuoc )?(huyen|thi xa|quan)( [a-z]+){1,4}$")
_KINDS = ("huyện", "quận", "thị xã", "thị trấn", "thành phố", "xã", "phường", "đặc khu")
_UNIT_AT_END = re.compile(rf"\b(?=((?:{'|'.join((*_KINDS, *map(fold, _KINDS)))})\s+\S.*)$)", re.IGNORECASE)


def match(written: str, among: Directory, day: date | None = None) -> Match:
    """The agency or group that ``written`` most likely means in a document of ``day`` (None: not known).

    A unit that is no more leads to the one that carries on, or to those among which a person has to choose.
    """
    if _elsewhere(plain(written), among):
        return NONE
    found = NONE
    for way in (_by_name, _by_group, _by_initials, _by_agency_of_division, _by_likeness):
        if (found := way(written, among, day)).found or found.candidates:
            return found
    return found


def division(written: str, issuer: Match) -> Match:
    """The issuer, proposed for what sounds like one of its own divisions; nothing for what does not."""
    name = plain(written)
    if issuer.agency is None or not _DIVISION.match(name) or " " not in name:
        return NONE
    return replace(issuer, confidence=min(DIVISION, issuer.confidence))


def _by_name(written: str, among: Directory, day: date | None) -> Match:
    """By a name of the agency, with or without its province behind it."""
    name = plain(written)
    if name in ("ubnd tinh", "ubnd thanh pho", "tinh", "ubnd tinh thanh pho") and among.homes:
        return Match(among.homes[0], None, 1.0)
    shorter = WHERE.sub("", name)
    for form, worth in ((name, 1.0), (shorter, 0.97), (_DISTRICT.sub("", shorter), IN_DISTRICT)):
        meant = _meant(_spelt_so(among.by_name.get(form, {}), written, among), among, day, worth)
        if meant.found or meant.candidates:
            return meant
    return NONE


def _spelt_so(found: Mapping[int, float], written: str, among: Directory) -> Mapping[int, float]:
    """Those whose names are written tone by tone as they are spelt; where none is, all of them, to be looked at."""
    told = spelt(written_out(written))
    if told == fold(told):  # written without diacritics
        return found
    same = {agency: worth for agency, worth in found.items() if among.spelt_so(agency, told)}
    return same or {agency: min(worth, OTHER_TONES) for agency, worth in found.items()}


def _elsewhere(name: str, among: Directory) -> bool:
    """Whether the name ends with another province than the one whose document this is, and is not that province itself."""
    where = PROVINCE.search(name)
    province = f"ubnd {where[1]}" if where else ""
    return name != province and province in among.foreign


def _meant(found: Mapping[int, float], among: Directory, day: date | None, worth: float) -> Match:
    """Those who carry on what bears a name: first of all what bore it on the document's day."""
    of_day = {agency: value for agency, value in found.items() if among.stood(agency, day)}
    bearers = of_day or found
    best = max(bearers.values(), default=0)
    units = [agency for agency, value in bearers.items() if value == best]
    heirs = tuple(dict.fromkeys(heir for unit in units for heir in among.heirs_of(unit)))
    if not heirs:
        return NONE
    through = units[0] if len(units) == 1 and units[0] in among.ended else None
    if len(heirs) == 1:
        ended = all(unit in among.ended for unit in units)
        most = (CARRIED_ON if of_day and day else OLD_NAME) if ended else 1.0
        return Match(heirs[0], None, min(best, worth, most), through)
    if through is not None and among.ended[through].likeliest:
        return Match(heirs[0], None, LIKELIEST, through, heirs)
    return Match(None, None, 0.0, through, heirs)


def _by_group(written: str, among: Directory, day: date | None) -> Match:
    """By words that name nobody: "các sở, ban, ngành", "UBND các xã, phường"."""
    name = plain(written)
    words = name.split()
    if not words or not _PLURAL.search(name):
        return NONE
    vague = sum(word in VAGUE for word in words) / len(words)
    group, told = _group(name)
    if group is None or vague < 0.6 or _UNTOLD.search(name) or (vague < 1 and _EVERYONE.search(name)):
        return NONE
    return Match(None, group, 0.95 if vague == 1 and told else 0.7)


def _group(name: str) -> tuple[Group | None, bool]:
    """The group, and whether the name tells it: "các cơ quan, đơn vị" may as well be some that the plan has named before."""
    departments, everyone = bool(_DEPARTMENTS.search(name)), bool(_EVERYONE.search(name))
    if _COMMUNES.search(name):
        return (Group.ALL, True) if departments or everyone else (Group.COMMUNES, not _LEVELS.search(name))
    if departments:
        return Group.DEPARTMENTS, True
    if everyone:
        return Group.ALL, False
    return (Group.COMMUNES, False) if _LEVELS.search(name) else (None, False)


def _by_initials(written: str, among: Directory, day: date | None) -> Match:
    return _meant(dict.fromkeys(among.by_initials.get(initials(written) or "", ()), 1.0), among, day, 0.92)


def _by_agency_of_division(written: str, among: Directory, day: date | None) -> Match:
    """By the agency that a division is said to be part of ("Phòng Cải cách hành chính, Sở Nội vụ"): a proposal."""
    name = plain(written)
    if not _DIVISION.match(name):
        return NONE
    units = (found[1] for found in _UNIT_AT_END.finditer(written_out(written).rstrip(") ")))
    for whole in (*_OF.split(written.rstrip(") "))[1:][-1:], *(f"UBND {unit}" for unit in units)):
        if (meant := _by_name(whole, among, day)).found or meant.candidates:
            return replace(meant, confidence=min(DIVISION, meant.confidence))
    return NONE


def _by_likeness(written: str, among: Directory, day: date | None) -> Match:
    """By the nearest spelling: always a proposal for a person to look at."""
    name = WHERE.sub("", plain(written))
    kin = among.by_head.get(name.partition(" ")[0], ())  # a name begins with what the agency is: Sở, UBND, Công an
    near = difflib.get_close_matches(name, kin, n=1, cutoff=0.84)
    meant = _meant(among.by_name[near[0]], among, day, 1.0) if near else NONE
    return replace(meant, confidence=round(0.85 * _likeness(name, near[0]), 2)) if meant.found else NONE


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
