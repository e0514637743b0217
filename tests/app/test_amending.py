"""An amended document: what it changes is told place by place; work that it would end is named, and kept where one says so."""

from dataclasses import replace
from datetime import date

import pytest

from longdan.app.plans import actions
from longdan.app.plans.models import Assignment, AssignmentState, Plan, Reading, Task
from longdan.app.plans.previewing import Change, preview
from longdan.app.plans.queries import plan as plan_page
from longdan.app.work import actions as work
from longdan.core.plans.draft import ReportPeriod
from longdan.core.problems import ProblemsFound
from tests.builders import (
    AT,
    HEADING,
    ON,
    WORDS,
    a_document,
    a_draft,
    a_plan,
    a_quote,
    a_ready_reading,
    a_task,
    confirmed,
    the_assignment,
    three_tasks,
)
from tests.cast import Cast

CHANGED = "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của ngành."


def an_amendment(cast: Cast) -> Reading:
    """The first task changed, the second taken from the communes, the third left out, one more."""
    of = a_document(*WORDS[:3], CHANGED, WORDS[4], "Bổ sung kinh phí.")
    tasks = [
        a_task(of, CHANGED, lead=("Sở KH&CN",), product="Báo cáo", due="2026-04"),
        a_task(of, WORDS[4], responsible=("Sở Nội vụ",)),
        a_task(of, "Bổ sung kinh phí.", lead=("Sở Nội vụ",)),
    ]
    return a_ready_reading(cast.chi, of, a_draft(of, tasks), content=b"sua doi")


def test_what_changes_is_told_place_by_place(cast: Cast) -> None:
    a_plan(cast.chi)
    page = preview(cast.chi, an_amendment(cast).pk, on=ON)
    first, second, new = (page.compared[task.id] for task in page.preview.tasks)
    assert [(one.field, one.before, one.after) for one in first.differences] == [
        ("text", WORDS[3], CHANGED),
        ("due", "2026-03-31", "2026-04"),
    ]
    assert [one.name for one in first.taken_away] == ["Sở Nội vụ", "Các sở, ban, ngành"]
    assert [one.as_written for one in first.given] == ["Sở KH&CN"]
    assert [one.name for one in second.taken_away] == ["UBND các xã, phường, đặc khu"]
    assert (new.change, [one.before.text for one in page.gone if one.before]) == (Change.NEW, [WORDS[5]])


def test_work_that_would_end_is_named(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    work.report(assignment_id=the_assignment(plan, cast.commune).pk, by=cast.an, text="Đã làm", percent=40, at=AT)
    page = preview(cast.chi, an_amendment(cast).pk, on=ON)
    assert [one.begun for one in page.compared[page.preview.tasks[1].id].taken_away] == [1]


def test_work_that_ends_is_kept_on_record_and_its_reports_stay(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.commune)
    work.report(assignment_id=duty.pk, by=cast.an, text="Đã làm", percent=40, at=AT)
    confirmed(an_amendment(cast), cast.chi)
    duty.refresh_from_db()
    assert (duty.state, duty.percent, duty.updates.count()) == (AssignmentState.CANCELLED, 40, 1)


def test_who_keeps_the_work_with_an_agency_leaves_it_as_it_is(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.commune)
    work.report(assignment_id=duty.pk, by=cast.an, text="Đã làm", percent=40, at=AT)
    reading = an_amendment(cast)
    item = preview(cast.chi, reading.pk, on=ON).preview.tasks[1].id
    actions.correct(
        reading_id=reading.pk, by=cast.chi, verb="assign", item=item, field="responsible", value="group:communes", at=AT
    )
    confirmed(reading, cast.chi)
    duty.refresh_from_db()
    assert (duty.state, duty.percent) == (AssignmentState.UNDER_WAY, 40)


def test_a_task_that_the_document_no_longer_holds_is_kept_where_a_person_says_so(cast: Cast) -> None:
    third = a_plan(cast.chi).tasks.get(text=WORDS[5])
    reading = an_amendment(cast)
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="keep", item=f"x{third.pk}", at=AT)
    assert preview(cast.chi, reading.pk, on=ON).gone == ()
    confirmed(reading, cast.chi)
    third.refresh_from_db()
    assert third.withdrawn_at is None


@pytest.mark.parametrize(("value", "left"), [("", 3), (":part", 4)])
def test_a_document_of_another_number_amends_the_plan_that_a_person_names(cast: Cast, value: str, left: int) -> None:
    plan = a_plan(cast.chi)
    of = a_document(*WORDS[:3], CHANGED, "Bổ sung kinh phí.", "Mua sắm thiết bị.")
    tasks = [a_task(of, words) for words in (CHANGED, "Bổ sung kinh phí.", "Mua sắm thiết bị.")]
    draft = a_draft(of, tasks[:2] if value else tasks, replace(HEADING, number="99/QĐ-UBND"))
    reading = a_ready_reading(cast.chi, of, draft, content=b"quyet dinh sua doi")
    assert preview(cast.chi, reading.pk, on=ON).plan_in_force is None
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="amend", item="heading", value=f"{plan.pk}{value}", at=AT)
    assert confirmed(reading, cast.chi) == plan
    assert (Plan.objects.count(), plan.tasks.filter(withdrawn_at__isnull=True).count()) == (1, left)


