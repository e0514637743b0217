"""The preview of what was read: shown, corrected piece by piece, confirmed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longdan.app.plans import actions
from longdan.app.plans.previewing import PreviewPage, together
from longdan.app.plans.previewing import preview as preview_of
from longdan.app.plans.previewing import preview_or_progress as preview_or_progress_of
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages import previews as pages
from longdan.web.workspace.pages.words import told
from longdan.web.workspace.refusals import mendable, tell
from longdan.web.workspace.views.readings import elsewhere

BY_NAME = ("match", "match_all", "assign")  # corrections whose value is the name of an agency
EVERYWHERE = ("match_all", "amend")  # after which most of the page is another
MARK = "da-xem"  # names the corrections that a page shows
TWO = ("split", "add")  # after which a task stands behind the one corrected


@signed_in
def preview(request: Signed, reading_id: int) -> HttpResponse:
    found = preview_or_progress_of(request.post, reading_id, on=timezone.localdate())
    if not isinstance(found, PreviewPage):
        return redirect(elsewhere(found) or reverse("reading", args=[reading_id]))
    return render(request, "workspace/preview/page.html", {"page": shown(request, found, editing=request.GET.get("sua", ""))})


@signed_in
def preview_item(request: Signed, reading_id: int, item: str) -> HttpResponse:
    """One statement, as it stands or with its fields open."""
    found = preview_of(request.post, reading_id, on=timezone.localdate(), seen=request.GET.get(MARK, ""))
    return drawn(request, shown(request, found, editing=item if "sua" in request.GET else ""), item)


@require_POST
@signed_in
def correct_item(request: Signed, reading_id: int) -> HttpResponse:
    """Make one correction; the answer is the statement as it stands now, or the field's own "saved"."""
    sent, wrong = request.POST, ""
    item, verb = sent.get("shown", ""), sent.get("verb", "")
    try:
        found = actions.correct_and_look(
            reading_id=reading_id, by=request.post, **sent_correction(request), seen=sent.get(MARK, ""), at=timezone.now()
        )
    except ProblemsFound as refused:
        wrong = " ".join(map(told, mendable(refused)))
        found = None
    if not request.htmx:
        if wrong:
            messages.error(request, wrong)
        opened = f"?sua={item}" if sent.get("open") or sent.get("field") else ""
        return redirect(f"{reverse('preview', args=[reading_id])}{opened}#{item}")
    if found and verb in EVERYWHERE:
        return HttpResponse(headers={"HX-Refresh": "true"})
    found = found or preview_of(request.post, reading_id, on=timezone.localdate(), seen=sent.get(MARK, ""))
    refused_here = (sent.get("item", ""), wrong, sent.get("agency", ""))
    page = shown(request, found, editing=item if sent.get("open") or (wrong and verb == "split") else "", wrong=refused_here)
    if verb == "edit":
        saved = {"page": page, "shown": item, "field": sent.get("field", ""), "wrong": wrong}
        return render(request, "workspace/preview/field_saved.html", saved)
    return drawn(request, page, item, verb="" if wrong else verb)


def sent_correction(request: Signed) -> dict[str, Any]:
    sent = request.POST
    asked: dict[str, Any] = {name: sent.get(name, "") for name in ("verb", "item", "field", "value")}
    asked["value"] += sent.get("part", "")
    if asked["verb"] in BY_NAME and "agency" in sent:
        asked["agency"] = sent["agency"]
    return asked


def shown(request: Signed, found: PreviewPage, *, editing: str = "", wrong: tuple[str, str, str] = ("", "", "")) -> pages.Page:
    return pages.page(found, on=timezone.localdate(), editing=editing, only=request.GET.get("loc", ""), wrong=wrong)


def drawn(request: Signed, page: pages.Page, item: str, verb: str = "") -> HttpResponse:
    """One statement with the counters that change with it; with a task that is new behind it, or without one that is gone."""
    if item == pages.HEADING:
        return render(request, "workspace/preview/heading_alone.html", {"page": page})
    row, sent = page.item(item), request.POST
    if row is None and verb != "keep":
        raise Http404(item)
    more = {
        "added_to": item if verb == "assign" else "",
        "behind": page.behind(item) if verb in TWO else None,
        "taken_in": sent.get("value", "") if verb == "merge" else "",
    }
    return render(request, "workspace/preview/item_alone.html", {"page": page, "item": row, **more})


@require_POST
@signed_in
def undo_last(request: Signed, reading_id: int) -> HttpResponse:
    undone = partial(actions.undo, reading_id=reading_id, by=request.post, seen=request.POST.get(MARK, ""), at=timezone.now())
    return turned(request, reading_id, undone, _("Đã hoàn tác lần sửa cuối."), _("Không còn gì để hoàn tác."))


@require_POST
@signed_in
def redo_last(request: Signed, reading_id: int) -> HttpResponse:
    redone = partial(actions.redo, reading_id=reading_id, by=request.post, seen=request.POST.get(MARK, ""), at=timezone.now())
    return turned(request, reading_id, redone, _("Đã làm lại chỗ vừa hoàn tác."), _("Không còn gì để làm lại."))


def turned(request: Signed, reading_id: int, act: Callable[[], bool], done: str, nothing: str) -> HttpResponse:
    """Back to the preview after a step back or forth, with what became of it."""
    try:
        messages.success(request, done if act() else nothing)
    except ProblemsFound as found:
        tell(request, found, placed=True)
    return redirect("preview", reading_id)


@signed_in
def preview_together(request: Signed, reading_id: int) -> HttpResponse:
    """What others did to the preview that lies open; nothing while the page shows the latest of it."""
    found = together(request.post, reading_id, seen=request.GET.get(MARK, ""))
    if not (found.changed or found.decided):
        return HttpResponse(status=204)
    return render(request, "workspace/preview/outdated.html", {"together": found})


@require_POST
@signed_in
def read_again(request: Signed, reading_id: int) -> HttpResponse:
    """Read the stored files anew; what people corrected goes with them."""
    reading = actions.read_again(reading_id=reading_id, by=request.post, at=timezone.now())
    return redirect("reading", reading.pk)


@require_POST
@signed_in
def confirm_plan(request: Signed, reading_id: int) -> HttpResponse:
    try:
        plan = actions.confirm(reading_id=reading_id, by=request.post, seen=request.POST.get("seen", ""), at=timezone.now())
    except ProblemsFound as found:
        tell(request, found, placed=True)
        return redirect("preview", reading_id)
    messages.success(request, _("Kế hoạch đã được xác nhận và đang được theo dõi."))
    return redirect("plan", plan.pk)
