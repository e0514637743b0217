"""The task list of a plan as a sheet: what leaves for Excel, and how its columns are called when it comes back."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from django.utils.translation import override

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.matching import GROUP_LABELS, Group
from longdan.app.agencies.models import Post
from longdan.app.agencies.queries import agencies
from longdan.app.plans.models import RELEASED, Assignment, AssignmentState, Plan, Task
from longdan.app.plans.queries.dates import written_day
from longdan.app.plans.queries.rows import counted

if TYPE_CHECKING:
    from longdan.app.plans.queries.rows import CountedTask

MARK = "LD"  # begins the keys: "LD-12-345" is task 345 of plan 12
REMOVED = "x"
MOST_NAMES = 500


class SheetColumn(StrEnum):
    """The columns, by their headers."""

    KEY = "Khóa"
    BASE = "Bản gốc"
    ORDER = "STT"
    SECTION = "Mục"
    TEXT = "Nhiệm vụ"
    PRODUCT = "Sản phẩm"
    LEAD = "Chủ trì"
    RESPONSIBLE = "Thực hiện"
    COOPERATE = "Phối hợp"
    DUE = "Thời hạn"
    RECURRENCE = "Lặp lại"
    STATE = "Tình trạng"
    REMOVE = "Rút khỏi kế hoạch"


PLAIN = {SheetColumn.TEXT: "text", SheetColumn.PRODUCT: "product", SheetColumn.DUE: "due", SheetColumn.RECURRENCE: "recurrence"}
ROLES = {SheetColumn.LEAD: "lead", SheetColumn.RESPONSIBLE: "responsible", SheetColumn.COOPERATE: "cooperate"}


@dataclass(frozen=True, slots=True)
class SheetRow:
    key: str
    base: str  # what stood in the row when it left, as JSON: without it nobody could tell who changed what
    order: int
    section: str
    text: str
    product: str
    lead: str
    responsible: str
    cooperate: str
    due: date | str
    recurrence: str
    state: str


@dataclass(frozen=True, slots=True)
class TaskSheet:
    plan_id: int
    key: str  # the header of the key column, naming the plan
    name: str
    title: str
    rows: tuple[SheetRow, ...]
    agencies: tuple[str, ...]  # to choose from


def task_sheet(post: Post, plan_id: int, *, on: date) -> TaskSheet:
    """The tasks of a plan in force as rows."""
    plan = Plan.objects.select_related("owner__province").get(pk=plan_id)
    require(post, Right.EXPORT, on=plan.owner)
    held, given = names_by_role(plan), _given(plan)
    tasks = counted(plan.tasks.all(), on).select_related("section").order_by("order")
    with override("vi"):
        rows = tuple(_row(number, task, held.get(task.pk, {}), given=task.pk in given) for number, task in enumerate(tasks, 1))
    known = tuple(one.name for one in agencies(post, on=on, limit=MOST_NAMES))
    return TaskSheet(plan.pk, header(plan.pk), str(plan), plan.title, rows, (*(group.label for group in Group), *known))


@cache
def states_written() -> tuple[str, ...]:
    """The states as sheets write them: in Vietnamese, whatever the language of the page."""
    with override("vi"):
        return ("Chưa giao", *(str(state.label) for state in AssignmentState if state not in RELEASED), "Quá hạn")


def header(plan: int) -> str:
    return f"{SheetColumn.KEY} {MARK}-{plan}"


def names_by_role(plan: Plan) -> dict[int, dict[str, list[str]]]:
    """The names of who has each task, by task and role, as the cells of a sheet say them."""
    rows = Assignment.objects.filter(task__plan=plan, task__withdrawn_at__isnull=True).exclude(state__in=RELEASED)
    columns = rows.order_by("pk").values_list("task", "role", "group", "agency__name", "as_written")
    found: dict[int, dict[str, list[str]]] = {}
    for task, role, group, agency, written in columns:
        names = found.setdefault(task, {}).setdefault(role, [])
        name = GROUP_LABELS[Group(group)] if group else agency or written
        if name not in names:
            names.append(name)
    return found


def _given(plan: Plan) -> set[int]:
    """The tasks that somebody has: a name that matches no agency is nobody's."""
    held = Assignment.objects.filter(task__plan=plan).exclude(state__in=RELEASED).exclude(agency=None, group="")
    return set(held.values_list("task", flat=True))


def _row(number: int, task: "CountedTask", held: dict[str, list[str]], *, given: bool) -> SheetRow:
    cells = cells_of(task, held)
    base = json.dumps({name.name: noted(words) for name, words in cells.items()}, ensure_ascii=False, separators=(",", ":"))
    due = task.due if task.due and task.due_precision == "day" else cells[SheetColumn.DUE]
    return SheetRow(
        key=f"{MARK}-{task.plan_id}-{task.pk}",
        base=base,
        order=number,
        section=task.section.path if task.section else "",
        text=task.text,
        product=task.product,
        lead=cells[SheetColumn.LEAD],
        responsible=cells[SheetColumn.RESPONSIBLE],
        cooperate=cells[SheetColumn.COOPERATE],
        due=due,
        recurrence=task.recurrence,
        state=_state(task, given),
    )


def cells_of(task: Task, held: dict[str, list[str]]) -> dict[SheetColumn, str]:
    """What a row says of a task, in words that can be compared."""
    plain = {SheetColumn.TEXT: task.text, SheetColumn.PRODUCT: task.product, SheetColumn.RECURRENCE: task.recurrence}
    due = written_day(task.due, task.due_precision)
    roles = {name: joined(held.get(role, ())) for name, role in ROLES.items()}
    return {name: tidy(words) for name, words in (plain | roles | {SheetColumn.DUE: due}).items()}


LONGEST_NOTED = 1000  # letters: a cell of Excel ends at 32,767, and what stood in a whole row stands in one


def noted(words: str) -> str:
    """What a row remembers of a cell as it left: its words, or the hash of long ones."""
    return words if len(words) <= LONGEST_NOTED else f"#{hashlib.sha256(words.encode()).hexdigest()}"


def joined(names: Iterable[str]) -> str:
    return "; ".join(names)


def tidy(words: str) -> str:
    """Words without what Excel or a keyboard adds to them."""
    return " ".join(words.replace("_x000D_", " ").split())


def split(words: str) -> Sequence[str]:
    return [name for part in words.replace("\n", ";").split(";") if (name := tidy(part))]


def _state(task: "CountedTask", given: bool) -> str:
    if task.done:
        return str(AssignmentState.DONE.label)
    if task.late:
        return "Quá hạn"
    return str(AssignmentState.ASSIGNED.label) if given else "Chưa giao"
