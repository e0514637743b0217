"""Administering agencies: added, renamed, dissolved, merged, with a preview of what becomes of their work."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from longdan.app.agencies.actions import changing
from longdan.app.agencies.models import AgencyKind
from longdan.app.reform.actions import Done, cancel_reform, hand_on, plan_reform, reorganise
from longdan.app.reform.previewing import Asked, left_behind, preview
from longdan.app.reform.queries import agency_to_change, reform_form
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace import agency_forms as forms
from longdan.web.workspace.pages import reform as pages
from longdan.web.workspace.refusals import mendable, tell


@signed_in
def add(request: Signed) -> HttpResponse:
    form = forms.NewAgency(request.POST or None, kinds=reform_form(request.post).kinds)
    if form.is_valid():
        try:
            made = changing.add_agency(
                name=form.cleaned_data["name"],
                kind=AgencyKind(form.cleaned_data["kind"]),
                short_name=form.cleaned_data["short_name"],
                within=form.parent(request.post, timezone.localdate()),
                order=form.order(),
                by=request.post,
                at=timezone.now(),
            )
        except ProblemsFound as refused:
            return form_page(request, form, "add", refused)
        messages.success(request, _("Đã thêm cơ quan."))
        return redirect("agency", made.pk)
    return form_page(request, form, "add")


@signed_in
def change(request: Signed, agency_id: int) -> HttpResponse:
    """Another name from a day on."""
    page = agency_to_change(request.post, agency_id, on=timezone.localdate())
    names = {"name": page.agency.name, "short_name": page.agency.short_name}
    form = forms.Renaming(request.POST or None, initial=names)
    shown: dict[str, Any] = {
        "page": page,
        "short_names": "\n".join(page.short_names[1:] if page.agency.short_name else page.short_names),
    }
    if form.is_valid():
        try:
            changing.rename(
                agency_id=agency_id,
                name=form.cleaned_data["name"],
                short_name=form.cleaned_data["short_name"],
                order=form.order(),
                by=request.post,
                at=timezone.now(),
            )
        except ProblemsFound as refused:
            return form_page(request, form, "change", refused, **shown)
        messages.success(request, _("Đã đổi tên; văn bản viết tên cũ vẫn tìm được cơ quan này."))
        return redirect("agency", agency_id)
    return form_page(request, form, "change", **shown)


@require_POST
@signed_in
def names(request: Signed, agency_id: int) -> HttpResponse:
    lines = request.POST.get("ten", "").splitlines()
    changing.name_also(agency_id=agency_id, names=lines, by=request.post, at=timezone.now())
    messages.success(request, _("Đã lưu các tên gọi tắt."))
    return redirect("agency", agency_id)


def form_page(
    request: Signed, form: forms.OrderForm, template: str, refused: ProblemsFound | None = None, **more: object
) -> HttpResponse:
    problems = refused.problems if refused else ()
    shown = {"form": form, "problems": problems, **more}
    return render(request, f"workspace/agencies/{template}.html", shown, status=422 if refused or form.errors else 200)


@signed_in
def reorganising(request: Signed) -> HttpResponse:
    """Who ends and who carries on: typed, looked at as a preview, confirmed."""
    on, offered = timezone.localdate(), reform_form(request.post)
    sent = request.POST if request.method == "POST" else request.GET
    typed = forms.reform_typed(sent)
    shown: dict[str, object] = {"typed": typed, "kinds": offered.kinds, "problems": (), "page": None}
    if "xem" not in sent:
        return render(request, "workspace/agencies/reform.html", shown | {"planned": offered.planned})
    try:
        asked = forms.reform(request.post, typed, on=on)
        if request.method == "POST":
            return ordered(request, asked, on)
        shown["page"] = pages.page(preview(request.post, asked, on=on), on=on)
    except ProblemsFound as refused:
        shown["problems"] = refused.problems
    return render(request, "workspace/agencies/reform.html", shown, status=422 if shown["problems"] else 200)


def ordered(request: Signed, asked: Asked, on: date) -> HttpResponse:
    """Done at once, or on the day for which it is ordered."""
    seen, choices, at = request.POST.get("seen", ""), forms.choices(request.POST), timezone.now()
    if asked.order.on > on:
        plan_reform(asked=asked, choices=choices, seen=seen, by=request.post, at=at)
        told_day = {"day": f"{asked.order.on:%d/%m/%Y}"}
        messages.success(request, _("Đã đặt lịch: việc sắp xếp tự thực hiện vào ngày %(day)s.") % told_day)
        return redirect("reform")
    messages.success(request, summary(reorganise(asked=asked, choices=choices, seen=seen, by=request.post, at=at)))
    return redirect("agency", asked.ending[0])


@require_POST
@signed_in
def cancel(request: Signed, reform_id: int) -> HttpResponse:
    """Take the order of a reform back before its day."""
    cancel_reform(reform_id=reform_id, by=request.post, at=timezone.now())
    messages.success(request, _("Đã hủy lịch sắp xếp; không có gì thay đổi."))
    return redirect("reform")


def summary(done: Done) -> str:
    """What went over, and what waits."""
    moved = ngettext("Đã chuyển %(count)d mục.", "Đã chuyển %(count)d mục.", done.moved) % {"count": done.moved}
    left = ngettext("%(count)d mục còn chờ chọn.", "%(count)d mục còn chờ chọn.", done.left) % {"count": done.left}
    return f"{moved} {left}" if done.left else moved


@signed_in
def left(request: Signed, agency_id: int) -> HttpResponse:
    """What an agency that has ended still holds, and who may take it."""
    to = (request.POST if request.method == "POST" else request.GET).get("nhan", "").strip()
    if request.method == "POST":
        try:
            seen, chosen = request.POST.get("seen", ""), forms.choices(request.POST)
            done = hand_on(agency_id=agency_id, choices=chosen, seen=seen, to=to, by=request.post, at=timezone.now())
            messages.success(request, summary(done))
            return redirect("agency", agency_id)
        except ProblemsFound as refused:
            tell(request, refused)
    on = timezone.localdate()
    shown: dict[str, object] = {"agency_id": agency_id, "to": to, "problems": ()}
    try:
        found = left_behind(request.post, agency_id, on=on, to=to)
    except ProblemsFound as refused:
        shown["problems"] = mendable(refused) if to else ()
        found = left_behind(request.post, agency_id, on=on)
    shown["page"] = pages.page(found, on=on)
    return render(request, "workspace/agencies/left.html", shown, status=422 if shown["problems"] else 200)
