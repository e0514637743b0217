"""The preview of what was read: shown, corrected piece by piece, confirmed."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.matching import Group
from longdan.app.agencies.queries import agencies
from longdan.app.plans.actions import confirm, correct, undo
from longdan.app.plans.previewing import preview as preview_of
from longdan.app.plans.queries import reading as reading_of
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace import forms
from longdan.web.workspace.pages import previews as pages
from longdan.web.workspace.pages.words import told
from longdan.web.workspace.views.readings import elsewhere

GROUPS = {group.value: group.label for group in Group}
NAMED = ("match", "assign")  # corrections whose value is the name of an agency


@signed_in
def preview(request: Signed, reading_id: int) -> HttpResponse:
    row = reading_of(request.post, reading_id)
    if row.state != "ready":
        return redirect(elsewhere(row) or reverse("reading", args=[reading_id]))
    page = shown(request, reading_id, editing=request.GET.get("sua", ""))
    return render(request, "workspace/preview/page.html", {"page": page})


@signed_in
def preview_item(request: Signed, reading_id: int, item: str) -> HttpResponse:
    """One statement, as it stands or with its fields open."""
    return drawn(request, shown(request, reading_id, editing=item if "sua" in request.GET else ""), item)


@require_POST
@signed_in
def correct_item(request: Signed, reading_id: int) -> HttpResponse:
    """Make one correction; the answer is the statement as it stands now, or the field's own "saved"."""
    sent = request.POST
    item = sent.get("shown", "")
    wrong = attempt(request, reading_id)
    if not request.htmx:
        if wrong:
            messages.error(request, wrong)
        opened = f"?sua={item}" if sent.get("open") or sent.get("field") else ""
        return redirect(f"{reverse('preview', args=[reading_id])}{opened}#{item}")
    page = shown(
        request, reading_id, editing=item if sent.get("open") else "", wrong=(sent.get("item", ""), wrong, sent.get("agency", ""))
    )
    if sent.get("verb") == "edit":
        saved = {"page": page, "shown": item, "field": sent.get("field", ""), "wrong": wrong}
        return render(request, "workspace/preview/field_saved.html", saved)
    return drawn(request, page, item)


def attempt(request: Signed, reading_id: int) -> str:
    """What was wrong with a correction, in words; nothing where it was made."""
    try:
        correct(reading_id=reading_id, by=request.post, **sent_correction(request), at=timezone.now())
    except ProblemsFound as found:
        return " ".join(map(told, found.problems))
    return ""


def sent_correction(request: Signed) -> dict[str, str]:
    sent: QueryDict = request.POST
    asked = {name: sent.get(name, "") for name in ("verb", "item", "field", "value")}
    if asked["verb"] in NAMED:
        known = agencies(request.post, on=timezone.localdate())
        asked["value"] = forms.meaning(sent.get("agency", ""), known, GROUPS)
    return asked


def shown(request: Signed, reading_id: int, *, editing: str = "", wrong: tuple[str, str, str] = ("", "", "")) -> pages.Page:
    on = timezone.localdate()
    found = preview_of(request.post, reading_id, on=on)
    return pages.page(
        found,
        on=on,
        may_correct=may(request.post, Right.IMPORT, on=request.post.agency),
        may_confirm=may(request.post, Right.CONFIRM, on=request.post.agency),
        editing=editing,
        only=request.GET.get("loc", ""),
        wrong=wrong,
    )


def drawn(request: Signed, page: pages.Page, item: str) -> HttpResponse:
    """One statement with the counters that change with it."""
    if item == pages.HEADING:
        return render(request, "workspace/preview/heading_alone.html", {"page": page})
    row = page.item(item)
    if row is None:
        raise Http404(item)
    return render(request, "workspace/preview/item_alone.html", {"page": page, "item": row})


@require_POST
@signed_in
def undo_last(request: Signed, reading_id: int) -> HttpResponse:
    undone = undo(reading_id=reading_id, by=request.post, at=timezone.now())
    messages.success(request, "Đã hoàn tác lần sửa cuối." if undone else "Không còn gì để hoàn tác.")
    return redirect("preview", reading_id)


@require_POST
@signed_in
def confirm_plan(request: Signed, reading_id: int) -> HttpResponse:
    try:
        plan = confirm(reading_id=reading_id, by=request.post, seen=request.POST.get("seen", ""), at=timezone.now())
    except ProblemsFound as found:
        for problem in found.problems:
            messages.error(request, f"{capfirst(problem.where)}: {told(problem)}")
        return redirect("preview", reading_id)
    messages.success(request, "Kế hoạch đã được xác nhận và đang được theo dõi.")
    return redirect("plan", plan.pk)
