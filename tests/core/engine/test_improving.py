"""Which criteria to raise: the proven best, told line by line, or what best is in reach."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longdan.core.engine.improving.asking import Unreachable, improve
from longdan.core.engine.improving.explaining import Reason, explain, how_far
from longdan.core.engine.improving.model import (
    Cap,
    Goal,
    Improvement,
    ImprovementQuestion,
    LeastEffort,
    MostPoints,
    Opportunity,
    Option,
    Stretch,
)
from longdan.core.problems import ProblemsFound
from tests.core.engine import slow_improving as slow


def option(words: str, gain: str, effort: str, stretch: tuple[str, str] | None = None) -> Option:
    return Option(words, Decimal(gain), Decimal(effort), Stretch(*map(Decimal, stretch)) if stretch else None)


PORTAL = Opportunity("1.1", "Hồ sơ trực tuyến", (option("đạt 50 %", "0.5", "10"), option("đạt 80 %", "1.2", "40")))
REPORT = Opportunity("1.2", "Báo cáo đúng hạn", (option("đủ 4 kỳ", "1", "4"),))
SURVEY = Opportunity("2.1", "Hài lòng của người dân", (option("", "0", "0", ("2", "100")),))
LISTED = Opportunity("2.2", "Công khai danh sách", (option("niêm yết", "0.25", "1"),))
SHARE = Opportunity(
    "2.3",
    "Số hóa hồ sơ",
    (
        Option(
            "nâng tỷ lệ lên 50 %",
            Decimal(1),
            Decimal(2),
            Stretch(Decimal(1), Decimal(4), "nâng tỷ lệ lên {} %", Decimal(50), Decimal(90)),
        ),
    ),
)
SHUT = Opportunity("3.1", "Đã đạt", (), "đã đạt điểm tối đa")
ALL = (PORTAL, REPORT, SURVEY, LISTED, SHUT)


def ask(goal: Goal, *opportunities: Opportunity, caps: tuple[Cap, ...] = ()) -> Improvement | Unreachable:
    return improve(ImprovementQuestion(Decimal(60), opportunities or ALL, goal, caps, "ngày công"))


def answer(goal: Goal, *opportunities: Opportunity, caps: tuple[Cap, ...] = ()) -> Improvement:
    found = ask(goal, *opportunities, caps=caps)
    assert isinstance(found, Improvement)
    return found


def taken(found: Improvement) -> list[tuple[str, str, str]]:
    return [(choice.opportunity.code, choice.option.words, str(choice.part)) for choice in found.choices]


@pytest.mark.parametrize(
    ("goal", "choices", "gained", "effort"),
    [
        (MostPoints(Decimal(0)), [], "0", "0"),
        (MostPoints(Decimal(5)), [("1.2", "đủ 4 kỳ", "0"), ("2.2", "niêm yết", "0")], "1.25", "5"),
        (
            MostPoints(Decimal(25)),
            [("1.1", "đạt 50 %", "0"), ("1.2", "đủ 4 kỳ", "0"), ("2.1", "", "0.1"), ("2.2", "niêm yết", "0")],
            "1.95",
            "25",
        ),
        (LeastEffort(Decimal(60)), [], "0", "0"),
        (LeastEffort(Decimal("60.9")), [("1.2", "đủ 4 kỳ", "0")], "1", "4"),
        (LeastEffort(Decimal("61.25")), [("1.2", "đủ 4 kỳ", "0"), ("2.2", "niêm yết", "0")], "1.25", "5"),
        (LeastEffort(Decimal("61.35")), [("1.2", "đủ 4 kỳ", "0"), ("2.1", "", "0.05"), ("2.2", "niêm yết", "0")], "1.35", "10"),
    ],
)
def test_the_best_choices_earn_most_or_cost_least(
    goal: Goal, choices: list[tuple[str, str, str]], gained: str, effort: str
) -> None:
    found = answer(goal)
    whole = [one for one in taken(found) if one[:2] != ("2.1", "") or one[2] != "0"]
    assert (whole, found.gained, found.effort, found.proven) == (choices, Decimal(gained), Decimal(effort), True)


def test_among_answers_with_equal_points_the_cheaper_one_wins() -> None:
    twice = (
        replace(REPORT, code="a", options=(option("đắt", "1", "9"),)),
        replace(REPORT, code="b", options=(option("rẻ", "1", "8"),)),
    )
    assert taken(answer(MostPoints(Decimal(10)), *twice)) == [("b", "rẻ", "0")]


def test_what_is_gained_under_a_ceiling_counts_up_to_it() -> None:
    cap = Cap(frozenset({"1.2", "2.2"}), Decimal("1.1"), "điểm thưởng tối đa 1,1")
    found = answer(MostPoints(Decimal(5)), REPORT, LISTED, caps=(cap,))
    assert (found.gained, found.score) == (Decimal("1.1"), Decimal("61.1"))


EFFORTS = st.decimals(0, 20, places=1)
GAINS = st.decimals(0, 3, places=2)
OPTIONS = st.lists(st.tuples(GAINS, EFFORTS), max_size=3)
LISTS = st.lists(OPTIONS, min_size=1, max_size=5)
INNER = Cap(frozenset({"0", "1"}), Decimal("1.5"), code="inner")
CAPS = ((), (INNER,), (replace(INNER, into="outer"), Cap(frozenset({"2"}), Decimal("2.2"), code="outer")))


def opportunities(drawn: list[list[tuple[Decimal, Decimal]]]) -> tuple[Opportunity, ...]:
    return tuple(
        Opportunity(str(place), "", tuple(Option(str(number), *pair) for number, pair in enumerate(options)))
        for place, options in enumerate(drawn)
    )


@given(
    LISTS, st.one_of(st.builds(MostPoints, EFFORTS), st.builds(LeastEffort, st.decimals(60, 66, places=2))), st.sampled_from(CAPS)
)
def test_the_answer_is_as_good_as_the_best_of_all_combinations(
    drawn: list[list[tuple[Decimal, Decimal]]], goal: Goal, caps: tuple[Cap, ...]
) -> None:
    question = ImprovementQuestion(Decimal(60), opportunities(drawn), goal, caps)
    found, expected = improve(question), slow.best(question)
    assert ((found.gained, found.effort) if isinstance(found, Improvement) else None) == expected


@given(LISTS, st.decimals(0, 40, places=1), st.lists(st.tuples(GAINS, EFFORTS), min_size=5, max_size=5))
def test_with_stretches_no_limit_is_broken_and_nothing_of_whole_options_is_lost(
    drawn: list[list[tuple[Decimal, Decimal]]], effort: Decimal, stretches: list[tuple[Decimal, Decimal]]
) -> None:
    plain = opportunities(drawn)
    stretched = tuple(
        replace(one, options=tuple(replace(option, stretch=Stretch(*stretch)) for option in one.options))
        for one, stretch in zip(plain, stretches, strict=False)
    )
    found, without = answer(MostPoints(effort), *stretched), answer(MostPoints(effort), *plain)
    assert (found.effort <= effort, found.gained >= without.gained - Decimal("0.001")) == (True, True)


FINE = st.decimals(0, 3, places=11)
SPLIT = Decimal(1) / 3  # 28 digits, three of which are a little less than 1


@given(st.lists(st.lists(st.tuples(FINE, FINE), min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_a_goal_of_just_what_some_options_earn_is_reached_to_the_last_digit(
    drawn: list[list[tuple[Decimal, Decimal]]], data: st.DataObject
) -> None:
    offered = opportunities(drawn)
    points, effort = data.draw(
        st.sampled_from(list(slow.combinations(ImprovementQuestion(Decimal(60), offered, MostPoints(Decimal(0))))))
    )
    goal = data.draw(st.sampled_from([LeastEffort(60 + points), MostPoints(effort)]))
    question = ImprovementQuestion(Decimal(60), offered, goal)
    found, expected = improve(question), slow.best(question)
    assert isinstance(found, Improvement)
    assert expected
    assert found.score >= goal.score if isinstance(goal, LeastEffort) else found.effort <= goal.effort
    measured = found.effort - expected[1] if isinstance(goal, LeastEffort) else found.gained - expected[0]
    assert abs(measured) <= Decimal("1e-5")


@pytest.mark.parametrize(
    ("goal", "offered", "score"),
    [
        (LeastEffort(Decimal(61)), [option("", str(SPLIT), "1")] * 3, 61),
        (LeastEffort(Decimal("60.12345678")), [option("", "0.12345678", "1")], "60.12345678"),
        (LeastEffort(Decimal("60.00000001")), [option("", "0", "0", ("0.3", "1"))], "60.00003"),
        (LeastEffort(Decimal("60.3")), [option("", "0", "0", ("0.3", "1"))], "60.3"),
        (MostPoints(SPLIT), [option("", "1", str(SPLIT))], 61),
        (MostPoints(Decimal("0.0000001")), [option("", "1", "0.00000011")], 60),
    ],
)
def test_a_limit_is_kept_to_the_last_digit_and_used_to_the_last(goal: Goal, offered: list[Option], score: str | int) -> None:
    found = answer(goal, *(Opportunity(str(place), "", (one,)) for place, one in enumerate(offered)))
    assert (round(found.score, 20), found.proven) == (Decimal(score), True)


def test_what_falls_short_by_less_than_anybody_sees_is_out_of_reach() -> None:
    assert isinstance(ask(LeastEffort(Decimal("61.00000001")), REPORT), Unreachable)


def test_a_goal_out_of_reach_says_what_best_is_in_reach() -> None:
    found = ask(LeastEffort(Decimal(70), "hạng 1, nếu các đơn vị khác giữ nguyên điểm"))
    assert isinstance(found, Unreachable)
    assert (str(found.problem), found.best.score) == (
        "mục tiêu 70 điểm (hạng 1, nếu các đơn vị khác giữ nguyên điểm): "
        "làm hết mọi việc trong tầm với chỉ được 64,45 điểm, thiếu 5,55 điểm\n"
        "    cách sửa: hạ mục tiêu xuống 64,45 điểm, "
        "hoặc mở tầm với cho 1 tiêu chí đang để ngoài (Đã đạt…) [improving.out-of-reach]",
        Decimal("64.45"),
    )


@pytest.mark.parametrize(
    ("opportunities", "caps", "where"),
    [
        ((REPORT, REPORT), (), "1.2"),
        ((replace(REPORT, options=(option("lùi", "-1", "4"),)),), (), "1.2: lùi"),
        ((replace(REPORT, options=(option("kiếm công", "1", "-4"),)),), (), "1.2: kiếm công"),
        ((replace(REPORT, options=(option("quãng", "1", "4", ("-1", "1")),)),), (), "1.2: quãng"),
        ((REPORT,), (Cap(frozenset({"1.2"}), Decimal(1)), Cap(frozenset({"1.2"}), Decimal(2))), "1.2"),
    ],
    ids=["twice", "loses points", "gives effort back", "stretch back", "two ceilings"],
)
def test_a_wrong_question_is_refused(opportunities: tuple[Opportunity, ...], caps: tuple[Cap, ...], where: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        ask(MostPoints(Decimal(5)), *opportunities, caps=caps)
    assert [problem.where for problem in refused.value.problems] == [where]


def test_all_mistakes_of_a_question_come_at_once() -> None:
    with pytest.raises(ProblemsFound) as refused:
        ask(MostPoints(Decimal(-1)), REPORT, REPORT)
    assert [problem.where for problem in refused.value.problems] == ["1.2", "tổng công"]


def test_the_answer_explains_itself_line_by_line() -> None:
    told = explain(answer(MostPoints(Decimal(15))))
    assert [told.summary, *(f"{line.title}: {line.words}" for line in (*told.taken, *told.left))] == [
        "Với không quá 15 ngày công: làm 3 tiêu chí, "
        "từ 60 lên 61,75 điểm (thêm 1,75), cần 15 ngày công; không phương án nào tốt hơn "
        "(phần đi dở của một mục tính đến 0,01 % quãng đường).",
        "Báo cáo đúng hạn: đủ 4 kỳ: thêm 1 điểm, cần 4 ngày công; mỗi ngày công được 0,25 điểm.",
        "Công khai danh sách: niêm yết: thêm 0,25 điểm, cần 1 ngày công; mỗi ngày công được 0,25 điểm.",
        "Hồ sơ trực tuyến: đạt 50 %: thêm 0,5 điểm, cần 10 ngày công; mỗi ngày công được 0,05 điểm; "
        "chưa lên “đạt 80 %” (thêm 0,7 điểm nhưng thêm 30 ngày công).",
        "Hài lòng của người dân: công đã dành cho việc được nhiều điểm hơn; đổi việc đã chọn lấy việc này không được thêm điểm "
        "(tốt nhất được 0,02 điểm mỗi ngày công).",
        "Đã đạt: đã đạt điểm tối đa.",
    ]


def test_the_summary_says_what_effort_is_where_nobody_chose_it() -> None:
    question = ImprovementQuestion(Decimal(60), (REPORT,), MostPoints(Decimal(4)), effort_means="Một công là một năm thường")
    found = improve(question)
    assert isinstance(found, Improvement)
    assert explain(found).summary.endswith("không phương án nào tốt hơn. Một công là một năm thường.")


@pytest.mark.parametrize(
    ("goal", "code", "reason"),
    [
        (MostPoints(Decimal(5)), "1.1", Reason.TOO_DEAR),
        (MostPoints(Decimal(10)), "1.1", Reason.OUTBID),
        (MostPoints(Decimal(10)), "3.1", Reason.CLOSED),
        (LeastEffort(Decimal(61)), "1.1", Reason.NOT_NEEDED),
        (LeastEffort(Decimal(61)), "3.1", Reason.CLOSED),
    ],
)
def test_what_is_left_out_says_why(goal: Goal, code: str, reason: Reason) -> None:
    told = explain(answer(goal, *(one for one in ALL if one is not SURVEY)))
    assert {line.code: line.reason for line in told.left}[code] is reason


@pytest.mark.parametrize(
    ("effort", "words"),
    [
        ("2", "nâng tỷ lệ lên 50 %"),
        ("3", "nâng tỷ lệ lên 60 %"),
        ("9", "nâng tỷ lệ lên 90 %"),
    ],
)
def test_a_stretch_says_the_figure_to_be_reached(effort: str, words: str) -> None:
    assert how_far(answer(MostPoints(Decimal(effort)), SHARE).choices[0]) == words
