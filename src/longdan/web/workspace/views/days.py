"""My day."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from longdan.app.agencies.access import Right, require
from longdan.app.people.queries.beginning import first_deeds
from longdan.app.work.queries import today
from longdan.web.shared import workbooks
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages import day_sheets
from longdan.web.workspace.pages import days as pages
from longdan.web.workspace.pages.work import share


@signed_in
def home(request: Signed) -> HttpResponse:
    on = timezone.localdate()
    if "xuat" in request.GET:
        require(request.post, Right.EXPORT, on=request.post.agency)
        found = today(request.post, on=on, share=share(request.GET), limit=day_sheets.MOST)
        return workbooks.answer(day_sheets.sheets(found, f"{request.post.agency.name},", on), f"hom nay {on:%Y-%m-%d}")
    found = today(request.post, on=on, share=share(request.GET))
    page = pages.page(found, request.post, on, whole="noi-tre" in request.GET)
    return render(request, "workspace/home.html", {"page": page, "deeds": first_deeds(request.post, on=on, at=timezone.now())})
