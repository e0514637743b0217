"""My day, and the trail of everybody's."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from longdan.app.agencies.queries import trail
from longdan.app.work.queries import today
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages import days as pages

EVENTS = 50


@signed_in
def home(request: Signed) -> HttpResponse:
    on = timezone.localdate()
    return render(request, "workspace/home.html", {"page": pages.page(today(request.post, on=on), request.post, on)})


@signed_in
def trail_page(request: Signed) -> HttpResponse:
    before = request.GET.get("truoc", "")
    events = trail(request.post, before=int(before) if before.isdecimal() else None, limit=EVENTS)
    older = str(events[-1].number) if len(events) == EVENTS else ""
    return render(request, "workspace/trail.html", {"events": events, "older": older})
