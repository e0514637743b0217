"""Puts units into groups by the rule and the cuts of a year, as the catalogue gives them.

Where groups were published, their labels are the truth; a rule serves to check them, and for what-if work.
"""

from decimal import Decimal
from typing import assert_never

from longdan.core.catalogue.indices.model import Group, Grouping, GroupRule
from longdan.core.engine.comparing.places import Marks, rounded

HUNDRED = Decimal(100)


def group_units(marks: Marks, grouping: Grouping, decimals: int | None = None) -> dict[str, Group | None]:
    """The group of each unit; None for a unit without a result, and where no rule is known that gives the groups.

    ``decimals``: published cuts are those of rounded marks.
    """
    shown = {unit: None if mark is None else rounded(mark, decimals) for unit, mark in marks.items()}
    cuts = group_cuts(shown, grouping)
    if cuts is None:
        return dict.fromkeys(marks)
    return {unit: None if mark is None else _group(mark, grouping, cuts) for unit, mark in shown.items()}


def group_cuts(marks: Marks, grouping: Grouping) -> tuple[Decimal, ...] | None:
    """Where each group but the last begins, best first; None where the grouping has no rule or lacks its cuts."""
    known = sorted(mark for mark in marks.values() if mark is not None)
    upper = grouping.groups[:-1]
    match grouping.rule:
        case GroupRule.PUBLISHED:
            return None
        case GroupRule.CUTS:
            return _complete([group.low for group in upper])
        case GroupRule.LINEAR:
            return _percentiles(known, upper)
        case GroupRule.LINEAR_WITH_MISSING:
            return _percentiles([Decimal(0)] * (len(marks) - len(known)) + known, upper)
        case GroupRule.XTILE:
            return _complete([_stata(known, group.percentile) for group in upper])
        case _:
            assert_never(grouping.rule)


def mark_for_group(others: Marks, unit: str, grouping: Grouping, key: str, decimals: int) -> Decimal | None:
    """The least mark, to ``decimals`` places, with which ``unit`` gets into a group or a better one while the others keep theirs.

    The cuts move with the unit's own mark. None where no rule is known, or where no mark gets there (few units, all else equal).
    """
    best = max((mark for mark in others.values() if mark is not None), default=HUNDRED)
    low, high = 0, int((abs(best) * 2 + 1).scaleb(decimals))
    if not _reaches(others, unit, grouping, key, Decimal(high).scaleb(-decimals)):
        return None
    while low < high:
        middle = (low + high) // 2
        if _reaches(others, unit, grouping, key, Decimal(middle).scaleb(-decimals)):
            high = middle
        else:
            low = middle + 1
    return Decimal(low).scaleb(-decimals)


def _reaches(others: Marks, unit: str, grouping: Grouping, key: str, mark: Decimal) -> bool:
    got = group_units({**others, unit: mark}, grouping)[unit]
    keys = [group.key for group in grouping.groups]
    return got is not None and keys.index(got.key) <= keys.index(key)


def _group(mark: Decimal, grouping: Grouping, cuts: tuple[Decimal, ...]) -> Group:
    """The first group whose cut the mark reaches; by Stata's rule a mark on the cut belongs below."""
    for group, cut in zip(grouping.groups, cuts, strict=False):
        if mark > cut or (mark == cut and grouping.rule is not GroupRule.XTILE):
            return group
    return grouping.groups[-1]


def _percentiles(known: list[Decimal], groups: tuple[Group, ...]) -> tuple[Decimal, ...] | None:
    return _complete([_linear(known, group.percentile) for group in groups])


def _complete(cuts: list[Decimal | None]) -> tuple[Decimal, ...] | None:
    found = tuple(cut for cut in cuts if cut is not None)
    return found if len(found) == len(cuts) else None


def _linear(known: list[Decimal], percentile: Decimal | None) -> Decimal | None:
    """Interpolated between the two nearest of n values, at place (n − 1) × percentile / 100 (type 7 of Hyndman, Fan 1996)."""
    if percentile is None or not known:
        return None
    place = (len(known) - 1) * percentile / HUNDRED
    lower = int(place)
    upper = min(lower + 1, len(known) - 1)
    return known[lower] + (place - lower) * (known[upper] - known[lower])


def _stata(known: list[Decimal], percentile: Decimal | None) -> Decimal | None:
    """The value at place n × percentile / 100 rounded up; the mean of it and the next where that place is whole."""
    if percentile is None or not known:
        return None
    place = len(known) * percentile / HUNDRED
    whole = int(place)
    if place != whole:
        return known[whole]
    return (known[max(whole - 1, 0)] + known[min(whole, len(known) - 1)]) / 2
