"""Reading a plan: from a document to all that it says."""

from collections.abc import Sequence

from longdan.core.catalogue.places import NOWHERE, Places
from longdan.core.documents.model import Document
from longdan.core.plans.annexes.prose import prose_tasks
from longdan.core.plans.annexes.rows import table_tasks
from longdan.core.plans.annexes.tables import Table, tables
from longdan.core.plans.annexes.target_tables import TargetTable, baselines_in, target_tables, targets_in
from longdan.core.plans.body.assignments import assignments
from longdan.core.plans.body.deadlines import deadlines
from longdan.core.plans.body.demands import demands
from longdan.core.plans.body.reporting import report_periods
from longdan.core.plans.body.responsibilities import told_apart
from longdan.core.plans.body.sections import sections
from longdan.core.plans.body.tasks import bullets, tasks
from longdan.core.plans.body.zones import body_parts, zoned
from longdan.core.plans.draft import PlanDraft
from longdan.core.plans.figures import baselines, criteria, targets
from longdan.core.plans.front import heading, kinds
from longdan.core.plans.words.outline import outlined
from longdan.core.plans.words.paragraphs import Paragraph, paragraphs


def read_plan(document: Document, places: Places = NOWHERE) -> PlanDraft:
    """All that the document says; ProblemsFound where it is no plan. ``places``: the provincial units that are known."""
    front = heading.read(document, places)
    placed = zoned(paragraphs(document))
    everything = [paragraph for paragraph, _ in placed]
    goals = target_tables(everything)
    task_tables = [table for table in tables(everything) if not any(goal.start <= table.start < goal.end for goal in goals)]
    tabled: list[Table | TargetTable] = [*task_tables, *goals]
    root = told_apart(outlined([[one for one in part if _in_text(one, tabled)] for part in body_parts(placed)]))
    in_tables = [*table_tasks(task_tables, placed, root), *prose_tasks(placed, task_tables)]
    in_text = (one for one in targets.read(document, front) if not _in_table(one.quote.start, tabled))
    draft = PlanDraft(
        criteria.with_tables(front, in_tables),
        sections=sections(root),
        tasks=tuple(sorted([*tasks(root), *in_tables], key=lambda task: task.quote.start)),
        bullets=bullets(root),
        assignments=assignments(root),
        deadlines=deadlines(root),
        report_periods=report_periods(root),
        targets=tuple(sorted([*in_text, *targets_in(goals, front)], key=lambda target: target.quote.start)),
        baselines=(*baselines.read(document, front), *baselines_in(goals)),
        demands=demands(root),
    )
    if front.kind == "dispatch" and not (draft.tasks or draft.assignments or draft.deadlines or draft.report_periods):
        raise kinds.not_a_plan(document, "công văn này không giao việc cho cơ quan nào")
    return draft


def _in_text(paragraph: Paragraph, tabled: Sequence[Table | TargetTable]) -> bool:
    """Whether the paragraph belongs to the running text, and not to a table that is read by itself or to what rules pages."""
    return not paragraph.separator and not _in_table(paragraph.start, tabled)


def _in_table(position: int, tabled: Sequence[Table | TargetTable]) -> bool:
    """Whether a position lies in a table of tasks or of targets, whose rows are read with all that they say."""
    return any(table.start <= position < table.end for table in tabled)
