"""Days on which something is due: tasks, and the reports that plans demand; for one agency or the whole province."""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import RELEASED, Assignment, AssignmentState, Plan, Precision, ReportDemand, Task
from longdan.app.plans.queries.regimes import once
from longdan.app.plans.queries.rows import DOERS, context_of
from longdan.app.work.queries.duties import of_agency
from longdan.app.work.queries.holidays import holidays
from longdan.app.work.states import CLOSED

MOST = 3000  # dates of one look


@dataclass(frozen=True, slots=True)
class Dated:
    """Something due on a day; ``kind`` is "task" or "report", ``task_id`` None for a report."""

    key: str  # stable: "task-12", "report-3-2026-06-30"
    kind: str
    day: date
    month_only: bool  # only the month was written; the day is its last
    text: str
    context: str
    plan_id: int
    plan_title: str
    task_id: int | None
    agencies: tuple[str, ...]  # who do it; few of many
    agency_id: int | None  # of the first of them
    more_agencies: int
    done: bool
    late: bool
    recurs: bool
    created: datetime
    changed: datetime
    report: str = ""  # of which kind: monthly | quarterly | …
    to: str = ""  # to whom the report goes, as written


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose dates: an agency's, or (None) the whole province's; of one plan or of all."""

    agency: int | None = None
    plan: int | None = None
    done: bool = True  # also what is done
    tasks: bool = True  # also tasks, beside the reports that plans demand


@dataclass(frozen=True, slots=True)
class Dates:
    dated: tuple[Dated, ...]
    undated: int  # open tasks of the scope that come again without a day, or name none
    agency_name: str
    plans: tuple[tuple[int, str], ...]  # to choose from
    off: Mapping[date, str]  # public holidays, by their names
    undecided: tuple[str, ...]  # holidays of these years whose days the catalogue does not know


def dates(post: Post, *, first: date, last: date, on: date, scope: Scope, right: Right = Right.SEE) -> Dates:
    """All that is due from ``first`` to ``last``, in the order of the days; ``right``: EXPORT where it leaves as a sheet."""
    agency = Agency.objects.select_related("province").get(pk=scope.agency) if scope.agency else None
    require(post, right, on=agency or post.agency)
    plans = Plan.objects.filter(province=post.agency.province_or_self)
    chosen = plans.filter(pk=scope.plan) if scope.plan else plans
    tasks = _tasks(chosen, scope)
    dated = tasks.filter(due__range=(first, last)) if scope.tasks else tasks.none()
    found = [*_due_tasks(dated, scope, on), *_due_reports(_demands(chosen, scope), first, last)]
    found = [one for one in found if scope.done or not one.done]
    open_ = Assignment.objects.filter(task=OuterRef("pk"), role__in=DOERS).exclude(state__in=CLOSED)
    return Dates(
        dated=tuple(sorted(found, key=lambda one: (one.day, one.plan_id, one.key))[:MOST]),
        undated=tasks.filter(Exists(open_), due__isnull=True).count(),
        agency_name=agency.name if agency else "",
        plans=tuple(plans.order_by("-issued", "-pk").values_list("pk", "title")),
        off={day: name for day in _days(first, last) if (name := holidays().name_of(day))},
        undecided=tuple(dict.fromkeys(name for year in range(first.year, last.year + 1) for name in holidays().unknown(year))),
    )


def reports_due(post: Post, *, first: date, last: date, scope: Scope) -> tuple[Dated, ...]:
    """The reports that plans of the post's province demand from ``first`` to ``last``, in the order of their days."""
    demands = _demands(Plan.objects.filter(province=post.agency.province_or_self), scope)
    return tuple(sorted(_due_reports(demands, first, last), key=lambda one: (one.day, one.plan_id, one.key)))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _tasks(plans: QuerySet[Plan], scope: Scope) -> QuerySet[Task]:
    found = Task.objects.filter(plan__in=plans, withdrawn_at__isnull=True)
    if scope.agency is None:
        return found
    return found.filter(pk__in=_mine(scope.agency).values("task"))


def _mine(agency: int) -> QuerySet[Assignment]:
    return Assignment.objects.filter(of_agency(agency), role__in=DOERS).exclude(state__in=RELEASED)


def _demands(plans: QuerySet[Plan], scope: Scope) -> QuerySet[ReportDemand]:
    """Reports demanded by the plans in which the agency has work, or that it issued itself."""
    found = ReportDemand.objects.filter(plan__in=plans).select_related("plan")
    if scope.agency is None:
        return found
    return found.filter(Q(plan__in=_mine(scope.agency).values("task__plan")) | Q(plan__owner=scope.agency))


