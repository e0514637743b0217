"""The face of the app that Django sees: the tables of all areas.

One app, because areas will be cut anew as we learn: imports are cheap to move, migration histories are not.
See docs/decisions.
"""

from longdan.app.agencies.models import Account, Agency, AgencyName, Post
from longdan.app.audit.models import ChainHead, Event
from longdan.app.plans.models import (
    Assignment,
    Baseline,
    Citation,
    Correction,
    Criterion,
    Deadline,
    Document,
    Passage,
    Plan,
    PlanDemand,
    PlanIndex,
    Reading,
    ReadingFile,
    ReadingProblem,
    Recipient,
    ReportDemand,
    Section,
    StoredFile,
    Target,
    Task,
)
from longdan.app.work.models import StepTaken, Update

__all__ = [
    "Account",
    "Agency",
    "AgencyName",
    "Assignment",
    "Baseline",
    "ChainHead",
    "Citation",
    "Correction",
    "Criterion",
    "Deadline",
    "Document",
    "Event",
    "Passage",
    "Plan",
    "PlanDemand",
    "PlanIndex",
    "Post",
    "Reading",
    "ReadingFile",
    "ReadingProblem",
    "Recipient",
    "ReportDemand",
    "Section",
    "StepTaken",
    "StoredFile",
    "Target",
    "Task",
    "Update",
]
