"""Agencies: the list, one of them, names offered while one types."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from longdan.app.agencies.matching import Group
from longdan.app.agencies.queries import agencies, agency
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages import agencies as pages

OFFERED = 8


@signed_in
def listed(request: Signed) -> HttpResponse:
    search = request.GET.get("tim", "").strip()
    found = agencies(request.post, on=timezone.localdate(), search=search)
    return render(
        request, "workspace/agencies/list.html", {"groups": pages.by_kind(found), "search": search, "count": len(found)}
    )


@signed_in
def agency_page(request: Signed, agency_id: int) -> HttpResponse:
    return render(request, "workspace/agencies/agency.html", {"page": agency(request.post, agency_id, on=timezone.localdate())})


@signed_in
def suggest(request: Signed) -> HttpResponse:
    """Names for the picker: agencies of the province, and groups of them."""
    typed = request.GET.get("q", "").strip()
    found = agencies(request.post, on=timezone.localdate(), search=typed, limit=OFFERED)
    groups = pages.groups_like(typed, [group.label for group in Group])
    return JsonResponse({"names": [*groups, *(one.name for one in found)]})
