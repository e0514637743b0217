"""The preview as a value."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext_lazy

from longdan.app.agencies.matching import SURE, Match
from longdan.core.plans.body.assignments import only_names
from longdan.core.plans.draft import (
    Baseline,
    Deadline,
    Heading,
    PlanDemand,
    Quote,
    ReportPeriod,
    Role,
    Section,
    Target,
)

T = TypeVar("T")


class Doubt(StrEnum):
    """Why a person should look at a task before it is put in force."""

    CONFLICT = "conflict"
    OLD_YEAR = "old_year"
    NO_AGENCY = "no_agency"
    UNKNOWN_AGENCY = "unknown_agency"
    PROPOSED_AGENCY = "proposed_agency"
    NO_LEAD = "no_lead"
    NO_DEADLINE = "no_deadline"
    UNSURE = "unsure"
    ONLY_NAME = "only_name"
    NO_TEXT = "no_text"

    @property
    def words(self) -> str:
        return str(DOUBTS[self][0])

    @property
    def weight(self) -> float:
        """How far down the list of doubtful statements it lies: the heavier, the earlier."""
        return DOUBTS[self][1]


DOUBTS = {
    Doubt.NO_TEXT: (gettext_lazy("Chưa có nội dung"), 5.0),
    Doubt.CONFLICT: (gettext_lazy("Hai bên cùng sửa một chỗ"), 4.0),
    Doubt.OLD_YEAR: (gettext_lazy("Lời văn còn ngày năm cũ"), 3.5),
    Doubt.UNKNOWN_AGENCY: (gettext_lazy("Chưa khớp được cơ quan"), 3.0),
    Doubt.NO_AGENCY: (gettext_lazy("Chưa có cơ quan thực hiện"), 2.0),
    Doubt.UNSURE: (gettext_lazy("Máy đọc chưa chắc"), 2.0),
    Doubt.ONLY_NAME: (gettext_lazy("Chỉ là tên cơ quan, chưa nói việc"), 2.0),
    Doubt.PROPOSED_AGENCY: (gettext_lazy("Cơ quan do máy đề xuất"), 1.5),
    Doubt.NO_LEAD: (gettext_lazy("Chưa rõ cơ quan chủ trì"), 0.5),
    Doubt.NO_DEADLINE: (gettext_lazy("Chưa có thời hạn"), 0.25),
}
UNSURE_BELOW = 0.7


@dataclass(frozen=True, slots=True)
class FoundAssignment:
    """An agency as written, and the agency or group that it is taken for."""

    id: str
    as_written: str
    role: Role
    match: Match
    requested: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that a sheet and somebody else changed; until a person settles it, what is in force stays.

    ``sheet`` is what the sheet says, in the words of a cell; of a column of agencies, ``agencies`` are those that it names.
    """

    field: str  # of the task, or the role whose agencies differ
    sheet: str
    now: str
    agencies: tuple[FoundAssignment, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundTask:
    id: str
    section: str
    text: str
    quote: Quote | None  # None where a person wrote the task
    product: str | None
    due: str | None  # ISO date, or YYYY-MM
    due_raw: str | None
    recurrence: str | None
    criteria: tuple[str, ...]
    dimension: str | None
    assignments: tuple[FoundAssignment, ...]
    reads: tuple[str, ...] = ()  # names what the reader found, of which a person may have made this task
    discarded: bool = False
    approved: bool = False  # a person has looked and found it right
    touched: bool = False  # a person has changed it
    of: int | None = None  # the task in force that it surely is, as its row in a sheet says
    conflicts: tuple[Conflict, ...] = ()
    remark: str = ""  # what is to be known of it, beside the plan's words
    old_year: int | None = None  # that of the plan from which it is carried over

    @property
    def confidence(self) -> float:
        return self.quote.confidence if self.quote else 1.0

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubtful; nothing about a task that a person approved or discarded, as long as it says something."""
        if self.discarded:
            return ()
        if not self.text.strip():
            return (Doubt.NO_TEXT,)
        return () if self.approved else tuple(doubt for doubt, holds in _doubts(self) if holds)

    @property
    def weight(self) -> float:
        return sum(doubt.weight for doubt in self.doubts)

    @property
    def doubtful(self) -> bool:
        """Whether a person should look before it is put in force: a plan may well name no day, or no lead."""
        return self.weight >= 1


def _doubts(task: FoundTask) -> tuple[tuple[Doubt, bool], ...]:
    doers = [one for one in task.assignments if one.role is not Role.COOPERATE]
    return (
        (Doubt.CONFLICT, bool(task.conflicts)),
        (Doubt.OLD_YEAR, task.old_year is not None and str(task.old_year) in f"{task.text} {task.product or ''}"),
        (Doubt.UNKNOWN_AGENCY, any(not one.match.found for one in task.assignments)),
        (Doubt.PROPOSED_AGENCY, any(one.match.found and one.match.confidence < SURE for one in task.assignments)),
        (Doubt.NO_AGENCY, not task.assignments),
        (Doubt.NO_LEAD, bool(task.assignments) and not doers),
        (Doubt.UNSURE, task.confidence < UNSURE_BELOW),
        (Doubt.ONLY_NAME, only_names(task.text)),
        (Doubt.NO_DEADLINE, not (task.due or task.recurrence or task.due_raw)),
    )


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A statement of the document that people may discard: a target, a deadline, a demand."""

    id: str
    what: T
    discarded: bool = False
    also: tuple[Quote, ...] = ()  # further places that say the same


@dataclass(frozen=True, slots=True)
class Preview:
    heading: Heading
    sections: tuple[Section, ...]
    tasks: tuple[FoundTask, ...]  # in the document's order
    deadlines: tuple[Found[Deadline], ...] = ()  # those that belong to no task
    report_periods: tuple[Found[ReportPeriod], ...] = ()
    demands: tuple[Found[PlanDemand], ...] = ()
    targets: tuple[Found[Target], ...] = ()
    baselines: tuple[Found[Baseline], ...] = ()
    partial: bool = False  # what it does not name stays as it is: a sheet changes only its rows
    amends: int | None = None  # the plan in force that a person says it changes
    elsewhere: str = ""  # the other province whose document it is: "tỉnh Sơn La"
    stays: frozenset[int] = frozenset()  # tasks in force that a person keeps, though the document no longer holds them

    def task(self, item: str) -> FoundTask | None:
        return next((task for task in self.tasks if task.id == item), None)

    @property
    def others(self) -> dict[str, tuple[Found[Any], ...]]:
        """What was found beside tasks, by its kind."""
        return {
            "targets": self.targets,
            "baselines": self.baselines,
            "report_periods": self.report_periods,
            "demands": self.demands,
            "deadlines": self.deadlines,
        }

    @property
    def empty(self) -> bool:
        """Whether nothing is left to be followed: no task, no target, no report, nothing that other plans must hold.

        A sheet that names no row changes nothing; that does no harm.
        """
        stated: tuple[Found[Any], ...] = (*self.targets, *self.report_periods, *self.demands, *self.deadlines)
        return not (self.partial or self.kept() or any(not one.discarded for one in stated))

    def kept(self) -> tuple[FoundTask, ...]:
        return tuple(task for task in self.tasks if not task.discarded)

    def doubtful_first(self) -> tuple[FoundTask, ...]:
        """All tasks, those that most need a person's look first, else in the document's order."""
        return tuple(sorted(self.tasks, key=lambda task: -task.weight))

    def doubts(self) -> dict[Doubt, int]:
        """How many tasks each doubt concerns."""
        counts = Counter(doubt for task in self.tasks for doubt in task.doubts)
        return {doubt: counts[doubt] for doubt in Doubt if doubt in counts}

    def token(self, compared: object = "") -> str:
        """Names exactly what a person saw, with what it changes, so that nothing else is confirmed in his name."""
        return hashlib.sha256(f"{self!r}{compared!r}".encode()).hexdigest()[:24]
