"""Agencies are urged for what they are late with: for which work, by whom, until when it stands on their day."""

from datetime import timedelta

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.models import Role
from longdan.app.audit.models import Event
from longdan.app.plans.models import Assignment, Plan
from longdan.app.work import actions
from longdan.app.work.queries import agency_work, late_where, task, today
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, a_post, the_assignment
from tests.cast import Cast

DAYS = timedelta(days=40)
LATER, THEN = ON + DAYS, AT + DAYS  # what was due on 31/03/2026 is late by then
NEXT_DAY = timedelta(days=1)


def urge(cast: Cast, **whom: int) -> actions.Urged:
    return actions.urge(by=cast.leader, at=THEN, **whom)


def urged(cast: Cast) -> list[str]:
    return [one.agency.name for one in Assignment.objects.filter(urged_at=THEN) if one.agency]


def test_a_plans_late_agencies_are_urged_and_nobody_else(cast: Cast, plan: Plan) -> None:
    assert urge(cast, plan_id=plan.pk) == actions.Urged(duties=1, agencies=1)
    assert urged(cast) == ["Sở Nội vụ"]


@pytest.mark.parametrize(
    ("whom", "words"), [("commune", "không có việc nào quá hạn"), ("home_affairs", "đã được đôn đốc hôm nay")]
)
def test_where_nothing_is_to_be_urged_for_it_says_why(cast: Cast, plan: Plan, whom: str, words: str) -> None:
    urge(cast, plan_id=plan.pk)
    with pytest.raises(ProblemsFound, match=words):
        urge(cast, agency_id=getattr(cast, whom).pk)


def test_the_next_day_an_agency_may_be_urged_again(cast: Cast, plan: Plan) -> None:
    urge(cast, agency_id=cast.home_affairs.pk)
    again = actions.urge(by=cast.chi, agency_id=cast.home_affairs.pk, at=THEN + NEXT_DAY)
    assert (again.duties, Event.objects.filter(verb="work.assignment.urged").count()) == (1, 2)


def test_of_an_agency_and_a_plan_only_what_belongs_to_both_is_urged_for(cast: Cast, plan: Plan) -> None:
    with pytest.raises(ProblemsFound, match="không có việc nào quá hạn"):
        urge(cast, agency_id=cast.commune.pk, plan_id=plan.pk)


@pytest.mark.parametrize("who", ["an", "binh", "binh_staff", "auditor", "dung"])
def test_others_urge_nobody(cast: Cast, plan: Plan, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.urge(by=getattr(cast, who), agency_id=cast.home_affairs.pk, at=THEN)
    assert urged(cast) == []


def test_what_was_urged_for_stands_first_on_the_agencys_day_until_it_reports(cast: Cast, plan: Plan) -> None:
    duty = the_assignment(plan, cast.home_affairs)
    urge(cast, plan_id=plan.pk)
    clerk = a_post("Trần Văn Thư", cast.home_affairs, Role.AGENCY_STAFF)
    assert [row.urged for row in today(clerk, on=LATER).urged.rows] == [THEN]
    actions.report(assignment_id=duty.pk, by=clerk, text="Còn chờ số liệu", percent=40, at=THEN)
    assert today(clerk, on=LATER).urged.rows == ()


def test_a_task_says_that_it_was_urged_for_and_by_whom(cast: Cast, plan: Plan) -> None:
    duty = the_assignment(plan, cast.home_affairs)
    urge(cast, plan_id=plan.pk)
    shown = task(cast.chi, duty.task_id, at=THEN)
    assert [one.urged for one in shown.duties if one.assignment_id == duty.pk] == [THEN]
    assert (shown.history[0].words, shown.history[0].who) == ("đôn đốc việc quá hạn", cast.leader.signature())


def test_who_looks_over_the_province_sees_what_remains_to_be_urged_for(cast: Cast, plan: Plan) -> None:
    assert [(row.urged, row.to_urge) for row in late_where(cast.leader, on=LATER)] == [(None, 1)]
    urge(cast, plan_id=plan.pk)
    assert [(row.urged, row.to_urge) for row in late_where(cast.leader, on=LATER)] == [(THEN, 0)]
    assert [row.to_urge for row in late_where(cast.leader, on=LATER + NEXT_DAY)] == [1]


ASKED = {"leader": (True, 1), "chi_two": (True, 0), "auditor": (False, 0), "binh": (False, 0)}  # of one's own agency: nothing


@pytest.mark.parametrize("who", ASKED)
def test_the_press_is_offered_to_whom_it_obeys(cast: Cast, plan: Plan, who: str) -> None:
    post = getattr(cast, who)
    assert (today(post, on=LATER).may_urge, agency_work(post, cast.home_affairs.pk, on=LATER).to_urge) == ASKED[who]