def _due_tasks(tasks: QuerySet[Task], scope: Scope, on: date) -> Iterator[Dated]:
    rows = tasks.select_related("plan", "section__parent").defer("quote", "folded", "reads", "facts", "plan__folded")
    listed = list(rows.order_by("due", "pk")[:MOST])
    doers = _doers([task.pk for task in listed], scope)
    for task in listed:
        if task.due is not None:
            yield _task(task, task.due, doers.get(task.pk, []), on)


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does a task, and how far."""

    agency_id: int | None
    name: str
    state: str
    since: datetime


def _doers(tasks: list[int], scope: Scope) -> dict[int, list[Doer]]:
    """The doers of each task."""
    mine = Q() if scope.agency is None else of_agency(scope.agency)
    rows = Assignment.objects.filter(mine, task__in=tasks, role__in=DOERS).order_by("pk")
    found: dict[int, list[Doer]] = {}
    for task, agency, name, written, state, since in rows.values_list(
        "task", "agency", "agency__name", "as_written", "state", "state_since"
    ):
        found.setdefault(task, []).append(Doer(agency, name or written, state, since))
    return found


def _task(task: Task, day: date, doers: list[Doer], on: date, shown: int = 2) -> Dated:
    here = [one for one in doers if one.state not in RELEASED]
    done = bool(here) and all(one.state == AssignmentState.DONE for one in here)
    handed_in = bool(here) and all(one.state in (AssignmentState.DONE, AssignmentState.SUBMITTED) for one in here)
    plan = task.plan
    return Dated(
        key=f"task-{task.pk}",
        kind="task",
        day=day,
        month_only=task.due_precision == Precision.MONTH,
        text=task.text,
        context=context_of(task),
        plan_id=plan.pk,
        plan_title=plan.title,
        task_id=task.pk,
        agencies=tuple(one.name for one in here[:shown]),
        agency_id=here[0].agency_id if here else None,
        more_agencies=max(0, len(here) - shown),
        done=done,
        late=day < on and not handed_in,
        recurs=bool(task.recurrence),
        created=plan.confirmed_at,
        changed=max([plan.amended_at or plan.confirmed_at, *(one.since for one in doers)]),
    )


def _due_reports(demands: Iterable[ReportDemand], first: date, last: date) -> Iterator[Dated]:
    for one in once(demands):
        recurs = one.due is None
        for day in due_days(one, first, last):
            yield Dated(
                key=f"report-{one.pk}-{day:%Y-%m-%d}" if recurs else f"report-{one.pk}",
                kind="report",
                day=day,
                month_only=False,
                text=one.raw,
                context=", ".join([str(one.plan), *([f"gửi {one.to_agency}"] if one.to_agency else [])]),
                plan_id=one.plan_id,
                plan_title=one.plan.title,
                task_id=None,
                agencies=(),
                agency_id=None,
                more_agencies=0,
                done=False,
                late=False,  # nobody tells here yet whether a report was handed in
                recurs=recurs,
                created=one.plan.confirmed_at,
                changed=one.plan.amended_at or one.plan.confirmed_at,
                report=one.kind,
                to=one.to_agency,
            )


def due_days(demand: ReportDemand, first: date, last: date) -> Iterator[date]:
    """The days of a report in a window: once, every year on a day, or on a day of every month (of a quarter's report: of the
    quarter's last month); within the years of its plan.
    """
    begin = max(first, date(demand.plan.first_year or first.year, 1, 1))
    end = min(last, date(demand.plan.last_year or last.year, 12, 31))
    if demand.due is not None:
        days = [demand.due] if first <= demand.due <= last else []
    elif demand.due_recurring:
        month, number = (int(part) for part in demand.due_recurring.split("-"))
        days = [_day(year, month, number) for year in range(begin.year, end.year + 1)]
    elif demand.due_day:
        months = range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)
        every = 3 if demand.kind == "quarterly" else 1
        days = [_day(month // 12, month % 12 + 1, demand.due_day) for month in months if (month + 1) % every == 0]
    else:
        days = []
    return (day for day in days if demand.due is not None or begin <= day <= end)


def _day(year: int, month: int, number: int) -> date:
    """The day, or the month's last where it has no such day."""
    return date(year, month, min(number, calendar.monthrange(year, month)[1]))
