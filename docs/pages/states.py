"""The page of states: which step leads from which state to which, as tables and as diagrams."""

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import TextChoices

from docs.pages.tables import table
from longdan.app.plans import states as reading
from longdan.app.plans.models import AssignmentState, ReadingState
from longdan.app.work import states as work
from longdan.app.work.models import DifficultyState

Table = Mapping[tuple[TextChoices, StrEnum], TextChoices]
MACHINES: tuple[tuple[str, TextChoices, Table], ...] = (
    ("Bản đọc · A reading", ReadingState.WAITING, reading.AFTER),
    ("Việc được giao · An assignment", AssignmentState.ASSIGNED, work.AFTER),
    ("Khó khăn, vướng mắc · A difficulty", DifficultyState.RAISED, work.AFTER_DIFFICULTY),
)


def page() -> str:
    head = "# Trạng thái · States\n\nWhat may follow what; anything else is refused."
    return "\n\n".join([head, *(machine(*one) for one in MACHINES)])


def machine(title: str, first: TextChoices, after: Table) -> str:
    rows = [(f"{now.label} (`{now}`)", f"`{step}`", f"{then.label} (`{then}`)") for (now, step), then in after.items()]
    arrows = [f"    {now} --> {then}: {step}" for (now, step), then in after.items()]
    diagram = "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *arrows, "```"])
    return f"## {title}\n\n{diagram}\n\n" + table(("from", "step", "to"), rows)
