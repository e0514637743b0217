"""Accounts from a spreadsheet: the template, the preview, the act; and everybody as such a sheet."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from longdan.app.agencies.models import Role
from longdan.app.people.actions.leaving import export_people
from longdan.app.people.actions.passwords import invite_everybody
from longdan.app.people.actions.sheets import confirm_sheet, discard_sheet, receive_sheet
from longdan.app.people.previewing.comparing import preview_of_sheet
from longdan.app.people.previewing.forms import SheetChoices, sheet_choices
from longdan.app.people.previewing.reading import HEADS
from longdan.app.people.queries.listing import Wanted, people
from longdan.app.people.queries.people import PersonRow
from longdan.app.people.queries.sheets import sheets
from longdan.app.people.states import VALID
from longdan.core.problems import Problem, ProblemsFound
from longdan.web.shared.presence import origin_of
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.shared.workbooks import Column, Sheet, Value, answer
from longdan.web.workspace.forms import Files
from longdan.web.workspace.pages import account_sheets as pages
from longdan.web.workspace.refusals import tell

SPARE = 300  # rows of the template with lists to choose from


@signed_in
def offered(request: Signed) -> HttpResponse:
    """Where a sheet is handed in, and those that wait to be looked at."""
    form = Files(request.POST or None, request.FILES or None)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            file = form.sources()[0]
            sheet = receive_sheet(name=file.name, content=file.content, by=request.post, at=timezone.now())
        except ProblemsFound as found:
            problems = found.problems
        else:
            return redirect("account-sheet", sheet.pk)
    context = {"form": form, "problems": problems, "waiting": sheets(request.post)}
    return render(request, "workspace/people/sheets.html", context, status=422 if problems else 200)


@signed_in
def template(request: Signed) -> HttpResponse:
    """An empty sheet with the agencies and roles to choose from."""
    return answer([filled(sheet_choices(request.post, on=timezone.localdate()), ())], _("Danh sách tài khoản, mẫu"))


@require_POST
@signed_in
def everybody(request: Signed) -> HttpResponse:
    """Who is there, as a sheet that may be changed and handed in again."""
    on = timezone.localdate()
    found = export_people(by=request.post, on=on, at=timezone.now())
    return answer([filled(sheet_choices(request.post, on=on), found)], _("Danh sách tài khoản"))


def filled(choices: SheetChoices, found: tuple[PersonRow, ...]) -> Sheet:
    notes = {"username": _("Để trống thì phần mềm đặt."), "email": _("Có thể để trống."), "since": _("Để trống là hôm nay.")}
    chosen = {"agency": choices.agencies, "role": tuple(choices.roles.values())}
    widths = {"full_name": 28, "agency": 44, "title": 32, "role": 24, "email": 32, "username": 18, "since": 14}
    columns = tuple(
        Column(names[0], widths[key], choices=chosen.get(key, ()), strict=key == "role", note=notes.get(key, ""))
        for key, names in HEADS.items()
    )
    rows: list[tuple[Value, ...]] = [
        (one.full_name, post.agency, post.title, choices.roles[Role(post.role)], one.email, one.username, post.since)
        for one in found
        for post in one.posts
    ]
    return Sheet(_("Tài khoản"), columns, rows, spare=SPARE)


@signed_in
def shown(request: Signed, sheet_id: int) -> HttpResponse:
    found = preview_of_sheet(request.post, sheet_id, on=timezone.localdate())
    page = pages.page(found, only=request.GET.get("loc", ""))
    return render(request, "workspace/people/sheet.html", {"page": page})


@require_POST
@signed_in
def confirm(request: Signed, sheet_id: int) -> HttpResponse:
    """Act; what is asked about doubtful names comes along with the press."""
    sent = ((name.removeprefix(pages.FIELD), str(value)) for name, value in request.POST.items() if name.startswith(pages.FIELD))
    choices = {name: int(value) for name, value in sent if value.isdecimal() and len(value) < 16}
    try:
        done = confirm_sheet(
            sheet_id=sheet_id, seen=request.POST.get("seen", ""), choices=choices, by=request.post, at=timezone.now()
        )
    except ProblemsFound as found:
        tell(request, found, placed=True)
        return redirect("account-sheet", sheet_id)
    messages.success(request, pages.told(done))
    return redirect("people")


@require_POST
@signed_in
def discard(request: Signed, sheet_id: int) -> HttpResponse:
    discard_sheet(sheet_id=sheet_id, by=request.post, at=timezone.now())
    messages.success(request, _("Đã bỏ danh sách, không có gì thay đổi."))
    return redirect("account-sheets")


@require_POST
@signed_in
@never_cache
def letters(request: Signed) -> HttpResponse:
    """Letters on paper for everybody who has no password yet."""
    codes = dict(invite_everybody(by=request.post, at=timezone.now()))
    found = people(request.post, Wanted(state="no_password"), at=timezone.now(), on=timezone.localdate()).rows
    made = [{"one": one, "code": codes[one.id]} for one in found if one.id in codes]
    context = {"letters": made, "origin": origin_of(request), "until": timezone.now() + VALID}
    return render(request, "workspace/people/paper.html", context)
