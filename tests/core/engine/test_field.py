"""All units side by side: places, groups, changes, what sampling alone may explain; proposals from a unit's figures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from longdan.core.catalogue.indices import Break, Display, Group, Grouping, GroupRule, Index, Text, rules
from longdan.core.engine.comparing.field import compare
from longdan.core.engine.figures import Facts, gather
from longdan.core.engine.improving.asking import Unreachable
from longdan.core.engine.improving.model import Improvement, LeastEffort, MostPoints
from longdan.core.engine.improving.opportunities import Means
from longdan.core.engine.improving.proposing import Aim, AimedGroup, AimedPlace, propose
from longdan.core.engine.summaries.fields import field_text
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import year
from longdan.core.problems import ProblemsFound
from tests.core.engine.papi import CATALOGUE, errors, papi
from tests.core.engine.trees import PLACE, a_node, an_index

THEN, NOW = year(2024), year(2025)
GROUPS = (Group("a", Text("Tốt"), Decimal(12), None, None, None), Group("b", Text("Khá"), Decimal(0), None, None, None))


def edition(**more: object) -> Index:
    nodes = [a_node("1", rules.Published("1")), a_node("2", rules.Published("2"))]
    return an_index(nodes, most=20, groupings=(Grouping((2025,), "total", GroupRule.CUTS, GROUPS, PLACE),), **more)


def figures(*rows: tuple[str, int, str, str], error: str | None = None) -> Facts:
    """Rows of unit, year, figures of nodes 1 and 2."""
    return gather(
        Fact(code, unit, year(number), Decimal(value), None if error is None else Decimal(error))
        for unit, number, *values in rows
        for code, value in zip("12", values, strict=True)
        if value
    )


FOUR = (
    ("An", 2025, "7", "6"),
    ("Bình", 2025, "5", "4"),
    ("Chi", 2025, "6", "3"),
    ("Dung", 2025, "9", ""),
    ("An", 2024, "6.5", "6"),
)


def test_places_share_ties_and_units_without_a_mark_stand_apart() -> None:
    field = compare(edition(), figures(*FOUR), NOW)
    assert [(one.unit, one.placing.place, one.group.key if one.group else None) for one in field.units] == [
        ("An", 1, "a"),
        ("Bình", 2, "b"),
        ("Chi", 2, "b"),
    ]
    assert field.without == ("Dung",)


def test_a_change_is_the_difference_of_both_years() -> None:
    [an] = [one for one in compare(edition(), figures(*FOUR), NOW, before=THEN).units if one.unit == "An"]
    assert an.change
    assert an.change.difference == Decimal("0.5")


def test_a_break_of_the_series_leaves_no_change() -> None:
    index = edition(breaks=(Break(2025, ("total",), Text("đổi cách đo"), PLACE),))
    [an] = [one for one in compare(index, figures(*FOUR), NOW, before=THEN).units if one.unit == "An"]
    assert an.change
    assert (an.change.difference, [one.why.vi for one in an.change.breaks]) == (None, ["đổi cách đo"])


def test_a_total_whose_part_broke_is_marked_with_the_reason() -> None:
    index = edition(breaks=(Break(2025, ("2",), Text("mục 2 đổi cách đo"), PLACE),))
    text = field_text(index, compare(index, figures(*FOUR), NOW, before=THEN))
    assert ("+0,50 †" in text, "† không so được ở mục 2, đứt chuỗi từ 2025: mục 2 đổi cách đo" in " ".join(text.split())) == (
        True,
        True,
    )


def test_nothing_is_said_of_noise_where_the_series_broke() -> None:
    index = edition(breaks=(Break(2025, (), Text("đổi cách đo"), PLACE),))
    assert {one.difference for one in compare(index, figures(*FOUR, error="0.3"), NOW, before=THEN).units} == {None}


def test_an_earlier_year_that_the_edition_does_not_measure_is_said() -> None:
    assert "năm 2024 chấm lại theo bộ này" in field_text(edition(), compare(edition(), figures(*FOUR), NOW, before=THEN))


@pytest.mark.parametrize(("error", "noise"), [("0.1", False), ("0.3", True)])
def test_a_change_within_the_sampling_error_is_called_noise(error: str, noise: bool) -> None:
    [an] = [one for one in compare(edition(), figures(*FOUR, error=error), NOW, before=THEN).units if one.unit == "An"]
    assert an.difference
    assert an.difference.within_noise is noise


def test_without_errors_nothing_is_said_of_noise_or_of_places_by_chance() -> None:
    assert {(one.difference, one.places) for one in compare(edition(), figures(*FOUR), NOW, before=THEN).units} == {(None, None)}


def test_published_errors_of_the_total_give_wide_places() -> None:
    rows = (CATALOGUE / "published" / "papi" / "contents.csv").read_text(encoding="utf-8").splitlines()
    totals = {line.split(",")[0]: line.split(",")[-1] for line in rows if ",2023," in line}
    told = errors(2023, "total")
    facts = gather(
        Fact("total", unit, year(2023), Decimal(value), Decimal(str(told[unit][0])) if unit in told else None)
        for unit, value in totals.items()
        if value
    )
    field = compare(papi("2021-2024"), facts, year(2023))
    widths = [one.places.worst - one.places.best for one in field.units if one.places]
    assert (len(field.units), sorted(widths)[len(widths) // 2] >= 5, field.units[0].unit) == (61, True, "46")


def proposal(aim: Aim, means: dict[str, Means] | None = None, facts: Facts | None = None) -> Improvement:
    found = propose(edition(), facts or figures(*FOUR), "Bình", NOW, aim, means or {})
    assert isinstance(found, Improvement)
    return found


@pytest.mark.parametrize(
    ("aim", "score"),
    [(LeastEffort(Decimal(11)), "11"), (AimedPlace(1), "12.995"), (AimedGroup("a"), "11.995"), (MostPoints(Decimal(4)), "13")],
)
def test_an_aim_is_reached_and_no_further(aim: Aim, score: str) -> None:
    assert abs(proposal(aim).score - Decimal(score)) <= Decimal("0.001")


TIED = (
    ("An", 2025, "7", "6"),
    ("Bình", 2025, "1", "4"),
    ("Chi", 2025, "6", "3.004"),
    ("Dung", 2025, "5", "4"),
    ("Em", 2025, "9", "0"),
)


@pytest.mark.parametrize(("place", "score"), [(1, "12.995"), (2, "8.995"), (3, "8.995"), (4, "8.995"), (5, "5")])
def test_a_place_that_others_share_is_reached_with_a_mark_printed_like_theirs(place: int, score: str) -> None:
    found = proposal(AimedPlace(place), facts=figures(*TIED))
    assert 0 <= found.score - Decimal(score) <= Decimal("0.001")  # a stretch goes in steps of a hundredth of a percent


def test_with_the_marks_proposed_the_unit_stands_at_the_place_aimed_at() -> None:
    for place in (1, 2, 3, 4):
        rise = proposal(AimedPlace(place), facts=figures(*TIED)).score - 5
        one, two = min(rise, Decimal(9)), max(rise - 9, Decimal(0))
        rows = [row for row in TIED if row[0] != "Bình"] + [("Bình", 2025, str(1 + one), str(4 + two))]
        [there] = [one for one in compare(edition(), figures(*rows), NOW).units if one.unit == "Bình"]
        assert there.placing.place <= place


def test_marks_printed_divided_are_tied_as_they_are_printed() -> None:
    index = edition(display=Display(Decimal(1000), 3))
    places = [one.placing.place for one in compare(index, figures(("An", 2025, "7", "6.4"), ("Bình", 2025, "7", "6")), NOW).units]
    assert places == [1, 1]


def test_places_ties_and_groups_go_by_the_same_printed_mark() -> None:
    rows = figures(("An", 2025, "7", "4.996"), ("Bình", 2025, "7", "5"), ("Chi", 2025, "7", "4.99"))
    found = [(one.unit, one.placing.place, one.group and one.group.key) for one in compare(edition(), rows, NOW).units]
    assert found == [("An", 1, "a"), ("Bình", 1, "a"), ("Chi", 3, "b")]


def test_below_the_last_cut_a_unit_stands_in_no_group_and_is_named() -> None:
    how = Grouping((2025,), "total", GroupRule.CUTS, (GROUPS[0], replace(GROUPS[1], low=Decimal(9))), PLACE)
    index = replace(edition(), groupings=(how,))
    field = compare(index, figures(("An", 2025, "7", "6"), ("Bình", 2025, "5", "3.9")), NOW)
    words = "Không thuộc nhóm nào, dưới mọi ngưỡng đã biết (1): Bình"
    assert ([one.group for one in field.units][1], words in field_text(index, field)) == (None, True)


def with_one_error(unit: str) -> Facts:
    known = [Fact(code, one, NOW, Decimal(value)) for one, value in zip("ABCD", "8765", strict=True) for code in "12"]
    return gather(replace(fact, standard_error=Decimal("0.01")) if fact.unit == unit else fact for fact in known)


def test_a_place_interval_counts_the_units_whose_error_is_not_known() -> None:
    field = compare(edition(), with_one_error("D"), NOW)
    found = {one.unit: (one.places.best, one.places.worst) if one.places else None for one in field.units}
    assert found == {"A": None, "B": None, "C": None, "D": (4, 4)}


def test_units_without_a_known_error_are_named_below_the_intervals() -> None:
    text = " ".join(field_text(edition(), compare(edition(), with_one_error("D"), NOW)).split())
    assert "giữ nguyên khi tính hạng 90 % của đơn vị khác (3): A, B, C" in text


def test_a_unit_with_gaps_alone_or_declared_away_stays_in_the_field() -> None:
    away = NotApplicable("1", "Chi", NOW)
    field = compare(edition(), gather(figures(*FOUR[:2]), [away], ["An", "Em"]), NOW)
    assert ([one.unit for one in field.units], field.without) == (["An", "Bình"], ("Chi", "Em"))


def test_means_that_people_set_decide_what_is_raised() -> None:
    found = proposal(LeastEffort(Decimal(11)), {"1": Means(Decimal(5)), "2": Means(Decimal(2))})
    assert [one.opportunity.code for one in found.choices] == ["2"]


def test_a_criterion_without_history_is_as_hard_as_the_others_usually_are() -> None:
    history = [
        ("Bình" if n == 0 else f"xã {n}", 2025 - step, str(3 + n % 4 - step), "4" if step == 0 else "")
        for n in range(12)
        for step in (0, 1)
    ]
    found = proposal(MostPoints(Decimal(1)), facts=figures(*history))
    options = {one.code: one.options[0] for one in found.question.opportunities}
    stretches = {code: option.stretch for code, option in options.items()}
    rates = {code: stretch.effort / stretch.gain for code, stretch in stretches.items() if stretch}
    assert rates == {"1": 1, "2": 1}


def test_what_cannot_be_reached_is_said_with_the_best() -> None:
    found = propose(edition(), figures(*FOUR), "Bình", NOW, LeastEffort(Decimal(21)), {})
    assert isinstance(found, Unreachable)
    assert found.best.score == 20


@pytest.mark.parametrize(
    ("unit", "aim", "says"), [("Dung", AimedPlace(1), "chưa có điểm của mục: 2"), ("An", AimedGroup("z"), "không có nhóm này")]
)
def test_a_proposal_that_cannot_be_made_says_why(unit: str, aim: Aim, says: str) -> None:
    with pytest.raises(ProblemsFound, match=says):
        propose(edition(), figures(*FOUR), unit, NOW, aim, {})
