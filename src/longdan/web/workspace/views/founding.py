"""Setting up a province in the browser, at the first start only: code, province, departments, the first two people."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from longdan.app.founding import queries
from longdan.app.founding.actions import found
from longdan.app.founding.queries import Ground
from longdan.core.problems import Problem, ProblemsFound
from longdan.web.workspace import founding_forms as forms

OPENED, TOLD, DONE = "founding-opened", "founding", "founded"  # what the session keeps
View = Callable[[HttpRequest], HttpResponse]


def while_open(view: View) -> View:
    """Show a step only where a province may be set up, and to whoever has given the code."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest) -> HttpResponse:
        ground = queries.ground()
        if ground is Ground.TAKEN:
            return redirect("sign-in")
        if ground is Ground.FICTIONAL:
            return closed(request)
        if OPENED not in request.session and view is not _door:
            return redirect("founding")
        return view(request)

    return guarded


def closed(request: HttpRequest) -> HttpResponse:
    """Why no province can be set up here."""
    try:
        queries.still_open(Ground.FICTIONAL)
    except ProblemsFound as found_:
        return render(request, "shared/refused.html", {"problems": found_.problems, "back": "/"}, status=409)
    raise AssertionError("the ground is refused")


def _door(request: HttpRequest) -> HttpResponse:
    """Ask for the code that stands in the server's log: a stranger who comes first must not become the administrator."""
    wrong = False
    if request.method == "POST":
        if queries.opens(request.POST.get("code", ""), settings.SECRET_KEY):
            request.session.cycle_key()
            request.session[OPENED] = True
            return redirect("founding-province")
        wrong = True
    return render(request, "workspace/founding/code.html", {"wrong": wrong}, status=422 if wrong else 200)


door = while_open(_door)


@while_open
def choose_province(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        try:
            unit = queries.province(request.POST.get("province", ""))
        except ProblemsFound as refused:
            return province_page(request, refused.problems)
        if told(request).get("province") != unit.code:
            request.session[TOLD] = {"province": unit.code}
        return redirect("founding-departments")
    return province_page(request)


def province_page(request: HttpRequest, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    shown = {"provinces": queries.provinces(), "chosen": told(request).get("province", ""), "problems": problems}
    return render(request, "workspace/founding/province.html", shown, status=422 if problems else 200)


def told(request: HttpRequest) -> dict[str, Any]:
    """What was told in earlier steps."""
    kept: dict[str, Any] = request.session.get(TOLD, {})
    return kept


@while_open
def choose_departments(request: HttpRequest) -> HttpResponse:
    if "province" not in told(request):
        return redirect("founding-province")
    unit, choices = queries.province_with_departments(told(request)["province"])
    problems: list[Problem] = []
    if request.method == "POST":
        chosen = forms.sent_departments(request.POST, choices)
        request.session[TOLD] = told(request) | {"departments": chosen.kept()}
        problems = chosen.wrong()
        if not problems:
            return redirect("founding-people")
    else:
        chosen = chosen_before(request) or forms.proposed(choices)
    rows = [(one, one.key in chosen.names, chosen.names.get(one.key, one.name)) for one in choices]
    shown = {"unit": unit, "rows": rows, "chosen": chosen, "problems": problems}
    return render(request, "workspace/founding/departments.html", shown, status=422 if problems else 200)


def chosen_before(request: HttpRequest) -> forms.Chosen | None:
    kept = told(request).get("departments")
    return forms.from_kept(kept) if kept else None


@sensitive_post_parameters("password", "again")
@while_open
def name_people(request: HttpRequest) -> HttpResponse:
    """Ask for the first two people, and set the province up."""
    chosen = chosen_before(request)
    if chosen is None:
        return redirect("founding-departments")
    if request.method != "POST":
        return people_page(request, chosen, {who: {"title": title} for who, title in TITLES.items()})
    typed = forms.sent_people(request.POST)
    try:
        made = found(
            code=told(request)["province"],
            has=chosen.departments(),
            merged_on=chosen.day(),
            administrator=forms.first(typed["administrator"]),
            password=request.POST.get("password", ""),
            again=request.POST.get("again", ""),
            coordinator=forms.first(typed["coordinator"]),
            at=timezone.now(),
        )
    except ProblemsFound as refused:
        return people_page(request, chosen, typed, refused.problems)
    del request.session[TOLD], request.session[OPENED]
    request.session[DONE] = {
        "province": made.province.name, "agencies": made.agencies, "communes": made.communes,
        "administrator": made.administrator.username, "coordinator": made.coordinator.full_name,
        "username": made.coordinator.username, "code": made.coordinator_code,
    }  # fmt: skip
    return redirect("founded")


TITLES = {"administrator": "Quản trị hệ thống", "coordinator": "Trưởng phòng"}


def people_page(
    request: HttpRequest, chosen: forms.Chosen, typed: dict[str, dict[str, str]], problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    departments = [one.name for one in chosen.departments()]
    shown = {
        "unit": queries.province(told(request)["province"]),
        "departments": departments,
        "people": [
            (who, heading, dict.fromkeys(forms.FIELDS, "") | {"department": seat(who, departments)} | typed[who])
            for who, heading in (("administrator", _("Người quản trị")), ("coordinator", _("Người điều phối của tỉnh")))
        ],
        "problems": problems,
    }
    return render(request, "workspace/founding/people.html", shown, status=422 if problems else 200)


def seat(who: str, departments: list[str]) -> str:
    """The agency that most likely is theirs: Sở Nội vụ coordinates, the office looks after the software."""
    likely = "Sở Nội vụ" if who == "coordinator" else "Văn phòng"
    return next((name for name in departments if name.startswith(likely)), "")


@never_cache
def done(request: HttpRequest) -> HttpResponse:
    """What was set up, with the coordinator's code: shown once."""
    shown = request.session.pop(DONE, None)
    return render(request, "workspace/founding/done.html", {"done": shown}) if shown else redirect("sign-in")
