"""Finding the agency, or the group of agencies, that a name in a document means."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from longdan.core.vietnamese import fold


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


@dataclass(frozen=True, slots=True)
class Known:
    """An agency that may be meant, under all its names."""

    id: int
    name: str
    other_names: tuple[tuple[str, float], ...] = ()  # with what a match by that name is worth
    home: bool = False  # "UBND tỉnh" without a name means this one


@dataclass(frozen=True, slots=True)
class Match:
    """What a name is taken to mean; neither agency nor group where nothing comes near."""

    agency: int | None = None
    group: Group | None = None
    confidence: float = 0.0

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE

    @property
    def found(self) -> bool:
        return self.agency is not None or self.group is not None


NONE = Match()
# Words that say of whom, where or how many, and name no agency by themselves.
VAGUE = frozenset((
    "ban", "ca", "cac", "cap", "chi", "chinh", "chu", "chuyen", "co", "cua", "cung", "dac", "dan", "dao", "dau", "dia", "doan",
    "doc", "don", "dung", "duoc", "giam", "giao", "hanh", "huyen", "khac", "khu", "kinh", "lanh", "lien", "moi", "mon", "mot",
    "nganh", "nghiep", "nguoi", "nhan", "nhiem", "nhung", "noi", "pho", "phu", "phuong", "quan", "so", "su", "tat", "te",
    "thanh", "the", "thi", "thu", "thuoc", "tich", "tieu", "tinh", "toan", "trach", "tran", "tren", "trong", "truc", "truong",
    "tung", "ubnd", "uy", "va", "vi", "vu", "xa",
))  # fmt: skip
_COMMUNES = re.compile(r"\b(xa|phuong|dac khu|huyen|thi tran)\b")  # "địa phương" among them
_DEPARTMENTS = re.compile(r"\b(so|ban nganh|nganh)\b(?! luong)")
_EVERYONE = re.compile(r"\b(co quan|don vi|cac cap)\b")
_PLURAL = re.compile(r"\b(cac|nhung|moi|tung|tat ca|toan the)\b|^(so ban nganh|xa phuong|ubnd cap xa|cap xa)")
_RELATED = re.compile(r"\blien quan\b")  # "các đơn vị liên quan": nobody knows which
_ASKED = r"(kinh )?de nghi|giao( cho)?(?! thong)|yeu cau"
_LED = r"thu truong|chu tich|giam doc|lanh dao|nguoi dung dau|dong chi|chanh(?= van phong)"
_LEADERS = re.compile(rf"^({_ASKED}|{_LED})\s+(?=\w)")
_COMMITTEE = re.compile(r"\b(uy ban nhan dan|uy ban nd|ub nhan dan|ub)\b")
_WHERE = re.compile(r"\s+(cua |thuoc )?(tinh|thanh pho|tp)( [a-z]+){0,4}$")
_PROVINCE = re.compile(r"\b((?:tinh|thanh pho)( [a-z]+){1,4})$")
_PARENTHESIS = re.compile(r"\([^()]*\)|\([^()]*$")


def plain(name: str) -> str:
    """A name folded, one word for a People's Committee, without parentheses, leaders' titles and words of asking."""
    folded = _COMMITTEE.sub("ubnd", fold(_PARENTHESIS.sub(" ", name)))
    return _LEADERS.sub("", folded).strip()


def initials(name: str) -> str | None:
    """ "so tnmt" for "Sở Tài nguyên và Môi trường", as for "Sở TN&MT"; None where too little is left to tell agencies apart."""
    marked = re.sub(r"[&,–-]", " ", _WHERE_WRITTEN.sub("", _PARENTHESIS.sub(" ", name)))
    words = marked.split()
    if len(words) < 2:
        return None
    rest = "".join(word if word.isupper() and len(word) > 1 else word[0] for word in words[1:] if fold(word) != "va")
    return f"{fold(words[0])} {fold(rest)}" if len(rest) > 2 else None


_WHERE_WRITTEN = re.compile(r"\s+(của |thuộc )?(tỉnh|thành phố|TP\.?)(\s+\w+){0,4}$")


@dataclass(slots=True)
class Directory:
    """The agencies of a province and of the country, found by name."""

    by_name: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    by_initials: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_head: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    homes: tuple[int, ...] = ()

    def add(self, known: Known) -> None:
        for name, worth in ((known.name, 1.0), *known.other_names):
            bare = plain(name)
            for form in {bare, _WHERE.sub("", bare)}:
                if form:
                    self.by_head[form.partition(" ")[0]].add(form)
                    self.by_name[form][known.id] = max(worth, self.by_name[form].get(known.id, 0))
            if short := initials(name):
                self.by_initials[short].add(known.id)


def directory(agencies: Iterable[Known]) -> Directory:
    found = Directory()
    for known in agencies:
        found.add(known)
        if known.home:
            found.homes = (*found.homes, known.id)
    return found


def match(written: str, among: Directory) -> Match:
    """The agency or group that ``written`` most likely means."""
    if _elsewhere(plain(written), among):
        return NONE
    for way in (_by_name, _by_group, _by_initials, _by_likeness):
        if (found := way(written, among)).found:
            return found
    return NONE


def _by_name(written: str, among: Directory) -> Match:
    """By a name of the agency, with or without its province behind it."""
    name = plain(written)
    if name in ("ubnd tinh", "ubnd thanh pho", "tinh", "ubnd tinh thanh pho") and among.homes:
        return Match(among.homes[0], None, 1.0)
    for form, worth in ((name, 1.0), (_WHERE.sub("", name), 0.97)):
        if one := _only(among.by_name.get(form, {})):
            return Match(one[0], None, min(worth, one[1]))
    return NONE


def _elsewhere(name: str, among: Directory) -> bool:
    """Whether the name ends with another province than the one whose document this is, and is not that province itself."""
    where = _PROVINCE.search(name)
    province = f"ubnd {where[1]}" if where else ""
    return name != province and any(agency not in among.homes for agency in among.by_name.get(province, {}))


def _only(found: dict[int, float]) -> tuple[int, float] | None:
    """The one agency of highest worth; None where two share it."""
    if not found:
        return None
    best = max(found.values())
    agencies = [agency for agency, worth in found.items() if worth == best]
    return (agencies[0], best) if len(agencies) == 1 else None


def _by_group(written: str, among: Directory) -> Match:
    """By words that name nobody: "các sở, ban, ngành", "UBND các xã, phường"."""
    name = _COMMITTEE.sub("ubnd", fold(_PARENTHESIS.sub(" ", written)))
    words = name.split()
    if not words or not _PLURAL.search(name):
        return NONE
    vague = sum(word in VAGUE for word in words) / len(words)
    group = _group(bool(_COMMUNES.search(name)), bool(_DEPARTMENTS.search(name)), bool(_EVERYONE.search(name)))
    if group is None or vague < 0.6:
        return NONE
    return Match(None, group, 0.95 if vague == 1 and not _RELATED.search(name) else 0.7)


def _group(communes: bool, departments: bool, everyone: bool) -> Group | None:
    if everyone or (communes and departments):
        return Group.ALL
    if communes:
        return Group.COMMUNES
    return Group.DEPARTMENTS if departments else None


def _by_initials(written: str, among: Directory) -> Match:
    agencies = among.by_initials.get(initials(written) or "", set())
    return Match(next(iter(agencies)), None, 0.92) if len(agencies) == 1 else NONE


def _by_likeness(written: str, among: Directory) -> Match:
    """By the nearest spelling: always a proposal for a person to look at."""
    name = _WHERE.sub("", plain(written))
    kin = among.by_head.get(name.partition(" ")[0], ())  # a name begins with what the agency is: Sở, UBND, Công an
    near = difflib.get_close_matches(name, kin, n=1, cutoff=0.84)
    one = _only(among.by_name[near[0]]) if near else None
    if not near or not one:
        return NONE
    return Match(one[0], None, round(0.85 * _likeness(name, near[0]), 2))


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
