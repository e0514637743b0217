"""The day of a post: what is late, what comes, what came back, what waits for its look; for leaders, who is late."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from longdan.app.agencies.access import Relation, Right, reach
from longdan.app.agencies.models import Post, Role
from longdan.app.audit.models import Event
from longdan.app.plans.models import Assignment, AssignmentState, Reading, ReadingState
from longdan.app.plans.queries.plans import plans
from longdan.app.plans.queries.readings import ReadingRow
from longdan.app.plans.queries.readings import rows as reading_rows
from longdan.app.plans.queries.rows import DOERS, PlanRow, named
from longdan.app.work.models import Mention
from longdan.app.work.queries.calendars import Dated, Scope, reports_due
from longdan.app.work.queries.difficulties import DifficultyRow, waiting_for
from longdan.app.work.queries.duties import SOON, DutyList, Share, listed, of_agency, open_duties, part, to_verify
from longdan.app.work.queries.lateness import LateRow, late_where

WATCHERS = (Role.COORDINATOR, Role.LEADER, Role.AUDITOR)  # who looks over the whole province
NOTHING = DutyList((), 0)
MONTH = timedelta(days=30)
SLOWEST = 6  # plans shown to whoever looks over the province


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Somebody called this post's holder to a task."""

    task_id: int
    task_text: str
    text: str
    by: str
    agency_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Today:
    overdue: DutyList
    soon: DutyList  # due within two weeks
    returned: DutyList
    urged: DutyList  # its agency was urged for it, and has taken no step since
    awaiting: DutyList  # submitted, to be looked at by this post
    fresh: DutyList  # given, not yet accepted
    changed: DutyList  # whose words or day somebody else changed in the last two weeks
    requests: DutyList  # asked of the agency, not yet accepted
    mentions: tuple[MentionRow, ...]
    difficulties: tuple[DifficultyRow, ...]  # that wait for this post's answer, decision, or for being closed
    readings: tuple[ReadingRow, ...]  # read, to be confirmed
    reports: tuple[Dated, ...]  # that plans demand within a month
    late_where: tuple[LateRow, ...]
    late_tasks: int  # of the province, each once however many agencies are late with it
    slowest: tuple[PlanRow, ...]  # the plans with most late tasks
    watches: bool  # the whole province, not one agency only
    may_urge: bool  # those who are late
    share: Share
    entrusted: int  # open assignments that this post answers for
    unentrusted: int  # of its agency, that nobody answers for
    divided: bool  # whether anybody answers for any of it


def today(post: Post, *, on: date, share: Share | None = None, limit: int = 20) -> Today:
    """What the day asks of a post; ``share`` None: its own part, where its agency's staff has been given parts."""
    does, may_verify = bool(reach(post, Right.REPORT)), to_verify(post)
    whole = open_duties().filter(of_agency(post.agency_id), role__in=DOERS)
    counts = {one.name: Count("pk", filter=part(one, post, on)) for one in Share}
    count = whole.aggregate(**counts) if does else dict.fromkeys(counts, 0)
    if share is None:
        share = Share.MINE if count["MINE"] and post.role == Role.AGENCY_STAFF else Share.ALL
    mine = whole.filter(part(share, post, on))
    answerable = mine.exclude(state=AssignmentState.SUBMITTED)
    fresh = mine.filter(state=AssignmentState.ASSIGNED)

    def some(found: QuerySet[Assignment]) -> DutyList:
        return listed(found, on, limit) if does else NOTHING

    waiting = open_duties().filter(may_verify, state=AssignmentState.SUBMITTED) if may_verify else None
    watches = post.role in WATCHERS
    late, every = (late_where(post, on=on), plans(post, on=on)) if watches else ((), ())
    behind = sorted((plan for plan in every if plan.overdue), key=lambda plan: -plan.overdue)
    return Today(
        overdue=some(answerable.filter(task__due__lt=on)),
        soon=some(answerable.filter(task__due__range=(on, on + SOON))),
        urged=some(answerable.filter(urged_at__isnull=False)),
        returned=some(mine.filter(state=AssignmentState.RETURNED)),
        awaiting=NOTHING if waiting is None else listed(waiting, on, limit),
        fresh=some(fresh.filter(requested=False)),
        changed=some(answerable.filter(task__in=_changed(post, on))),
        requests=some(fresh.filter(requested=True)),
        mentions=_mentions(post),
        difficulties=waiting_for(post),
        readings=_readings(post),
        reports=reports_due(post, first=on, last=on + MONTH, scope=Scope(agency=None if watches else post.agency_id)),
        late_where=late,
        late_tasks=sum(plan.overdue for plan in every),
        slowest=tuple(behind[:SLOWEST]),
        watches=watches,
        may_urge=watches and Relation.PROVINCE in reach(post, Right.URGE),
        share=share,
        entrusted=count["MINE"],
        unentrusted=count["NOBODYS"],
        divided=count["NOBODYS"] < count["ALL"],
    )


def _changed(post: Post, on: date) -> QuerySet[Event, int]:
    """Tasks that were changed in their plan of late, by somebody else."""
    found = Event.objects.filter(thing="task", verb__in=("plans.task.amended", "plans.task.edit"), at__date__gt=on - SOON)
    return found.exclude(account=post.account_id).values_list("thing_id", flat=True)


def _mentions(post: Post, limit: int = 30) -> tuple[MentionRow, ...]:
    found = Mention.objects.filter(account=post.account_id, read_at__isnull=True, comment__withdrawn_at__isnull=True)
    here = found.filter(comment__task__plan__province=post.agency.province_or_self)
    rows = here.select_related("comment__task__section__parent", "comment__by__account", "comment__by__agency")
    return tuple(
        MentionRow(c.task_id, named(c.task), c.text, c.by.account.full_name, c.by.agency.name, c.at)
        for c in (mention.comment for mention in rows.order_by("-comment__at")[:limit])
    )


def _readings(post: Post, limit: int = 10) -> tuple[ReadingRow, ...]:
    """What was read and waits for confirmation, as far as this post may confirm."""
    reached = reach(post, Right.CONFIRM)
    if not reached:
        return ()
    province = post.agency.province_or_self
    desks = Q(agency=post.agency_id)
    if Relation.PROVINCE in reached:
        desks |= Q(agency__province=province) | Q(agency=province)
    return reading_rows(Reading.objects.filter(desks, state=ReadingState.READY), slice(limit))
