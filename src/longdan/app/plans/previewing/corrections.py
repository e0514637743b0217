"""What a correction is: a small value that can be stored, applied again and taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from longdan.app.plans.previewing.value import FoundAssignment, FoundTask, Preview
from longdan.core.plans.draft import Role
from longdan.core.plans.words.typed_dates import typed_date
from longdan.core.problems import ProblemsFound, refuse


class Verb(StrEnum):
    EDIT = "edit"  # item: task, or "heading"; field; value: the new words, empty to clear
    DISCARD = "discard"  # item: anything found
    RESTORE = "restore"
    APPROVE = "approve"  # item: task
    MATCH = "match"  # item: assignment; value: "agency:12", "group:communes", or empty for none
    MATCH_ALL = "match_all"  # the same for all assignments that are written as this one
    ROLE = "role"  # item: assignment; value: lead | responsible | cooperate
    ASSIGN = "assign"  # item: task; field: role; value: as for match
    RELEASE = "release"  # item: assignment
    SPLIT = "split"  # item: task; value: the place in its text where the second task begins
    MERGE = "merge"  # item: task; value: the task that is taken into it
    ADD = "add"  # item: the task behind which it is put, or "heading" for the beginning; value: its words
    SETTLE = "settle"  # item: task; field: of one of its conflicts; value: sheet | now
    KEEP = "keep"  # item: "x12", the task in force that the document no longer holds
    AMEND = "amend"  # item: "heading"; value: the plan in force that it changes, "12", or a part of it, "12:part"; empty: none


@dataclass(frozen=True, slots=True)
class Correct:
    """One correction; ``number`` is its place in the row of corrections, from which new items take their names."""

    verb: Verb
    item: str
    field: str = ""
    value: str = ""
    number: int = 0


def day(words: str, year: int | None = None) -> str:
    """A day, month, quarter or half year as people type it (31/12/2026, 12/2026, quý IV/2026), in the form of a draft.

    ``year`` is that of the plan, for words that name none ("trước 30/6").
    """
    if meant := typed_date(words, year):
        return meant
    fix = "viết ngày/tháng/năm: 31/12/2026, tháng/năm: 12/2026, hoặc quý IV/2026, 6 tháng đầu năm 2026"
    raise refuse("plans.preview.day", words, "không phải một thời hạn", fix)


SET: dict[str, Callable[[FoundTask, str | None], FoundTask]] = {
    "text": lambda task, words: replace(task, text=words or ""),
    "product": lambda task, words: replace(task, product=words),
    "due": lambda task, words: replace(task, due=words, due_raw=None),
    "recurrence": lambda task, words: replace(task, recurrence=words),
    "dimension": lambda task, words: replace(task, dimension=words),
}  # the places of a task that a person writes


def put(preview: Preview, task: FoundTask) -> Preview:
    """The preview with a task as it stands now."""
    return replace(preview, tasks=tuple(task if one.id == task.id else one for one in preview.tasks))


def task_of(preview: Preview, item: str) -> FoundTask:
    if task := preview.task(item):
        return task
    raise refuse("plans.preview.gone", item, "nhiệm vụ này không còn trong bản xem trước", "tải lại trang để xem bản mới nhất")


def with_assignment(
    preview: Preview, correction: Correct, change: Callable[[FoundAssignment], FoundAssignment | None]
) -> Preview:
    task, _ = assignment_of(preview, correction)
    changed = (change(one) if one.id == correction.item else one for one in task.assignments)
    return put(preview, replace(task, assignments=tuple(one for one in changed if one is not None), touched=True))


def assignment_of(preview: Preview, correction: Correct) -> tuple[FoundTask, FoundAssignment]:
    pairs = ((task, one) for task in preview.tasks for one in task.assignments if one.id == correction.item)
    if pair := next(pairs, None):
        return pair
    raise unknown(correction)


def known_role(name: str, correction: Correct) -> Role:
    if name not in list(Role):
        raise unknown(correction)
    return Role(name)


def unknown(correction: Correct) -> ProblemsFound:
    where = " ".join(part for part in (correction.verb, correction.item, correction.field) if part)
    return refuse("plans.preview.unknown", where, "không có chỗ này để sửa", "tải lại trang để xem bản mới nhất rồi sửa lại")
