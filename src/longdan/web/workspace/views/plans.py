"""Plans in force: the list, one plan, its document."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from longdan.app.plans.queries import plan, plans
from longdan.app.plans.queries import plan_document as plan_document_of
from longdan.web.shared.sheets import Drawing, blocks
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.workspace.pages import plans as pages
from longdan.web.workspace.pages.readings import may_import


@signed_in
def listed(request: Signed) -> HttpResponse:
    search = request.GET.get("tim", "").strip()
    rows = pages.rows(plans(request.post, on=timezone.localdate(), search=search))
    context = {"rows": rows, "search": search, "may_import": may_import(request.post)}
    return render(request, "workspace/plans/list.html", context)


@signed_in
def plan_page(request: Signed, plan_id: int) -> HttpResponse:
    on, asked = timezone.localdate(), request.GET
    filters = pages.filters(asked.get("theo", ""), asked.get("loc", ""), asked.get("co-quan", ""))
    found = plan(request.post, plan_id, on=on, by=filters.way)
    return render(request, "workspace/plans/plan.html", {"page": pages.page(found, filters, on)})


@signed_in
def plan_document(request: Signed, plan_id: int) -> HttpResponse:
    """The document of a plan, its tasks marked and linked."""
    on = timezone.localdate()
    found = plan_document_of(request.post, plan_id, on=on)
    context = {"page": pages.beside(found, on), "blocks": blocks(found.document.passages, Drawing())}
    return render(request, "workspace/plans/document.html", context)
