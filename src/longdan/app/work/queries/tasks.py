"""The day of a post, and the page of a task."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet

from longdan.app.agencies.access import Relation, Right, may, reach, require
from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.agencies.models import Post
from longdan.app.audit.queries import EventRow, of_things, rows
from longdan.app.plans.models import Assignment, AssignmentRole, AssignmentState, Task
from longdan.app.plans.queries import Mark, PassageView, TaskRow
from longdan.app.plans.queries.plans import DOERS, task_rows
from longdan.app.plans.queries.viewing import around
from longdan.app.work import states
from longdan.app.work.access import WHO
from longdan.app.work.models import Update
from longdan.app.work.states import CLOSED, Step

SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DutyRow:
    """An assignment in a list."""

    assignment_id: int
    task_id: int
    text: str
    plan_id: int
    plan_title: str
    agency_name: str
    role_label: str
    state: str
    state_label: str
    reason: str
    due: date | None
    due_precision: str
    days_left: int | None
    percent: int


@dataclass(frozen=True, slots=True)
class DutyList:
    """The first rows of a list, and how many there are in all."""

    rows: tuple[DutyRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Today:
    overdue: DutyList
    soon: DutyList  # due within two weeks
    returned: DutyList
    awaiting: DutyList  # submitted, to be looked at by this post
    fresh: DutyList  # given, not yet accepted


@dataclass(frozen=True, slots=True)
class Duty:
    """An assignment on the page of its task, with the steps that this post may take now."""

    assignment_id: int
    agency_id: int | None
    name: str
    as_written: str
    role: str
    role_label: str
    requested: bool
    state: str
    state_label: str
    reason: str
    since: datetime
    percent: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class UpdateRow:
    agency_name: str
    text: str
    percent: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TaskPage:
    task: TaskRow
    plan_id: int
    plan_title: str
    plan_name: str  # "Kế hoạch 12/KH-UBND"
    document_id: int
    dimension: str
    criteria: tuple[str, ...]
    quote: str
    passages: tuple[PassageView, ...]  # the words of the document, with those around them
    duties: tuple[Duty, ...]
    updates: tuple[UpdateRow, ...]
    history: tuple[EventRow, ...]
    withdrawn: bool


def today(post: Post, *, on: date, limit: int = 30) -> Today:
    """What is due, late and returned at the agency of a post, and what waits there for its look."""
    inside = Q(agency__isnull=True, group="", task__plan__issuer=post.agency_id)  # given to the issuer's own divisions
    mine = _open().filter(Q(agency=post.agency_id) | inside, role__in=DOERS)
    waiting = _to_verify(post).filter(state=AssignmentState.SUBMITTED)
    answerable = mine.exclude(state=AssignmentState.SUBMITTED)
    return Today(
        overdue=_listed(answerable.filter(task__due__lt=on), on, limit),
        soon=_listed(answerable.filter(task__due__range=(on, on + SOON)), on, limit),
        returned=_listed(mine.filter(state=AssignmentState.RETURNED), on, limit),
        awaiting=_listed(waiting, on, limit),
        fresh=_listed(mine.filter(state=AssignmentState.ASSIGNED), on, limit),
    )


def _to_verify(post: Post) -> QuerySet[Assignment]:
    """What this post may finish or send back once it is submitted."""
    reached = reach(post, Right.VERIFY)
    if Relation.PROVINCE in reached:
        return _open().filter(task__plan__province=post.agency.province_or_self)
    return _open().filter(task__plan__owner=post.agency_id) if Relation.OWN in reached else _open().none()


def _open() -> QuerySet[Assignment]:
    rows = Assignment.objects.in_force().exclude(state__in=CLOSED)
    return rows.select_related("task__plan", "agency").defer("task__quote", "task__folded", "task__plan__folded")


def _listed(found: QuerySet[Assignment], on: date, limit: int) -> DutyList:
    shown = list(found.order_by(F("task__due").asc(nulls_last=True), "pk")[: limit + 1])
    count = found.count() if len(shown) > limit else len(shown)
    return DutyList(tuple(_row(one, on) for one in shown[:limit]), count)


def _row(one: Assignment, on: date) -> DutyRow:
    task = one.task
    state = AssignmentState(one.state)
    return DutyRow(
        assignment_id=one.pk,
        task_id=task.pk,
        text=task.text,
        plan_id=task.plan_id,
        plan_title=task.plan.title,
        agency_name=one.agency.name if one.agency else one.as_written,
        role_label=str(AssignmentRole(one.role).label),
        state=state,
        state_label=str(state.label),
        reason=one.state_reason,
        due=task.due,
        due_precision=task.due_precision,
        days_left=(task.due - on).days if task.due else None,
        percent=one.percent,
    )


def task(post: Post, task_id: int, *, on: date) -> TaskPage:
    """All that the page of a task shows."""
    one = Task.objects.select_related("plan__owner__province", "plan__document").get(pk=task_id)
    require(post, Right.SEE, on=one.plan.owner)
    assignments = list(one.assignments.select_related("agency__province").order_by("pk"))
    mark = [Mark(f"task-{one.pk}", one.start, one.end)] if one.start is not None and one.end is not None else []
    return TaskPage(
        task=_shown(one, on),
        plan_id=one.plan_id,
        plan_title=one.plan.title,
        plan_name=str(one.plan),
        document_id=one.plan.document_id,
        dimension=one.dimension,
        criteria=tuple(one.criteria.order_by("code").values_list("code", flat=True)),
        quote=one.quote,
        passages=around(one.plan.document, mark[0].start, mark[0].end, mark) if mark else (),
        duties=_duties(assignments, one, post),
        updates=_updates(one),
        history=rows(of_things(task=[one.pk], assignment=[each.pk for each in assignments])),
        withdrawn=one.withdrawn_at is not None,
    )


def _shown(one: Task, on: date) -> TaskRow:
    """The row of a task, also of one that an amended document has withdrawn."""
    return next(iter(task_rows(Task.objects.filter(pk=one.pk), on, withdrawn=True)))


def _duties(assignments: list[Assignment], one: Task, post: Post) -> tuple[Duty, ...]:
    """Those of the post's own agency first, then leads, doers, cooperating agencies."""
    order = list(AssignmentRole)
    ranked = sorted(
        assignments, key=lambda each: (each.agency_id != post.agency_id, order.index(AssignmentRole(each.role)), each.pk)
    )
    return tuple(_duty(each, one, post) for each in ranked)


