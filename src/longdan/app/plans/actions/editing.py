"""Small changes to a plan in force, each with its trace, each to be taken back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.audit.repeats import sent_already
from longdan.app.plans.actions.assigning import Members, give
from longdan.app.plans.actions.correcting import meaning
from longdan.app.plans.actions.writing import free_key
from longdan.app.plans.models import RELEASED, Assignment, AssignmentState, ChangeVerb, Plan, Task, TaskChange
from longdan.app.plans.previewing.comparing import keys
from longdan.app.plans.previewing.corrections import Correct, Verb, day, known_role
from longdan.app.plans.previewing.reassigning import meaning as match_of
from longdan.app.plans.previewing.value import FoundAssignment, FoundTask
from longdan.app.plans.queries.dates import last_day, written_day
from longdan.core.problems import ProblemsFound, refuse

EDITABLE = {"text": "nội dung", "product": "sản phẩm", "due": "thời hạn", "recurrence": "lặp lại"}
LONGEST = {"text": 10_000, "product": 5_000, "due": 60, "recurrence": 60}


@transaction.atomic
def edit_task(*, task_id: int, by: Post, field: str, value: str, at: datetime) -> TaskChange | None:
    """Write another text, product, day or recurrence; None where it says that already."""
    task = _task(task_id, by)
    if field not in EDITABLE:
        raise refuse("plans.change.field", field[:40], "không có chỗ này để sửa", "tải lại trang rồi sửa lại")
    before, after = value_of(task, field), _checked(field, value, task.plan.year)
    if before == after:
        return None
    _write(task, field, after)
    return _record(ChangeVerb.EDIT, task, by, at, field=field, before=before, after=after)


@transaction.atomic
def add_task(*, plan_id: int, by: Post, text: str, section: str = "", at: datetime) -> Task:
    """A task that a person writes; it has no words in the document, and an amended document does not end it.

    Sent twice by one press it is one task.
    """
    plan = _plan(plan_id, by)
    words = _checked("text", text, plan.year)
    part = plan.sections.filter(path=section).order_by("order").first() if section and "\0" not in section else None
    added = TaskChange.objects.filter(task__plan=plan, task__section=part, verb=ChangeVerb.ADD, undone_at__isnull=True)
    if twice := sent_already(added.select_related("task"), by=by, at=at, after=words):
        return twice.task
    bare = FoundTask("n", section, words, None, None, None, None, None, (), None, ())
    key = free_key(keys([bare])[0], set(plan.tasks.values_list("key", flat=True)))
    last = plan.tasks.order_by("-order").values_list("order", flat=True).first()
    task = Task(plan=plan, section=part, order=0 if last is None else last + 1, key=key, text=words).keyed()
    task.save()
    _record(ChangeVerb.ADD, task, by, at, after=words)
    return task


@transaction.atomic
def withdraw_task(*, task_id: int, by: Post, reason: str, at: datetime) -> TaskChange:
    """Take a task out of the plan, with the reason; its reports and evidence stay to be looked up."""
    task = _task(task_id, by)
    task.withdrawn_at = at
    task.save(update_fields=["withdrawn_at"])
    return _record(ChangeVerb.WITHDRAW, task, by, at, before=task.text, reason=_said(reason))


@transaction.atomic
def assign_task(*, task_id: int, by: Post, role: str, agency: str, at: datetime) -> TaskChange:
    """Give a task to one more agency or group, by the name that a person typed or chose."""
    task = _task(task_id, by)
    value = meaning(agency, task.plan.province_id, on=localdate(at))
    asked = Correct(Verb.ASSIGN, str(task_id), role, value)
    wanted, meant = known_role(role, asked), match_of(asked)
    if not meant.found:
        raise refuse("plans.change.agency", "cơ quan", "chưa chọn cơ quan nào", "gõ vài chữ rồi chọn một tên trong gợi ý")
    given = give(task, FoundAssignment("", "", wanted, meant), Members(task.plan.province_id, localdate(at)), at)
    if not given:
        raise refuse("plans.change.given", agency.strip(), "đã được giao nhiệm vụ này", "chọn cơ quan khác")
    first = given[0] if len(given) == 1 else None
    numbers = " ".join(str(one.pk) for one in given)
    return _record(ChangeVerb.ASSIGN, task, by, at, field=role, before=numbers, after=value, assignment=first)


@transaction.atomic
def release_agency(*, assignment_id: int, by: Post, reason: str, at: datetime) -> TaskChange:
    """Take a task away from an agency, with the reason; what it reported stays to be looked up."""
    task = _task(Assignment.objects.values_list("task", flat=True).get(pk=assignment_id), by)  # the plan is locked first
    found = locked(Assignment.objects.select_related("agency"), assignment_id)
    if found.state in RELEASED:
        raise refuse("plans.change.released", str(found)[:80], "đã thôi giao rồi", "tải lại trang để xem trạng thái mới nhất")
    before, found.state = found.state, AssignmentState.CANCELLED
    found.state_reason, found.state_since = _said(reason), at
    found.save(update_fields=["state", "state_reason", "state_since"])
    return _record(ChangeVerb.RELEASE, task, by, at, field=found.role, before=before, reason=found.state_reason, assignment=found)


@transaction.atomic
def undo_change(*, change_id: int, by: Post, at: datetime) -> TaskChange:
    """Take a change back; refused where the place was changed again since, or where work has begun on what was given."""
    change = locked(TaskChange.objects.select_related("task", "assignment"), change_id)
    task = _task(change.task_id, by, withdrawn=True)
    if change.undone_at:
        raise _later(task)
    _take_back(change, task, at)
    change.undone_at = at
    change.save(update_fields=["undone_at"])
    record(by, "plans.task.undone", task, at=at, detail=told(change))
    return change


def _take_back(change: TaskChange, task: Task, at: datetime) -> None:
    match ChangeVerb(change.verb):
        case ChangeVerb.EDIT:
            again = task.changes.filter(pk__gt=change.pk, verb=change.verb, field=change.field, undone_at=None)
            if value_of(task, change.field) != change.after or again.exists():
                raise _later(task)
            _write(task, change.field, change.before)
        case ChangeVerb.WITHDRAW:
            _withdrawn(task, change.at, None)
        case ChangeVerb.ADD:
            _not_begun(task.assignments.all())
            _withdrawn(task, None, at)
        case ChangeVerb.ASSIGN:
            released = {"state": AssignmentState.CANCELLED, "state_reason": "Hoàn tác việc giao thêm", "state_since": at}
            if not _given(change, task).exclude(state__in=RELEASED).update(**released):
                raise _later(task)
        case ChangeVerb.RELEASE:
            one = task.assignments.filter(pk=change.assignment_id or 0, state=AssignmentState.CANCELLED, state_since=change.at)
            if not one.update(state=change.before, state_reason=_reason(change), state_since=at):
                raise _later(task)


def _withdrawn(task: Task, was: datetime | None, now: datetime | None) -> None:
    if task.withdrawn_at != was:
        raise _later(task)
    task.withdrawn_at = now
    task.save(update_fields=["withdrawn_at"])


def _reason(change: TaskChange) -> str:
    """Why a released assignment stood in its state before: the words of the step that had led there ("Bị trả lại")."""
    assert change.assignment is not None
    led = change.assignment.steps.filter(state=change.before).first()
    return led.reason if led else ""


def _later(task: Task) -> ProblemsFound:
    fix = "hoàn tác lần sửa mới nhất trước, hoặc sửa lại bằng tay"
    return refuse("plans.change.later", str(task)[:80], "chỗ này đã được sửa lại sau đó", fix)


def _given(change: TaskChange, task: Task) -> QuerySet[Assignment]:
    """What a change gave: to one agency, or to those of a group; refused where it was taken up, of a group by any of them."""
    given = task.assignments.filter(pk__in=change.before.split())
    if change.assignment_id:
        _not_begun(given)
    elif taken_up := given.filter(state_since__gt=change.at).exclude(state__in=RELEASED).first():
        raise _begun(taken_up, "cơ quan đã nhận việc này")
    return given


def _not_begun(assignments: QuerySet[Assignment]) -> None:
    begun = assignments.exclude(state__in=(AssignmentState.ASSIGNED, AssignmentState.ACCEPTED, *RELEASED)).first()
    if begun:
        raise _begun(begun, "cơ quan đã báo cáo việc này")


def _begun(one: Assignment, what: str) -> ProblemsFound:
    return refuse("plans.change.begun", str(one)[:80], what, "dùng “Thôi giao” và ghi lý do")


def value_of(task: Task, field: str) -> str:
    """A place of a task in the words of a form."""
    return written_day(task.due, task.due_precision) if field == "due" else str(getattr(task, field))


def _checked(field: str, value: str, year: int | None) -> str:
    words = value.strip()
    if len(words) > LONGEST[field] or "\0" in words:
        raise refuse("plans.change.long", EDITABLE[field], f"dài quá {LONGEST[field]} chữ", "viết ngắn lại rồi lưu")
    if field == "text" and not words:
        raise refuse("plans.preview.no-text", "nội dung", "nhiệm vụ phải có nội dung", "viết nội dung của nhiệm vụ")
    return "/".join(reversed(day(words, year).split("-"))) if field == "due" and words else words


def _write(task: Task, field: str, words: str) -> None:
    if field == "due":
        task.due, task.due_precision = last_day(day(words) if words else None) or (None, "")
        task.due_raw = ""
        task.save(update_fields=["due", "due_precision", "due_raw"])
        return
    setattr(task, field, words)
    task.keyed().save(update_fields=[field, "folded"])


def _said(reason: str) -> str:
    words = reason.replace("\0", "").strip()
    if not words:
        raise refuse("plans.change.reason", "lý do", "còn để trống", "ghi lý do bằng một vài câu")
    return words[: LONGEST["text"]]


def _plan(plan_id: int, by: Post) -> Plan:
    """The plan, locked, where the post may change it."""
    plan = locked(Plan.objects.select_related("owner__province"), plan_id)
    require(by, Right.EDIT_PLAN, on=plan.owner)
    return plan


def _task(task_id: int, by: Post, *, withdrawn: bool = False) -> Task:
    """The task, locked with its plan; one that was withdrawn only where that is to be taken back."""
    _plan(Task.objects.values_list("plan", flat=True).get(pk=task_id), by)
    task = locked(Task.objects.select_related("plan__owner"), task_id)
    if task.withdrawn_at and not withdrawn:
        raise refuse("plans.change.withdrawn", str(task)[:80], "nhiệm vụ này đã được rút", "hoàn tác việc rút trước khi sửa")
    return task


def _record(verb: ChangeVerb, task: Task, by: Post, at: datetime, **more: Any) -> TaskChange:
    change = TaskChange.objects.create(task=task, verb=verb, by=by, at=at, **more)
    record(by, f"plans.task.{verb}", task, at=at, detail=told(change))
    return change


def told(change: TaskChange) -> str:
    """A change in words, for the trail: "thời hạn: 31/03/2026 → 30/04/2026"."""
    match ChangeVerb(change.verb):
        case ChangeVerb.EDIT:
            return f"{EDITABLE[change.field]}: {change.before or '(trống)'} → {change.after or '(trống)'}"
        case ChangeVerb.ADD:
            return change.after
        case ChangeVerb.WITHDRAW:
            return change.reason
        case ChangeVerb.ASSIGN | ChangeVerb.RELEASE:
            return "; ".join(part for part in (_who(change), change.reason) if part)


def _who(change: TaskChange) -> str:
    if change.assignment:
        return change.assignment.doer
    kind, _, name = change.after.partition(":")
    return Agency.objects.get(pk=int(name)).name if kind == "agency" else GROUP_LABELS[Group(name)]
