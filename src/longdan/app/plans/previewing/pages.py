"""The page on which a person looks at a preview and corrects it."""

from dataclasses import dataclass
from datetime import date

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import Reading, ReadingState
from longdan.app.plans.previewing.comparing import Change, Compared
from longdan.app.plans.previewing.correcting import Verb
from longdan.app.plans.previewing.stored import comparison, plan_in_force, preview_of
from longdan.app.plans.previewing.value import Preview
from longdan.app.plans.queries.readings import ReadingRow, row
from longdan.app.plans.queries.viewing import DocumentView, Mark, view
from longdan.core.problems import refuse


@dataclass(frozen=True, slots=True)
class PreviewPage:
    reading: ReadingRow
    preview: Preview
    document: DocumentView
    agency_names: dict[int, str]
    changes: dict[str, Change]  # by the id of the task; empty where no such plan is in force
    gone: tuple[str, ...]  # tasks in force that the document no longer holds
    plan_in_force: tuple[int, str] | None
    corrections: int
    last_correction: str
    token: str


def preview(post: Post, reading_id: int, *, on: date) -> PreviewPage:
    """All that the page of a preview shows; refused while there is nothing to show."""
    found = Reading.objects.select_related("agency", "document", "received_by__account")
    one = found.prefetch_related("files", "problems", "corrections").get(pk=reading_id)
    require(post, Right.IMPORT, on=one.agency)
    if one.preview is None or one.document is None:
        label = ReadingState(one.state).label
        raise refuse("plans.reading.state", "bản đọc", f"chưa có bản xem trước ({label.lower()})", "chờ đọc xong rồi mở lại")
    shown = preview_of(one, on=on)
    plan = plan_in_force(one, shown)
    compared = comparison(shown, plan) if plan else ()
    corrections = list(one.corrections.all())
    return PreviewPage(
        reading=row(one),
        preview=shown,
        document=view(one.document, marks(shown)),
        agency_names=_names(shown),
        changes={each.found.id: each.change for each in compared if each.found},
        gone=_gone(compared),
        plan_in_force=(plan.pk, plan.title) if plan else None,
        corrections=len(corrections),
        last_correction=VERBS[Verb(corrections[-1].verb)] if corrections else "",
        token=shown.token(),
    )


VERBS = {
    Verb.EDIT: "sửa nội dung",
    Verb.DISCARD: "bỏ một mục",
    Verb.RESTORE: "lấy lại một mục",
    Verb.APPROVE: "đánh dấu đã xem",
    Verb.MATCH: "chọn cơ quan",
    Verb.ROLE: "đổi vai trò của cơ quan",
    Verb.ASSIGN: "thêm cơ quan",
    Verb.RELEASE: "bớt cơ quan",
    Verb.SPLIT: "tách nhiệm vụ",
    Verb.MERGE: "gộp nhiệm vụ",
}


def marks(shown: Preview) -> list[Mark]:
    """The span of every statement that stands in the preview."""
    quoted = [(task.id, task.quote) for task in shown.tasks if task.quote]
    for some in (shown.deadlines, shown.report_periods, shown.demands, shown.targets, shown.baselines):
        quoted += [(one.id, one.what.quote) for one in some]
    return [Mark(name, quote.start, quote.end) for name, quote in quoted]


def _gone(compared: tuple[Compared, ...]) -> tuple[str, ...]:
    return tuple(one.before.text for one in compared if one.change is Change.GONE and one.before)


def _names(shown: Preview) -> dict[int, str]:
    meant = {one.match.agency for task in shown.tasks for one in task.assignments if one.match.agency}
    return dict(Agency.objects.filter(pk__in=meant).values_list("pk", "name"))
