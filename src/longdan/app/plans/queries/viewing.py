"""A document as a screen shows it: its passages, cut where statements begin and end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.plans.models import Document, Passage, Plan
from longdan.app.plans.queries.originals import Original, originals
from longdan.app.plans.queries.plans import plan_rows
from longdan.app.plans.queries.rows import PlanRow, TaskRow, task_rows


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement's span in the text, under the name by which a screen knows it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in which the same statements stand from beginning to end."""

    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    start: int
    end: int
    kind: str
    file: str
    page: int | None
    table: int | None
    row: int | None
    column: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    id: int
    name: str
    pages: int | None
    recognised: bool
    passages: tuple[PassageView, ...]


def view(document: Document, marks: Iterable[Mark]) -> DocumentView:
    """The whole document with its statements marked."""
    shown = passages(document.text, document.passages.all(), marks)
    return DocumentView(document.pk, document.name, document.pages, document.recognised, shown)


def passages(text: str, rows: Iterable[Passage], marks: Iterable[Mark]) -> tuple[PassageView, ...]:
    """Passages in the order of the text, each with the marks that touch it; one sweep over both."""
    waiting = sorted(marks, key=lambda mark: mark.start)
    shown, begun, open_marks = [], 0, list[Mark]()
    for row in rows:
        open_marks = [mark for mark in open_marks if mark.end > row.start]
        while begun < len(waiting) and waiting[begun].start < row.end:
            open_marks.append(waiting[begun])
            begun += 1
        touching = [mark for mark in open_marks if mark.end > row.start]
        cut = pieces(text, row.start, row.end, touching)
        shown.append(PassageView(row.start, row.end, row.kind, row.file, row.page, row.table, row.row, row.column, cut))
    return tuple(shown)


def pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """``text[start:end]`` cut at every edge of a mark."""
    edges = sorted({start, end, *(edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end)})
    return tuple(
        Piece(text[left:right], tuple(mark.name for mark in marks if mark.start < right and left < mark.end))
        for left, right in pairwise(edges)
    )


def around(
    document: Document, start: int, end: int, marks: Iterable[Mark], *, before: int = 2, after: int = 1
) -> tuple[PassageView, ...]:
    """The passages in which a statement stands, with a few before and behind."""
    rows = document.passages.all()
    ahead = list(reversed(rows.filter(end__lte=start).order_by("-start")[:before]))
    inside = list(rows.filter(start__lt=end, end__gt=start))
    behind = list(rows.filter(start__gte=end)[:after])
    return passages(document.text, [*ahead, *inside, *behind], marks)


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan in force beside its document."""

    plan: PlanRow
    tasks: tuple[TaskRow, ...]
    document: DocumentView
    originals: tuple[Original, ...]


def plan_document(post: Post, plan_id: int, *, on: date) -> PlanDocument:
    """The document of a plan in force, each of its tasks marked "task-<id>"."""
    plan = Plan.objects.select_related("document", "owner__province").prefetch_related("indices").get(pk=plan_id)
    require(post, Right.SEE, on=plan.owner)
    spans = plan.tasks.filter(start__isnull=False, withdrawn_at__isnull=True).values_list("pk", "start", "end")
    shown = view(plan.document, [Mark(f"task-{pk}", start or 0, end or 0) for pk, start, end in spans])
    return PlanDocument(plan_rows([plan], on)[0], task_rows(plan.tasks.all(), on), shown, originals(plan))
