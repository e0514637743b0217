"""The page on which a person looks at a preview and corrects it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import Correction, Plan, Reading, ReadingKind, ReadingState
from longdan.app.plans.previewing.comparing import Change, Compared, InForce, compare
from longdan.app.plans.previewing.corrections import Verb
from longdan.app.plans.previewing.history import VERBS, CorrectionRow, chosen, history, last_done, next_undone
from longdan.app.plans.previewing.in_force import tasks_in_force
from longdan.app.plans.previewing.stored import plan_in_force, preview_of
from longdan.app.plans.previewing.together import Together, mark_of, outdated, together_of
from longdan.app.plans.previewing.value import Preview
from longdan.app.plans.queries.readings import ReadingRow, row
from longdan.app.plans.queries.viewing import DocumentView, Mark, view
from longdan.core.problems import Problem, refuse


@dataclass(frozen=True, slots=True)
class PreviewPage:
    reading: ReadingRow
    preview: Preview
    document: DocumentView | None  # None where only statements are drawn
    agency_names: dict[int, str]
    compared: dict[str, Compared]  # by the id of the task; empty where no such plan is in force
    gone: tuple[Compared, ...]  # tasks in force that would end
    absent: tuple[InForce, ...]  # tasks in force that a sheet has no row for: they stay
    targets_left: int  # of a plan carried over: its targets, which the new year sets anew
    plan_in_force: tuple[int, str] | None
    warnings: tuple[Problem, ...]  # of the whole document: a person may take it in all the same
    may_amend: tuple[tuple[int, str], ...]  # plans that it may be said to change
    corrections: int
    last_correction: str
    redoes: str  # the undone correction that can be made again
    history: dict[str, tuple[CorrectionRow, ...]]  # by the statement corrected
    token: str
    mark: str  # names the corrections that the page shows
    together: Together
    may_correct: bool
    may_confirm: bool


def preview(post: Post, reading_id: int, *, on: date, seen: str = "") -> PreviewPage:
    """All that the page of a preview shows; refused while there is nothing to show.

    ``seen`` is the mark of the page that shows it already, for a part of it.
    """
    one = asked(reading_id, post)
    if one.preview is None or one.document is None:
        label = ReadingState(one.state).label
        raise refuse("plans.reading.state", "bản đọc", f"chưa có bản xem trước ({label.lower()})", "chờ đọc xong rồi mở lại")
    corrections = list(one.corrections.all())
    return page_of(post, one, preview_of(one, on=on), corrections, whole=True, behind=outdated(seen, corrections))


def preview_or_progress(post: Post, reading_id: int, *, on: date) -> PreviewPage | ReadingRow:
    """The page of a preview; of a reading that has none, or whose preview is decided, how far it is."""
    one = asked(reading_id, post)
    if one.state != ReadingState.READY:
        return row(one)
    return page_of(post, one, preview_of(one, on=on), list(one.corrections.all()), whole=True)


def asked(reading_id: int, post: Post) -> Reading:
    found = Reading.objects.select_related("agency", "document", "received_by__account", "of", "confirmed_by__account")
    with_ = ("files", "problems", "corrections__by__account", "corrections__undone_by__account")
    one = found.prefetch_related(*with_).get(pk=reading_id)
    require(post, Right.IMPORT, on=one.agency)
    return one


def page_of(
    post: Post, one: Reading, shown: Preview, corrections: Sequence[Correction], *, whole: bool, behind: str = ""
) -> PreviewPage:
    """The page of a preview as it stands; ``whole``: with its document; ``behind``: the mark of a page that others outdated."""
    assert one.document is not None
    plan = plan_in_force(one, shown)
    now = tasks_in_force(plan) if plan else []
    compared = compare(shown, now) if plan else ()
    last, undone = last_done(corrections), next_undone(corrections)
    names = _names(shown, corrections)
    return PreviewPage(
        reading=row(one),
        preview=shown,
        document=view(one.document, marks(shown)) if whole else None,
        agency_names=names,
        compared={each.found.id: each for each in compared if each.found},
        gone=tuple(each for each in compared if each.change is Change.GONE),
        absent=_absent(shown, now) if one.kind == ReadingKind.SHEET else (),
        targets_left=one.of.targets.count() if one.of and one.kind == ReadingKind.CARRIED else 0,
        plan_in_force=(plan.pk, plan.title) if plan else None,
        warnings=tuple(_warnings(one, shown)),
        may_amend=_may_amend(one) if whole else (),
        corrections=sum(each.undone_at is None for each in corrections),
        last_correction=_signed(last, post) if last else "",
        redoes=str(VERBS[Verb(undone.verb)]) if undone else "",
        history=history(corrections, names),
        token=shown.token(compared),
        mark=behind or mark_of(corrections),
        together=together_of(one, post, corrections, seen=behind),
        may_correct=may(post, Right.IMPORT, on=one.agency),
        may_confirm=may(post, Right.CONFIRM, on=one.agency),
    )


def _absent(shown: Preview, now: Iterable[InForce]) -> tuple[InForce, ...]:
    rows = {task.of for task in shown.tasks}
    return tuple(one for one in now if one.id not in rows)


def _warnings(one: Reading, shown: Preview) -> Iterable[Problem]:
    if shown.elsewhere:
        here = re.sub(r"^(?:UBND|Ủy ban nhân dân)\s+", "", Agency.objects.get(pk=one.agency.province_or_self).name)
        yield Problem(
            "plans.preview.elsewhere",
            f"cơ quan ban hành: {shown.heading.issuer or shown.heading.place or 'chưa đọc được'}",
            f"Văn bản của {shown.elsewhere}, không phải {here}",
            f"nếu gửi nhầm thì không xác nhận; nếu vẫn muốn theo dõi ở {here}, xem lại từng cơ quan được giao việc rồi xác nhận",
        )


def _signed(one: Correction, post: Post) -> str:
    """What a correction did; by whom, where that was somebody else."""
    what = str(VERBS[Verb(one.verb)])
    return what if one.by is None or one.by_id == post.pk else f"{what} ({one.by.account.full_name})"


def marks(shown: Preview) -> list[Mark]:
    """The span of every statement that stands in the preview."""
    quoted = [(task.id, task.quote) for task in shown.tasks if task.quote]
    for some in shown.others.values():
        quoted += [(one.id, quote) for one in some for quote in (one.what.quote, *one.also)]
    return [Mark(name, quote.start, quote.end) for name, quote in quoted]


def _names(shown: Preview, corrections: Sequence[Correction]) -> dict[int, str]:
    matches = [one.match for task in shown.tasks for one in task.assignments]
    meant = {pk for one in matches for pk in (one.agency, one.through, *one.candidates) if pk}
    in_conflict = {
        one.match.agency for task in shown.tasks for place in task.conflicts for one in place.agencies if one.match.agency
    }
    return dict(Agency.objects.filter(pk__in=meant | in_conflict | chosen(corrections)).values_list("pk", "name"))


MOST_AMENDED = 50  # plans to choose from, the latest first


def _may_amend(one: Reading) -> tuple[tuple[int, str], ...]:
    if one.of_id:
        return ()
    plans = Plan.objects.filter(province=one.agency.province_or_self).order_by("-issued", "-pk")[:MOST_AMENDED]
    return tuple((plan.pk, f"{plan}: {plan.title}"[:160]) for plan in plans)
