"""Plans in force: the list of them, and the page of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.models import Post
from longdan.app.plans.models import Baseline, Deadline, Plan, PlanDemand, ReportDemand, Target, Task
from longdan.app.plans.queries.chains import Chain, chain
from longdan.app.plans.queries.grouping import GROUPED
from longdan.app.plans.queries.regimes import once
from longdan.app.plans.queries.rows import PlanRow, TaskGroup, counted, task_rows
from longdan.core.vietnamese import fold


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
    chain: Chain
    may_edit: bool
    may_urge: bool
    may_carry: bool
    may_import: bool


def plans(post: Post, *, on: date, search: str = "") -> tuple[PlanRow, ...]:
    """The plans of the post's province, the latest first."""
    found = Plan.objects.filter(province=post.agency.province_or_self).order_by(F("issued").desc(nulls_last=True), "-pk")
    if search:
        found = found.filter(folded__contains=fold(search))
    return plan_rows(found.prefetch_related("indices"), on)


def plans_by_id(ids: Sequence[int], *, on: date) -> tuple[PlanRow, ...]:
    """These plans, in this order."""
    found = Plan.objects.prefetch_related("indices").in_bulk(ids)
    return plan_rows((found[pk] for pk in ids), on)


def plan_rows(found: Iterable[Plan], on: date) -> tuple[PlanRow, ...]:
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


def plan(post: Post, plan_id: int, *, on: date, by: str = "content") -> PlanPage:
    """All that the page of a plan shows, its tasks by content, by agency or by month."""
    found = Plan.objects.select_related("owner__province", "predecessor", "parent__parent__parent")
    one = found.prefetch_related("indices").get(pk=plan_id)
    require(post, Right.SEE, on=one.owner)
    tasks = task_rows(one.tasks.all(), on)
    cited = list(one.citations.all())
    return PlanPage(
        plan=plan_rows([one], on)[0],
        document_id=one.document_id,
        groups=GROUPED[by](one, tasks),
        targets=tuple(one.targets.all()),
        baselines=tuple(one.baselines.all()),
        report_demands=once(one.report_demands.order_by(F("due").asc(nulls_last=True), "pk")),
        deadlines=tuple(one.deadlines.all()),
        demands=tuple(one.demands.all()),
        recipients=tuple(one.recipients.values_list("as_written", flat=True)),
        bases=tuple(each.text for each in cited if each.basis),
        cited=tuple(each.text for each in cited if not each.basis),
        chain=chain(one),
        may_edit=may(post, Right.EDIT_PLAN, on=one.owner),
        may_urge=may(post, Right.URGE, on=one.owner),
        may_carry=may(post, Right.CARRY_OVER, on=one.owner),
        may_import=may(post, Right.IMPORT, on=post.agency),
    )
