"""Indices: the editions in use, one of them with the marks of a unit, files that bring editions in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longdan.app.agencies.access import Right, require
from longdan.app.indices.actions import confirm_source, drop_source, receive_source
from longdan.app.indices.previewing import source_preview
from longdan.app.indices.queries import edition, edition_file, overview
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.shared.workbooks import XLSX
from longdan.web.workspace.pages import indices as pages
from longdan.web.workspace.pages import sources, standings
from longdan.web.workspace.pages.work import counted


@signed_in
def listed(request: Signed) -> HttpResponse:
    found = overview(request.post)
    page = {"standings": standings.page(found), "groups": pages.by_index(found.rows), "may_keep": sources.may_keep(request.post)}
    return render(request, "workspace/indices/list.html", page)


@signed_in
def edition_page(request: Signed, index: str, name: str) -> HttpResponse:
    year = request.GET.get("nam", "")
    found = edition(request.post, index, name, unit=request.GET.get("don-vi", ""), year=counted(year))
    return render(request, "workspace/indices/edition.html", {"page": pages.page(found)})


@signed_in
def edition_sheet(request: Signed, index: str, name: str) -> HttpResponse:
    """The edition as a spreadsheet, to be edited and brought in again."""
    headers = {"Content-Disposition": f'attachment; filename="{index}-{name}.xlsx"'}
    return HttpResponse(edition_file(request.post, index, name), content_type=XLSX, headers=headers)


@signed_in
def receive(request: Signed) -> HttpResponse:
    require(request.post, Right.KEEP_INDICES, on=request.post.agency)
    page = sources.form_page(request.post, request.GET.get("loai", ""), request.POST or None, request.FILES or None)
    if request.method != "POST":
        return render(request, "workspace/indices/new.html", {"page": page})
    try:
        file = page.form.source()
        source = receive_source(file=file, kind=page.kind, said=page.form.said(), by=request.post, at=timezone.now())
    except ProblemsFound as found:
        return render(request, "workspace/indices/new.html", {"page": page, "problems": found.problems}, status=422)
    return redirect("index-source", source_id=source.pk)


@signed_in
def source_page(request: Signed, source_id: int) -> HttpResponse:
    page = sources.page(source_preview(request.post, source_id))
    return render(request, "workspace/indices/source.html", {"page": page})


@require_POST
@signed_in
def confirm(request: Signed, source_id: int) -> HttpResponse:
    source = confirm_source(source_id=source_id, by=request.post, at=timezone.now())
    messages.success(request, _("Đã đưa vào dùng."))
    return redirect("edition", index=source.index, name=source.edition) if source.edition else redirect("indices")


@require_POST
@signed_in
def drop(request: Signed, source_id: int) -> HttpResponse:
    drop_source(source_id=source_id, by=request.post, at=timezone.now())
    messages.success(request, _("Đã bỏ tệp này; chưa có gì thay đổi."))
    return redirect("indices")
