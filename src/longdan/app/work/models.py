"""The tables of the area, by what they hold: reports, comments, difficulties, evidence, drafts, feeds."""

from longdan.app.work.tables.comments import Comment, Mention
from longdan.app.work.tables.difficulties import Difficulty, DifficultyState, DifficultyTurn
from longdan.app.work.tables.drafts import Draft
from longdan.app.work.tables.evidence import Evidence, EvidenceVersion
from longdan.app.work.tables.feeds import CalendarFeed
from longdan.app.work.tables.reports import StepTaken, Update

__all__ = [
    "CalendarFeed",
    "Comment",
    "Difficulty",
    "DifficultyState",
    "DifficultyTurn",
    "Draft",
    "Evidence",
    "EvidenceVersion",
    "Mention",
    "StepTaken",
    "Update",
]
