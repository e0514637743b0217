"""What people do with an assignment, from accepting it to its end."""

from datetime import datetime

from django.db import transaction

from longdan.app.agencies.access import require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.plans.models import Assignment
from longdan.app.work.access import WHO
from longdan.app.work.models import StepTaken, Update
from longdan.app.work.states import NEEDS_REASON, Step, after
from longdan.core.problems import refuse


@transaction.atomic
def accept(*, assignment_id: int, by: Post, at: datetime) -> Assignment:
    """Say that the agency has taken note and will do it."""
    return _take(Step.ACCEPT, assignment_id, by, at)


@transaction.atomic
def report(*, assignment_id: int, by: Post, text: str, percent: int, at: datetime) -> Update:
    """Tell how far the agency is."""
    text = _said(text, "nội dung báo cáo")
    if not 0 <= percent <= 100:
        raise refuse("work.percent", "tỷ lệ hoàn thành", f"{percent} không nằm trong khoảng 0–100", "ghi một số từ 0 đến 100")
    assignment = _take(Step.REPORT, assignment_id, by, at, detail=f"{percent} %: {text}", percent=percent)
    return Update.objects.create(assignment=assignment, text=text, percent=percent, by=by, at=at)


@transaction.atomic
def submit(*, assignment_id: int, by: Post, text: str, at: datetime) -> Update:
    """Hand the result in, to be looked at by the agency that gave the task."""
    text = _said(text, "kết quả thực hiện")
    assignment = _take(Step.SUBMIT, assignment_id, by, at, detail=text, percent=100)
    return Update.objects.create(assignment=assignment, text=text, percent=100, by=by, at=at)


@transaction.atomic
def send_back(*, assignment_id: int, by: Post, reason: str, at: datetime) -> Assignment:
    """Return what was submitted, with the reason."""
    return _take(Step.SEND_BACK, assignment_id, by, at, reason=reason)


@transaction.atomic
def finish(*, assignment_id: int, by: Post, at: datetime) -> Assignment:
    """Accept what was submitted: the assignment is done."""
    return _take(Step.FINISH, assignment_id, by, at)


@transaction.atomic
def cancel(*, assignment_id: int, by: Post, reason: str, at: datetime) -> Assignment:
    """Release the agency from the assignment, with the reason."""
    return _take(Step.CANCEL, assignment_id, by, at, reason=reason)


def _take(
    step: Step, assignment_id: int, by: Post, at: datetime, *, reason: str = "", detail: str = "", percent: int | None = None
) -> Assignment:
    """Who, when, change, trace: the same for every step."""
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("task__plan__owner", "agency")
    assignment = rows.get(pk=assignment_id)
    right, whose = WHO[step]
    require(by, right, on=whose(assignment))
    if assignment.task.withdrawn_at:
        raise refuse("work.withdrawn", "nhiệm vụ", "văn bản mới không còn nhiệm vụ này", "xem kế hoạch để biết nhiệm vụ thay thế")
    assignment.state = after(assignment.state, step)
    assignment.state_reason = _said(reason, "lý do") if step in NEEDS_REASON else ""
    assignment.state_since = at
    assignment.percent = assignment.percent if percent is None else percent
    assignment.save(update_fields=["state", "state_reason", "state_since", "percent"])
    StepTaken.objects.create(
        assignment=assignment, verb=step, state=assignment.state, reason=assignment.state_reason, by=by, at=at
    )
    record(by, f"work.assignment.{step}", assignment, at=at, detail=detail or assignment.state_reason)
    return assignment


def _said(text: str, what: str) -> str:
    if not text.strip():
        raise refuse("work.nothing-said", what, "còn để trống", f"ghi {what} bằng một vài câu")
    return text.strip()
