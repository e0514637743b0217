"""Plans in force: the list of them, and the page of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.agencies.models import Post
from longdan.app.plans.models import (
    RELEASED,
    Assignment,
    AssignmentRole,
    AssignmentState,
    Baseline,
    Deadline,
    Plan,
    PlanDemand,
    ReportDemand,
    Target,
    Task,
)
from longdan.core.vietnamese import fold

CLOSED = (AssignmentState.DONE, *RELEASED)
DOERS = (AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class PlanRow:
    id: int
    title: str
    number: str
    doc_type: str
    issuer_name: str
    issued: date | None
    first_year: int | None
    last_year: int | None
    indices: tuple[str, ...]
    tasks: int
    done: int
    overdue: int
    no_lead: int
    no_deadline: int


@dataclass(frozen=True, slots=True)
class Chip:
    """An agency at a task; agencies that a group stands for are one chip, with how many of them are done."""

    assignment_id: int
    agency_id: int | None
    name: str
    role: str
    role_label: str
    state: str
    state_label: str
    group: str = ""
    members: int = 1
    members_done: int = 0


@dataclass(frozen=True, slots=True)
class TaskRow:
    id: int
    text: str
    product: str
    due: date | None
    due_precision: str
    due_raw: str
    recurrence: str
    section_path: str
    chips: tuple[Chip, ...]
    days_left: int | None
    overdue: bool
    done: bool


@dataclass(frozen=True, slots=True)
class TaskGroup:
    key: str
    label: str
    depth: int
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    plan: PlanRow
    document_id: int
    groups: tuple[TaskGroup, ...]
    targets: tuple[Target, ...]
    baselines: tuple[Baseline, ...]
    report_demands: tuple[ReportDemand, ...]
    deadlines: tuple[Deadline, ...]
    demands: tuple[PlanDemand, ...]
    recipients: tuple[str, ...]
    bases: tuple[str, ...]
    cited: tuple[str, ...]


def counted(tasks: QuerySet[Task], on: date, *, withdrawn: bool = False) -> QuerySet[Task]:
    """Tasks in force with what is asked of them: whether one leads, whether all is done, whether it is late."""
    here = Assignment.objects.filter(task=OuterRef("pk")).exclude(state__in=RELEASED)
    doers = here.filter(role__in=DOERS)
    in_force = tasks if withdrawn else tasks.filter(withdrawn_at__isnull=True)
    rows = in_force.annotate(
        led=Exists(doers),  # who is to do it alone is its lead, too
        done=Exists(doers) & ~Exists(doers.exclude(state=AssignmentState.DONE)),
    )
    return rows.annotate(late=Q(due__lt=on, done=False))


def plans(post: Post, *, on: date, search: str = "") -> tuple[PlanRow, ...]:
    """The plans of the post's province, the latest first."""
    found = Plan.objects.filter(province=post.agency.province_or_self).order_by(F("issued").desc(nulls_last=True), "-pk")
    if search:
        found = found.filter(folded__contains=fold(search))
    return _rows(found.prefetch_related("indices"), on)


def _rows(found: Iterable[Plan], on: date) -> tuple[PlanRow, ...]:
    shown = list(found)
    counts = _counts([plan.pk for plan in shown], on)
    return tuple(
        PlanRow(
            plan.pk, plan.title, plan.number, plan.doc_type, plan.issuer_name, plan.issued, plan.first_year, plan.last_year,
            tuple(index.code for index in plan.indices.all()), *counts.get(plan.pk, (0, 0, 0, 0, 0)),
        )
        for plan in shown
    )  # fmt: skip


def _counts(plan_ids: Sequence[int], on: date) -> dict[int, tuple[int, int, int, int, int]]:
    rows = counted(Task.objects.filter(plan__in=plan_ids), on).values("plan").order_by()
    summed = rows.annotate(
        tasks=Count("pk"),
        finished=Count("pk", filter=Q(done=True)),
        overdue=Count("pk", filter=Q(late=True)),
        leaderless=Count("pk", filter=Q(led=False)),
        undated=Count("pk", filter=Q(due__isnull=True, recurrence="")),
    )
    columns = ("plan", "tasks", "finished", "overdue", "leaderless", "undated")
    return {plan: (all_, done, late, no_lead, no_day) for plan, all_, done, late, no_lead, no_day in summed.values_list(*columns)}


def task_rows(tasks: QuerySet[Task], on: date, *, withdrawn: bool = False) -> tuple[TaskRow, ...]:
    """Tasks with their agencies, in two queries."""
    chips = Assignment.objects.select_related("agency").exclude(state__in=RELEASED)
    shown = (
        counted(tasks, on, withdrawn=withdrawn)
        .select_related("section")
        .prefetch_related(Prefetch("assignments", chips, to_attr="here"))
    )
    return tuple(_task_row(task, on) for task in shown)


