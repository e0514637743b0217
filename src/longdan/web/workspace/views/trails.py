"""The audit trail: read, taken away as a file, proved."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from itertools import chain

from django.contrib import messages
from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longdan.app.audit.queries import EventRow
from longdan.app.people.actions.leaving import export_trail, verify_trail
from longdan.app.people.queries.trail import Asked, deeds, tasks_of, trail
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.shared.streamed import streamed
from longdan.web.shared.workbooks import Column
from longdan.web.workspace.pages import trails as pages
from longdan.web.workspace.pages.work import counted

EVENTS = 50


@signed_in
def trail_page(request: Signed) -> HttpResponse:
    wanted, before = asked(request.GET), request.GET.get("truoc", "")
    found = trail(request.post, wanted, before=counted(before), limit=EVENTS)
    context = {
        "events": pages.rows(found, tasks_of(found)),
        "older": pages.older(request.GET, found[-1].number) if len(found) == EVENTS else "",
        "asked": wanted,
        "deeds": deeds(),
        "narrowed": wanted != Asked(),
    }
    return render(request, "workspace/trail.html", context)


def asked(sent: QueryDict) -> Asked:
    """The filters of an address; a day that is none is left out."""
    words = {"who": sent.get("ai", "").strip(), "verb": sent.get("viec", ""), "thing": sent.get("vat", "")}
    return Asked(**words, since=day(sent.get("tu", "")), until=day(sent.get("den", "")))


def day(written: str) -> date | None:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None


@require_POST
@signed_in
def export(request: Signed) -> StreamingHttpResponse:
    """What the filters show, as a sheet or as plain rows."""
    found = export_trail(asked=asked(request.POST), by=request.post, at=timezone.now())
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
