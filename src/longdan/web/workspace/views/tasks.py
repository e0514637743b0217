"""One task: what, who, when, its words; the steps of those who do it, what they say to each other."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from longdan.app.work import actions
from longdan.app.work.queries import people_to_call, task
from longdan.app.work.queries.tasks import HISTORY
from longdan.app.work.states import DifficultyStep, Step
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.forms import Progress
from longdan.web.workspace.pages import task as pages
from longdan.web.workspace.pages.words import listed, told
from longdan.web.workspace.pages.work import counted
from longdan.web.workspace.refusals import tell
from longdan.web.workspace.steps import TAKE
from longdan.web.workspace.work_forms import Words, several

OFFERED = 8
WHOLE_HISTORY = 2000


@signed_in
def task_page(request: Signed, task_id: int) -> HttpResponse:
    return shown(request, task_id, {})


def shown(request: Signed, task_id: int, typed: dict[str, str], *, status: int = 200) -> HttpResponse:
    """The page; ``typed`` is what was refused, which stands in its field again."""
    at = timezone.now()
    history = WHOLE_HISTORY if "lich-su" in request.GET else HISTORY
    found = task(request.post, task_id, at=at, history=history)
    page = pages.page(found, timezone.localdate(at), typed=typed, whole="co-quan" in request.GET)
    return render(request, "workspace/task/page.html", {"page": page}, status=status)


def attempt(
    request: Signed, task_id: int, act: Callable[[], str], *, place: str, typed: dict[str, str], anchor: str = ""
) -> HttpResponse:
    """Do it and come back to the task; what is refused stays in its fields (``typed``, by place), with the reason said."""
    try:
        done = act()
    except ProblemsFound as found:
        tell(request, found)
        return shown(request, task_id, {at: words for at, words in typed.items() if words}, status=422)
    messages.success(request, done, extra_tags=f"{request.post.pk} {reverse('keep-draft', args=[task_id])} {place}")
    return redirect(reverse("task", args=[task_id]) + (f"#{anchor}" if anchor else ""))


@require_POST
@signed_in
def take_step(request: Signed, assignment_id: int, verb: str) -> HttpResponse:
    """Take a step with an assignment."""
    form = Progress(request.POST)
    task_id = form.task()
    if verb not in list(Step) or task_id is None:
        raise Http404(verb)
    step = Step(verb)

    def act() -> str:
        TAKE[step](assignment_id, request.post, form.words(), form.percent(), timezone.now())
        return _("Đã ghi: %(step)s.") % {"step": step.label.lower()}

    place = f"{step}-{assignment_id}"
    typed = {place: form.words(), f"{place}-percent": request.POST.get("percent_done", "")}
    return attempt(request, task_id, act, place=place, typed=typed)


@require_POST
@signed_in
def take_with_several(request: Signed) -> HttpResponse:
    """Take one step with all assignments that are chosen in a list."""
    step = request.POST.get("step", "")
    if step not in list(Step):
        raise Http404(step)
    done = actions.take_all(
        step=Step(step), assignment_ids=several(request.POST.getlist("duty")), by=request.post, at=timezone.now()
    )
    words = ngettext("Đã ghi cho %(count)d việc: %(step)s.", "Đã ghi cho %(count)d việc: %(step)s.", done)
    messages.success(request, words % {"count": done, "step": Step(step).label.lower()})
    return redirect(back(request))


def back(request: Signed) -> str:
    """The page of ours that a form says it was sent from."""
    page = request.POST.get("next", "")
    ours = page.startswith("/") and url_has_allowed_host_and_scheme(page, {request.get_host()})
    return page if ours else reverse("home")


@require_POST
@signed_in
def entrust(request: Signed) -> HttpResponse:
    """Put somebody of the agency in charge of what is chosen, or nobody."""
    chosen, officer = several(request.POST.getlist("duty")), several([request.POST.get("officer") or "0"])[0]
    if not request.POST.get("officer"):
        messages.error(request, _("Chưa chọn người phụ trách."))
        return redirect(back(request))
    if not chosen:
        messages.error(request, _("Chưa chọn việc nào. Đánh dấu những việc cần giao, rồi chọn người phụ trách."))
        return redirect(back(request))
    try:
        done = actions.entrust(assignment_ids=chosen, to=officer or None, by=request.post, at=timezone.now())
    except ProblemsFound as found:
        tell(request, found)
        return redirect(back(request))
    words = ngettext("Đã đổi người phụ trách của %(count)d việc.", "Đã đổi người phụ trách của %(count)d việc.", done)
    messages.success(request, words % {"count": done})
    return redirect(back(request))


@require_POST
@signed_in
def urge(request: Signed, agency_id: int | None = None, plan_id: int | None = None) -> HttpResponse:
    """Urge an agency, all those of a plan, or an agency for the plan that the form names beside it."""
    of_plan = plan_id or counted(request.POST.get("plan", ""))
    try:
        done = actions.urge(by=request.post, agency_id=agency_id, plan_id=of_plan, at=timezone.now())
    except ProblemsFound as found:
        tell(request, found)
        return redirect(back(request))
    duties = ngettext("Đã đôn đốc %(count)d việc quá hạn", "Đã đôn đốc %(count)d việc quá hạn", done.duties)
    agencies = ngettext("%(count)d cơ quan", "%(count)d cơ quan", done.agencies) % {"count": done.agencies}
    words = _("%(duties)s của %(agencies)s; cơ quan thấy ngay ở mục Hôm nay và ở từng nhiệm vụ.")
    messages.success(request, words % {"duties": duties % {"count": done.duties}, "agencies": agencies})
    return redirect(back(request))


@require_POST
@signed_in
def say(request: Signed, task_id: int) -> HttpResponse:
    """Comment a task; who is called by it is told on the page."""
    text = request.POST.get("text", "")

    def act() -> str:
        called = actions.comment(task_id=task_id, by=request.post, text=text, at=timezone.now())
        names = listed([person.full_name for person in called])
        return _("Đã gửi; %(names)s được báo.") % {"names": names} if called else _("Đã gửi.")

    return attempt(request, task_id, act, place="comment", typed={"comment": text}, anchor="trao-doi")


@require_POST
@signed_in
def change_comment(request: Signed, comment_id: int, verb: str) -> HttpResponse:
    """Take one's own words back, or say them again."""
    change = actions.withdraw_comment if verb == "rut" else actions.restore_comment
    made = change(comment_id=comment_id, by=request.post, at=timezone.now())
    return redirect(reverse("task", args=[made.task_id]) + "#trao-doi")


