"""Looking at readings, plans and documents."""

from longdan.app.plans.queries.chains import Chain, PlanLink
from longdan.app.plans.queries.editing import TaskEdit, task_to_edit
from longdan.app.plans.queries.originals import Original, original
from longdan.app.plans.queries.plans import PlanPage, plan, plans
from longdan.app.plans.queries.readings import Desk, DeskAsked, ReadingRow, reading, readings
from longdan.app.plans.queries.rows import Chip, PlanRow, TaskGroup, TaskRow
from longdan.app.plans.queries.sheets import SheetRow, TaskSheet, task_sheet
from longdan.app.plans.queries.viewing import DocumentView, Mark, PassageView, Piece, PlanDocument, plan_document

__all__ = [
    "Chain",
    "Chip",
    "Desk",
    "DeskAsked",
    "DocumentView",
    "Mark",
    "Original",
    "PassageView",
    "Piece",
    "PlanDocument",
    "PlanLink",
    "PlanPage",
    "PlanRow",
    "ReadingRow",
    "SheetRow",
    "TaskEdit",
    "TaskGroup",
    "TaskRow",
    "TaskSheet",
    "original",
    "plan",
    "plan_document",
    "plans",
    "reading",
    "readings",
    "task_sheet",
    "task_to_edit",
]
