"""The matrix of a plan: its contents and tasks by the agencies that have them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from longdan.app.plans.queries import Chip, TaskGroup, TaskRow

SHORT = {"lead": "CT", "responsible": "TH", "cooperate": "PH"}
ON_PAPER = 12  # columns of agencies
TONES = {"done": "good", "under_way": "going", "submitted": "soon", "returned": "late", "accepted": "going"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What an agency is in a task: the letters of its role, how far it is in words, and the colour of that."""

    letters: str = ""
    words: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A task with its cells, or a content without."""

    label: str
    task: int | None
    cells: tuple[Cell, ...] = ()
    who: str = ""  # the same in words, for paper


@dataclass(frozen=True, slots=True)
class Head:
    name: str
    leads: int
    all: int


@dataclass(frozen=True, slots=True)
class Matrix:
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    tasks: int

    @property
    def is_wide(self) -> bool:
        """Whether it has more columns than a sheet of paper."""
        return len(self.heads) > ON_PAPER


def matrix(groups: Iterable[TaskGroup], wanted: set[int]) -> Matrix:
    """The agencies with most to lead first; groups of agencies are one column."""
    kept = [(group, [row for row in group.tasks if row.id in wanted]) for group in groups]
    tasks = [row for _, rows in kept for row in rows]
    heads = columns(tasks)
    names = [head.name for head in heads]
    rows = [row for group, some in kept if some for row in (Row(group.label, None), *(line(task, names) for task in some))]
    return Matrix(heads, tuple(rows), len(tasks))


def columns(tasks: Iterable[TaskRow]) -> tuple[Head, ...]:
    leads, every = Counter[str](), Counter[str]()
    for task in tasks:
        every.update({chip.name for chip in task.agencies})
        leads.update({chip.name for chip in task.agencies if chip.role != "cooperate"})
    ordered = sorted(every, key=lambda name: (-leads[name], -every[name], name))
    return tuple(Head(name, leads[name], every[name]) for name in ordered)


def line(task: TaskRow, names: Sequence[str]) -> Row:
    cells = {chip.name: cell(chip, task) for chip in reversed(task.chips)}  # the strongest role is written last
    held = {letters: [name for name in names if cells.get(name, EMPTY).letters == letters] for letters in SHORT.values()}
    who = ". ".join(f"{letters}: {', '.join(some)}" for letters, some in held.items() if some)
    return Row(task.text, task.id, tuple(cells.get(name, EMPTY) for name in names), who)


EMPTY = Cell()


def cell(chip: Chip, task: TaskRow) -> Cell:
    far = _("%(done)d/%(all)d xong") % {"done": chip.members_done, "all": chip.members} if chip.members > 1 else chip.state_label
    done = chip.members_done == chip.members if chip.members > 1 else chip.state == "done"
    late = task.overdue and not done and chip.role != "cooperate"
    tone = "late" if late else "good" if done else TONES.get(chip.state, "")
    return Cell(SHORT[chip.role], f"{chip.role_label}, {_('quá hạn') if late else far.lower()}", tone)
