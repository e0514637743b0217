"""The audit trail: read, taken away as a file, proved."""

import csv
from collections.abc import Iterable
from itertools import chain

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longdan.app.audit.queries import EventRow
from longdan.app.people.actions.leaving import export_trail, verify_trail
from longdan.app.people.queries.trail import EVERYTHING, trail_page
from longdan.core.problems import Problem, ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.shared.streamed import streamed
from longdan.web.shared.workbooks import Column
from longdan.web.workspace.pages import trails as pages
from longdan.web.workspace.pages.work import counted

EVENTS = 50


@signed_in
def shown(request: Signed) -> HttpResponse:
    wanted, problems = None, tuple[Problem, ...]()
    try:
        wanted = pages.asked(request.GET)
    except ProblemsFound as refused:
        problems = refused.problems
    found = trail_page(request.post, wanted, before=counted(request.GET.get("truoc", "")), limit=EVENTS)
    context = {
        "events": pages.rows(found.rows, found.tasks),
        "older": pages.older(request.GET, found.rows[-1].number) if len(found.rows) == EVENTS else "",
        "asked": pages.typed(request.GET),
        "deeds": found.deeds,
        "narrowed": wanted != EVERYTHING,
        "problems": problems,
        "proved": found.proved,
    }
    return render(request, "workspace/trail.html", context, status=422 if problems else 200)


@require_POST
@signed_in
def export(request: Signed) -> StreamingHttpResponse:
    """What the filters show, as a sheet or as plain rows."""
    found = export_trail(asked=pages.asked(request.POST), by=request.post, at=timezone.now())
    return plain_rows(found) if request.POST.get("dang") == "csv" else sheet(found)


def sheet(found: Iterable[EventRow]) -> StreamingHttpResponse:
    widths = (
        (_("Số"), 8),
        (_("Lúc"), 20),
        (_("Ai"), 40),
        (_("Việc"), 30),
        (_("Về"), 50),
        (_("Chi tiết"), 60),
        (_("Mã việc"), 28),
    )
    columns = tuple(Column(name, width, wraps=width >= 40) for name, width in widths)
    rows = ((one.number, one.at, one.signature, one.words, one.about, one.detail, one.verb) for one in found)
    return streamed(_("Nhật ký"), columns, rows, "nhat-ky")


class Line:
    """Gives back what a writer of rows would write."""

    def write(self, line: str) -> str:
        return line


def plain_rows(found: Iterable[EventRow]) -> StreamingHttpResponse:
    """Rows with commas, for other programs; Excel finds their encoding by the mark in front."""
    writer = csv.writer(Line())
    head = ("so", "luc", "ai", "viec", "ma_viec", "ve", "chi_tiet")
    lines = (writer.writerow(row) for row in chain((head,), map(plain_row, found)))
    response = StreamingHttpResponse(chain(("\ufeff",), lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="nhat-ky.csv"'
    return response


def plain_row(one: EventRow) -> tuple[object, ...]:
    words = (one.signature, one.words, one.verb, one.about, one.detail)
    return (one.number, timezone.localtime(one.at).isoformat(), *map(harmless, words))


def harmless(words: str) -> str:
    """Words that a spreadsheet would take for a formula are marked as words."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words


@require_POST
@signed_in
def verify(request: Signed) -> HttpResponse:
    broken = verify_trail(by=request.post, at=timezone.now())
    if broken is None:
        messages.success(request, _("Nhật ký còn nguyên vẹn: mọi dòng nối tiếp đúng những dòng trước nó."))
    else:
        told = _("Dòng số %(number)s không nối tiếp những dòng trước nó: nhật ký đã bị sửa ngoài phần mềm.")
        messages.error(request, told % {"number": broken})
    return redirect("trail")
