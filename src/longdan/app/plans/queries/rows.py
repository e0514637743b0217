"""Plans and tasks as rows of lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.plans.models import RELEASED, Assignment, AssignmentRole, AssignmentState, Section, Task
from longdan.core.plans.words.vague_names import names_nobody

CLOSED = (AssignmentState.DONE, *RELEASED)
DOERS = (AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE)
HANDED_IN = (AssignmentState.SUBMITTED, AssignmentState.DONE)


@dataclass(frozen=True, slots=True)
class PlanRow:
    id: int
    title: str
    number: str
    doc_type: str
    issuer_name: str
    issued: date | None
    first_year: int | None
    last_year: int | None
    indices: tuple[str, ...]
    tasks: int
    done: int
    overdue: int
    no_lead: int
    no_deadline: int


@dataclass(frozen=True, slots=True)
class Chip:
    """An agency at a task; agencies that a group stands for are one chip, with how many of them are done."""

    assignment_id: int
    agency_id: int | None
    name: str
    role: str
    role_label: str
    state: str
    state_label: str
    group: str = ""
    members: int = 1
    members_done: int = 0
    vague: bool = False  # "các cơ quan liên quan": said in the plan, yet no agency

    @property
    def reached(self) -> bool:
        """Whether somebody has the task: a name that matches no agency is nobody's."""
        return self.agency_id is not None or bool(self.group)


@dataclass(frozen=True, slots=True)
class TaskRow:
    id: int
    text: str
    product: str
    due: date | None
    due_precision: str
    due_raw: str
    recurrence: str
    section_path: str
    chips: tuple[Chip, ...]
    days_left: int | None
    overdue: bool
    done: bool
    context: str = ""  # the heading over it, where it stands without it and its own words say too little

    @property
    def agencies(self) -> tuple[Chip, ...]:
        """Those of its chips that name an agency, or a group of agencies."""
        return tuple(chip for chip in self.chips if not chip.vague)


@dataclass(frozen=True, slots=True)
class TaskGroup:
    key: str
    label: str
    depth: int
    tasks: tuple[TaskRow, ...]


SAYS_TOO_LITTLE = 80  # characters: a task of fewer is shown with the heading that it stands under


def heading_over(section: Section | None) -> str:
    """The nearest heading that has words."""
    while section is not None:
        if section.title:
            return section.title
        section = section.parent
    return ""


def context_of(task: Task) -> str:
    """The heading over a task whose own words say too little: "Ban hành chậm nhất ngày 10/02/2026."."""
    return beside(task.text, heading_over(task.section))


def beside(text: str, heading: str) -> str:
    """The heading where it is needed, and where the task is not that heading itself."""
    return heading if len(text) < SAYS_TOO_LITTLE and heading not in text else ""


def named(task: Task) -> str:
    """A task in one line, under its heading where it needs it."""
    return ": ".join(part for part in (context_of(task), task.text) if part)


class Standing(TypedDict):
    """What is asked of a task: whether one leads, whether all is done, whether it is late."""

    led: bool
    done: bool
    late: bool


if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    CountedTask = WithAnnotations[Task, Standing]


def counted(tasks: QuerySet[Task], on: date, *, withdrawn: bool = False) -> "QuerySet[CountedTask]":
    """Tasks in force with how they stand; late is what somebody, or nobody, should have handed in by now."""
    here = Assignment.objects.filter(task=OuterRef("pk")).exclude(state__in=RELEASED)
    doers = here.filter(role__in=DOERS)
    in_force = tasks if withdrawn else tasks.filter(withdrawn_at__isnull=True)
    rows = in_force.annotate(
        led=Exists(doers.filter(Q(agency__isnull=False) | ~Q(group=""))),  # who is to do it alone is its lead, too
        done=Exists(doers) & ~Exists(doers.exclude(state=AssignmentState.DONE)),
    )
    owed = Exists(doers.exclude(state__in=HANDED_IN)) | ~Exists(doers)
    return rows.annotate(late=Q(due__lt=on) & owed)


def task_rows(tasks: QuerySet[Task], on: date, *, withdrawn: bool = False) -> tuple[TaskRow, ...]:
    """Tasks with their agencies, in two queries."""
    chips = Assignment.objects.select_related("agency").exclude(state__in=RELEASED)
    shown = counted(tasks, on, withdrawn=withdrawn).select_related("section").prefetch_related(Prefetch("assignments", chips))
    return tuple(_task_row(task, on) for task in shown)


def _task_row(task: "CountedTask", on: date) -> TaskRow:
    return TaskRow(
        id=task.pk,
        text=task.text,
        product=task.product,
        due=task.due,
        due_precision=task.due_precision,
        due_raw=task.due_raw,
        recurrence=task.recurrence,
        section_path=task.section.path if task.section else "",
        chips=_chips(task.assignments.all()),
        days_left=(task.due - on).days if task.due else None,
        overdue=bool(task.late),
        done=bool(task.done),
    )


def _chips(assignments: Iterable[Assignment]) -> tuple[Chip, ...]:
    """Leads first; the members of a group together."""
    bundles: dict[tuple[str, str], list[Assignment]] = {}
    for one in assignments:
        bundles.setdefault((one.role, one.group or f"#{one.pk}"), []).append(one)
    order = list(AssignmentRole)
    return tuple(_chip(some) for _, some in sorted(bundles.items(), key=lambda item: order.index(AssignmentRole(item[0][0]))))


def _chip(some: Sequence[Assignment]) -> Chip:
    first = some[0]
    role, state = AssignmentRole(first.role), AssignmentState(first.state)
    name = GROUP_LABELS[Group(first.group)] if first.group else first.doer
    done = sum(one.state == AssignmentState.DONE for one in some)
    agency = None if first.group else first.agency_id
    vague = not (first.group or agency) and names_nobody(name)
    return Chip(first.pk, agency, name, role, str(role.label), state, first.state_told, first.group, len(some), done, vague)
