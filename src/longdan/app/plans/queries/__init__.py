"""Looking at readings, plans and documents."""

from longdan.app.plans.queries.plans import Chip, PlanPage, PlanRow, TaskGroup, TaskRow, plan, plans
from longdan.app.plans.queries.readings import ReadingRow, reading, readings
from longdan.app.plans.queries.sheets import SheetRow, TaskSheet, task_sheet
from longdan.app.plans.queries.viewing import DocumentView, Mark, PassageView, Piece, document

__all__ = [
    "Chip",
    "DocumentView",
    "Mark",
    "PassageView",
    "Piece",
    "PlanPage",
    "PlanRow",
    "ReadingRow",
    "SheetRow",
    "TaskGroup",
    "TaskRow",
    "TaskSheet",
    "document",
    "plan",
    "plans",
    "reading",
    "readings",
    "task_sheet",
]
