"""The page of a task: what, who, when, its words, what was reported, proved, asked and said."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.agencies.models import Post
from longdan.app.plans.models import RELEASED, Assignment, AssignmentRole, AssignmentState, Section, Task
from longdan.app.plans.queries import Mark, PassageView, TaskRow
from longdan.app.plans.queries.rows import task_rows
from longdan.app.plans.queries.viewing import around
from longdan.app.work.access import own, steps
from longdan.app.work.models import Draft
from longdan.app.work.queries.difficulties import DifficultyRow, difficulties_of_task
from longdan.app.work.queries.duties import colleagues, in_charge
from longdan.app.work.queries.evidence import EvidenceRow, evidence_of_task
from longdan.app.work.queries.timelines import Entry, timeline
from longdan.app.work.states import CLOSED, Step

WRITING = timedelta(minutes=15)  # whoever kept a draft so lately is at it
HISTORY = 60


@dataclass(frozen=True, slots=True)
class Duty:
    """An assignment on the page of its task, with what this post may do about it now."""

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
    urged: datetime | None  # when its agency was last urged, as long as it has taken no step since
    officer: str  # who answers for it within the agency; empty where nobody does
    officer_id: int | None
    steps: tuple[Step, ...]
    may_entrust: bool
    may_attach: bool
    may_raise: bool


@dataclass(frozen=True, slots=True)
class DraftRow:
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TaskPage:
    task: TaskRow
    headings: tuple[str, ...]  # of the sections that it stands in, the widest first
    plan_id: int
    plan_title: str
    plan_name: str  # "Kế hoạch 12/KH-UBND"
    document_id: int
    dimension: str
    criteria: tuple[str, ...]
    quote: str
    passages: tuple[PassageView, ...]  # the words of the document, with those around them
    duties: tuple[Duty, ...]
    evidence: tuple[EvidenceRow, ...]
    difficulties: tuple[DifficultyRow, ...]
    history: tuple[Entry, ...]
    longer_history: bool
    colleagues: tuple[tuple[int, str], ...]  # whom this post may put in charge of its agency's assignments
    drafts: dict[str, DraftRow]  # what this post has typed and not sent, by the place of the field
    others_writing: tuple[str, ...]  # colleagues who are typing at this task
    may_comment: bool
    called: bool  # somebody calls this post's holder here
    withdrawn: bool


def task(post: Post, task_id: int, *, at: datetime, history: int = HISTORY) -> TaskPage:
    """All that the page of a task shows."""
    one = Task.objects.select_related("plan__owner__province", "plan__document", "section__parent__parent").get(pk=task_id)
    require(post, Right.SEE, on=one.plan.owner)
    assignments = list(one.assignments.select_related("agency__province", "officer__account").order_by("pk"))
    mark = [Mark(f"task-{one.pk}", one.start, one.end)] if one.start is not None and one.end is not None else []
    proofs, troubles = evidence_of_task(one.pk, post), difficulties_of_task(one.pk, post, at)
    happened = _history(post, one, assignments, proofs, troubles, history)
    mine, others = _drafts(one, post, at)
    duties = _duties(assignments, one, post, localdate(at))
    return TaskPage(
        task=_shown(one, at),
        headings=_headings(one.section),
        plan_id=one.plan_id,
        plan_title=one.plan.title,
        plan_name=str(one.plan),
        document_id=one.plan.document_id,
        dimension=one.dimension,
        criteria=tuple(one.criteria.order_by("code").values_list("code", flat=True)),
        quote=one.quote,
        passages=around(one.plan.document, mark[0].start, mark[0].end, mark) if mark else (),
        duties=duties,
        evidence=proofs,
        difficulties=troubles,
        history=happened[:history],
        longer_history=len(happened) > history,
        colleagues=colleagues(post.agency_id, localdate(at)) if any(duty.may_entrust for duty in duties) else (),
        drafts=mine,
        others_writing=others,
        may_comment=may(post, Right.COMMENT, on=one.plan.owner),
        called=any(entry.calls_me for entry in happened),
        withdrawn=one.withdrawn_at is not None,
    )


def _shown(one: Task, at: datetime) -> TaskRow:
    """The row of a task, also of one that an amended document has withdrawn."""
    return next(iter(task_rows(Task.objects.filter(pk=one.pk), localdate(at), withdrawn=True)))


def _headings(section: Section | None) -> tuple[str, ...]:
    if section is None:
        return ()
    words = f"{section.number}. {section.title}" if section.title else ""
    return (*_headings(section.parent), *([words] if words else ()))


def _history(
    post: Post,
    one: Task,
    assignments: list[Assignment],
    proofs: tuple[EvidenceRow, ...],
    troubles: tuple[DifficultyRow, ...],
    limit: int,
) -> tuple[Entry, ...]:
    return timeline(
        post,
        task=one.pk,
        limit=limit + 1,
        assignment=[each.pk for each in assignments],
        evidence=[each.id for each in proofs],
        evidenceversion=[version.id for each in proofs for version in each.versions],
        difficulty=[each.id for each in troubles],
    )


def _drafts(one: Task, post: Post, at: datetime) -> tuple[dict[str, DraftRow], tuple[str, ...]]:
    """What this post is writing here, and which colleagues of its agency are writing, too."""
    found = list(Draft.objects.filter(task=one, by__agency=post.agency_id).select_related("by__account"))
    mine = {draft.place: DraftRow(draft.text, draft.at) for draft in found if draft.by_id == post.pk}
    others = {draft.by.account.full_name for draft in found if draft.by_id != post.pk and at - draft.at < WRITING}
    return mine, tuple(sorted(others))


def _duties(assignments: list[Assignment], one: Task, post: Post, on: date) -> tuple[Duty, ...]:
    """Those of the post's own agency first, then leads, doers, cooperating agencies."""
    order = list(AssignmentRole)
    ranked = sorted(
        assignments, key=lambda each: (each.agency_id != post.agency_id, order.index(AssignmentRole(each.role)), each.pk)
    )
    return tuple(_duty(each, one, post, on) for each in ranked)


def _duty(each: Assignment, one: Task, post: Post, on: date) -> Duty:
    each.task = one  # no query for what is at hand
    state, role = AssignmentState(each.state), AssignmentRole(each.role)
    group = GROUP_LABELS[Group(each.group)] if each.group and not each.agency else ""
    gone, officer = one.withdrawn_at is not None, in_charge(each, on)
    return Duty(
        assignment_id=each.pk,
        agency_id=each.agency_id,
        name=group or each.doer,
        as_written=each.as_written,
        role=role,
        role_label=str(role.label),
        requested=each.requested,
        state=state,
        state_label=each.state_told,
        reason=each.state_reason,
        since=each.state_since,
        percent=each.percent,
        urged=each.urged_at,
        officer=officer.account.full_name if officer else "",
        officer_id=officer.pk if officer else None,
        steps=() if gone else steps(each, post),
        may_entrust=not gone and state not in CLOSED and may(post, Right.ENTRUST, on=own(each)),
        may_attach=not gone and state not in RELEASED and may(post, Right.ATTACH, on=own(each)),
        may_raise=not gone and state not in RELEASED and may(post, Right.RAISE, on=own(each)),
    )