def test_a_document_that_amended_a_plan_amends_it_again_when_it_comes_again(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    of = a_document(*WORDS)
    other = a_draft(of, heading=replace(HEADING, number="99/QĐ-UBND"))
    reading = a_ready_reading(cast.chi, of, other, content=b"sua doi")
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="amend", item="heading", value=str(plan.pk), at=AT)
    confirmed(reading, cast.chi)
    again = a_ready_reading(cast.chi, of, other, content=b"sua doi")
    assert preview(cast.chi, again.pk, on=ON).plan_in_force == (plan.pk, plan.title)


def test_a_plan_of_another_province_cannot_be_named(cast: Cast) -> None:
    plan = a_plan(cast.dung)
    reading = a_ready_reading(cast.chi)
    with pytest.raises(ProblemsFound, match="không có trong tỉnh"):
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="amend", item="heading", value=str(plan.pk), at=AT)


@pytest.mark.parametrize("words", ["hóa đơn", "nghị định", "x"])
def test_a_document_is_not_made_what_gives_no_tasks(cast: Cast, words: str) -> None:
    reading = a_ready_reading(cast.chi)
    with pytest.raises(ProblemsFound, match="không phải loại văn bản giao nhiệm vụ"):
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="edit", item="heading", field="doc_type", value=words, at=AT)


def test_a_name_is_matched_everywhere_at_once(cast: Cast) -> None:
    of = a_document(*WORDS)
    tasks = [a_task(of, words, lead=("Hội Đua thuyền",)) for words in WORDS[3:]]
    reading = a_ready_reading(cast.chi, of, a_draft(of, tasks))
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="match_all", item="t79.a1", agency="sở kh&cn", at=AT)
    found = preview(cast.chi, reading.pk, on=ON).preview
    assert [one.match.agency for task in found.tasks for one in task.assignments] == [cast.science.pk] * 3


def test_what_was_undone_is_made_again_until_something_else_is_corrected(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    for item in ("t79", "t143"):
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="discard", item=item, at=AT)
    assert [actions.undo(reading_id=reading.pk, by=cast.chi, at=AT) for _ in range(3)] == [True, True, False]
    assert actions.redo(reading_id=reading.pk, by=cast.chi_two, at=AT)
    assert [task.id for task in preview(cast.chi, reading.pk, on=ON).preview.tasks if task.discarded] == ["t79"]
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="discard", item="t199", at=AT)
    assert not actions.redo(reading_id=reading.pk, by=cast.chi, at=AT)
    told = preview(cast.chi, reading.pk, on=ON).history
    assert {item: [row.undone for row in rows] for item, rows in told.items()} == {
        "t79": [False],
        "t143": [True],
        "t199": [False],
    }


CITED = "Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh Lam Châu"


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        (CITED, True),
        ("Kế hoạch số 12/KH-UBND của UBND tỉnh", True),
        (CITED.replace("15/01", "16/01"), False),
        (CITED.replace("12/KH", "112/KH"), False),
    ],
)
@pytest.mark.parametrize("parent_first", [True, False])
def test_a_plan_finds_the_plan_that_it_carries_out(cast: Cast, text: str, linked: bool, parent_first: bool) -> None:
    of = a_document(*WORDS)
    own = replace(HEADING, issuer="Sở Khoa học và Công nghệ", number="7/KH-SKHCN", issued=date(2026, 2, 1), legal_bases=(text,))
    deeds = [lambda: a_plan(cast.chi), lambda: a_plan(cast.binh, of, a_draft(of, heading=own), content=b"con")]
    for deed in deeds if parent_first else reversed(deeds):
        deed()
    parent, child = Plan.objects.get(number="12/KH-UBND"), Plan.objects.get(number="7/KH-SKHCN")
    assert child.parent == (parent if linked else None)
    assert [one.id for one in plan_page(cast.chi, parent.pk, on=ON).chain.below] == ([child.pk] if linked else [])
    assert [one.id for one in plan_page(cast.chi, child.pk, on=ON).chain.above] == ([parent.pk] if linked else [])


