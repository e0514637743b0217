"""The agencies that may be meant, found by the forms of their names; those that are no more lead to those that carry on."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from longdan.app.agencies.matching.names import WHERE, initials, plain
from longdan.core.vietnamese import spelt

_KIND = re.compile(r"^ubnd (?:xa|phuong|dac khu) (?=\D)")
WITHOUT_KIND = 0.92  # "UBND Thanh Lĩnh", of a list of communes and wards
_KINDS = ("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh")
_KINDS_SPELT = re.compile(rf"^(ubnd )?(({'|'.join(map(spelt, _KINDS))}) )?")
UNITS = frozenset(("ubnd", "xa", "phuong", "dac", "thi", "huyen", "quan", "thanh", "tinh"))  # how units of the country begin


@dataclass(frozen=True, slots=True)
class Known:
    """An agency that may be meant, under all its names; ``until``: the first day on which it was no longer there."""

    id: int
    name: str
    other_names: tuple[tuple[str, float], ...] = ()  # with what a match by that name is worth
    home: bool = False  # "UBND tỉnh" without a name means this one
    foreign: bool = False  # another province: what bears its name behind its own is not here
    since: date | None = None
    until: date | None = None
    heirs: tuple[int, ...] | None = None  # None: it is still there; else who carries on, the likeliest first
    likeliest: bool = False  # the first of several heirs is known to have the most of it


@dataclass(slots=True, eq=False)
class Directory:
    """The agencies of a province and of the country, found by name; the same agencies make one and the same directory."""

    by_name: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    by_initials: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_head: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    homes: tuple[int, ...] = ()
    foreign: set[str] = field(default_factory=set)
    ended: dict[int, Known] = field(default_factory=dict)
    since: dict[int, date] = field(default_factory=dict)
    spelt: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))  # of units: many differ by a tone alone

    def add(self, known: Known) -> None:
        forms: dict[str, float] = {}
        for name, worth in ((known.name, 1.0), *known.other_names):
            bare = plain(name)
            for form in (bare, WHERE.sub("", bare)):
                if form and form not in UNITS:
                    forms[form] = max(worth, forms.get(form, 0))
            if bare.partition(" ")[0] not in UNITS and (short := initials(name)):
                self.by_initials[short].add(known.id)
            if bare.partition(" ")[0] in UNITS:
                self.spelt[known.id].add(_KINDS_SPELT.sub("", spelt(name)))
            if known.foreign:
                self.foreign.add(bare)
        for form, worth in forms.items():
            for each, value in ((form, worth), (_KIND.sub("ubnd ", form), min(worth, WITHOUT_KIND))):
                self.by_name[each][known.id] = max(value, self.by_name[each].get(known.id, 0))
        self._note(known, forms)

    def _note(self, known: Known, forms: Iterable[str]) -> None:
        """What depends on whether the agency is still there: misspelt names are looked for among the living, and departments."""
        if known.heirs is not None:
            self.ended[known.id] = known
        if known.since:
            self.since[known.id] = known.since
        if known.home and known.heirs is None:
            self.homes = (*self.homes, known.id)
        for form in forms:
            head = form.partition(" ")[0]
            if known.heirs is None or head not in UNITS:
                self.by_head[head].add(form)

    def heirs_of(self, agency: int) -> tuple[int, ...]:
        """Who does its work now: itself where it is still there; nobody where that is not known."""
        known = self.ended.get(agency)
        return (agency,) if known is None else known.heirs or ()

    def spelt_so(self, agency: int, written: str) -> bool:
        """Whether what is written, as ``spelt`` brings it, holds a name of the agency tone by tone; of units only."""
        names = self.spelt.get(agency)
        return names is None or any(f" {name} " in f" {written} " for name in names)

    def stood(self, agency: int, day: date | None) -> bool:
        """Whether the agency was there on a day, as far as is known; without a day, whether it is there now."""
        known = self.ended.get(agency)
        if day is None:
            return known is None
        begun = agency not in self.since or self.since[agency] <= day
        return begun and (known is None or (known.until is not None and day < known.until))


def directory(agencies: Iterable[Known]) -> Directory:
    return _directory(tuple(agencies))


@lru_cache(maxsize=8)
def _directory(agencies: tuple[Known, ...]) -> Directory:
    found = Directory()
    for known in agencies:
        found.add(known)
    return found
