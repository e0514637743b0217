"""Tasks as lists and the page of one task show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from longdan.app.plans.queries import Chip, TaskRow
from longdan.app.work.queries import DutyRow
from longdan.web.shared.dates import Due, due

TONES = {"under_way": "going", "accepted": "going", "submitted": "soon", "returned": "late", "done": "good"}
DOERS = ("lead", "responsible")
OVER = ("done", "cancelled", "declined", "submitted")  # no longer waiting for its deadline


@dataclass(frozen=True, slots=True)
class Doer:
    """An agency that leads or does a task; of agencies named together also how many are done."""

    name: str
    tally: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A task in a ledger."""

    id: int
    text: str
    due: Due
    doers: tuple[Doer, ...]
    others: int
    state_label: str
    tone: str
    product: str
    plan: str = ""
    note: str = ""
    context: str = ""  # the heading over it, where its words say too little
    duty: int | None = None
    officer: str = ""  # who answers for it within the agency
    unassigned: bool = False
    urged: datetime | None = None  # when its agency was last urged, as long as it has taken no step since

    @property
    def key(self) -> str:
        """The task's name in its document."""
        return f"task-{self.id}"


def task_due(row: TaskRow, on: date) -> Due:
    month = row.due_precision == "month"
    return due(row.due, on, month=month, over=row.done, raw=row.recurrence or row.due_raw)


def line(row: TaskRow, on: date) -> Line:
    doers = [chip for chip in row.chips if chip.role in DOERS]
    label, tone = state(row)
    return Line(
        id=row.id,
        text=row.text,
        due=task_due(row, on),
        doers=tuple(doer(chip) for chip in doers),
        others=sum(chip.members for chip in row.chips if chip.role not in DOERS),
        state_label=label,
        tone=tone,
        product=row.product,
        context=row.context,
        unassigned=not any(chip.reached for chip in doers),
    )


def doer(chip: Chip) -> Doer:
    return Doer(
        chip.name, _("%(done)d/%(all)d xong") % {"done": chip.members_done, "all": chip.members} if chip.members > 1 else ""
    )


def state(row: TaskRow) -> tuple[str, str]:
    """One word for a task of several agencies: the state of whoever is furthest behind."""
    if row.done:
        return _("Hoàn thành"), "good"
    if row.overdue:
        return _("Quá hạn"), "late"
    doers = [chip for chip in row.chips if chip.role in DOERS] or list(row.chips)
    return (doers[0].state_label, TONES.get(doers[0].state, "")) if doers else (_("Chưa giao"), "")


def duty_line(row: DutyRow, on: date, *, whose: bool) -> Line:
    """An assignment in a list; ``whose``: of several agencies, so that it says of which."""
    return Line(
        id=row.task_id,
        text=row.text,
        due=due(row.due, on, month=row.due_precision == "month", over=row.state in OVER, raw=row.due_words),
        doers=(Doer(row.agency_name),) if whose else (),
        others=0,
        state_label=row.state_label,
        tone=TONES.get(row.state, ""),
        product="",
        plan=row.plan_title,
        note=row.reason,
        context=row.context,
        duty=row.assignment_id,
        officer=row.officer,
        urged=row.urged,
    )


def duty_lines(rows: Iterable[DutyRow], on: date, *, whose: bool = False) -> list[Line]:
    return [duty_line(row, on, whose=whose) for row in rows]
