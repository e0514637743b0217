"""Difficulties: those that wait for a post, all of a province by state, those of a task."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from longdan.app.agencies.access import Relation, Right, reach, require
from longdan.app.agencies.models import Post
from longdan.app.plans.queries.rows import named
from longdan.app.work.access import difficulty_steps
from longdan.app.work.models import Difficulty, DifficultyState, DifficultyTurn
from longdan.app.work.queries.duties import first
from longdan.app.work.states import DifficultyStep
from longdan.core.vietnamese import fold


@dataclass(frozen=True, slots=True)
class TurnRow:
    verb: str
    label: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DifficultyRow:
    id: int
    assignment_id: int
    task_id: int
    task_text: str
    plan_title: str
    agency_name: str
    text: str
    proposal: str
    state: str
    state_label: str
    since: datetime
    days: int  # that it has stood in its state
    by: str
    at: datetime
    turns: tuple[TurnRow, ...]
    steps: tuple[DifficultyStep, ...]


@dataclass(frozen=True, slots=True)
class DifficultyOverview:
    counts: tuple[tuple[DifficultyState, int], ...]
    rows: tuple[DifficultyRow, ...]
    count: int  # of all rows that are asked for


@dataclass(frozen=True, slots=True)
class Sought:
    """Which difficulties are asked for: in a state, holding words, of agencies so named."""

    state: str = ""
    search: str = ""
    agency: str = ""


def difficulties(
    post: Post,
    *,
    at: datetime,
    sought: Sought | None = None,
    skip: int = 0,
    limit: int | None = None,
    right: Right = Right.SEE,
) -> DifficultyOverview:
    """The difficulties of the post's province that are asked for: how many in which state, and the longest waiting first.

    ``right``: EXPORT where they leave as a sheet.
    """
    require(post, right, on=post.agency)
    sought = sought or Sought()
    here = _holding(_seen(post), sought)
    counted = dict(here.order_by().values_list("state").annotate(count=Count("pk")))
    found = here.filter(state=sought.state) if sought.state in DifficultyState.values else here
    counts = tuple((one, counted.get(one, 0)) for one in DifficultyState)
    last = None if limit is None else skip + limit
    shown = rows(found.order_by("state_since", "pk")[skip:last], post, at)
    return DifficultyOverview(counts, shown, found.count())


def _holding(found: QuerySet[Difficulty], sought: Sought) -> QuerySet[Difficulty]:
    for word in fold(sought.search).split():
        found = found.filter(Q(folded__contains=word) | Q(assignment__task__folded__contains=word))
    for word in fold(sought.agency).split():
        found = found.filter(assignment__agency__folded__contains=word)
    return found


def waiting_for(post: Post, limit: int) -> tuple[tuple[DifficultyRow, ...], int]:
    """What this post should answer or decide, and what its agency got an answer to and may close: the first, how many in all."""
    wanted = _wanted(post)
    if wanted is None:
        return (), 0
    some, count = first(_seen(post).filter(wanted).order_by("state_since", "pk"), limit)
    return rows(some, post, None), count


def _wanted(post: Post) -> Q | None:
    parts = []
    answers, decides = reach(post, Right.ANSWER), reach(post, Right.DECIDE)
    if answers:
        own = Q() if Relation.PROVINCE in answers else Q(assignment__task__plan__owner=post.agency_id)
        parts.append(own & Q(state=DifficultyState.RAISED))
    if decides:
        parts.append(Q(state=DifficultyState.ESCALATED))
    if reach(post, Right.RAISE):
        parts.append(Q(assignment__agency=post.agency_id, state__in=(DifficultyState.ANSWERED, DifficultyState.DECIDED)))
    if not parts:
        return None
    wanted = parts[0]
    for part in parts[1:]:
        wanted |= part
    return wanted


def _seen(post: Post) -> QuerySet[Difficulty]:
    found = Difficulty.objects.filter(assignment__task__plan__province=post.agency.province_or_self)
    return found.select_related(
        "assignment__task__plan__owner", "assignment__task__section__parent", "assignment__agency", "by__account"
    ).prefetch_related("turns__by__account", "turns__by__agency")


def rows(found: Iterable[Difficulty], post: Post, at: datetime | None) -> tuple[DifficultyRow, ...]:
    return tuple(_row(one, post, at) for one in found)


def difficulties_of_task(task_id: int, post: Post, at: datetime | None) -> tuple[DifficultyRow, ...]:
    """The difficulties at a task, those that are open first."""
    found = list(_seen(post).filter(assignment__task=task_id))
    return rows(sorted(found, key=lambda one: (one.state == DifficultyState.CLOSED, -one.pk)), post, at)


def _row(one: Difficulty, post: Post, at: datetime | None) -> DifficultyRow:
    about, state = one.assignment, DifficultyState(one.state)
    return DifficultyRow(
        id=one.pk,
        assignment_id=about.pk,
        task_id=about.task_id,
        task_text=named(about.task),
        plan_title=about.task.plan.title,
        agency_name=about.doer,
        text=one.text,
        proposal=one.proposal,
        state=state,
        state_label=str(state.label),
        since=one.state_since,
        days=(at - one.state_since).days if at else 0,
        by=one.by.account.full_name,
        at=one.at,
        turns=tuple(map(_turn, one.turns.all())),
        steps=difficulty_steps(one, post),
    )


def _turn(turn: DifficultyTurn) -> TurnRow:
    step = DifficultyStep(turn.verb)
    return TurnRow(step, step.label, turn.text, f"{turn.by.account.full_name}, {turn.by.agency.name}", turn.at)
