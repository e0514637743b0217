"""Correcting a preview: every change is a small value that can be stored, applied again and taken back."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from longdan.app.agencies.matching import NONE, Group, Match
from longdan.app.plans.previewing.value import Found, FoundAssignment, FoundTask, Preview
from longdan.core.plans.draft import Heading, Role
from longdan.core.problems import ProblemsFound, refuse


class Verb(StrEnum):
    EDIT = "edit"  # item: task, or "heading"; field; value: the new words, empty to clear
    DISCARD = "discard"  # item: anything found
    RESTORE = "restore"
    APPROVE = "approve"  # item: task
    MATCH = "match"  # item: assignment; value: "agency:12", "group:communes", or empty for none
    ROLE = "role"  # item: assignment; value: lead | responsible | cooperate
    ASSIGN = "assign"  # item: task; field: role; value: as for match
    RELEASE = "release"  # item: assignment
    SPLIT = "split"  # item: task; value: the place in its text where the second task begins
    MERGE = "merge"  # item: task; value: the task that is taken into it


@dataclass(frozen=True, slots=True)
class Correct:
    """One correction; ``number`` is its place in the row of corrections, from which new items take their names."""

    verb: Verb
    item: str
    field: str = ""
    value: str = ""
    number: int = 0


HEADING = "heading"
HEADING_FIELDS = ("number", "title", "issuer", "doc_type", "signer", "issued")
TASK_FIELDS = ("text", "product", "due", "recurrence", "dimension")


def apply(preview: Preview, correction: Correct) -> Preview:
    """The preview with a correction made; what the correction cannot mean is refused."""
    return APPLY[correction.verb](preview, correction)


def day(words: str) -> str:
    """A day or month as people type it (31/12/2026, 12/2026, 2026-12-31), in the form of a draft."""
    text = words.strip()
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        text = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    elif found := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text):
        text = f"{found[2]}-{int(found[1]):02d}"
    try:
        date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    except ValueError:
        raise refuse(
            "plans.preview.day", words, "không phải một ngày", "viết ngày/tháng/năm: 31/12/2026, hoặc tháng/năm: 12/2026"
        ) from None
    return text


def _edit(preview: Preview, correction: Correct) -> Preview:
    if correction.item == HEADING:
        return replace(preview, heading=_edit_heading(preview.heading, correction))
    task = _task(preview, correction.item)
    if correction.field not in TASK_FIELDS:
        raise _unknown(correction)
    value: str | None = correction.value.strip() or None
    if correction.field == "due":
        due = day(value) if value else None
        return _with(preview, replace(task, due=due, due_raw=value, touched=True))
    if correction.field == "text" and not value:
        raise refuse("plans.preview.no-text", correction.item, "nhiệm vụ phải có nội dung", "viết nội dung, hoặc bỏ nhiệm vụ này")
    return _with(preview, replace(task, touched=True, **{correction.field: value}))  # type: ignore[arg-type]


def _edit_heading(heading: Heading, correction: Correct) -> Heading:
    if correction.field not in HEADING_FIELDS:
        raise _unknown(correction)
    value = correction.value.strip() or None
    if correction.field == "issued":
        full = day(value) if value else None
        return replace(heading, issued=date.fromisoformat(full) if full and len(full) == 10 else None)
    return replace(heading, **{correction.field: value})  # type: ignore[arg-type]


def _discard(preview: Preview, correction: Correct) -> Preview:
    return _marked(preview, correction, discarded=True)


def _restore(preview: Preview, correction: Correct) -> Preview:
    return _marked(preview, correction, discarded=False)


def _marked(preview: Preview, correction: Correct, *, discarded: bool) -> Preview:
    """The preview with one task or other statement left out, or taken in again."""
    if task := preview.task(correction.item):
        return _with(preview, replace(task, discarded=discarded))
    for name in ("deadlines", "report_periods", "demands", "targets", "baselines"):
        statements: tuple[Found[object], ...] = getattr(preview, name)
        if any(one.id == correction.item for one in statements):
            marked = tuple(replace(one, discarded=discarded) if one.id == correction.item else one for one in statements)
            return replace(preview, **{name: marked})  # type: ignore[arg-type]
    raise _unknown(correction)


def _approve(preview: Preview, correction: Correct) -> Preview:
    return _with(preview, replace(_task(preview, correction.item), approved=True))


def _match(preview: Preview, correction: Correct) -> Preview:
    meant = _meaning(correction)
    return _with_assignment(preview, correction, lambda one: replace(one, match=meant))


def _role(preview: Preview, correction: Correct) -> Preview:
    role = _known_role(correction.value, correction)
    return _with_assignment(preview, correction, lambda one: replace(one, role=role))


def _release(preview: Preview, correction: Correct) -> Preview:
    return _with_assignment(preview, correction, lambda one: None)


def _assign(preview: Preview, correction: Correct) -> Preview:
    """Give a task to an agency that the document does not name there."""
    task, role, meant = _task(preview, correction.item), _known_role(correction.field, correction), _meaning(correction)
    if not meant.found:
        raise _unknown(correction)
    added = FoundAssignment(f"{task.id}.c{correction.number}", "", role, meant)
    return _with(preview, replace(task, assignments=(*task.assignments, added), touched=True))


def _split(preview: Preview, correction: Correct) -> Preview:
    """Two tasks of one: the second begins at a place in the text; both keep the agencies and the day."""
    task = _task(preview, correction.item)
    place = int(correction.value) if correction.value.isdecimal() and len(correction.value) < 9 else 0
    first, second = task.text[:place].strip(" ;,"), task.text[place:].strip(" ;,")
    if not first or not second:
        raise refuse(
            "plans.preview.split",
            task.text[:60],
            "chỗ tách phải nằm giữa nội dung",
            "đặt con trỏ vào giữa câu, trước chữ đầu của nhiệm vụ thứ hai",
        )
    name = f"{task.id.partition('s')[0]}s{correction.number}"  # of the first task, so that names stay short
    renamed = tuple(replace(one, id=f"{name}.{one.id.split('.')[-1]}") for one in task.assignments)
    halves = (replace(task, text=first, touched=True), replace(task, id=name, text=second, assignments=renamed, touched=True))
    return replace(preview, tasks=tuple(half for one in preview.tasks for half in (halves if one is task else (one,))))


def _merge(preview: Preview, correction: Correct) -> Preview:
    """One task of two: the words and agencies of the second join the first; its own day stays, else that of the second."""
    task, other = _task(preview, correction.item), _task(preview, correction.value)
    if task is other:
        raise _unknown(correction)
    held = {(one.as_written, one.role) for one in task.assignments}
    taken = tuple(
        replace(one, id=f"{task.id}.m{correction.number}{one.id.split('.')[-1]}")
        for one in other.assignments
        if (one.as_written, one.role) not in held
    )
    merged = replace(
        task,
        text=f"{task.text.rstrip('. ;')}; {other.text}",
        product=task.product or other.product,
        due=task.due or other.due,
        due_raw=task.due_raw or other.due_raw,
        recurrence=task.recurrence or other.recurrence,
        criteria=tuple(dict.fromkeys((*task.criteria, *other.criteria))),
        assignments=(*task.assignments, *taken),
        reads=tuple(dict.fromkeys((*task.reads, *other.reads))),
        touched=True,
    )
    return replace(preview, tasks=tuple(merged if one is task else one for one in preview.tasks if one is not other))


APPLY: dict[Verb, Callable[[Preview, Correct], Preview]] = {
    Verb.EDIT: _edit,
    Verb.DISCARD: _discard,
    Verb.RESTORE: _restore,
    Verb.APPROVE: _approve,
    Verb.MATCH: _match,
    Verb.ROLE: _role,
    Verb.ASSIGN: _assign,
    Verb.RELEASE: _release,
    Verb.SPLIT: _split,
    Verb.MERGE: _merge,
}


def _with(preview: Preview, task: FoundTask) -> Preview:
    return replace(preview, tasks=tuple(task if one.id == task.id else one for one in preview.tasks))


def _with_assignment(
    preview: Preview, correction: Correct, change: Callable[[FoundAssignment], FoundAssignment | None]
) -> Preview:
    task = next((task for task in preview.tasks for one in task.assignments if one.id == correction.item), None)
    if task is None:
        raise _unknown(correction)
    changed = (change(one) if one.id == correction.item else one for one in task.assignments)
    return _with(preview, replace(task, assignments=tuple(one for one in changed if one is not None), touched=True))


def _task(preview: Preview, item: str) -> FoundTask:
    if task := preview.task(item):
        return task
    raise refuse("plans.preview.gone", item, "nhiệm vụ này không còn trong bản xem trước", "tải lại trang để xem bản mới nhất")


def _meaning(correction: Correct) -> Match:
    """What the value of a correction means: "agency:12", "group:communes", nothing."""
    kind, _, name = correction.value.partition(":")
    if kind == "agency" and name.isdecimal():
        return Match(int(name), None, 1.0)
    if kind == "group" and name in list(Group):
        return Match(None, Group(name), 1.0)
    if not correction.value:
        return NONE
    raise _unknown(correction)


def _known_role(name: str, correction: Correct) -> Role:
    if name not in list(Role):
        raise _unknown(correction)
    return Role(name)


def _unknown(correction: Correct) -> ProblemsFound:
    where = " ".join(part for part in (correction.verb, correction.item, correction.field) if part)
    return refuse("plans.preview.unknown", where, "không có chỗ này để sửa", "tải lại trang để xem bản mới nhất rồi sửa lại")
