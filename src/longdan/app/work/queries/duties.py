"""Assignments as rows of a list: what is to be done, for whom, until when, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar, assert_never

from django.db.models import F, Q, QuerySet

from longdan.app.agencies.access import DOERS as WORKERS
from longdan.app.agencies.access import Relation, Right, reach
from longdan.app.agencies.models import Post
from longdan.app.agencies.queries.people import held_on
from longdan.app.plans.models import Assignment, AssignmentRole, AssignmentState
from longdan.app.plans.queries.rows import context_of
from longdan.app.work.access import own
from longdan.app.work.states import CLOSED

SOON = timedelta(days=14)
Row = TypeVar("Row")


class Share(StrEnum):
    """Which part of its agency's work a post looks at."""

    ALL = "ca"
    MINE = "toi"
    NOBODYS = "chua-giao"


@dataclass(frozen=True, slots=True)
class DutyRow:
    """An assignment in a list."""

    assignment_id: int
    task_id: int
    text: str
    context: str  # the heading over it, where its own words say too little
    plan_id: int
    plan_title: str
    agency_id: int | None
    agency_name: str
    officer: str  # who answers for it within the agency; empty where nobody does
    role_label: str
    requested: bool
    state: str
    state_label: str
    reason: str
    due: date | None
    due_precision: str
    due_words: str  # as written, where that is no date
    days_left: int | None
    percent: int
    urged: datetime | None  # when its agency was last urged, as long as it has taken no step since


@dataclass(frozen=True, slots=True)
class DutyList:
    """The first rows of a list, and how many there are in all."""

    rows: tuple[DutyRow, ...]
    count: int


def of_agency(agency_id: int) -> Q:
    """What is an agency's to do: what is given to it, and in its own plans what is given to its divisions."""
    return Q(agency=agency_id) | Q(agency__isnull=True, group="", task__plan__issuer=agency_id)


def in_charge(one: Assignment, on: date) -> Post | None:
    """Who answers for an assignment on a day; nobody once that post has ended or the work has gone to another agency."""
    post = one.officer
    here = post is not None and post.agency_id == own(one).pk
    return post if post and here and (post.until is None or post.until > on) else None


def part(share: Share, post: Post, on: date) -> Q:
    """Of the assignments of the post's agency those that it looks at."""
    match share:
        case Share.ALL:
            return Q()
        case Share.MINE:
            return Q(officer=post)
        case Share.NOBODYS:
            held = Q(officer__until__isnull=True) | Q(officer__until__gt=on)
            return ~(Q(officer__agency=post.agency_id) & held)
        case _:
            assert_never(share)


def colleagues(agency_id: int, on: date) -> tuple[tuple[int, str], ...]:
    """The posts that do the work of an agency on a day, with the names of their holders and their titles."""
    held = Post.objects.filter(held_on(on), agency=agency_id, role__in=WORKERS, account__is_active=True)
    named = held.order_by("account__full_name", "pk").values_list("pk", "account__full_name", "title")
    return tuple((pk, f"{name}, {title}") for pk, name, title in named)


def open_duties() -> QuerySet[Assignment]:
    return Assignment.objects.in_force().exclude(state__in=CLOSED)


def shown(found: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """With what a row shows of them, and not with the long columns that it does not show."""
    rows = found.select_related("task__plan__owner", "task__section__parent", "agency", "officer__account")
    return rows.defer("task__quote", "task__folded", "task__reads", "task__facts", "task__plan__folded", "agency__folded")


def to_verify(post: Post) -> Q | None:
    """What this post may finish or send back once it is submitted; None where there is nothing."""
    reached = reach(post, Right.VERIFY)
    if Relation.PROVINCE in reached:
        return Q(task__plan__province=post.agency.province_or_self)
    return Q(task__plan__owner=post.agency_id) if Relation.OWN in reached else None


def first(found: QuerySet[Any, Row], limit: int) -> tuple[list[Row], int]:
    """The first ``limit``, and how many there are in all."""
    some = list(found[: limit + 1])
    return some[:limit], found.count() if len(some) > limit else len(some)


def listed(piles: Mapping[str, QuerySet[Assignment]], on: date, limit: int) -> dict[str, DutyList]:
    """The first ``limit`` of each pile by their deadline; what is shown of them all is read at once."""
    by_deadline = F("task__due").asc(nulls_last=True), "pk"
    found = {key: first(pile.order_by(*by_deadline).values_list("pk", flat=True), limit) for key, pile in piles.items()}
    all_shown = shown(Assignment.objects.all()).in_bulk({pk for some, _ in found.values() for pk in some})
    return {key: DutyList(tuple(row(all_shown[pk], on) for pk in some), count) for key, (some, count) in found.items()}


def row(one: Assignment, on: date) -> DutyRow:
    task, state = one.task, AssignmentState(one.state)
    return DutyRow(
        assignment_id=one.pk,
        task_id=task.pk,
        text=task.text,
        context=context_of(task),
        plan_id=task.plan_id,
        plan_title=task.plan.title,
        agency_id=one.agency_id,
        agency_name=one.doer,
        officer=officer.account.full_name if (officer := in_charge(one, on)) else "",
        role_label=str(AssignmentRole(one.role).label),
        requested=one.requested,
        state=state,
        state_label=str(state.label),
        reason=one.state_reason,
        due=task.due,
        due_precision=task.due_precision,
        due_words=task.recurrence or task.due_raw,
        days_left=(task.due - on).days if task.due else None,
        percent=one.percent,
        urged=one.urged_at,
    )
