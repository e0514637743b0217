"""Readings: what lies on an agency's desk, and how far it is."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.plans.models import Reading, ReadingFile, ReadingState
from longdan.app.plans.states import OPEN
from longdan.core.problems import Problem
from longdan.core.vietnamese import fold

IN_PREVIEW = ("preview__draft__heading__number", "preview__draft__heading__title")


@dataclass(frozen=True, slots=True)
class DeskAsked:
    """What is looked for among the readings of a desk; empty words ask for all."""

    search: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    id: int
    kind: str
    of_plan: int | None  # whose sheet it is, or that is carried over
    state: str
    state_label: str
    open: bool
    names: tuple[str, ...]
    number: str  # of the plan that it became, or that was read
    title: str
    pages_done: int
    pages: int | None
    problems: tuple[Problem, ...]
    plan_id: int | None
    document_id: int | None
    received_at: datetime
    received_by: str


@dataclass(frozen=True, slots=True)
class Desk:
    rows: tuple[ReadingRow, ...]
    count: int


def readings(post: Post, asked: DeskAsked = DeskAsked(), *, part: slice = slice(0, 20)) -> Desk:
    """What lies on the desk of the post's agency, the latest first."""
    found = Reading.objects.filter(agency=post.agency_id)
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.search:
        named = ReadingFile.objects.filter(name__icontains=asked.search).values("reading")
        found = found.filter(Q(plan__folded__contains=fold(asked.search)) | Q(pk__in=named))
    return Desk(rows(found, part), found.count())


def reading(post: Post, reading_id: int) -> ReadingRow:
    found = Reading.objects.filter(pk=reading_id)
    require(post, Right.IMPORT, on=found.select_related("agency").defer("preview").get().agency)
    return rows(found)[0]


def rows(found: QuerySet[Reading], part: slice = slice(None)) -> tuple[ReadingRow, ...]:
    """What a list says of each; of a long preview no more than its title is fetched."""
    told = found.select_related("received_by__account", "plan").defer("preview").prefetch_related("files", "problems")
    shown = list(told[part])
    ready = Reading.objects.filter(pk__in=[one.pk for one in shown if one.state == ReadingState.READY])
    titles = {pk: (number or "", title or "") for pk, number, title in ready.values_list("pk", *IN_PREVIEW)}
    return tuple(row(one, *titles.get(one.pk, ("", ""))) for one in shown)


def row(one: Reading, number: str = "", title: str = "") -> ReadingRow:
    state = ReadingState(one.state)
    return ReadingRow(
        id=one.pk,
        kind=one.kind,
        of_plan=one.of_id,
        number=one.plan.number if one.plan else number,
        title=one.plan.title if one.plan else title,
        state=state,
        state_label=str(state.label),
        open=state in OPEN,
        names=tuple(file.name for file in one.files.all()),
        pages_done=one.pages_done,
        pages=one.pages,
        problems=tuple(Problem(p.code, p.where, p.what, p.fix) for p in one.problems.all()),
        plan_id=one.plan_id,
        document_id=one.document_id,
        received_at=one.received_at,
        received_by=one.received_by.account.full_name if one.received_by else gettext("Phần mềm"),
    )