@require_POST
@signed_in
def read_calls(request: Signed, task_id: int) -> HttpResponse:
    """Note that who is called here has read it; asked for by the page itself, or by a press where there are no scripts."""
    actions.read_mentions(task_id=task_id, by=request.post, at=timezone.now())
    return HttpResponse(status=204) if request.htmx else redirect("task", task_id)


@require_POST
@signed_in
def keep_draft(request: Signed, task_id: int) -> HttpResponse:
    """Keep what is being typed."""
    at, sent = timezone.now(), request.POST
    try:
        actions.keep_draft(task_id=task_id, place=sent.get("place", ""), text=sent.get("text", ""), by=request.post, at=at)
    except ProblemsFound as found:
        return JsonResponse({"wrong": " ".join(map(told, found.problems))}, status=422)
    return JsonResponse({"saved": pages.moment(at)})


@require_POST
@signed_in
def raise_difficulty(request: Signed, assignment_id: int) -> HttpResponse:
    sent = Words(request.POST).sent()

    def act() -> str:
        actions.raise_difficulty(
            assignment_id=assignment_id, by=request.post, text=sent["text"], proposal=sent["proposal"], at=timezone.now()
        )
        return _("Đã nêu; cơ quan theo dõi kế hoạch sẽ trả lời.")

    place = f"raise-{assignment_id}"
    typed = {place: sent["text"], f"{place}-proposal": sent["proposal"]}
    return attempt(request, sent["task_id"], act, place=place, typed=typed, anchor="kho-khan")


@require_POST
@signed_in
def handle_difficulty(request: Signed, difficulty_id: int, verb: str) -> HttpResponse:
    """Answer, take up to the province, decide, close or open again."""
    if verb not in list(DifficultyStep):
        raise Http404(verb)
    step, sent = DifficultyStep(verb), Words(request.POST).sent()

    def act() -> str:
        actions.handle_difficulty(difficulty_id=difficulty_id, step=step, by=request.post, text=sent["text"], at=timezone.now())
        return _("Đã ghi: %(step)s.") % {"step": step.label.lower()}

    place = f"difficulty-{step}-{difficulty_id}"
    return attempt(request, sent["task_id"], act, place=place, typed={place: sent["text"]}, anchor="kho-khan")


@signed_in
def suggest_people(request: Signed) -> HttpResponse:
    """People offered while one types "@": who share a name are told apart by their agency."""
    found = people_to_call(request.post, on=timezone.localdate(), search=request.GET.get("q", ""), limit=OFFERED)
    return JsonResponse({"people": [{"call": one.handle, "name": one.full_name, "place": one.place} for one in found]})
