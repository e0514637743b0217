"""The tables of the area, by what they hold: files read, and plans confirmed."""

from longdan.app.plans.tables.changes import ChangeVerb, TaskChange
from longdan.app.plans.tables.plans import Plan, Precision, Section
from longdan.app.plans.tables.readings import (
    Correction,
    Document,
    Passage,
    Reading,
    ReadingFile,
    ReadingKind,
    ReadingProblem,
    ReadingState,
    StoredFile,
)
from longdan.app.plans.tables.statements import (
    Baseline,
    Citation,
    Deadline,
    PlanDemand,
    PlanIndex,
    Recipient,
    ReportDemand,
    Target,
)
from longdan.app.plans.tables.tasks import RELEASED, Assignment, AssignmentRole, AssignmentState, Criterion, Task

__all__ = [
    "RELEASED",
    "Assignment",
    "AssignmentRole",
    "AssignmentState",
    "Baseline",
    "ChangeVerb",
    "Citation",
    "Correction",
    "Criterion",
    "Deadline",
    "Document",
    "Passage",
    "Plan",
    "PlanDemand",
    "PlanIndex",
    "Precision",
    "Reading",
    "ReadingFile",
    "ReadingKind",
    "ReadingProblem",
    "ReadingState",
    "Recipient",
    "ReportDemand",
    "Section",
    "StoredFile",
    "Target",
    "Task",
    "TaskChange",
]
