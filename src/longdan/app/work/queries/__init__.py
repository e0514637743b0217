"""Looking at work: the day of a post, the page of a task, difficulties, an agency's work, what a search finds, calendars."""

from longdan.app.work.queries.days import LateRow, MentionRow, Today, late_where, today
from longdan.app.work.queries.difficulties import DifficultyOverview, DifficultyRow, TurnRow, difficulties
from longdan.app.work.queries.duties import DutyList, DutyRow
from longdan.app.work.queries.evidence import EvidenceRow, VersionRow
from longdan.app.work.queries.people import people_to_call
from longdan.app.work.queries.tasks import DraftRow, Duty, TaskPage, task
from longdan.app.work.queries.timelines import Entry

__all__ = [
    "DifficultyOverview",
    "DifficultyRow",
    "DraftRow",
    "Duty",
    "DutyList",
    "DutyRow",
    "Entry",
    "EvidenceRow",
    "LateRow",
    "MentionRow",
    "TaskPage",
    "Today",
    "TurnRow",
    "VersionRow",
    "difficulties",
    "late_where",
    "people_to_call",
    "task",
    "today",
]
