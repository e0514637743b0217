"""One task: what, who, when, its words; what its agencies report."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from longdan.app.work.queries import task
from longdan.app.work.states import Step
from longdan.core.problems import ProblemsFound
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.forms import Progress
from longdan.web.workspace.pages import tasks as pages
from longdan.web.workspace.pages.words import told
from longdan.web.workspace.steps import TAKE


@signed_in
def task_page(request: Signed, task_id: int) -> HttpResponse:
    on = timezone.localdate()
    return render(request, "workspace/task.html", {"page": pages.page(task(request.post, task_id, on=on), on)})


@require_POST
@signed_in
def take_step(request: Signed, assignment_id: int, verb: str) -> HttpResponse:
    """Accept, report, submit, return, finish or release an assignment."""
    form = Progress(request.POST)
    if verb not in list(Step) or form.task() is None:
        raise Http404(verb)
    step = Step(verb)
    try:
        TAKE[step](assignment_id, request.post, form.words(), form.percent(), timezone.now())
    except ProblemsFound as found:
        for problem in found.problems:
            messages.error(request, told(problem))
    else:
        messages.success(request, f"Đã ghi: {step.label.lower()}.")
    return redirect("task", form.task())