def _task_row(task: Task, on: date) -> TaskRow:
    done, late = bool(getattr(task, "done")), bool(getattr(task, "late"))  # noqa: B009 (annotations)
    return TaskRow(
        id=task.pk,
        text=task.text,
        product=task.product,
        due=task.due,
        due_precision=task.due_precision,
        due_raw=task.due_raw,
        recurrence=task.recurrence,
        section_path=task.section.path if task.section else "",
        chips=_chips(getattr(task, "here")),  # noqa: B009
        days_left=(task.due - on).days if task.due else None,
        overdue=late,
        done=done,
    )


def _chips(assignments: Iterable[Assignment]) -> tuple[Chip, ...]:
    """Leads first; the members of a group together."""
    bundles: dict[tuple[str, str], list[Assignment]] = {}
    for one in assignments:
        bundles.setdefault((one.role, one.group or f"#{one.pk}"), []).append(one)
    order = list(AssignmentRole)
    return tuple(_chip(some) for _, some in sorted(bundles.items(), key=lambda item: order.index(AssignmentRole(item[0][0]))))


def _chip(some: Sequence[Assignment]) -> Chip:
    first = some[0]
    role, state = AssignmentRole(first.role), AssignmentState(first.state)
    name = GROUP_LABELS[Group(first.group)] if first.group else first.agency.name if first.agency else first.as_written
    done = sum(one.state == AssignmentState.DONE for one in some)
    agency = None if first.group else first.agency_id
    return Chip(first.pk, agency, name, role, str(role.label), state, str(state.label), first.group, len(some), done)


def plan(post: Post, plan_id: int, *, on: date, by: str = "content") -> PlanPage:
    """All that the page of a plan shows, its tasks by content, by agency or by month."""
    one = Plan.objects.select_related("owner").prefetch_related("indices").get(pk=plan_id)
    require(post, Right.SEE, on=one.owner)
    tasks = task_rows(one.tasks.all(), on)
    cited = list(one.citations.all())
    return PlanPage(
        plan=_rows([one], on)[0],
        document_id=one.document_id,
        groups=GROUPED[by](one, tasks),
        targets=tuple(one.targets.all()),
        baselines=tuple(one.baselines.all()),
        report_demands=tuple(one.report_demands.order_by(F("due").asc(nulls_last=True), "pk")),
        deadlines=tuple(one.deadlines.all()),
        demands=tuple(one.demands.all()),
        recipients=tuple(one.recipients.values_list("as_written", flat=True)),
        bases=tuple(each.text for each in cited if each.basis),
        cited=tuple(each.text for each in cited if not each.basis),
    )


def _by_content(one: Plan, tasks: Sequence[TaskRow]) -> tuple[TaskGroup, ...]:
    """The tree of sections with their tasks; branches without tasks are left out."""
    sections = list(one.sections.all())
    placed: dict[str, list[TaskRow]] = {}
    for task in tasks:
        placed.setdefault(task.section_path, []).append(task)
    used = {path[:cut] for path in placed for cut in (*(i for i, letter in enumerate(path) if letter == "."), len(path))}
    known: set[str] = set()
    groups = []
    for section in sections:
        if section.path in used and section.path not in known:
            known.add(section.path)
            label = f"{section.number}. {section.title}".strip(". ") if section.title else section.number
            groups.append(TaskGroup(section.path, label, section.path.count("."), tuple(placed.get(section.path, ()))))
    rest = [task for task in tasks if task.section_path not in known]
    return (*groups, *([TaskGroup("", "Ngoài các mục", 0, tuple(rest))] if rest else ()))


def _by_agency(one: Plan, tasks: Sequence[TaskRow]) -> tuple[TaskGroup, ...]:
    """Each agency with the tasks that it leads or does; last the tasks that nobody leads or does."""
    found: dict[str, list[TaskRow]] = {}
    for task in tasks:
        doers = {chip.name for chip in task.chips if chip.role in DOERS}
        for name in doers or {""}:
            found.setdefault(name, []).append(task)
    nobody = found.pop("", [])
    groups = [
        TaskGroup(fold(name).replace(" ", "-"), name, 0, tuple(found[name]))
        for name in sorted(found, key=lambda n: (-len(found[n]), n))
    ]
    return (*groups, *([TaskGroup("none", "Chưa có cơ quan chủ trì hoặc thực hiện", 0, tuple(nobody))] if nobody else ()))


def _by_month(one: Plan, tasks: Sequence[TaskRow]) -> tuple[TaskGroup, ...]:
    """Each month with the tasks that are due in it; then what recurs, then what has no deadline."""
    found: dict[str, list[TaskRow]] = {}
    for task in sorted(tasks, key=lambda task: task.due or date.max):
        key = f"{task.due:%Y-%m}" if task.due else "recurring" if task.recurrence else "none"
        found.setdefault(key, []).append(task)
    months = [key for key in sorted(found) if key[0].isdigit()]
    order = [*((key, f"Tháng {int(key[5:])}/{key[:4]}") for key in months), *LAST]
    return tuple(TaskGroup(key, label, 0, tuple(found[key])) for key, label in order if key in found)


LAST = (("recurring", "Thường xuyên, định kỳ"), ("none", "Chưa có thời hạn"))
GROUPED = {"content": _by_content, "agency": _by_agency, "month": _by_month}