def _duty(each: Assignment, one: Task, post: Post) -> Duty:
    each.task = one  # no query for what is at hand
    state, role = AssignmentState(each.state), AssignmentRole(each.role)
    group = GROUP_LABELS[Group(each.group)] if each.group and not each.agency else ""
    return Duty(
        assignment_id=each.pk,
        agency_id=each.agency_id,
        name=each.agency.name if each.agency else group or each.as_written,
        as_written=each.as_written,
        role=role,
        role_label=str(role.label),
        requested=each.requested,
        state=state,
        state_label=str(state.label),
        reason=each.state_reason,
        since=each.state_since,
        percent=each.percent,
        steps=() if one.withdrawn_at else steps(each, post),
    )


def steps(assignment: Assignment, post: Post) -> tuple[Step, ...]:
    """The steps that a post may take with an assignment as it stands."""
    possible = (step for step in Step if states.may(assignment.state, step))
    return tuple(step for step in possible if may(post, WHO[step][0], on=WHO[step][1](assignment)))


def _updates(one: Task, limit: int = 50) -> tuple[UpdateRow, ...]:
    found = Update.objects.filter(Q(assignment__task=one)).select_related("assignment__agency", "by__account")[:limit]
    return tuple(
        UpdateRow(
            update.assignment.agency.name if update.assignment.agency else update.assignment.as_written,
            update.text,
            update.percent,
            update.by.account.full_name,
            update.at,
        )
        for update in found
    )
