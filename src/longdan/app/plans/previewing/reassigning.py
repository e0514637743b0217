"""Corrections of who does a task."""

from dataclasses import replace

from longdan.app.agencies.matching import NONE, Group, Match
from longdan.app.plans.previewing.corrections import (
    SET,
    Correct,
    assignment_of,
    known_role,
    put,
    task_of,
    unknown,
    with_assignment,
)
from longdan.app.plans.previewing.value import FoundAssignment, FoundTask, Preview
from longdan.core.plans.draft import Role
from longdan.core.vietnamese import fold


def match(preview: Preview, correction: Correct) -> Preview:
    meant = meaning(correction)
    return with_assignment(preview, correction, lambda one: replace(one, match=meant))


def match_all(preview: Preview, correction: Correct) -> Preview:
    """Take a name for the same agency wherever the document writes it."""
    meant, name = meaning(correction), fold(assignment_of(preview, correction)[1].as_written)
    if not name:
        raise unknown(correction)
    return replace(preview, tasks=tuple(_matched(task, name, meant) for task in preview.tasks))


def _matched(task: FoundTask, name: str, meant: Match) -> FoundTask:
    if not any(fold(one.as_written) == name for one in task.assignments):
        return task
    changed = (replace(one, match=meant) if fold(one.as_written) == name else one for one in task.assignments)
    return replace(task, assignments=tuple(changed), touched=True)


def role(preview: Preview, correction: Correct) -> Preview:
    wanted = known_role(correction.value, correction)
    return with_assignment(preview, correction, lambda one: replace(one, role=wanted))


def release(preview: Preview, correction: Correct) -> Preview:
    return with_assignment(preview, correction, lambda one: None)


def assign(preview: Preview, correction: Correct) -> Preview:
    """Give a task to an agency that the document does not name there."""
    task, wanted, meant = task_of(preview, correction.item), known_role(correction.field, correction), meaning(correction)
    if not meant.found:
        raise unknown(correction)
    added = FoundAssignment(f"{task.id}.c{correction.number}", "", wanted, meant)
    return put(preview, replace(task, assignments=(*task.assignments, added), touched=True))


def settle(preview: Preview, correction: Correct) -> Preview:
    """End a conflict: by what the sheet says, or by what is in force."""
    task = task_of(preview, correction.item)
    conflict = next((one for one in task.conflicts if one.field == correction.field), None)
    if conflict is None or correction.value not in ("sheet", "now"):
        raise unknown(correction)
    left = tuple(one for one in task.conflicts if one is not conflict)
    settled = replace(task, conflicts=left, touched=True)
    if correction.value == "now":
        return put(preview, settled)
    if conflict.field in list(Role):
        others = tuple(one for one in task.assignments if one.role != conflict.field)
        return put(preview, replace(settled, assignments=(*others, *conflict.agencies)))
    return put(preview, SET[conflict.field](settled, conflict.sheet or None))


def meaning(correction: Correct) -> Match:
    """What the value of a correction means: "agency:12", "group:communes", nothing."""
    kind, _, name = correction.value.partition(":")
    if kind == "agency" and name.isascii() and name.isdecimal() and len(name) < 16:
        return Match(int(name), None, 1.0)
    if kind == "group" and name in list(Group):
        return Match(None, Group(name), 1.0)
    if not correction.value:
        return NONE
    raise unknown(correction)
