"""What people do with an assignment, from accepting it to its end, and back where a step was wrong."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from longdan.app.agencies.access import NotAllowed, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import lock, locked
from longdan.app.audit.repeats import sent_already
from longdan.app.plans.models import RELEASED, Assignment, AssignmentState
from longdan.app.work.access import WHO
from longdan.app.work.actions.drafting import drop_draft
from longdan.app.work.models import StepTaken, Update
from longdan.app.work.states import NEEDS_REASON, WITHOUT_WORDS, Step, after
from longdan.core.problems import Problem, ProblemsFound, refuse


@transaction.atomic
def accept(*, assignment_id: int, by: Post, at: datetime) -> Assignment:
    """Say that the agency has taken note and will do it."""
    return _take(Step.ACCEPT, assignment_id, by, at)


@transaction.atomic
def decline(*, assignment_id: int, by: Post, reason: str, at: datetime) -> Assignment:
    """Say no, with the reason, to what the agency was only requested to do."""
    return _take(Step.DECLINE, assignment_id, by, at, reason=reason)


@transaction.atomic
def report(*, assignment_id: int, by: Post, text: str, percent: int, at: datetime) -> Update:
    """Tell how far the agency is; the same report sent twice by one press is told once."""
    text = said(text, "nội dung báo cáo")
    if not 0 <= percent <= 100:
        raise refuse("work.percent", "tỷ lệ hoàn thành", f"{percent} không nằm trong khoảng 0–100", "ghi một số từ 0 đến 100")
    lock(Assignment.objects.filter(pk=assignment_id))
    spoken = Update.objects.filter(assignment=assignment_id, assignment__state=AssignmentState.UNDER_WAY)
    if twice := sent_already(spoken, by=by, at=at, text=text, percent=percent):
        return twice
    assignment = _take(Step.REPORT, assignment_id, by, at, detail=f"{percent} %: {text}", percent=percent)
    return _update(assignment, text, percent, by, at)


@transaction.atomic
def submit(*, assignment_id: int, by: Post, text: str, at: datetime) -> Update:
    """Hand the result in, to be looked at by the agency that gave the task."""
    text = said(text, "kết quả thực hiện")
    assignment = _take(Step.SUBMIT, assignment_id, by, at, detail=text, percent=100)
    return _update(assignment, text, 100, by, at)


@transaction.atomic
def withdraw(*, assignment_id: int, by: Post, at: datetime) -> Assignment:
    """Take back what was accepted or handed in by mistake; the share done is again what was last reported before."""
    assignment = _take(Step.WITHDRAW, assignment_id, by, at)
    if assignment.state == AssignmentState.UNDER_WAY:
        # Every report and every submission left words, in one order; what was handed in was taken back each time.
        spoken = assignment.steps.filter(verb__in=(Step.REPORT, Step.SUBMIT)).values_list("verb", flat=True)
        told = zip(spoken, assignment.updates.values_list("percent", flat=True), strict=False)
        assignment.percent = next((percent for verb, percent in told if verb == Step.REPORT), 0)
        assignment.save(update_fields=["percent"])
    return assignment


@transaction.atomic
def send_back(*, assignment_id: int, by: Post, reason: str, at: datetime) -> Assignment:
    """Return what was submitted, with the reason."""
    return _take(Step.SEND_BACK, assignment_id, by, at, reason=reason)


@transaction.atomic
def finish(*, assignment_id: int, by: Post, at: datetime) -> Assignment:
    """Accept what was submitted: the assignment is done."""
    return _take(Step.FINISH, assignment_id, by, at)


@transaction.atomic
def reopen(*, assignment_id: int, by: Post, reason: str, at: datetime) -> Assignment:
    """Give back, with the reason, what had been accepted as done."""
    return _take(Step.REOPEN, assignment_id, by, at, reason=reason)


@transaction.atomic
def cancel(*, assignment_id: int, by: Post, reason: str, at: datetime) -> Assignment:
    """Release the agency from the assignment, with the reason."""
    return _take(Step.CANCEL, assignment_id, by, at, reason=reason)


@transaction.atomic
def reassign(*, assignment_id: int, by: Post, reason: str, at: datetime) -> Assignment:
    """Give the agency again, with the reason, what it had been released from or had declined."""
    return _take(Step.REASSIGN, assignment_id, by, at, reason=reason)


@transaction.atomic
def take_all(*, step: Step, assignment_ids: Sequence[int], by: Post, at: datetime) -> int:
    """Take a step that needs no words with several assignments: with all of them, or with none where one refuses; how many."""
    if step not in WITHOUT_WORDS:
        raise refuse("work.step-alone", step.label, "bước này phải làm riêng từng việc", "mở từng nhiệm vụ để ghi nội dung")
    if not assignment_ids:
        raise refuse("work.none-chosen", step.label, "chưa chọn việc nào", "đánh dấu ít nhất một việc rồi bấm lại")
    # All in one order, and before the first trace locks the trail: so that two people never wait for each other.
    list(Assignment.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=assignment_ids).order_by("pk").only("pk"))
    problems: list[Problem] = []
    for assignment_id in sorted(set(assignment_ids)):
        try:
            _take(step, assignment_id, by, at)
        except NotAllowed:
            raise
        except ProblemsFound as found:
            problems += found.problems
    if problems:
        raise ProblemsFound(list(dict.fromkeys(problems)))
    return len(set(assignment_ids))


def _take(
    step: Step, assignment_id: int, by: Post, at: datetime, *, reason: str = "", detail: str = "", percent: int | None = None
) -> Assignment:
    """Who, when, change, trace: the same for every step."""
    assignment = locked(Assignment.objects.select_related("task__plan__owner", "agency"), assignment_id)
    _allowed(step, assignment, by)
    assignment.state = after(assignment.state, step)
    assignment.state_reason = said(reason, "lý do") if step in NEEDS_REASON else ""
    assignment.state_since = at
    assignment.percent = assignment.percent if percent is None else percent
    assignment.urged_at = None
    assignment.save(update_fields=["state", "state_reason", "state_since", "percent", "urged_at"])
    StepTaken.objects.create(
        assignment=assignment, verb=step, state=assignment.state, reason=assignment.state_reason, by=by, at=at
    )
    record(by, f"work.assignment.{step}", assignment, at=at, detail=detail or assignment.state_reason)
    drop_draft(by=by, task_id=assignment.task_id, place=f"{step}-{assignment_id}")
    return assignment


def _allowed(step: Step, assignment: Assignment, by: Post) -> None:
    right, whose = WHO[step]
    require(by, right, on=whose(assignment))
    must_be_in_force(assignment)
    if step is Step.DECLINE and not assignment.requested:
        raise refuse("work.ordered", "nhiệm vụ", "việc này được giao, không phải được đề nghị", "nêu khó khăn, vướng mắc nếu có")


def must_be_in_force(assignment: Assignment) -> None:
    """Refuse what concerns a task that the plan no longer holds."""
    if assignment.task.withdrawn_at:
        raise refuse("work.withdrawn", "nhiệm vụ", "văn bản mới không còn nhiệm vụ này", "xem kế hoạch để biết nhiệm vụ thay thế")


def must_be_given(assignment: Assignment) -> None:
    """Refuse what concerns a task that the plan no longer holds, or that is no longer the agency's."""
    must_be_in_force(assignment)
    if assignment.state in RELEASED:
        raise refuse("work.released", "nhiệm vụ", "cơ quan này đã thôi được giao việc", "trao đổi ở trang nhiệm vụ nếu cần")


def _update(assignment: Assignment, text: str, percent: int, by: Post, at: datetime) -> Update:
    update = Update(assignment=assignment, text=text, percent=percent, by=by, at=at).keyed()
    update.save()
    return update


def said(text: str, what: str) -> str:
    """The words without the blanks around them; refused where there are none."""
    if not text.strip():
        raise refuse("work.nothing-said", what, "còn để trống", f"ghi {what} bằng một vài câu")
    return text.strip()
