"""Looking at work: the day of a post, the page of a task, difficulties, an agency's work, what a search finds, calendars."""

from longdan.app.work.queries.agencies import AgencyWork, Asked, PlanWork, agency_work
from longdan.app.work.queries.calendars import Dated, Dates, Scope, dates, reports_due
from longdan.app.work.queries.days import MentionRow, Today, today
from longdan.app.work.queries.difficulties import DifficultyOverview, DifficultyRow, Sought, TurnRow, difficulties
from longdan.app.work.queries.duties import DutyList, DutyRow, Share
from longdan.app.work.queries.evidence import EvidenceRow, VersionRow
from longdan.app.work.queries.feeds import feed, has_feed
from longdan.app.work.queries.lateness import LateRow, late_where
from longdan.app.work.queries.people import people_to_call
from longdan.app.work.queries.searching import Found, Hit, HitGroup, search
from longdan.app.work.queries.tasks import DraftRow, Duty, TaskPage, task
from longdan.app.work.queries.timelines import Entry

__all__ = [
    "AgencyWork",
    "Asked",
    "Dated",
    "Dates",
    "DifficultyOverview",
    "DifficultyRow",
    "DraftRow",
    "Duty",
    "DutyList",
    "DutyRow",
    "Entry",
    "EvidenceRow",
    "Found",
    "Hit",
    "HitGroup",
    "LateRow",
    "MentionRow",
    "PlanWork",
    "Scope",
    "Share",
    "Sought",
    "TaskPage",
    "Today",
    "TurnRow",
    "VersionRow",
    "agency_work",
    "dates",
    "difficulties",
    "feed",
    "has_feed",
    "late_where",
    "people_to_call",
    "reports_due",
    "search",
    "task",
    "today",
]
