"""Documents on their way in, as the list and the progress page show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page as Leaf
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Post
from longdan.app.plans.models import ReadingKind, ReadingState
from longdan.app.plans.queries import Desk, DeskAsked, ReadingRow
from longdan.web.shared.leaves import leaf as leaf_of

SIZE = 50
TONES = {"ready": "soon", "failed": "late", "confirmed": "good", "waiting": "going", "reading": "going"}


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str  # of the files, as they came
    title: str  # what was read, or the files while nothing is
    number: str
    state_label: str
    tone: str
    pages_done: int
    pages: int | None
    waiting: bool
    cancelled: bool
    reopens: bool  # it was given up after it was read
    received_at: datetime
    received_by: str


def row(reading: ReadingRow) -> Row:
    name = " + ".join(reading.names) or str(ReadingKind(reading.kind).label)
    return Row(
        id=reading.id,
        name=name,
        title=reading.title or name,
        number=reading.number,
        state_label=reading.state_label,
        tone=TONES.get(reading.state, ""),
        pages_done=reading.pages_done,
        pages=reading.pages,
        waiting=reading.state == "waiting",
        cancelled=reading.state == "cancelled",
        reopens=reading.state == "cancelled" and reading.document_id is not None,
        received_at=reading.received_at,
        received_by=reading.received_by,
    )


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[Row]
    title: str
    asked: DeskAsked
    states: list[tuple[str, str]]
    leaf: Leaf[int]
    may_import: bool


def asked(query: Mapping[str, str]) -> DeskAsked:
    """The filters of an address; a state that does not exist asks for all."""
    state = query.get("tinh-trang", "")
    return DeskAsked(query.get("tim", "").strip(), state if state in ReadingState.values else "")


def part(leaf: int) -> slice:
    return slice((leaf - 1) * SIZE, leaf * SIZE)


def page(desk: Desk, wanted: DeskAsked, leaf: int, post: Post) -> Page:
    return Page(
        rows=[row(reading) for reading in desk.rows],
        title=title(desk.count, wanted),
        asked=wanted,
        states=[(state.value, str(state.label)) for state in ReadingState],
        leaf=leaf_of(desk.count, SIZE, leaf),
        may_import=may_import(post),
    )


def may_import(post: Post) -> bool:
    return may(post, Right.IMPORT, on=post.agency)


def title(count: int, wanted: DeskAsked) -> str:
    if wanted != DeskAsked():
        return ngettext("%(count)d văn bản khớp bộ lọc", "%(count)d văn bản khớp bộ lọc", count) % {"count": count}
    if not count:
        return _("Chưa có văn bản nào được gửi vào")
    return ngettext("%(count)d văn bản đã gửi vào", "%(count)d văn bản đã gửi vào", count) % {"count": count}
