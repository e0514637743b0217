"""The day of a post: what is late, what comes, what came back, what waits for its look; for leaders, who is late."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from longdan.app.agencies.access import Relation, Right, reach
from longdan.app.agencies.models import Post, Role
from longdan.app.audit.models import Event
from longdan.app.plans.models import Assignment, AssignmentState, Reading, ReadingState
from longdan.app.plans.queries.plans import plans_by_id
from longdan.app.plans.queries.readings import ReadingRow
from longdan.app.plans.queries.readings import rows as reading_rows
from longdan.app.plans.queries.rows import DOERS, PlanRow, named
from longdan.app.work.models import Comment, Mention
from longdan.app.work.queries.calendars import Dated, Scope, reports_due
from longdan.app.work.queries.difficulties import DifficultyRow, waiting_for
from longdan.app.work.queries.duties import SOON, DutyList, Share, first, listed, of_agency, open_duties, part, to_verify
from longdan.app.work.queries.lateness import LateRow, late_plans, late_where

WATCHERS = (Role.COORDINATOR, Role.LEADER, Role.AUDITOR)  # who looks over the whole province
PILES = ("urged", "returned", "overdue", "soon", "awaiting", "changed", "requests", "fresh")
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
    urged: DutyList  # its agency was urged for it, and has taken no step since
    returned: DutyList
    overdue: DutyList
    soon: DutyList  # due within two weeks
    awaiting: DutyList  # submitted, to be looked at by this post
    changed: DutyList  # whose words or day somebody else changed in the last two weeks
    requests: DutyList  # asked of the agency, not yet accepted
    fresh: DutyList  # given, not yet accepted
    mentions: tuple[MentionRow, ...]
    mention_count: int
    difficulties: tuple[DifficultyRow, ...]  # that wait for this post's answer, decision, or for being closed
    difficulty_count: int
    readings: tuple[ReadingRow, ...]  # read, to be confirmed
    reading_count: int
    reports: tuple[Dated, ...]  # that plans demand within a month
    late_where: tuple[LateRow, ...]
    late_tasks: int  # that these are late with, each once
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
    own = _piles(whole.filter(part(share, post, on)), _changed(post, on), on) if does else {}
    waiting = {"awaiting": open_duties().filter(may_verify, state=AssignmentState.SUBMITTED)} if may_verify else {}
    watches = post.role in WATCHERS
    behind = late_plans(post, on=on) if watches else ()
    mentions, mention_count = _mentions(post, limit)
    troubles, difficulty_count = waiting_for(post, limit)
    readings, reading_count = _readings(post, limit)
    return Today(
        **(dict.fromkeys(PILES, NOTHING) | listed(own | waiting, on, limit)),
        mentions=mentions,
        mention_count=mention_count,
        difficulties=troubles,
        difficulty_count=difficulty_count,
        readings=readings,
        reading_count=reading_count,
        reports=reports_due(post, first=on, last=on + MONTH, scope=Scope(agency=None if watches else post.agency_id)),
        late_where=late_where(post, on=on) if watches else (),
        late_tasks=sum(late for _, late in behind),
        slowest=plans_by_id([plan for plan, _ in behind[:SLOWEST]], on=on),
        watches=watches,
        may_urge=watches and Relation.PROVINCE in reach(post, Right.URGE),
        share=share,
        entrusted=count["MINE"],
        unentrusted=count["NOBODYS"],
        divided=count["NOBODYS"] < count["ALL"],
    )


def _piles(mine: QuerySet[Assignment], changed: QuerySet[Event, int], on: date) -> dict[str, QuerySet[Assignment]]:
    """Each thing once, but for what has just changed: that stands where it is late, too, as its new day must be known."""
    urged, returned = Q(urged_at__isnull=False), Q(state=AssignmentState.RETURNED)
    late, soon, new = Q(task__due__lt=on), Q(task__due__range=(on, on + SOON)), Q(task__in=changed)
    owed, fresh = mine.exclude(state=AssignmentState.SUBMITTED), mine.filter(state=AssignmentState.ASSIGNED)
    return {
        "urged": owed.filter(urged),
        "returned": owed.filter(returned).exclude(urged),
        "overdue": owed.filter(late).exclude(urged | returned),
        "soon": owed.filter(soon).exclude(urged | returned),
        "changed": owed.filter(new),
        "requests": fresh.filter(requested=True),
        "fresh": fresh.filter(requested=False).exclude(urged | late | soon | new),
    }


def _changed(post: Post, on: date) -> QuerySet[Event, int]:
    """Tasks that were changed in their plan of late, by somebody else."""
    found = Event.objects.filter(thing="task", verb__in=("plans.task.amended", "plans.task.edit"), at__date__gt=on - SOON)
    return found.exclude(account=post.account_id).values_list("thing_id", flat=True)


def _mentions(post: Post, limit: int) -> tuple[tuple[MentionRow, ...], int]:
    found = Mention.objects.filter(account=post.account_id, read_at__isnull=True, comment__withdrawn_at__isnull=True)
    here = found.filter(comment__task__plan__province=post.agency.province_or_self)
    rows = here.select_related("comment__task__section__parent", "comment__by__account", "comment__by__agency")
    some, count = first(rows.order_by("-comment__at"), limit)
    return tuple(_mention(one.comment) for one in some), count


def _mention(said: Comment) -> MentionRow:
    return MentionRow(said.task_id, named(said.task), said.text, said.by.account.full_name, said.by.agency.name, said.at)


def _readings(post: Post, limit: int) -> tuple[tuple[ReadingRow, ...], int]:
    """What was read and waits for confirmation, as far as this post may confirm."""
    reached = reach(post, Right.CONFIRM)
    if not reached:
        return (), 0
    province = post.agency.province_or_self
    desks = Q(agency=post.agency_id)
    if Relation.PROVINCE in reached:
        desks |= Q(agency__province=province) | Q(agency=province)
    found = Reading.objects.filter(desks, state=ReadingState.READY)
    rows = reading_rows(found, slice(limit))
    return rows, len(rows) if len(rows) < limit else found.count()
