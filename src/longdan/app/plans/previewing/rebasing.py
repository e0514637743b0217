"""The preview of a sheet beside what others changed in its plan since it was read, place by place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from longdan.app.plans.models import Plan
from longdan.app.plans.previewing.comparing import PLAIN, who
from longdan.app.plans.previewing.in_force import tasks_in_force
from longdan.app.plans.previewing.sheets import as_found
from longdan.app.plans.previewing.value import Conflict, FoundAssignment, FoundTask, Preview
from longdan.core.plans.draft import Role


def rebased(preview: Preview, then: Sequence[FoundTask], plan: Plan) -> Preview:
    """What the sheet changed stays changed, all else is as it stands today; what both changed is a conflict.

    ``then``: the tasks of its rows as they stood when it was read. A row whose task was withdrawn since is left out.
    """
    rows = {task.pk: task for task in plan.tasks.select_related("section")}
    now = {one.id: as_found(one, rows[one.id]) for one in tasks_in_force(plan)}
    was = {one.of: one for one in then}
    tasks = (
        _rebased(task, was.get(task.of), now.get(task.of or 0)) for task in preview.tasks if task.of is None or task.of in now
    )
    return replace(preview, tasks=tuple(tasks))


def _rebased(task: FoundTask, was: FoundTask | None, now: FoundTask | None) -> FoundTask:
    if was is None or now is None or was == now:
        return task
    for field in PLAIN:
        task = _field(task, field, was, now)
    for role in Role:
        task = _role(task, role, was, now)
    return task


def _field(task: FoundTask, field: str, was: FoundTask, now: FoundTask) -> FoundTask:
    mine, before, today = (getattr(one, field) for one in (task, was, now))
    if today in (before, mine):
        return task
    changes: dict[str, Any] = {field: today, "due_raw": now.due_raw} if field == "due" else {field: today}
    return replace(_met(task, Conflict(field, mine or "", today or ""), mine != before), **changes)


def _role(task: FoundTask, role: Role, was: FoundTask, now: FoundTask) -> FoundTask:
    mine, before, today = (_of(one, role) for one in (task, was, now))
    if set(today) in (set(before), set(mine)):
        return task
    called = {key: mine[key].id if key in mine else f"{task.id}.t{one.id.split('.h')[-1]}" for key, one in today.items()}
    held = (replace(one, id=called[key]) for key, one in today.items())
    others = (one for one in task.assignments if one.role != role)
    conflict = Conflict(role, _names(mine), _names(today), tuple(mine.values()))
    return replace(_met(task, conflict, set(mine) != set(before)), assignments=(*others, *held))


def _of(task: FoundTask, role: Role) -> dict[tuple[str, str], FoundAssignment]:
    return {who(one): one for one in task.assignments if one.role == role}


def _names(held: dict[tuple[str, str], FoundAssignment]) -> str:
    return "; ".join(one.as_written for one in held.values())


def _met(task: FoundTask, found: Conflict, new: bool) -> FoundTask:
    """The task with a conflict that is new, or with the one that there is told anew."""
    told = (replace(one, now=found.now) if one.field == found.field else one for one in task.conflicts)
    return replace(task, conflicts=(*told, *([found] if new else [])))
