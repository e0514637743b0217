"""Documents on their way in: handed over, read, refused."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longdan.app.agencies.access import Right, require
from longdan.app.plans.actions import cancel, open_again, receive
from longdan.app.plans.queries import ReadingRow
from longdan.app.plans.queries import reading as reading_of
from longdan.app.plans.queries import readings as readings_of
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.forms import Files
from longdan.web.workspace.pages import readings as pages
from longdan.web.workspace.pages.work import number
from longdan.web.workspace.refusals import tell


@signed_in
def listed(request: Signed) -> HttpResponse:
    wanted, leaf = pages.asked(request.GET), number(request.GET)
    desk = readings_of(request.post, wanted, part=pages.part(leaf))
    return render(request, "workspace/readings/list.html", {"page": pages.page(desk, wanted, leaf, request.post)})


@signed_in
def receive_files(request: Signed) -> HttpResponse:
    require(request.post, Right.IMPORT, on=request.post.agency)
    form = Files(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return render(request, "workspace/readings/new.html", {"form": form})
    at = timezone.now()
    try:
        reading = receive(files=form.sources(), by=request.post, at=at)
    except ProblemsFound as found:
        return render(request, "workspace/readings/new.html", {"form": form, "problems": found.problems}, status=422)
    if reading.received_at != at:
        day = timezone.localtime(reading.received_at)
        messages.info(
            request,
            _("Văn bản này đã được gửi vào lúc %(time)s ngày %(day)s, không cần gửi lại.")
            % {"time": f"{day:%H:%M}", "day": f"{day:%d/%m/%Y}"},
        )
    return onward(request, reverse("reading", args=[reading.pk]))


def onward(request: Signed, address: str) -> HttpResponse:
    """To the next page: by a redirect, or told to the script that sends files and shows how far it is."""
    if request.headers.get("X-Requested-With") == "upload":
        return HttpResponse(headers={"X-Next": address})
    return redirect(address)


@signed_in
def progress(request: Signed, reading_id: int) -> HttpResponse:
    """How far the reading is; from here one comes to its preview, its plan or its problems."""
    row = reading_of(request.post, reading_id)
    if address := elsewhere(row):
        return HttpResponse(headers={"HX-Redirect": address}) if request.htmx else redirect(address)
    if row.state in ("failed", "cancelled"):
        if request.htmx:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "workspace/readings/failed.html", {"reading": pages.row(row), "problems": row.problems})
    template = "progress_now" if request.htmx else "progress"
    return render(request, f"workspace/readings/{template}.html", {"reading": pages.row(row)})


def elsewhere(row: ReadingRow) -> str:
    """Where a reading that has come to an end is seen."""
    if row.state == "ready":
        return reverse("preview", args=[row.id])
    return reverse("plan", args=[row.plan_id]) if row.plan_id else ""


@require_POST
@signed_in
def cancel_reading(request: Signed, reading_id: int) -> HttpResponse:
    given_up = cancel(reading_id=reading_id, by=request.post, at=timezone.now())
    reopens = given_up.document_id is not None
    messages.success(request, _("Đã bỏ bản này; mọi chỗ sửa vẫn còn và lấy lại được ở đây.") if reopens else _("Đã thôi đọc."))
    return redirect("reading", reading_id)  # whither the page that asks how far it is goes meanwhile


@require_POST
@signed_in
def reopen_reading(request: Signed, reading_id: int) -> HttpResponse:
    try:
        open_again(reading_id=reading_id, by=request.post, at=timezone.now())
    except ProblemsFound as found:
        tell(request, found)
        return redirect("reading", reading_id)
    messages.success(request, _("Đã lấy lại bản này, cùng mọi chỗ đã sửa."))
    return redirect("preview", reading_id)
