"""Places with ties said, changes that stop at a break, groups by the rule of their year, peers."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longdan.core.catalogue.indices import Display, Group, Grouping, GroupRule, Text
from longdan.core.engine.comparing.changes import changes
from longdan.core.engine.comparing.groups import group_cuts, group_units, mark_for_group
from longdan.core.engine.comparing.peers import among_peers
from longdan.core.engine.comparing.places import ANY, mark_for_place, placings
from tests.core.engine.papi import papi, published

MARKS = {"A": Decimal("9.004"), "B": Decimal("8"), "C": Decimal("8"), "D": None, "E": Decimal("7.9"), "F": Decimal("9.001")}
QUARTERS = ("75", "50", "25", "0")


def grouping(rule: GroupRule, *lows: str, percentiles: tuple[str, ...] = QUARTERS) -> Grouping:
    bounds = [Decimal(low) for low in lows] or [None] * len(percentiles)
    groups = [
        Group(str(number), Text(str(number)), low, None, Decimal(percentile), None)
        for number, (low, percentile) in enumerate(zip(bounds, percentiles, strict=False), start=1)
    ]
    return Grouping((2024,), "total", rule, tuple(groups), papi("2021-2024").total.source)


def test_equal_marks_share_the_best_of_their_places_and_a_gap_has_none() -> None:
    places = {"A": 1, "B": 3, "C": 3, "D": None, "E": 5, "F": 2}
    assert {unit: one.place if one else None for unit, one in placings(MARKS).items()} == places


def test_marks_that_are_published_rounded_are_compared_rounded() -> None:
    found = placings(MARKS, display=Display(Decimal(1), 2))["F"]
    assert found
    assert (found.place, found.shared_with, found.among) == (1, ("A",), 5)


@pytest.mark.parametrize(("place", "needed"), [(1, "9.004"), (3, "8"), (4, "8"), (5, "7.9"), (6, "-Infinity")])
def test_the_mark_for_a_place_is_that_of_whoever_has_it_now(place: int, needed: str) -> None:
    assert mark_for_place(MARKS, place) == Decimal(needed)


DISPLAYS = (None, Display(Decimal(1), 0), Display(Decimal(1), 2), Display(Decimal(1000), 4), Display(Decimal(50), 3))


@given(st.lists(st.decimals("0.5", 9, places=3), max_size=8), st.integers(1, 9), st.sampled_from(DISPLAYS))
def test_with_the_mark_for_a_place_a_unit_gets_it_and_with_less_it_does_not(
    others: list[Decimal], place: int, display: Display | None
) -> None:
    marks: dict[str, Decimal | None] = {str(number): mark for number, mark in enumerate(others)}
    needed = mark_for_place(marks, place, display)
    mark = Decimal(-1) if needed == ANY else needed
    got, less = (placings({**marks, "me": one}, display=display)["me"] for one in (mark, mark - Decimal("0.0001")))
    assert got
    assert less
    assert (got.place <= place, needed == ANY or less.place > place) == (True, True)


@pytest.mark.parametrize(
    ("year", "edition", "node"),
    [(2017, "2016-2017", "total"), (2019, "2019-2020", "total"), (2021, "2021-2024", "total"), (2022, "2021-2024", "total"),
     (2022, "2021-2024", "6"), (2023, "2021-2024", "total")],
)  # fmt: skip
def test_the_rule_of_a_year_gives_groups_of_the_published_sizes(year: int, edition: str, node: str) -> None:
    how = papi(edition).grouping(year, node)
    assert how
    found = Counter(group.key for group in group_units(published(year, node), how).values() if group)
    assert [found[group.key] for group in how.groups] == [group.count for group in how.groups]


@pytest.mark.parametrize(("year", "node", "decimals"), [(2022, "total", 2), (2022, "6", 4)])
def test_the_rule_of_a_year_gives_groups_with_the_published_lowest_and_highest_marks(year: int, node: str, decimals: int) -> None:
    how = papi("2021-2024").grouping(year, node)
    assert how
    marks, found = published(year, node), group_units(published(year, node), how)
    ends = []
    for group in how.groups:
        inside = [mark for unit, mark in marks.items() if mark is not None and found[unit] == group]
        ends.append((round(min(inside), decimals), round(max(inside), decimals)))
    assert ends == [(group.low, group.high) for group in how.groups]


def test_linear_cuts_are_those_of_numpy() -> None:
    marks: dict[str, Decimal | None] = {str(n): Decimal(n * n % 17) / 7 for n in range(13)}
    cuts = group_cuts(marks, grouping(GroupRule.LINEAR))
    assert [float(cut) for cut in cuts or ()] == pytest.approx(
        np.percentile([float(m or 0) for m in marks.values()], [75, 50, 25])
    )


FOUR: dict[str, Decimal | None] = {"A": Decimal(4), "B": Decimal(3), "C": Decimal(2), "D": Decimal(1), "E": None}


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (grouping(GroupRule.PUBLISHED), [None, None, None, None, None]),
        (grouping(GroupRule.CUTS, "3", "2", "1.5", "0"), ["1", "1", "2", "4", None]),
        (grouping(GroupRule.CUTS), [None, None, None, None, None]),
        (grouping(GroupRule.LINEAR), ["1", "2", "3", "4", None]),
        (grouping(GroupRule.LINEAR_WITH_MISSING), ["1", "1", "2", "3", None]),
        (grouping(GroupRule.XTILE), ["1", "2", "3", "4", None]),
        (grouping(GroupRule.LINEAR, percentiles=("0",)), ["1", "1", "1", "1", None]),
    ],
    ids=["only published", "cuts", "cuts not known", "linear", "missing lowest", "xtile", "one group"],
)
def test_a_unit_falls_into_the_group_of_its_mark(how: Grouping, expected: list[str | None]) -> None:
    assert [group.key if group else None for group in group_units(FOUR, how).values()] == expected


@given(st.lists(st.decimals(1, 9, places=2), min_size=2, max_size=9), st.sampled_from(["1", "2", "3"]), st.sampled_from(
    [GroupRule.LINEAR, GroupRule.LINEAR_WITH_MISSING, GroupRule.XTILE]))  # fmt: skip
def test_the_mark_for_a_group_is_the_least_that_gets_into_it(others: list[Decimal], key: str, rule: GroupRule) -> None:
    marks: dict[str, Decimal | None] = {str(number): mark for number, mark in enumerate(others)}
    how = grouping(rule)
    needed = mark_for_group(marks, "me", how, key)
    highest = max(others) * 2 + 1
    if needed is None or needed == ANY:
        assert _reaches(marks, Decimal(-1) if needed else highest, how, key) is (needed is not None)
    else:
        assert [_reaches(marks, mark, how, key) for mark in (needed - Decimal("1e-10"), needed, highest)] == [False, True, True]


THREE = grouping(GroupRule.CUTS, "8", "3.375", "0.004")
CUTS = replace(THREE, groups=THREE.groups[:3])
OPEN = replace(CUTS, groups=(*CUTS.groups[:2], replace(CUTS.groups[2], low=None)))


@pytest.mark.parametrize(
    ("how", "key", "display", "needed"),
    [
        (CUTS, "1", None, "8"),
        (CUTS, "1", DISPLAYS[2], "7.995"),
        (CUTS, "2", DISPLAYS[2], "3.375"),
        (CUTS, "3", DISPLAYS[2], "0.005"),
        (CUTS, "1", DISPLAYS[3], "7.95"),
        (OPEN, "3", DISPLAYS[2], "-Infinity"),
    ],
)
def test_the_mark_for_a_cut_is_the_least_that_is_printed_above_it_however_low_the_others_stand(
    how: Grouping, key: str, display: Display | None, needed: str
) -> None:
    assert mark_for_group({"A": Decimal(1)}, "me", how, key, display) == Decimal(needed)


@pytest.mark.parametrize(
    ("mark", "display", "key"),
    [
        ("7.995", DISPLAYS[2], "1"),
        ("7.9949", DISPLAYS[2], "2"),
        ("7.995", None, "2"),
        ("0.0049", DISPLAYS[2], None),
        ("-3", None, None),
    ],
)
def test_a_cut_is_held_against_the_printed_mark_and_below_the_last_there_is_no_group(
    mark: str, display: Display | None, key: str | None
) -> None:
    found = group_units({"me": Decimal(mark)}, CUTS, display)["me"]
    assert (found.key if found else None) == key


def test_below_an_open_last_group_there_is_none() -> None:
    found = group_units({"me": Decimal(-3)}, OPEN)["me"]
    assert found is OPEN.groups[-1]


@pytest.mark.parametrize("rule", [GroupRule.LINEAR, GroupRule.LINEAR_WITH_MISSING, GroupRule.XTILE])
def test_any_mark_is_enough_for_the_lowest_group(rule: GroupRule) -> None:
    assert mark_for_group({"A": Decimal(-5), "B": Decimal(7)}, "me", grouping(rule), "4") == ANY


def _reaches(marks: dict[str, Any], mark: Decimal, how: Grouping, key: str) -> bool:
    got = group_units({**marks, "me": mark}, how)["me"]
    return got is not None and int(got.key) <= int(key)


@pytest.mark.parametrize(
    ("node", "first", "last", "difference", "breaks"),
    [
        ("total", 2022, 2024, Decimal("0.5"), []),
        ("total", 2019, 2021, None, [2021] * 4),
        ("4", 2019, 2021, Decimal("0.5"), []),
        ("8.1", 2022, 2023, None, [2023]),
        ("8.1", 2023, 2024, Decimal("0.5"), []),
    ],
)
def test_a_change_across_a_break_is_no_number(
    node: str, first: int, last: int, difference: Decimal | None, breaks: list[int]
) -> None:
    found = changes(papi("2021-2024"), node, (first, {"A": Decimal("5.0")}), (last, {"A": Decimal("5.5")}))["A"]
    assert (found.difference, [one.year for one in found.breaks]) == (difference, breaks)


@pytest.mark.parametrize(
    ("node", "first", "last", "parts"),
    [
        ("total", 2022, 2023, [("8.1",)]),
        ("8", 2022, 2023, [("8.1",)]),
        ("8.1", 2022, 2023, []),
        ("8.2", 2022, 2023, []),
        ("total", 2023, 2024, []),
    ],
)
def test_a_change_above_a_broken_part_says_which_part(node: str, first: int, last: int, parts: list[tuple[str, ...]]) -> None:
    found = changes(papi("2021-2024"), node, (first, {"A": Decimal("5.0")}), (last, {"A": Decimal("5.5")}))["A"]
    assert [one.nodes for one in found.parts] == parts


def test_a_change_from_a_gap_is_a_gap() -> None:
    assert changes(papi("2021-2024"), "4", (2022, {}), (2023, {"A": Decimal("5.5")}))["A"].difference is None


def test_the_best_of_a_class_are_those_printed_alike() -> None:
    found = among_peers(MARKS, dict.fromkeys(MARKS, "north"), "F", display=Display(Decimal(1), 2))
    assert found
    assert (found.placing.place, found.best, found.best_mark) == (1, ("A", "F"), Decimal("9.00"))


def test_peers_are_the_units_of_the_same_class_that_have_a_result() -> None:
    classes = {"A": "north", "B": "north", "C": "north", "D": "north", "E": "south"}
    found = among_peers(MARKS, classes, "B")
    assert found
    assert (found.placing.place, found.placing.among, found.middle, found.best) == (2, 3, Decimal(8), ("A",))


@pytest.mark.parametrize("unit", ["D", "F", "nobody"])
def test_without_a_class_or_a_result_there_are_no_peers(unit: str) -> None:
    assert among_peers(MARKS, {"A": "north", "D": "north"}, unit) is None
