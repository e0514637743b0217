"""Tables of tasks in annexes."""

from collections.abc import Sequence

from longdan.core.plans.draft import Task
from longdan.core.plans.paragraphs import Paragraph
from longdan.core.plans.zones import Zone



def without_tables(placed: Sequence[tuple[Paragraph, Zone]]) -> tuple[list[list[Paragraph]], list[tuple[Paragraph, Zone]]]:
    return [], list(placed)


def annex_tasks(tables: list[list[Paragraph]]) -> tuple[Task, ...]:
    return ()
