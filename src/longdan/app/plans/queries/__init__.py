"""Looking at readings, previews, plans and documents."""

from longdan.app.plans.queries.plans import Chip, PlanPage, PlanRow, TaskGroup, TaskRow, plan, plans
from longdan.app.plans.queries.readings import PreviewPage, ReadingRow, preview, reading, readings
from longdan.app.plans.queries.viewing import DocumentView, Mark, PassageView, Piece, document

__all__ = [
    "Chip",
    "DocumentView",
    "Mark",
    "PassageView",
    "Piece",
    "PlanPage",
    "PlanRow",
    "PreviewPage",
    "ReadingRow",
    "TaskGroup",
    "TaskRow",
    "document",
    "plan",
    "plans",
    "preview",
    "reading",
    "readings",
]
