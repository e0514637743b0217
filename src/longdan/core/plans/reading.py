"""Reading a plan: from a document to all that it says."""

from longdan.core.documents.model import Document
from longdan.core.plans import baselines, heading, targets
from longdan.core.plans.annexes import annex_tasks, without_tables
from longdan.core.plans.assignments import assignments
from longdan.core.plans.deadlines import deadlines
from longdan.core.plans.demands import demands
from longdan.core.plans.draft import PlanDraft
from longdan.core.plans.outline import outlined
from longdan.core.plans.paragraphs import paragraphs
from longdan.core.plans.reporting import report_periods
from longdan.core.plans.sections import sections
from longdan.core.plans.tasks import bullets, tasks
from longdan.core.plans.zones import Zone, zoned


def read_plan(document: Document) -> PlanDraft:
    """All that the document says; ProblemsFound where it is no plan."""
    front = heading.read(document)
    placed = zoned(paragraphs(document))
    tables, body = without_tables(placed)
    root = outlined([paragraph for paragraph, zone in body if zone is Zone.BODY and not paragraph.separator])
    return PlanDraft(
        front,
        sections=sections(root),
        tasks=(*tasks(root), *annex_tasks(tables)),
        bullets=bullets(root),
        assignments=assignments(root),
        deadlines=deadlines(root),
        report_periods=report_periods(root),
        targets=targets.read(document, front),
        baselines=baselines.read(document, front),
        demands=demands(root),
    )
