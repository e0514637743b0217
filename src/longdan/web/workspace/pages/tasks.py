"""Tasks as lists and the page of one task show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from longdan.app.plans.queries import Chip, TaskRow
from longdan.app.work.queries import Duty, DutyRow, TaskPage
from longdan.app.work.states import Step
from longdan.web.shared import sheets
from longdan.web.shared.dates import Due, due

TONES = {"under_way": "going", "accepted": "going", "submitted": "soon", "returned": "late", "done": "good"}
DOERS = ("lead", "responsible")
TITLE = 160  # characters that a title may have


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
    unassigned: bool = False

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
        unassigned=not doers,
    )


def doer(chip: Chip) -> Doer:
    return Doer(chip.name, f"{chip.members_done}/{chip.members} xong" if chip.members > 1 else "")


def state(row: TaskRow) -> tuple[str, str]:
    """One word for a task of several agencies: the state of whoever is furthest behind."""
    if row.done:
        return "Hoàn thành", "good"
    if row.overdue:
        return "Quá hạn", "late"
    doers = [chip for chip in row.chips if chip.role in DOERS] or list(row.chips)
    return (doers[0].state_label, TONES.get(doers[0].state, "")) if doers else ("Chưa giao", "")


def duty_line(row: DutyRow, on: date, *, whose: bool) -> Line:
    """An assignment in a list; ``whose``: of several agencies, so that it says of which."""
    over = row.state in ("done", "cancelled", "submitted")
    return Line(
        id=row.task_id,
        text=row.text,
        due=due(row.due, on, month=row.due_precision == "month", over=over),
        doers=(Doer(row.agency_name),) if whose else (),
        others=0,
        state_label=row.state_label,
        tone=TONES.get(row.state, ""),
        product="",
        plan=row.plan_title,
        note=row.reason,
    )


def duty_lines(rows: Iterable[DutyRow], on: date, *, whose: bool = False) -> list[Line]:
    return [duty_line(row, on, whose=whose) for row in rows]


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that this post may take, as the form for it."""

    verb: str
    label: str
    wants_text: bool
    wants_percent: bool
    asks: str
    main: bool


ASKS = {
    Step.REPORT: "Đã làm được gì, còn vướng gì",
    Step.SUBMIT: "Kết quả: văn bản, sản phẩm đã có",
    Step.SEND_BACK: "Lý do trả lại",
    Step.CANCEL: "Lý do thôi giao",
}
MAIN = (Step.REPORT, Step.FINISH)


@dataclass(frozen=True, slots=True)
class DutyPanel:
    """What one agency has to do with the task, how far it is, and what may be done about it from here."""

    duty: Duty
    tone: str
    deeds: tuple[Deed, ...]

    @property
    def key(self) -> str:
        return f"viec-{self.duty.assignment_id}"

    @property
    def is_busy(self) -> bool:
        """Whether there is more to do here than to release the agency."""
        return any(deed.verb != Step.CANCEL for deed in self.deeds)

    @property
    def main(self) -> Deed | None:
        return next((deed for deed in self.deeds if deed.main), None)

    @property
    def others(self) -> tuple[Deed, ...]:
        return tuple(deed for deed in self.deeds if not deed.main)


@dataclass(frozen=True, slots=True)
class Page:
    found: TaskPage
    title: str
    due: Due
    state_label: str
    tone: str
    panels: tuple[DutyPanel, ...]  # where something waits for this post
    others: tuple[DutyPanel, ...]
    words: tuple[sheets.Block, ...]
    facts: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        return str(self.found.task.id)

    @property
    def key(self) -> str:
        return f"task-{self.found.task.id}"


def page(found: TaskPage, on: date) -> Page:
    task = found.task
    label, tone = state(task)
    panels = [panel(duty) for duty in found.duties]
    only = frozenset({f"task-{task.id}"})
    facts = (
        ("Sản phẩm", task.product),
        ("Lặp lại", task.recurrence),
        ("Nội dung chỉ số", found.dimension),
        ("Tiêu chí", ", ".join(found.criteria)),
        ("Mục", task.section_path),
    )
    return Page(
        found=found,
        title=short(task.text),
        due=task_due(task, on),
        state_label=label,
        tone=tone,
        panels=tuple(one for one in panels if one.is_busy),
        others=tuple(one for one in panels if not one.is_busy),
        words=tuple(sheets.blocks(found.passages, sheets.Drawing(only=only))),
        facts=tuple((name, value) for name, value in facts if value),
    )


def short(text: str) -> str:
    """The beginning of a long task, up to the end of a part of its sentence, for the page's title."""
    if len(text) <= TITLE:
        return text
    cut = max(text.rfind(mark, TITLE // 2, TITLE) for mark in (";", ".", ",", " "))
    return f"{text[:cut].rstrip(' ,;.')}…"


def panel(duty: Duty) -> DutyPanel:
    return DutyPanel(duty, TONES.get(duty.state, ""), tuple(deed(step) for step in duty.steps))


def deed(step: Step) -> Deed:
    return Deed(
        verb=step,
        label=step.label,
        wants_text=step in ASKS,
        wants_percent=step is Step.REPORT,
        asks=ASKS.get(step, ""),
        main=step in MAIN,
    )
