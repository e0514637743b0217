"""Evidence: files sent in, replaced, withdrawn, handed out."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from longdan.app.work import actions
from longdan.core.problems import Problem, ProblemsFound, refuse
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.refusals import mendable, tell
from longdan.web.workspace.views.readings import onward
from longdan.web.workspace.views.tasks import shown
from longdan.web.workspace.work_forms import Proof


def attempt(request: Signed, form: Proof, act: Callable[[], str]) -> HttpResponse:
    """Do it and come back to the evidence of the task; what is refused is said on its page."""
    task_id = int(form.value("task_id") or 0)
    try:
        done = act()
    except ProblemsFound as found:
        if request.headers.get("X-Requested-With") == "upload":
            return render(request, "workspace/task/trouble.html", {"problems": mendable(found)}, status=422)
        tell(request, found)
        return shown(request, task_id, {}, status=422)
    messages.success(request, done)
    return onward(request, reverse("task", args=[task_id]) + "#tai-lieu")


@require_POST
@signed_in
def add(request: Signed) -> HttpResponse:
    form = Proof(request.POST, request.FILES)

    def act() -> str:
        made = actions.add_evidence(
            assignment_id=form.value("assignment_id") or 0,
            files=form.sources(),
            title=form.value("title") or "",
            by=request.post,
            at=timezone.now(),
        )
        return ngettext("Đã nộp %(count)d tài liệu.", "Đã nộp %(count)d tài liệu.", len(made)) % {"count": len(made)}

    return attempt(request, form, act)


@require_POST
@signed_in
def add_version(request: Signed, evidence_id: int) -> HttpResponse:
    form = Proof(request.POST, request.FILES)

    def act() -> str:
        sent = form.sources()
        if len(sent) != 1:
            raise refuse("work.evidence.one-file", "phiên bản mới", "cần đúng một tệp", "chọn một tệp rồi gửi lại")
        made = actions.add_version(evidence_id=evidence_id, file=sent[0], by=request.post, at=timezone.now())
        return _("Đã nộp phiên bản %(number)d.") % {"number": made.number}

    return attempt(request, form, act)


@require_POST
@signed_in
def withdraw(request: Signed, evidence_id: int) -> HttpResponse:
    form, reason = Proof(request.POST), request.POST.get("text", "")

    def act() -> str:
        actions.withdraw_evidence(evidence_id=evidence_id, reason=reason, by=request.post, at=timezone.now())
        return _("Đã rút tài liệu; tệp vẫn được giữ.")

    return attempt(request, form, act)


@require_POST
@signed_in
def restore(request: Signed, evidence_id: int) -> HttpResponse:
    form = Proof(request.POST)

    def act() -> str:
        actions.restore_evidence(evidence_id=evidence_id, by=request.post, at=timezone.now())
        return _("Đã lấy lại tài liệu.")

    return attempt(request, form, act)


@signed_in
def download(request: Signed, version_id: int) -> HttpResponse:
    """The file as it was handed in: never shown inside the page, never taken for another kind."""
    found = actions.hand_out(version_id=version_id, by=request.post, at=timezone.now())
    if found.content is None:
        return lost(request, found)
    response = guarded(found.content, "application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    return response


@signed_in
def picture(request: Signed, version_id: int) -> HttpResponse:
    """A photograph to look at in the page, whatever telephone took it."""
    found = actions.show_picture(version_id=version_id, by=request.post, at=timezone.now())
    return lost(request, found) if found.content is None else guarded(found.content, "image/jpeg")


def lost(request: Signed, found: actions.HandedOut) -> HttpResponse:
    problem = Problem(
        "work.evidence.lost",
        found.name,
        _("tệp không còn nguyên trên máy chủ"),
        _("nhờ người đã nộp gửi lại tệp này như một phiên bản mới; việc này đã được ghi vào nhật ký"),
    )
    back = reverse("task", args=[found.task_id]) + "#tai-lieu"
    return render(request, "shared/refused.html", {"problems": [problem], "back": back}, status=410)


def guarded(content: bytes, kind: str) -> HttpResponse:
    """What strangers sent, so that a browser neither runs nor keeps it."""
    response = HttpResponse(content, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
