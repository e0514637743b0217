"""The tasks of a plan in force, as comparing needs them."""

from django.db.models import Count, Q

from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.plans.models import RELEASED, Assignment, AssignmentState, Plan
from longdan.app.plans.previewing.comparing import Held, InForce

NOT_BEGUN = (AssignmentState.ASSIGNED, AssignmentState.ACCEPTED)
COLUMNS = ("pk", "key", "text", "facts", "reads", "product", "due", "due_precision", "recurrence", "dimension")


def tasks_in_force(plan: Plan) -> list[InForce]:
    """The plan's tasks in their order, with who has them; three queries."""
    held = _held(plan)
    rows = plan.tasks.filter(withdrawn_at__isnull=True).order_by("order").values_list(*COLUMNS)
    return [
        InForce(
            pk, key, text, facts, tuple(reads.split()), product, _written(due, precision), recurrence, dimension,
            tuple(held.get(pk, ())),
        )
        for pk, key, text, facts, reads, product, due, precision, recurrence, dimension in rows
    ]  # fmt: skip


def _written(due: object, precision: str) -> str:
    return str(due)[: 7 if precision == "month" else 10] if due else ""


def _held(plan: Plan) -> dict[int, list[Held]]:
    rows = Assignment.objects.filter(task__plan=plan, task__withdrawn_at__isnull=True).exclude(state__in=RELEASED).order_by()
    begun = Count("pk", filter=~Q(state__in=NOT_BEGUN))
    found: dict[int, list[Held]] = {}
    alone = rows.filter(group="").annotate(begun=begun).order_by("pk")
    columns = ("task", "role", "agency", "agency__name", "as_written", "begun", "requested")
    for task, role, agency, name, written, some, asked in alone.values_list(*columns):
        found.setdefault(task, []).append(Held(role, agency, "", name or written, written, some, asked))
    together = rows.exclude(group="").values("task", "role", "group", "as_written", "requested").annotate(begun=begun)
    named: dict[tuple[int, str, str], Held] = {}
    for task, role, group, written, asked, some in together.values_list(
        "task", "role", "group", "as_written", "requested", "begun"
    ):
        before = named.get((task, role, group))
        label = GROUP_LABELS[Group(group)]
        named[task, role, group] = Held(role, None, group, label, written, some + (before.begun if before else 0), asked)
    for (task, _, _), one in named.items():
        found.setdefault(task, []).append(one)
    return found
