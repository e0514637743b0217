"""A task in force as whoever may change it sees it: its places, who has it, what was changed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import RELEASED, AssignmentRole, AssignmentState, ChangeVerb, Task, TaskChange
from longdan.app.plans.queries.dates import written_day


@dataclass(frozen=True, slots=True)
class Holder:
    assignment_id: int
    name: str
    role_label: str
    state_label: str
    begun: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    id: int
    words: str
    before: str
    after: str
    reason: str
    by: str
    at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class TaskEdit:
    id: int
    plan_id: int
    plan_name: str
    text: str
    product: str
    due: str
    recurrence: str
    due_raw: str
    withdrawn: bool
    holders: tuple[Holder, ...]
    changes: tuple[ChangeRow, ...]
    may_edit: bool


FIELDS = {
    "text": gettext_lazy("nội dung"),
    "product": gettext_lazy("sản phẩm"),
    "due": gettext_lazy("thời hạn"),
    "recurrence": gettext_lazy("lặp lại"),
}


def task_to_edit(post: Post, task_id: int, *, on: date) -> TaskEdit:
    task = Task.objects.select_related("plan__owner__province").get(pk=task_id)
    require(post, Right.SEE, on=task.plan.owner)
    held = task.assignments.exclude(state__in=RELEASED).select_related("agency").order_by("pk")
    changes = list(task.changes.select_related("by__account", "assignment__agency"))
    return TaskEdit(
        id=task.pk,
        plan_id=task.plan_id,
        plan_name=str(task.plan),
        text=task.text,
        product=task.product,
        due=written_day(task.due, task.due_precision),
        recurrence=task.recurrence,
        due_raw=task.due_raw,
        withdrawn=task.withdrawn_at is not None,
        holders=tuple(
            Holder(
                one.pk,
                one.doer,
                str(AssignmentRole(one.role).label),
                one.state_told,
                one.state not in (AssignmentState.ASSIGNED, AssignmentState.ACCEPTED),
            )
            for one in held
        ),
        changes=_rows(changes),
        may_edit=may(post, Right.EDIT_PLAN, on=task.plan.owner),
    )


def _rows(changes: list[TaskChange]) -> tuple[ChangeRow, ...]:
    chosen = {
        int(name) for one in changes for kind, _, name in [one.after.partition(":")] if kind == "agency" and name.isdecimal()
    }
    names = dict(Agency.objects.filter(pk__in=chosen).values_list("pk", "name")) if chosen else {}
    return tuple(_row(one, names) for one in changes)


def _row(one: TaskChange, names: dict[int, str]) -> ChangeRow:
    verb = ChangeVerb(one.verb)
    before, after = one.before, one.after
    if verb is ChangeVerb.ASSIGN:
        kind, _, name = one.after.partition(":")
        before, after = "", names.get(int(name), "") if kind == "agency" else GROUP_LABELS[Group(name)]
    elif verb is ChangeVerb.RELEASE and one.assignment:
        before, after = one.assignment.doer, ""
    elif verb is ChangeVerb.WITHDRAW:
        before = ""
    what = f"{verb.label} {FIELDS[one.field]}" if verb is ChangeVerb.EDIT else str(verb.label)
    return ChangeRow(one.pk, what, before, after, one.reason, one.by.account.full_name, one.at, one.undone_at is not None)
