"""Work beyond one task: of an agency, its difficulties, found by words, due by days."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longdan.app.agencies.access import Right
from longdan.app.work import actions
from longdan.app.work.queries import Dated, agency_work, dates, difficulties, feed, has_feed, search
from longdan.app.work.queries.days import WATCHERS
from longdan.app.work.queries.searching import MOST_OUT
from longdan.web.shared import workbooks
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages import calendars, finding, work
from longdan.web.workspace.pages import difficulties as troubles

FEED = "lich"  # the key under which a session holds a new address until it was shown once


@signed_in
def agency_list(request: Signed, agency_id: int) -> HttpResponse:
    """The work of an agency, filtered by what the address says; as a page or as a sheet."""
    on, wanted, leaf = timezone.localdate(), work.asked(request.GET), work.number(request.GET)
    if "xuat" in request.GET:
        found = agency_work(request.post, agency_id, on=on, asked=wanted, limit=None, right=Right.EXPORT)
        return workbooks.answer([work.sheet(found, on)], f"cong viec {found.agency_name}")
    found = agency_work(request.post, agency_id, on=on, asked=wanted, skip=(leaf - 1) * work.SIZE, limit=work.SIZE)
    page = work.page(found, wanted, on, leaf, own=request.post.agency_id == agency_id)
    return render(request, "workspace/work/list.html", {"page": page})


@signed_in
def difficulty_list(request: Signed) -> HttpResponse:
    at, leaf = timezone.now(), work.number(request.GET)
    sought = troubles.sought(request.GET, request.post)
    if "xuat" in request.GET:
        every = difficulties(request.post, at=at, sought=sought, right=Right.EXPORT)
        return workbooks.answer([troubles.sheet(every)], "kho khan vuong mac")
    found = difficulties(request.post, at=at, sought=sought, skip=(leaf - 1) * troubles.SIZE, limit=troubles.SIZE)
    page = troubles.page(found, sought, leaf)
    return render(request, "workspace/work/difficulties.html", {"page": page})


@signed_in
def find(request: Signed) -> HttpResponse:
    words, only, leaf = request.GET.get("tim", "").strip()[:200], request.GET.get("nhom", ""), work.number(request.GET)
    if "xuat" in request.GET:
        every = search(request.post, words, on=timezone.localdate(), only=only, most=MOST_OUT, right=Right.EXPORT)
        sheets = finding.sheets(every, request.build_absolute_uri)
        return workbooks.answer(sheets, f"tim {words}")
    found = search(request.post, words, on=timezone.localdate(), only=only, page=leaf)
    return render(request, "workspace/work/search.html", {"page": finding.page(found, only, leaf)})


@signed_in
def calendar(request: Signed) -> HttpResponse:
    """Days on which something is due; filters and month stand in the address."""
    on = timezone.localdate()
    wanted = calendars.asked(request.GET, on, watches=request.post.role in WATCHERS)
    first, last = wanted.window()
    leaves = "xuat" in request.GET
    scope, right = calendars.scope(wanted, request.post.agency_id), Right.EXPORT if leaves else Right.SEE
    found = dates(request.post, first=first, last=last, on=on, scope=scope, right=right)
    if leaves:
        return workbooks.answer([calendars.sheet(found, on)], f"lich {first:%Y-%m}")
    secret = request.session.pop(FEED, "")
    context = {
        "page": calendars.page(found, wanted, on),
        "feed": has_feed(request.post),
        "feed_address": request.build_absolute_uri(reverse("feed", args=[secret])) if secret else "",
    }
    return render(request, "workspace/work/calendar.html", context)


@require_POST
@signed_in
def open_feed(request: Signed) -> HttpResponse:
    """A new secret address; the next page shows it, once."""
    request.session[FEED] = actions.open_feed(by=request.post, at=timezone.now())
    return redirect(reverse("calendar") + "#dia-chi-lich")


@require_POST
@signed_in
def revoke_feed(request: Signed) -> HttpResponse:
    actions.revoke_feed(by=request.post, at=timezone.now())
    messages.success(request, _("Đã khóa địa chỉ lịch; chương trình nào còn dùng nó sẽ không nhận thêm gì."))
    return redirect("calendar")


def read_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar under its secret address: whoever knows it may read it, until it is revoked."""

    def address(one: Dated) -> str:
        path = reverse("task", args=[one.task_id]) if one.task_id else reverse("plan", args=[one.plan_id])
        return request.build_absolute_uri(path)

    text = feed(secret, on=timezone.localdate(), address=address)
    if text is None:
        return HttpResponse(_("Địa chỉ lịch này đã bị khóa hoặc không có."), status=404, content_type="text/plain; charset=utf-8")
    tag = f'"{salted_hmac("feed", text).hexdigest()}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    headers = {"ETag": tag, "Cache-Control": "private, max-age=900", "X-Robots-Tag": "noindex"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)
