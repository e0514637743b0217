"""What a preview makes of a draft: vague names, another province's names, headings without work."""

from dataclasses import replace
from typing import Any

import pytest

from longdan.app.agencies.matching import Known, directory
from longdan.app.plans.previewing import Doubt, build
from longdan.core.plans.draft import Assignment, Deadline, Heading, ReportPeriod, Role, Target
from tests.builders import HEADING, WORDS, a_document, a_draft, a_quote, a_task

AGENCIES = directory(
    [
        Known(1, "UBND tỉnh Lam Châu", home=True),
        Known(2, "Sở Nội vụ"),
        Known(3, "Sở Khoa học và Công nghệ"),
        Known(4, "UBND tỉnh Sông Vân", foreign=True),
    ]
)
ABROAD = replace(HEADING, issuer="Ủy ban nhân dân tỉnh Sông Vân", province="tỉnh Sông Vân")


@pytest.mark.parametrize(("heading", "sure"), [(HEADING, True), (ABROAD, False)])
def test_in_another_province_s_document_no_agency_of_ours_is_surely_meant(heading: Heading, sure: bool) -> None:
    of = a_document(*WORDS)
    shown = build(a_draft(of, [a_task(of, WORDS[3], lead=("Sở Nội vụ",))], heading), AGENCIES)
    assert (shown.tasks[0].assignments[0].match.agency, shown.tasks[0].assignments[0].match.sure) == (2, sure)


def test_another_province_is_no_guess_for_what_sounds_like_a_division_of_its_committee() -> None:
    of = a_document(*WORDS)
    shown = build(a_draft(of, [a_task(of, WORDS[3], lead=("Trung tâm Thông tin tỉnh",))], ABROAD), AGENCIES)
    assert shown.tasks[0].assignments[0].match.candidates == ()


@pytest.mark.parametrize(
    ("below", "texts"),
    [
        (WORDS[3:4], [WORDS[3]]),  # its work stands below it
        ((), ["1. Sở Nội vụ"]),
        (("2. Sở Khoa học và Công nghệ", WORDS[3]), ["1. Sở Nội vụ", WORDS[3]]),  # the work of the next one is not its own
    ],
)
def test_a_title_that_only_names_an_agency_is_a_task_only_where_no_work_stands_below(below: list[str], texts: list[str]) -> None:
    of = a_document(*WORDS[:3], "1. Sở Nội vụ", *below)
    titles = [
        Assignment(words[3:], Role.RESPONSIBLE, f"II.{words[0]}", a_quote(of, words), title=True)
        for words in ("1. Sở Nội vụ", *below)
        if words[0].isdigit()
    ]
    tasks = [a_task(of, WORDS[3], section=titles[-1].section, responsible=("Sở Nội vụ",))] if below else []
    shown = build(a_draft(of, tasks, assignments=tuple(titles)), AGENCIES)
    assert [task.text for task in shown.tasks] == texts
    assert all((Doubt.ONLY_NAME in task.doubts) == task.text.startswith("1.") for task in shown.tasks)


@pytest.mark.parametrize("text", ["Sở Nội vụ.", "1. Trách nhiệm của Sở Nội vụ", "Các sở, ban, ngành; UBND các xã, phường"])
def test_words_that_only_name_agencies_are_doubtful(text: str) -> None:
    of = a_document(*WORDS, text)
    assert Doubt.ONLY_NAME in build(a_draft(of, [a_task(of, text, lead=("Sở Nội vụ",))]), AGENCIES).tasks[0].doubts


def test_a_report_that_several_places_demand_stands_once_with_all_its_places() -> None:
    said = ("Báo cáo năm trước ngày 10/12/2026.", "Công an tỉnh báo cáo cả năm trước ngày 10/12/2026 (số liệu đến 30/11/2026).")
    of = a_document(*WORDS, *said)
    short, whole = (
        ReportPeriod("annual", a_quote(of, words), words, due="2026-12-10", from_date=since)
        for words, since in zip(said, (None, "2025-12-01"), strict=True)
    )
    day = Deadline("2026-12-10", "before", "báo cáo", "trước ngày 10/12/2026", "II", a_quote(of, said[0]))
    shown = build(a_draft(of, report_periods=(short, whole), deadlines=(day,)), AGENCIES)
    assert [(one.what, one.also) for one in shown.report_periods] == [(whole, (short.quote,))]
    assert shown.deadlines == ()


@pytest.mark.parametrize(
    "changed", [{"due": "2026-06-10"}, {"kind": "six_month"}, {"to_agency": "Sở Nội vụ"}, {"from_date": "2024-12-01"}]
)
def test_reports_that_differ_stay_two(changed: dict[str, str]) -> None:
    of = a_document(*WORDS, "Báo cáo.")
    one = ReportPeriod("annual", a_quote(of, "Báo cáo."), "", "2026-12-10", from_date="2025-12-01", to_agency="Sở Tài chính")
    assert len(build(a_draft(of, report_periods=(one, replace(one, **changed))), AGENCIES).report_periods) == 2


def test_the_article_that_puts_a_decision_in_force_is_no_task() -> None:
    text = "Điều 3. Chánh Văn phòng UBND tỉnh; Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./."
    of = a_document(*WORDS, text)
    stated = Assignment("Sở Nội vụ", Role.RESPONSIBLE, "Điều 3", a_quote(of, text))
    assert [task.text for task in build(a_draft(of, [], assignments=(stated,)), AGENCIES).tasks] == []


TARGETS = [({}, 1), ({"value": 45.0}, 2), ({"by": "2027"}, 2), ({"text": "Nội dung “Công khai” đạt 43,2 điểm"}, 2)]


@pytest.mark.parametrize(("changed", "count"), TARGETS)
def test_a_target_set_twice_in_the_same_words_stands_once(changed: dict[str, Any], count: int) -> None:
    of = a_document(*WORDS, "Chỉ số PAPI đạt 43,2 điểm.", "chỉ số PAPI đạt 43,2 điểm")
    one = Target(
        "Chỉ số PAPI đạt 43,2 điểm", "score", 43.2, a_quote(of, "Chỉ số PAPI đạt 43,2 điểm."), "PAPI", ">=", "điểm", "2026"
    )
    again = replace(one, text="chỉ số PAPI đạt 43,2 điểm", quote=a_quote(of, "chỉ số PAPI đạt 43,2 điểm"))
    shown = build(a_draft(of, targets=(one, replace(again, **changed))), AGENCIES).targets
    assert [len(shown), len(shown[0].also)] == [count, 2 - count]
