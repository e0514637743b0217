"""Indices: the editions in use, and one of them with the marks of a unit."""

from django.http import HttpResponse
from django.shortcuts import render

from longdan.app.indices.queries import edition, editions
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages import indices as pages


@signed_in
def listed(request: Signed) -> HttpResponse:
    return render(request, "workspace/indices/list.html", {"groups": pages.by_index(editions(request.post))})


@signed_in
def edition_page(request: Signed, index: str, name: str) -> HttpResponse:
    year = request.GET.get("nam", "")
    found = edition(request.post, index, name, unit=request.GET.get("don-vi", ""), year=int(year) if year.isdecimal() else None)
    return render(request, "workspace/indices/edition.html", {"page": pages.page(found)})
