"""The day of each role, an agency's work, and one step with several assignments at once."""

from datetime import timedelta

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.plans.models import Assignment, AssignmentState, Plan, ReportDemand
from longdan.app.plans.queries.plans import plans
from longdan.app.work import actions
from longdan.app.work.queries import Asked, agency_work, late_where, today
from longdan.app.work.states import Step
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, WORDS, a_plan, a_ready_reading, the_assignment
from tests.cast import Cast

LATER = ON + timedelta(days=40)  # what was due on 31/03/2026 is late by then


def test_what_is_only_requested_waits_apart_from_what_is_ordered(cast: Cast, plan: Plan) -> None:
    duty = the_assignment(plan, cast.commune)
    assert [row.assignment_id for row in today(cast.an, on=ON).fresh.rows] == [duty.pk]
    Assignment.objects.filter(pk=duty.pk).update(requested=True)
    asked = today(cast.an, on=ON)
    assert ([row.assignment_id for row in asked.requests.rows], asked.fresh.rows) == ([duty.pk], ())


LATE = {"leader": (1, 1, 1), "chi": (1, 1, 1), "auditor": (1, 1, 1), "an": (0, 0, 0), "binh": (0, 0, 0)}  # tasks, agencies, plans


@pytest.mark.parametrize("who", LATE)
def test_who_looks_over_the_province_sees_who_is_late(cast: Cast, plan: Plan, who: str) -> None:
    found = today(getattr(cast, who), on=LATER)
    assert (found.late_tasks, len(found.late_where), len(found.slowest)) == LATE[who]


def test_what_is_handed_in_is_late_no_more(cast: Cast, plan: Plan) -> None:
    assert [(row.name, row.late) for row in late_where(cast.leader, on=LATER)] == [("Sở Nội vụ", 1)]
    actions.submit(assignment_id=the_assignment(plan, cast.home_affairs).pk, by=cast.chi, text="Xong", at=AT)
    assert late_where(cast.leader, on=LATER) == ()
    assert plans(cast.leader, on=LATER)[0].overdue == 1  # what nobody was given stays late


def test_a_leader_has_no_work_of_an_office(cast: Cast, plan: Plan) -> None:
    found = today(cast.leader, on=LATER)
    assert (found.overdue.count, found.fresh.count, found.watches) == (0, 0, True)


@pytest.mark.parametrize(("who", "count"), [("chi", 1), ("binh", 0), ("leader", 0), ("dung", 0), ("an", 0)])
def test_readings_wait_for_whom_may_confirm_them(cast: Cast, who: str, count: int) -> None:
    a_ready_reading(cast.chi)
    assert len(today(getattr(cast, who), on=ON).readings) == count


def test_a_short_task_is_shown_under_its_heading(cast: Cast, plan: Plan) -> None:
    assert [row.context for row in today(cast.an, on=ON).fresh.rows] == ["NHIỆM VỤ"]


TO_SEND = {"leader": 1, "auditor": 1, "chi": 1, "an": 1, "binh": 0, "dung": 0}  # Bình's department has no work in the plan


@pytest.mark.parametrize("who", TO_SEND)
def test_reports_that_plans_demand_within_a_month_stand_on_the_day(cast: Cast, plan: Plan, who: str) -> None:
    days = (ON + timedelta(days=10), ON + timedelta(days=31), ON - timedelta(days=1))
    ReportDemand.objects.bulk_create(ReportDemand(plan=plan, kind="quarterly", raw="quý", due=due) for due in days)
    found = today(getattr(cast, who), on=ON).reports
    assert [(one.day, one.plan_id) for one in found] == [(days[0], plan.pk)] * TO_SEND[who]


def test_an_agencys_work_is_counted_filtered_and_ordered(cast: Cast, plan: Plan) -> None:
    duty = the_assignment(plan, cast.home_affairs)
    work = agency_work(cast.binh, cast.home_affairs.pk, on=LATER)
    assert (work.open, work.late, work.done, work.count) == (1, 1, 0, 1)
    assert [(one.title, one.open, one.late) for one in work.plans] == [(plan.title, 1, 1)]
    for asked, rows in ((Asked("qua-han"), 1), (Asked("done"), 0), (Asked(search="don gian"), 1), (Asked(plan=0), 0)):
        assert len(agency_work(cast.binh, cast.home_affairs.pk, on=LATER, asked=asked).rows) == rows
    actions.submit(assignment_id=duty.pk, by=cast.chi, text="Xong", at=AT)
    actions.finish(assignment_id=duty.pk, by=cast.chi, at=AT)
    work = agency_work(cast.binh, cast.home_affairs.pk, on=LATER, asked=Asked("tat-ca"))
    assert (work.open, work.late, work.done, [row.text for row in work.rows]) == (0, 0, 1, [WORDS[3]])


def test_another_province_does_not_see_an_agencys_work(cast: Cast, plan: Plan) -> None:
    with pytest.raises(NotAllowed):
        agency_work(cast.dung, cast.commune.pk, on=ON)


def test_several_are_accepted_at_once(cast: Cast, plan: Plan) -> None:
    other = a_plan(cast.chi_two, content=b"khac")
    mine = list(Assignment.objects.filter(agency=cast.commune).values_list("pk", flat=True))
    assert actions.take_all(step=Step.ACCEPT, assignment_ids=[*mine, *mine], by=cast.an, at=AT) == len(mine) >= 1
    assert set(Assignment.objects.filter(agency=cast.commune).values_list("state", flat=True)) == {AssignmentState.ACCEPTED}
    assert other.pk


def test_where_one_refuses_none_is_changed(cast: Cast, plan: Plan) -> None:
    mine, anothers = the_assignment(plan, cast.commune), the_assignment(plan, cast.ward)
    with pytest.raises(ProblemsFound):
        actions.take_all(step=Step.ACCEPT, assignment_ids=[mine.pk, anothers.pk], by=cast.an, at=AT)
    mine.refresh_from_db()
    assert mine.state == AssignmentState.ASSIGNED


@pytest.mark.parametrize(("step", "count", "words"), [(Step.ACCEPT, 0, "chưa chọn"), (Step.SUBMIT, 1, "riêng từng việc")])
def test_nothing_chosen_and_a_step_that_needs_words_are_refused(
    cast: Cast, plan: Plan, step: Step, count: int, words: str
) -> None:
    with pytest.raises(ProblemsFound, match=words):
        actions.take_all(step=step, assignment_ids=[the_assignment(plan, cast.commune).pk] * count, by=cast.an, at=AT)


def test_what_was_handed_in_by_mistake_is_under_way_again_with_its_share(cast: Cast, plan: Plan) -> None:
    duty = the_assignment(plan, cast.commune)
    actions.report(assignment_id=duty.pk, by=cast.an, text="Một nửa", percent=50, at=AT)
    actions.submit(assignment_id=duty.pk, by=cast.an, text="Xong", at=AT + timedelta(hours=1))
    assert actions.withdraw(assignment_id=duty.pk, by=cast.an, at=AT + timedelta(hours=2)).percent == 50
