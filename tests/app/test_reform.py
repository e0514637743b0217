"""Agencies that end: their work goes over or waits for a person, and nothing is lost on the way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.actions.changing import Order
from longdan.app.agencies.models import Agency, AgencyKind, Post, Role
from longdan.app.audit.models import Event
from longdan.app.plans.models import Assignment, AssignmentState, Plan, Reading
from longdan.app.reform.actions import STAYS, Done, hand_on, reorganise
from longdan.app.reform.desks import Desk
from longdan.app.reform.previewing import Asked, left_behind, preview
from longdan.app.work import actions as work
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, WORDS, a_document, a_draft, a_plan, a_post, a_ready_reading, a_task, an_agency
from tests.cast import Cast

TODAY = Order(ON, "Nghị quyết 12/NQ-HĐND")


def asked(ending: Agency, *heirs: str, order: Order = TODAY) -> Asked:
    return Asked((ending.pk,), heirs, order)


def reformed(cast: Cast, what: Asked, choices: dict[str, int] | None = None) -> Done:
    seen = preview(cast.chi, what, on=ON).token
    return reorganise(asked=what, choices=choices or {}, seen=seen, by=cast.chi, at=AT)


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """A plan that gives the department of science two tasks, in one of which home affairs joins."""
    of = a_document(*WORDS)
    tasks = [
        a_task(of, WORDS[3], lead=("Sở Khoa học và Công nghệ",), cooperating=("Sở Nội vụ",), due="2026-06-30"),
        a_task(of, WORDS[4], lead=("Sở Nội vụ",), cooperating=("Sở Khoa học và Công nghệ",)),
        a_task(of, WORDS[5], lead=("Sở Khoa học và Công nghệ",)),
    ]
    return a_plan(cast.chi, of, a_draft(of, tasks))


def states(agency: Agency) -> Sequence[tuple[str, str]]:
    return list(Assignment.objects.filter(agency=agency).order_by("task__order").values_list("role", "state"))


def test_the_only_heir_takes_open_work_as_it_stands(cast: Cast, plan: Plan) -> None:
    mine = Assignment.objects.get(task__plan=plan, agency=cast.science, task__text=WORDS[5])
    work.report(assignment_id=mine.pk, by=cast.binh, text="Đã làm một nửa", percent=50, at=AT)
    heir = an_agency("Sở Chuyển đổi số", province=cast.province)
    reformed(cast, asked(cast.science, heir.name))
    assert states(heir) == [("lead", "assigned"), ("cooperate", "assigned"), ("lead", "under_way")]
    assert states(cast.science) == []


def test_where_the_heir_has_the_task_already_the_stronger_role_stays(cast: Cast, plan: Plan) -> None:
    reformed(cast, asked(cast.science, "Sở Nội vụ"))
    open_ones = Assignment.objects.filter(task__plan=plan).exclude(state=AssignmentState.CANCELLED)
    assert list(open_ones.order_by("task__order").values_list("agency", "role")) == [(cast.home_affairs.pk, "lead")] * 3


def test_of_several_heirs_a_person_chooses_and_the_rest_waits(cast: Cast, plan: Plan) -> None:
    what = asked(cast.science, "Sở Nội vụ", "UBND xã An Bình")
    first, *others = preview(cast.chi, what, on=ON).of(Desk.ASSIGNMENT)
    done = reformed(cast, what, {first.key: 1})
    assert Assignment.objects.get(pk=first.id).agency == cast.commune
    waiting = left_behind(cast.chi, cast.science.pk, on=ON)
    assert [thing.key for thing in waiting.of(Desk.ASSIGNMENT)] == [thing.key for thing in others]
    assert done.moved == 1


def test_what_waited_is_handed_on_later(cast: Cast, plan: Plan) -> None:
    reformed(cast, asked(cast.science, "Sở Nội vụ", "UBND xã An Bình"))
    waiting = left_behind(cast.chi, cast.science.pk, on=ON)
    all_to_the_first = {thing.key: 0 for thing in waiting.things}
    hand_on(agency_id=cast.science.pk, choices=all_to_the_first, seen=waiting.token, by=cast.chi, at=AT)
    assert left_behind(cast.chi, cast.science.pk, on=ON).things == ()


def test_a_choice_may_leave_a_thing_where_it_is(cast: Cast, plan: Plan) -> None:
    what = asked(cast.science, "Sở Nội vụ")
    thing = preview(cast.chi, what, on=ON).of(Desk.ASSIGNMENT)[0]
    reformed(cast, what, {thing.key: STAYS})
    assert Assignment.objects.get(pk=thing.id).agency == cast.science


def test_an_heir_that_is_not_there_yet_is_founded(cast: Cast, plan: Plan) -> None:
    what = Asked((cast.science.pk, cast.home_affairs.pk), ("Sở Nội vụ và Khoa học",), TODAY)
    heirs = reformed(cast, what).heirs
    assert [(one.name, one.kind, one.valid_from) for one in heirs] == [("Sở Nội vụ và Khoa học", AgencyKind.DEPARTMENT, ON)]
    assert set(Agency.objects.filter(into__successor=heirs[0])) == {cast.science, cast.home_affairs}


def test_people_go_along_in_their_roles(cast: Cast) -> None:
    reformed(cast, asked(cast.science, "Sở Nội vụ"))
    held = Post.objects.filter(agency=cast.home_affairs, until=None, account__in=[cast.binh.account, cast.binh_staff.account])
    assert {(post.account_id, post.role) for post in held} == {
        (cast.binh.account_id, Role.AGENCY_LEAD),
        (cast.binh_staff.account_id, Role.AGENCY_STAFF),
    }
    assert not Post.objects.filter(agency=cast.science, until=None).exists()


def test_plans_and_documents_being_read_go_along(cast: Cast) -> None:
    of = a_document(*WORDS)
    plan = a_plan(cast.binh, of, content=b"mot")
    reading = a_ready_reading(cast.binh, of, content=b"hai")
    plan.owner = cast.science
    plan.save()
    reformed(cast, asked(cast.science, "Sở Nội vụ"))
    assert Plan.objects.get(pk=plan.pk).owner == cast.home_affairs
    assert Reading.objects.get(pk=reading.pk).agency == cast.home_affairs


def test_the_trail_tells_what_went_where(cast: Cast, plan: Plan) -> None:
    reformed(cast, asked(cast.science, "Sở Nội vụ"))
    told = set(Event.objects.filter(verb__startswith="reform.").values_list("verb", flat=True))
    assert told >= {"reform.assignment.moved", "reform.assignment.merged", "reform.post.moved"}
    assert "Nghị quyết 12/NQ-HĐND" in Event.objects.get(verb="agencies.agency.ended").detail


def test_what_changed_meanwhile_is_looked_at_again(cast: Cast, plan: Plan) -> None:
    what = asked(cast.science, "Sở Nội vụ")
    seen = preview(cast.chi, what, on=ON).token
    a_plan(cast.chi, a_document(*WORDS, "Sở Khoa học và Công nghệ báo cáo."), content=b"khac")
    a_post("Lý Mới", cast.science, Role.AGENCY_STAFF)
    with pytest.raises(ProblemsFound, match="đã thay đổi"):
        reorganise(asked=what, choices={}, seen=seen, by=cast.chi, at=AT)
    assert not Agency.objects.get(pk=cast.science.pk).ended


def test_without_a_basis_nothing_is_reorganised_whatever_was_seen(cast: Cast) -> None:
    what = asked(cast.science, "Sở Nội vụ")
    seen, baseless = preview(cast.chi, what, on=ON).token, replace(what, order=Order(ON))
    with pytest.raises(ProblemsFound, match="văn bản có thẩm quyền"):
        reorganise(asked=baseless, choices={}, seen=seen, by=cast.chi, at=AT)


def test_a_reform_of_a_day_to_come_is_not_done_today(cast: Cast) -> None:
    with pytest.raises(ProblemsFound, match="chưa đến"):
        reformed(cast, asked(cast.science, "Sở Nội vụ", order=Order(date(2026, 3, 3), "QĐ 1")))


@pytest.mark.parametrize(
    ("heirs", "order", "code"),
    [
        (("Sở Khoa học và Công nghệ",), TODAY, "agencies.end.itself"),
        (("Sở Nội vụ", "sở nội vụ"), TODAY, "reform.heir-twice"),
        (("Sở Nội vụ",), Order(ON), "reform.no-basis"),
        (("Sở Nội vụ",), Order(ON, " – "), "reform.no-basis"),
    ],
)
def test_a_reform_that_cannot_be_is_refused(cast: Cast, heirs: tuple[str, ...], order: Order, code: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        preview(cast.chi, asked(cast.science, *heirs, order=order), on=ON)
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("who", ["an", "binh", "leader", "auditor", "dung"])
def test_only_coordinators_and_administrators_of_the_province_reform(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        preview(getattr(cast, who), asked(cast.science, "Sở Nội vụ"), on=ON)


def test_an_agency_that_has_ended_ends_only_once(cast: Cast) -> None:
    what = asked(cast.science, "Sở Nội vụ")
    reformed(cast, what)
    with pytest.raises(ProblemsFound, match="đã chấm dứt"):
        preview(cast.chi, what, on=ON)


def ended_without_heirs(cast: Cast) -> Agency:
    what = asked(cast.science)
    reorganise(asked=what, choices={}, seen=preview(cast.chi, what, on=ON).token, by=cast.chi, at=AT)
    return cast.science


def test_what_nobody_inherits_is_handed_on_at_once_to_whom_a_person_names(cast: Cast, plan: Plan) -> None:
    gone = ended_without_heirs(cast)
    assert left_behind(cast.chi, gone.pk, on=ON).heirs == ()
    seen = left_behind(cast.chi, gone.pk, on=ON, to="ubnd xa an binh")
    done = hand_on(
        agency_id=gone.pk, choices={one.key: 0 for one in seen.things}, seen=seen.token, to="ubnd xa an binh", by=cast.chi, at=AT
    )
    assert (done.moved, done.left, left_behind(cast.chi, gone.pk, on=ON).things) == (len(seen.things), 0, ())


def test_what_was_seen_for_another_receiver_is_looked_at_again(cast: Cast, plan: Plan) -> None:
    gone = ended_without_heirs(cast)
    seen = left_behind(cast.chi, gone.pk, on=ON, to="UBND xã An Bình").token
    with pytest.raises(ProblemsFound, match="đã thay đổi"):
        hand_on(agency_id=gone.pk, choices={}, seen=seen, to="Sở Nội vụ", by=cast.chi, at=AT)


@pytest.mark.parametrize("to", ["Sở Không Có", "Sở Khoa học và Công nghệ"])
def test_a_receiver_is_an_agency_that_is_there(cast: Cast, plan: Plan, to: str) -> None:
    gone = ended_without_heirs(cast)
    with pytest.raises(ProblemsFound):
        left_behind(cast.chi, gone.pk, on=ON, to=to)