def test_two_plans_that_name_each_other_make_no_circle(cast: Cast) -> None:
    of = a_document(*WORDS)
    first = replace(HEADING, legal_bases=("Kế hoạch số 7/KH-SKHCN",))
    second = replace(HEADING, issuer="Sở Khoa học và Công nghệ", number="7/KH-SKHCN", legal_bases=("Kế hoạch số 12/KH-UBND",))
    plans = [a_plan(cast.chi, of, a_draft(of, heading=one), content=one.number.encode()) for one in (first, second) if one.number]
    for one in plans:
        one.refresh_from_db()
    assert [one.parent_id for one in plans].count(None) == 1


def test_what_a_department_gives_to_others_is_asked_and_what_a_province_gives_is_ordered(cast: Cast) -> None:
    of = a_document(*WORDS)
    tasks = [a_task(of, WORDS[3], lead=("Sở Khoa học và Công nghệ",), cooperating=("Sở Nội vụ",))]
    own = replace(HEADING, issuer="Sở Khoa học và Công nghệ", number="7/KH-SKHCN")
    plans = [a_plan(cast.chi, of, a_draft(of, tasks, one), content=str(one.number).encode()) for one in (HEADING, own)]
    asked = [[one.requested for one in Assignment.objects.filter(task__plan=plan).order_by("pk")] for plan in plans]
    assert asked == [[False, False], [False, True]]


def test_a_report_regime_that_is_said_twice_stands_once(cast: Cast) -> None:
    of = a_document(*WORDS, "Báo cáo năm trước ngày 15/12.", "Định kỳ hằng năm báo cáo trước ngày 15 tháng 12.")
    said = [ReportPeriod("annual", a_quote(of, words), words, due_recurring="12-15") for words in of.text.splitlines()[-2:]]
    plan = a_plan(cast.chi, of, a_draft(of, three_tasks(of), report_periods=tuple(said)))
    assert (plan.report_demands.count(), len(plan_page(cast.chi, plan.pk, on=ON).report_demands)) == (1, 1)


def test_the_next_year_has_open_tasks_shifted_days_and_no_work_yet(cast: Cast) -> None:
    of = a_document(*WORDS)
    first, second, third = three_tasks(of)
    plan = a_plan(cast.chi, of, a_draft(of, [first, replace(second, recurrence="hằng quý"), replace(third, due="2024-02-29")]))
    Assignment.objects.filter(task__text__in=WORDS[3:5], role__in=("lead", "responsible")).update(state="done")
    reading = actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT)
    page = preview(cast.chi, reading.pk, on=ON)
    assert [(task.discarded, task.due) for task in page.preview.tasks] == [
        (True, "2027-03-31"),
        (False, None),
        (False, "2025-02-28"),
    ]
    assert page.preview.heading.title == "Nâng cao Chỉ số cải cách hành chính năm 2027"
    after = confirmed(reading, cast.chi)
    assert (after.predecessor, after.first_year, after.owner, after.number) == (plan, 2027, plan.owner, "")
    assert set(Assignment.objects.filter(task__plan=after).values_list("state", flat=True)) == {"assigned"}
    assert Task.objects.filter(plan=plan, withdrawn_at__isnull=True).count() == 3


def test_a_plan_for_several_years_goes_on_in_the_next_of_them(cast: Cast) -> None:
    of = a_document(*WORDS)
    first, second, third = three_tasks(of)
    heading = replace(HEADING, title="Cải cách hành chính giai đoạn 2026–2030", year=None, period=(2026, 2030))
    tasks = [replace(first, due="2026-03-31"), replace(second, due="2030-06"), third]
    plan = a_plan(cast.chi, of, a_draft(of, tasks, heading))
    found = preview(cast.chi, actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT).pk, on=ON).preview
    assert (found.heading.title, found.heading.year, found.heading.period) == (plan.title, AT.year + 1, None)
    assert [task.due for task in found.tasks][:2] == ["2027-03-31", "2030-06"]


def test_a_plan_is_carried_over_once(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT)
    assert actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT) == reading
    confirmed(reading, cast.chi)
    with pytest.raises(ProblemsFound) as told:
        actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT)
    assert told.value.problems[0].code == "plans.carried-already"


@pytest.mark.parametrize(
    ("cited", "linked"), [("Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh Lam Châu", True), ("Kế hoạch số 12/KH-UBND", False)]
)
def test_of_several_plans_of_one_number_the_one_whose_issuer_is_named_is_meant(cast: Cast, cited: str, linked: bool) -> None:
    of = a_document(*WORDS)
    issuers = (HEADING.issuer, "Ủy ban nhân dân xã An Bình", None)
    plans = [
        a_plan(cast.chi, of, a_draft(of, heading=replace(HEADING, issuer=one)), content=str(one).encode()) for one in issuers
    ]
    own = replace(HEADING, issuer="Sở Khoa học và Công nghệ", number="7/KH-SKHCN", legal_bases=(cited,))
    child = a_plan(cast.chi, of, a_draft(of, heading=own), content=b"con")
    assert child.parent == (plans[0] if linked else None)
