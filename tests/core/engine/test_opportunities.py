"""What can still be gained on each criterion, by every rule, with people's effort and reach or with defaults from history."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from longdan.core.catalogue.indices import TOTAL, Missing, Scored, read_edition, rules
from longdan.core.engine.figures import gather
from longdan.core.engine.improving.asking import improve
from longdan.core.engine.improving.goals import for_group, for_place
from longdan.core.engine.improving.habits import means_from_history
from longdan.core.engine.improving.model import (
    Improvement,
    ImprovementQuestion,
    LeastEffort,
    MostPoints,
    Opportunity,
    Option,
    Stretch,
)
from longdan.core.engine.improving.opportunities import Means, caps, opportunities
from longdan.core.engine.scoring import score
from longdan.core.engine.whatif import what_if
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import year
from longdan.core.problems import Problem
from tests.core.engine.papi import CATALOGUE, papi
from tests.core.engine.trees import a_node, an_index

PERIOD = year(2025)
D = Decimal


def facts(figures: Mapping[str, str]) -> list[Fact]:
    return [Fact(code, "X", PERIOD, Decimal(value)) for code, value in figures.items()]


def found(rule: rules.Rule, figures: Mapping[str, str], means: Means, **more: object) -> Opportunity:
    index = an_index([a_node("1", rule, **more)])  # type: ignore[arg-type]
    return opportunities(index, score(index, gather(facts(figures)), "X", PERIOD), {"1": means})[0]


LEVELS = rules.Levels("1", (rules.Level("đủ", D(10)), rules.Level("thiếu", D(4)), rules.Level("không", D(0))))
BANDS = rules.Bands("1", None, (rules.Band(D(90), True, None, False, D(10)), rules.Band(D(50), True, D(90), False, D(5)),
                                rules.Band(None, False, D(50), False, D(0))))  # fmt: skip
LATE = rules.DeadlineMet("1", "15/12", (rules.LateStep(10, D(5)),))
SHARE = rules.Proportion("a", "b", D(50), D(100))
FREE = Means(D(2), D(1))

STEPS = [
    (rules.YesNo("1"), {"1": "0"}, [("đạt yêu cầu", 10, 21)]),
    (LEVELS, {"1": "3"}, [("đạt mức “thiếu”", 4, 9), ("đạt mức “đủ”", 10, 21)]),
    (LEVELS, {"1": "2"}, [("đạt mức “đủ”", 6, 13)]),
    (BANDS, {"1": "20"}, [("đạt khoảng “từ 50 đến dưới 90”", 5, 11), ("đạt khoảng “từ 90”", 10, 21)]),
    (LATE, {"1": "30"}, [("chậm không quá 10 ngày", 5, 11), ("đúng hạn", 10, 21)]),
    (rules.Bonus("1", D(4)), {"1": "1"}, [("đạt 2 lần", 4, 9), ("đạt 3 lần", 6, 13)]),
]
SMOOTH = [
    (SHARE, {"a": "60", "b": "100"}, Option("", D(0), D(1), Stretch(D(4), D(8), "nâng tỷ lệ lên {} %", D(60), D(100)))),
    (SHARE, {"a": "30", "b": "100"},
     Option("nâng tỷ lệ lên 50 %", D(5), D(5), Stretch(D(5), D(10), "nâng tỷ lệ lên {} %", D(50), D(100)))),
    (rules.MinMax("1", rules.FixedRange(D(0), D(5)), False, False), {"1": "2"},
     Option("", D(0), D(1), Stretch(D(6), D(12), "đưa số liệu tới {}", D(2), D(5)))),
    (rules.MinMax("1", rules.FixedRange(D(0), D(5)), True, False), {"1": "2"},
     Option("", D(0), D(1), Stretch(D(4), D(8), "đưa số liệu tới {}", D(2), D(0)))),
    (rules.Published("1"), {"1": "7.5"},
     Option("", D(0), D(1), Stretch(D("2.5"), D(5), "nâng điểm của mục lên {}", D("7.5"), D(10)))),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "figures", "expected"), STEPS)
def test_a_rule_of_steps_offers_each_step_above_the_mark(
    rule: rules.Rule, figures: Mapping[str, str], expected: list[tuple[str, int, int]]
) -> None:
    assert [(one.words, one.gain, one.effort) for one in found(rule, figures, FREE).options] == expected


@pytest.mark.parametrize(("rule", "figures", "expected"), SMOOTH)
def test_a_rule_without_steps_offers_a_stretch(rule: rules.Rule, figures: Mapping[str, str], expected: Option) -> None:
    assert found(rule, figures, FREE).options == (expected,)


def test_a_penalty_is_won_back_step_by_step() -> None:
    one = found(rules.Penalty("1", D(2)), {"1": "2"}, FREE, most=None, least=D(-5))
    assert [(option.words, option.gain) for option in one.options] == [("chỉ còn 1 lần bị trừ", 2), ("chỉ còn 0 lần bị trừ", 4)]


@pytest.mark.parametrize(
    ("rule", "figures", "means", "more", "words"),
    [
        (LEVELS, {"1": "1"}, FREE, {}, "đã đạt điểm tối đa"),
        (LEVELS, {"1": "3"}, Means(reach=D(3)), {}, "mức kế tiếp cao hơn tầm với 3 điểm"),
        (SHARE, {"a": "60", "b": "100"}, Means(reach=D(6)), {}, "tầm với đặt ở 6 điểm, hiện đã 6 điểm"),
        (SHARE, {"a": "10", "b": "100"}, Means(reach=D(3)), {}, "tầm với thấp hơn 5 điểm, mức bắt đầu có điểm"),
        (LEVELS, {}, FREE, {}, "chưa có điểm hiện tại nên chưa tính được phần thêm"),
        (rules.Published("1"), {"1": "7"}, FREE, {"most": None, "unknown": frozenset({Missing.MOST})},
         "chưa rõ điểm tối đa hoặc quy tắc chấm; đặt tầm với nếu biết mục này còn tăng được"),
        (rules.Unknown(), {"1": "7"}, FREE, {"unknown": frozenset({Missing.RULE})},
         "chưa rõ điểm tối đa hoặc quy tắc chấm; đặt tầm với nếu biết mục này còn tăng được"),
    ],
)  # fmt: skip
def test_a_criterion_without_options_says_why(
    rule: rules.Rule, figures: Mapping[str, str], means: Means, more: Mapping[str, object], words: str
) -> None:
    one = found(rule, figures, means, **more)
    assert (one.options, one.closed) == ((), words)


def test_a_criterion_that_does_not_concern_the_unit_has_no_options() -> None:
    index = an_index([a_node("1", LEVELS), a_node("2", LEVELS)])
    known = gather(facts({"2": "3"}), [NotApplicable("1", "X", PERIOD)])
    assert opportunities(index, score(index, known, "X", PERIOD), {})[0].closed == "không áp dụng với đơn vị này"


def test_gains_are_points_of_the_total_and_rows_that_add_nothing_are_not_offered() -> None:
    index = an_index(
        [
            a_node("1", rules.Mean((), D("0.5"))),
            a_node("1.1", rules.YesNo("1.1"), parent="1"),
            a_node("1.2", rules.YesNo("1.2"), parent="1"),
            a_node("1.3", rules.Published("1.3"), parent="1", scored=Scored.LISTED),
        ],
        rules.WeightedSum((("1", D("0.8")),), D(1)),
    )
    card = score(index, gather(facts({"1.1": "0", "1.2": "1"})), "X", PERIOD)
    assert [(one.code, [option.gain for option in one.options]) for one in opportunities(index, card, {})] == [
        ("1.1", [D("2.00")]),
        ("1.2", []),
    ]


def test_where_only_the_mark_of_a_whole_is_known_the_whole_is_offered_instead_of_its_parts() -> None:
    index = an_index(
        [a_node("1", rules.Sum((), capped=False)), a_node("1.1", rules.YesNo("1.1"), parent="1"), a_node("2", rules.YesNo("2"))]
    )
    card = score(index, gather(facts({"1": "7", "2": "0"})), "X", PERIOD)
    assert [(one.code, one.options[0].most_gain) for one in opportunities(index, card, {})] == [("1", D(3)), ("2", D(10))]


def test_what_is_chosen_raises_the_score_by_what_was_promised() -> None:
    index = an_index(
        [a_node("1", rules.YesNo("1")), a_node("2", replace(LEVELS, of="2")), a_node("3", replace(BANDS, of="3"))], most=30
    )
    known = gather(facts({"1": "0", "2": "3", "3": "20"}))
    card = score(index, known, "X", PERIOD)
    answer = improve(ImprovementQuestion(card.total.value or D(0), opportunities(index, card, {}), MostPoints(D(15))))
    assert isinstance(answer, Improvement)
    raised = {"đạt yêu cầu": ("1", D(1)), "đạt mức “đủ”": ("2", D(1)), "đạt mức “thiếu”": ("2", D(2)),
              "đạt khoảng “từ 90”": ("3", D(95)), "đạt khoảng “từ 50 đến dưới 90”": ("3", D(60))}  # fmt: skip
    then = what_if(index, known, "X", PERIOD, dict(raised[choice.option.words] for choice in answer.choices))
    assert (then.after.total.value, answer.gained) == (answer.score, D(15))


def test_the_ceiling_of_a_capped_sum_is_the_room_that_is_left_under_it() -> None:
    index = an_index(
        [
            a_node("1", rules.Sum((), capped=True), most=3),
            a_node("1.1", rules.Bonus("1.1", D(1)), parent="1", most=2),
            a_node("1.2", rules.Bonus("1.2", D(1)), parent="1", most=2),
        ]
    )
    card = score(index, gather(facts({"1.1": "1", "1.2": "0"})), "X", PERIOD)
    room = caps(index, card)
    answer = improve(ImprovementQuestion(D(1), opportunities(index, card, {}), MostPoints(D(9)), room))
    assert isinstance(answer, Improvement)
    assert (room[0].room, room[0].codes, answer.gained, answer.effort) == (D(2), {"1", "1.1", "1.2"}, D(2), D(2))


OTHERS = {"A": D("44.5"), "B": D("43"), "C": D("42"), "E": None}


@pytest.mark.parametrize(("place", "score"), [(1, "44.5"), (3, "42"), (4, "-3")])
def test_the_goal_of_a_place_is_the_score_of_who_has_it_or_ones_own_where_any_will_do(place: int, score: str) -> None:
    words = f"hạng {place}, nếu các đơn vị khác giữ nguyên điểm"
    assert for_place(OTHERS, place, D(-3)) == LeastEffort(D(score), words)


def test_the_goal_of_a_group_is_the_least_score_that_gets_into_it() -> None:
    how = papi("2021-2024").grouping(2021)
    assert how is not None
    words = "nhóm Cao nhất, nếu các đơn vị khác giữ nguyên điểm"
    assert for_group(OTHERS, "X", how, "high", D(40)) == LeastEffort(D("44.5"), words)


def test_a_group_whose_title_says_so_is_not_called_a_group_twice() -> None:
    how = read_edition(CATALOGUE / "indices" / "par-index" / "2024.yaml").grouping(2024)
    assert how is not None
    goal = for_group({}, "X", how, "b", D(70))
    assert goal == LeastEffort(D(80), "Nhóm B, nếu các đơn vị khác giữ nguyên điểm")


def test_a_group_without_a_rule_is_no_goal() -> None:
    how = papi("2021-2024").grouping(2023)
    assert how is not None
    told = for_group({"A": D(1)}, "X", how, "high", D(1))
    assert isinstance(told, Problem)
    assert str(told) == (
        "nhóm Cao nhất: không biết quy tắc chia nhóm của năm này, hoặc không mức điểm nào vào được nhóm\n"
        "    cách sửa: đặt mục tiêu theo điểm hoặc theo hạng [improving.no-rule-for-group]"
    )


def test_defaults_from_history_take_a_typical_year_as_one_unit_of_effort() -> None:
    series = [[D(n), D(n) + D("0.5"), None, D(n), D(n) - 1] for n in range(1, 6)]
    means = means_from_history({"1": series, "2": series[:2]}, {"1": D(3), "2": D(3)})
    assert means == {"1": Means(D(2), D(0), D("3.5"))}


def test_the_reach_from_history_is_no_higher_than_the_best_mark_seen() -> None:
    series = [[D(1), D(4)]] * 12
    assert means_from_history({"1": series}, {"1": D(2)})["1"].reach == D(4)


def test_the_total_of_papi_is_raised_through_the_contents_that_can_be_raised() -> None:
    index = papi("2021-2024")
    parts = {node.code: node.least + 1 for node in index.leaves() if node.least is not None and node.parent != TOTAL}
    known = gather([Fact(code, "01", year(2024), mark) for code, mark in parts.items()])
    card = score(index, known, "01", year(2024))
    assert {one.code.count(".") for one in opportunities(index, card, {})} <= {1, 2}
