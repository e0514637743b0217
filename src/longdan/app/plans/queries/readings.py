"""Readings: what lies on an agency's desk, and how far it is."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.plans.models import Reading, ReadingState
from longdan.app.plans.states import OPEN
from longdan.core.problems import Problem


@dataclass(frozen=True, slots=True)
class ReadingRow:
    id: int
    kind: str
    of_plan: int | None  # whose sheet it is, or that is carried over
    state: str
    state_label: str
    open: bool
    names: tuple[str, ...]
    pages_done: int
    pages: int | None
    problems: tuple[Problem, ...]
    plan_id: int | None
    document_id: int | None
    received_at: datetime
    received_by: str


def readings(post: Post, *, limit: int = 20) -> tuple[ReadingRow, ...]:
    """What lies on the desk of the post's agency, the latest first."""
    found = Reading.objects.filter(agency=post.agency_id).select_related("received_by__account")
    return tuple(row(one) for one in found.defer("preview").prefetch_related("files", "problems")[:limit])


def reading(post: Post, reading_id: int) -> ReadingRow:
    found = Reading.objects.select_related("agency", "received_by__account").prefetch_related("files", "problems")
    one = found.defer("preview").get(pk=reading_id)
    require(post, Right.IMPORT, on=one.agency)
    return row(one)


def row(one: Reading) -> ReadingRow:
    state = ReadingState(one.state)
    return ReadingRow(
        id=one.pk,
        kind=one.kind,
        of_plan=one.of_id,
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
