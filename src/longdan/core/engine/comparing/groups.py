"""Puts units into groups by the rule and the cuts of a year, as the catalogue gives them.

Where groups were published, their labels are the truth; a rule serves to check them, and for what-if work.
"""

from bisect import bisect_left
from decimal import Decimal
from typing import assert_never

from longdan.core.catalogue.indices.model import Display, Group, Grouping, GroupRule
from longdan.core.engine.comparing.places import ANY, Marks
from longdan.core.engine.writing import as_printed, least_printed_as

HUNDRED = Decimal(100)
JUST_ABOVE = Decimal("1e-10")  # the last digit that bulk scoring keeps sure


def group_units(marks: Marks, grouping: Grouping, display: Display | None = None) -> dict[str, Group | None]:
    """The group of each unit; None for a unit without a result or below the cut of the last group, and where no rule is known.

    ``display``: cuts in points are held against marks as the edition prints them, those of percentiles are of marks at full
    precision.
    """
    cuts = group_cuts(marks, grouping)
    if cuts is None:
        return dict.fromkeys(marks)
    seen = display if grouping.rule is GroupRule.CUTS else None
    return {unit: None if mark is None else _group(as_printed(mark, seen), grouping, cuts) for unit, mark in marks.items()}


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
            return _percentiles(sorted([Decimal(0)] * (len(marks) - len(known)) + known), upper)
        case GroupRule.XTILE:
            return _complete([_stata(known, group.percentile) for group in upper])
        case _:
            assert_never(grouping.rule)


def mark_for_group(others: Marks, unit: str, grouping: Grouping, key: str, display: Display | None = None) -> Decimal | None:
    """The least mark with which ``unit`` gets into a group or a better one while the others keep theirs.

    Minus infinity where any mark will do. None where no rule is known, or where no mark gets there (few units, all else equal).
    """
    if group_cuts({**others, unit: Decimal(0)}, grouping) is None:
        return None
    if grouping.rule is GroupRule.CUTS:
        cut = next(group.low for group in grouping.groups if group.key == key)
        return ANY if cut is None else least_printed_as(cut, display)
    return _mark_for_percentile(others, unit, grouping, key)


def _mark_for_percentile(others: Marks, unit: str, grouping: Grouping, key: str) -> Decimal | None:
    """The cuts move with the unit's own mark, but the least that reaches one is a mark of another unit, or just above it."""
    above = JUST_ABOVE if grouping.rule is GroupRule.XTILE else Decimal(0)
    known = sorted({mark or Decimal(0) for mark in others.values()})
    if _reaches(others, unit, grouping, key, min(known, default=Decimal(0)) - 1):
        return ANY
    at = bisect_left(known, True, key=lambda mark: _reaches(others, unit, grouping, key, mark + above))
    return known[at] + above if at < len(known) else None


def _reaches(others: Marks, unit: str, grouping: Grouping, key: str, mark: Decimal) -> bool:
    got = group_units({**others, unit: mark}, grouping)[unit]
    keys = [group.key for group in grouping.groups]
    return got is not None and keys.index(got.key) <= keys.index(key)


def _group(mark: Decimal, grouping: Grouping, cuts: tuple[Decimal, ...]) -> Group | None:
    """The first group whose cut the mark reaches, None below all; by Stata's rule a mark on the cut belongs below."""
    for group, cut in zip(grouping.groups, cuts, strict=False):
        if mark > cut or (mark == cut and grouping.rule is not GroupRule.XTILE):
            return group
    last = grouping.groups[-1]
    return None if grouping.rule is GroupRule.CUTS and last.low is not None and mark < last.low else last


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
