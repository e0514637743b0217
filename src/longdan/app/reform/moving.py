"""Moving what lies on an agency's desk to one that carries on: a verb for each kind of thing."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.people.actions.handing_over import move as move_desk
from longdan.app.people.models import HandOver
from longdan.app.plans.models import Assignment, AssignmentRole, AssignmentState, Plan, Reading
from longdan.app.reform.desks import Desk
from longdan.app.work.models import CalendarFeed, StepTaken
from longdan.app.work.states import UNFINISHED

Move = Callable[[int, Agency, Post, datetime], None]
DAY = timedelta(days=1)
STRONGEST_FIRST = tuple(AssignmentRole)


def assignment(pk: int, heir: Agency, by: Post, at: datetime) -> None:
    """Open work goes over in the state in which it is; where the heir has the same task already, the stronger role stays."""
    one = Assignment.objects.select_related("task", "agency").get(pk=pk)
    before = one.doer
    others = Assignment.objects.select_for_update(no_key=True).filter(task=one.task_id, agency=heir)
    held = {AssignmentRole(other.role): other for other in others}
    rank = STRONGEST_FIRST.index(AssignmentRole(one.role))
    stronger = [other for role, other in held.items() if STRONGEST_FIRST.index(role) <= rank and other.state in UNFINISHED]
    if stronger or one.role in held:
        _taken_in(one, f"Đã nhập vào việc của {heir.name}, cơ quan kế thừa {before}", by, at)
        return
    for other in held.values():
        if other.state in UNFINISHED:
            _taken_in(other, f"Đã nhập vào việc nhận từ {before}", by, at)
    one.agency = heir
    one.save(update_fields=["agency"])
    record(by, "reform.assignment.moved", one, at=at, detail=f"{before} → {heir.name}")


def _taken_in(one: Assignment, reason: str, by: Post, at: datetime) -> None:
    """End an assignment whose work another assignment of the same task goes on with; what was reported stays with the task."""
    one.state, one.state_reason, one.state_since = AssignmentState.CANCELLED, reason, at
    one.save(update_fields=["state", "state_reason", "state_since"])
    StepTaken.objects.create(assignment=one, verb="merge", state=one.state, reason=reason, by=by, at=at)
    record(by, "reform.assignment.merged", one, at=at, detail=reason)


def plan(pk: int, heir: Agency, by: Post, at: datetime) -> None:
    """Who looks after a plan; who issued it stays a fact."""
    one = Plan.objects.select_related("owner").get(pk=pk)
    before, one.owner = one.owner.name, heir
    one.save(update_fields=["owner"])
    record(by, "reform.plan.moved", one, at=at, detail=f"{before} → {heir.name}")


def reading(pk: int, heir: Agency, by: Post, at: datetime) -> None:
    one = Reading.objects.select_related("agency").get(pk=pk)
    before, one.agency = one.agency.name, heir
    one.save(update_fields=["agency"])
    record(by, "reform.reading.moved", one, at=at, detail=f"{before} → {heir.name}")


def part(pk: int, heir: Agency, by: Post, at: datetime) -> None:
    one = Agency.objects.select_related("parent").get(pk=pk)
    before, one.parent = one.parent.name if one.parent else "", heir
    one.save(update_fields=["parent"])
    record(by, "reform.part.moved", one, at=at, detail=f"{before} → {heir.name}")


def post(pk: int, heir: Agency, by: Post, at: datetime) -> None:
    """A person goes along with their desk: from today in the same role at the heir; what they did keeps the old name."""
    old, today = locked(Post.objects.select_related("agency", "account"), pk), localdate(at)
    before = old.agency.name
    held = Post.objects.filter(account=old.account_id, agency=heir, role=old.role, until__isnull=True).first()
    if held is None and old.since >= today:  # it has not begun, or begins today: it never was the old agency's
        old.agency = heir
        old.save(update_fields=["agency"])
    else:
        _succeeded(old, held, heir, by, at)
    record(by, "reform.post.moved", old.account, at=at, detail=f"{old.title}: {before} → {heir.name}")


def _succeeded(old: Post, held: Post | None, heir: Agency, by: Post, at: datetime) -> None:
    """End a post today and let another go on with its drafts, readings and calendar: one made for it, or one already held."""
    today, until = localdate(at), old.until
    old.until = max(today, old.since + DAY)
    old.save(update_fields=["until"])
    new = held or Post.objects.create(account=old.account, agency=heir, role=old.role, title=old.title, since=today, until=until)
    if not CalendarFeed.objects.filter(post=new, revoked_at__isnull=True).exists():
        CalendarFeed.objects.filter(post=old, revoked_at__isnull=True).update(post=new)
    if not HandOver.objects.filter(old=old).exists():
        order = HandOver.objects.create(old=old, new=new, effective=today, ordered_by=by, ordered_at=at)
        move_desk(hand_over_id=order.pk, at=at)


MOVES: dict[Desk, Move] = {
    Desk.ASSIGNMENT: assignment,
    Desk.PLAN: plan,
    Desk.READING: reading,
    Desk.POST: post,
    Desk.PART: part,
}
