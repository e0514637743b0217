"""Changing a plan in force in small steps; beginning the plan of the next year."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longdan.app.agencies.models import Post
from longdan.app.plans import actions
from longdan.app.plans.queries import task_to_edit
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages.words import roles
from longdan.web.workspace.refusals import tell

Change = Callable[[int, Post, QueryDict, datetime], object]
CHANGES: dict[str, Change] = {
    "noi-dung": lambda task, by, sent, at: actions.edit_task(
        task_id=task, by=by, field=sent.get("field", ""), value=sent.get("value", ""), at=at
    ),
    "rut": lambda task, by, sent, at: actions.withdraw_task(task_id=task, by=by, reason=sent.get("reason", ""), at=at),
    "giao": lambda task, by, sent, at: actions.assign_task(
        task_id=task, by=by, role=sent.get("role", ""), agency=sent.get("agency", ""), at=at
    ),
    "thoi-giao": lambda task, by, sent, at: actions.release_agency(
        assignment_id=number(sent.get("assignment", "")), by=by, reason=sent.get("reason", ""), at=at
    ),
}


def number(sent: str) -> int:
    if not (sent.isascii() and sent.isdecimal() and len(sent) < 16):
        raise Http404(sent)
    return int(sent)


@signed_in
def edit(request: Signed, task_id: int) -> HttpResponse:
    found = task_to_edit(request.post, task_id, on=timezone.localdate())
    return render(request, "workspace/plans/edit_task.html", {"task": found, "roles": roles()})


@require_POST
@signed_in
def change(request: Signed, task_id: int, verb: str) -> HttpResponse:
    if verb not in CHANGES:
        raise Http404(verb)
    attempt(request, lambda: CHANGES[verb](task_id, request.post, request.POST, timezone.now()), _("Đã lưu."))
    return redirect("edit-task", task_id)


@require_POST
@signed_in
def undo(request: Signed, change_id: int) -> HttpResponse:
    task = number(request.POST.get("task", ""))
    attempt(request, lambda: actions.undo_change(change_id=change_id, by=request.post, at=timezone.now()), _("Đã hoàn tác."))
    return redirect("edit-task", task)


@require_POST
@signed_in
def add(request: Signed, plan_id: int) -> HttpResponse:
    sent = request.POST
    task = actions.add_task(
        plan_id=plan_id, by=request.post, text=sent.get("text", ""), section=sent.get("section", ""), at=timezone.now()
    )
    messages.success(request, _("Đã thêm nhiệm vụ. Điền cơ quan, thời hạn, sản phẩm ở đây."))
    return redirect("edit-task", task.pk)


@require_POST
@signed_in
def carry(request: Signed, plan_id: int) -> HttpResponse:
    reading = actions.carry_over(plan_id=plan_id, by=request.post, at=timezone.now())
    return redirect("preview", reading.pk)


def attempt(request: Signed, act: Callable[[], object], done: str) -> None:
    try:
        act()
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, done)
