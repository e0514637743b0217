"""Documents on their way in, as the list and the progress page show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Post
from longdan.app.plans.queries import ReadingRow

MOST = 100
TONES = {"ready": "soon", "failed": "late", "confirmed": "good", "waiting": "going", "reading": "going"}


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    state_label: str
    tone: str
    pages_done: int
    pages: int | None
    waiting: bool
    cancelled: bool
    received_at: datetime
    received_by: str


def row(reading: ReadingRow) -> Row:
    return Row(
        id=reading.id,
        name=" + ".join(reading.names),
        state_label=reading.state_label,
        tone=TONES.get(reading.state, ""),
        pages_done=reading.pages_done,
        pages=reading.pages,
        waiting=reading.state == "waiting",
        cancelled=reading.state == "cancelled",
        received_at=reading.received_at,
        received_by=reading.received_by,
    )


def rows(readings: Iterable[ReadingRow]) -> list[Row]:
    return [row(reading) for reading in readings]


def may_import(post: Post) -> bool:
    return may(post, Right.IMPORT, on=post.agency)
