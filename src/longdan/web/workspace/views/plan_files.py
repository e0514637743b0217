"""Plans as files: task lists for Excel, and the files that plans were read from."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from longdan.app.plans.queries import original, plan, plans
from longdan.app.plans.queries import task_sheet as task_sheet_of
from longdan.web.shared.signed_in import Signed, signed_in
from longdan.web.shared.workbooks import answer
from longdan.web.workspace import task_sheets
from longdan.web.workspace.pages import plans as pages


@signed_in
def task_sheet(request: Signed, plan_id: int) -> HttpResponse:
    """The tasks of a plan to be edited in Excel and sent back."""
    on = timezone.localdate()
    sheet = task_sheet_of(request.post, plan_id, on=on)
    return answer([task_sheets.task_sheet(sheet, on)], f"bang-nhiem-vu {sheet.name} {on:%Y-%m-%d}")


@signed_in
def plan_book(request: Signed, plan_id: int) -> HttpResponse:
    """What the page of a plan shows, filtered as it is, to be kept or passed on."""
    on, asked = timezone.localdate(), request.GET
    filters = pages.filters(asked.get("theo", ""), asked.get("loc", ""), asked.get("co-quan", ""))
    found = plan(request.post, plan_id, on=on, by="content")
    page = pages.page(found, filters, on)
    return answer(task_sheets.book(page), f"{found.plan.doc_type} {found.plan.number} {on:%Y-%m-%d}")


@signed_in
def plan_list(request: Signed) -> HttpResponse:
    rows = plans(request.post, on=timezone.localdate(), search=request.GET.get("tim", "").strip())
    return answer([task_sheets.plans(rows)], f"ke-hoach {timezone.localdate():%Y-%m-%d}")


@signed_in
def original_file(request: Signed, file_id: int) -> HttpResponse:
    """A file just as it was handed in, to be saved, never opened by the browser."""
    name, content = original(request.post, file_id)
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
