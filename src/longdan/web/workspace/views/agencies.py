"""Agencies: the list, one of them, names offered while one types."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from longdan.app.agencies.matching import Group
from longdan.app.agencies.queries import agencies
from longdan.app.reform.queries import whole_listing, whole_page
from longdan.web.shared import workbooks
from longdan.web.shared.leaves import leaf as leaf_of
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace import agency_forms as forms
from longdan.web.workspace.pages import agencies as pages
from longdan.web.workspace.pages import work

OFFERED = 8


@signed_in
def listed(request: Signed) -> HttpResponse:
    """The agencies of the province, as the address filters them; as a page or as a sheet."""
    on, wanted, leaf = timezone.localdate(), forms.wanted(request.GET), work.number(request.GET)
    if "xuat" in request.GET:
        return workbooks.answer([pages.sheet(whole_listing(request.post, wanted, on=on, limit=None))], "co quan")
    found = whole_listing(request.post, wanted, on=on, skip=(leaf - 1) * pages.SIZE, limit=pages.SIZE)
    shown = {
        "found": found,
        "wanted": wanted,
        "groups": pages.by_kind(found.rows),
        "leaf": leaf_of(found.count, pages.SIZE, leaf),
        "may_administer": found.may_administer,
    }
    return render(request, "workspace/agencies/list.html", shown)


@signed_in
def agency_page(request: Signed, agency_id: int) -> HttpResponse:
    on = timezone.localdate()
    found = whole_page(request.post, agency_id, on=on)
    brief = work.page(found.work, work.asked(request.GET), on, 1) if found.work else None
    return render(request, "workspace/agencies/agency.html", {"whole": found, "page": found.agency, "work": brief})


@signed_in
def suggest(request: Signed) -> HttpResponse:
    """Names for the picker: agencies of the province, and groups of them."""
    typed = request.GET.get("q", "").strip()
    found = agencies(request.post, on=timezone.localdate(), search=typed, limit=OFFERED)
    groups = pages.groups_like(typed, [group.label for group in Group])
    return JsonResponse({"names": [*groups, *(one.name for one in found)]})
