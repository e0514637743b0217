"""Task lists as workbooks: the one that comes back, and plain lists that only leave."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from longdan.app.plans.queries import PlanRow, TaskRow, TaskSheet
from longdan.app.plans.queries.sheets import REMOVED, SheetColumn, states_written
from longdan.web.shared.workbooks import Column, Sheet
from longdan.web.workspace.pages.matrix import matrix
from longdan.web.workspace.pages.plans import Page

SPARE = 60  # empty rows with the rules of the columns, for tasks that are added by hand


def task_sheet(sheet: TaskSheet, on: date) -> Sheet:
    """The tasks of a plan, to be edited in Excel and sent back."""
    several = _("Một hoặc nhiều cơ quan, cách nhau bằng dấu chấm phẩy.")
    columns = (
        Column(sheet.key, 12, hidden=True),
        Column(SheetColumn.BASE, 12, hidden=True),
        Column(SheetColumn.ORDER, 6),
        Column(SheetColumn.SECTION, 10),
        Column(SheetColumn.TEXT, 60, wraps=True),
        Column(SheetColumn.PRODUCT, 24, wraps=True),
        Column(SheetColumn.LEAD, 26, wraps=True, choices=sheet.agencies, strict=False, note=several),
        Column(SheetColumn.RESPONSIBLE, 26, wraps=True, choices=sheet.agencies, strict=False, note=several),
        Column(SheetColumn.COOPERATE, 26, wraps=True, choices=sheet.agencies, strict=False, note=several),
        Column(SheetColumn.DUE, 14, note=_("Ngày 31/12/2026, hoặc tháng 12/2026.")),
        Column(SheetColumn.RECURRENCE, 14, wraps=True),
        Column(SheetColumn.STATE, 16, choices=states_written(), note=_("Chỉ để xem; đổi ở trang của nhiệm vụ.")),
        Column(SheetColumn.REMOVE, 12, choices=(REMOVED,), note=_("Ghi x để rút nhiệm vụ. Xóa dòng không làm mất nhiệm vụ.")),
    )
    rows = [
        (
            row.key, row.base, row.order, row.section, row.text, row.product, row.lead, row.responsible, row.cooperate, row.due,
            row.recurrence, row.state, "",
        )
        for row in sheet.rows
    ]  # fmt: skip
    titles = (
        f"{sheet.name}: {sheet.title}",
        _("Xuất ngày %(day)s. Sửa trên bảng này rồi gửi lại ở mục Văn bản; mọi thay đổi được xem trước khi xác nhận.")
        % {"day": f"{on:%d/%m/%Y}"},
    )
    return Sheet(_("Nhiệm vụ"), columns, rows, titles=titles, spare=SPARE)


def tasks(rows: Iterable[TaskRow], *, plan: str = "") -> Sheet:
    """A list of tasks as it stands on a screen."""
    columns = (
        Column(_("Mục"), 10), Column(_("Nhiệm vụ"), 60, wraps=True), Column(_("Sản phẩm"), 24, wraps=True),
        Column(_("Chủ trì"), 28, wraps=True), Column(_("Thực hiện"), 28, wraps=True), Column(_("Phối hợp"), 28, wraps=True),
        Column(_("Thời hạn"), 14), Column(_("Lặp lại"), 14), Column(_("Tình trạng"), 16),
    )  # fmt: skip
    shown = [
        (
            row.section_path, row.text, row.product, *(named(row, role) for role in ("lead", "responsible", "cooperate")),
            row.due or row.due_raw, row.recurrence, state(row),
        )
        for row in rows
    ]  # fmt: skip
    return Sheet(_("Nhiệm vụ"), columns, shown, titles=(plan,) if plan else ())


def named(row: TaskRow, role: str) -> str:
    return "; ".join(chip.name for chip in row.chips if chip.role == role)


def state(row: TaskRow) -> str:
    if row.done:
        return _("Hoàn thành")
    if row.overdue:
        return _("Quá hạn")
    return next((chip.state_label for chip in row.chips), _("Chưa giao"))


def plans(rows: Iterable[PlanRow]) -> Sheet:
    """The list of plans with their counts."""
    columns = (
        Column(_("Số, ký hiệu"), 18), Column(_("Trích yếu"), 70, wraps=True), Column(_("Cơ quan ban hành"), 30, wraps=True),
        Column(_("Ngày ban hành"), 14), Column(_("Nhiệm vụ"), 10), Column(_("Hoàn thành"), 12), Column(_("Quá hạn"), 10),
        Column(_("Chưa giao"), 14), Column(_("Chưa có thời hạn"), 14),
    )  # fmt: skip
    shown = [
        (row.number, row.title, row.issuer_name, row.issued, row.tasks, row.done, row.overdue, row.no_lead, row.no_deadline)
        for row in rows
    ]
    return Sheet(_("Kế hoạch"), columns, shown)


def book(page: Page) -> list[Sheet]:
    """A plan as its page shows it: the tasks that the filters leave, who has what, targets, reports."""
    name = f"{page.plan.doc_type} {page.plan.number}: {page.title}".strip()
    sheets = [tasks(page.rows, plan=name)]
    shown = matrix(page.found.groups, {row.id for row in page.rows})
    if shown.tasks:
        heads = (Column(_("Nhiệm vụ"), 60, wraps=True), *(Column(head.name, 12) for head in shown.heads))
        rows = [(row.label, *(cell.letters for cell in row.cells)) for row in shown.rows]
        padded = [(*row, *[""] * (len(heads) - len(row))) for row in rows]
        sheets.append(Sheet(_("Ma trận"), heads, padded, titles=(name, _("CT: chủ trì, TH: thực hiện, PH: phối hợp"))))
    if page.targets:
        columns = (Column(_("Chỉ tiêu"), 70, wraps=True), Column(_("Chỉ số"), 14), Column(_("Mức"), 18), Column(_("Đến"), 12))
        sheets.append(Sheet(_("Chỉ tiêu"), columns, [(row.text, row.index, row.value, row.by) for row in page.targets]))
    if page.reports:
        columns = (Column(_("Báo cáo"), 20), Column(_("Gửi trước"), 20), Column(_("Số liệu"), 34), Column(_("Gửi đến"), 30))
        sheets.append(Sheet(_("Chế độ báo cáo"), columns, [(row.kind, row.due, row.window, row.to) for row in page.reports]))
    return sheets
