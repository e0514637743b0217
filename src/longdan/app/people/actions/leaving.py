"""Lists of people, and the trail itself, that leave as files: told in the trail."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.audit.queries import EventRow, first_break, row
from longdan.app.people.queries.listing import people
from longdan.app.people.queries.people import PersonRow
from longdan.app.people.queries.trail import Asked, events

MOST = 200_000  # rows that Excel still opens with ease
READ_AT_ONCE = 2_000


@transaction.atomic
def export_trail(*, asked: Asked, by: Post, at: datetime) -> Iterator[EventRow]:
    """The part of the trail that was asked for, to be taken away as a file; its rows are read as they leave.

    Rows are never changed, so that what was counted here is what leaves later, without the trace of this very deed.
    """
    require(by, Right.EXPORT, on=by.agency)
    found = events(by, asked)
    last = found.values_list("number", flat=True).first() or 0
    leaving = found.filter(number__lte=last)[:MOST]
    record(by, "audit.trail.exported", by.agency, at=at, detail=f"{leaving.count()} dòng")
    return (row(event) for event in leaving.iterator(chunk_size=READ_AT_ONCE))


@transaction.atomic
def verify_trail(*, by: Post, at: datetime) -> int | None:
    """Prove the chain: the number of the first event that does not follow from those before it, None where it is whole."""
    require(by, Right.SEE_TRAIL, on=by.agency)
    broken = first_break()
    record(by, "audit.trail.verified", by.agency, at=at, detail="còn nguyên vẹn" if broken is None else f"đứt ở số {broken}")
    return broken


@transaction.atomic
def export_people(*, by: Post, on: date, at: datetime) -> tuple[PersonRow, ...]:
    """Everybody of the province with sign-in names and addresses, to be taken away as a file."""
    require(by, Right.ADMINISTER_PEOPLE, on=by.agency)
    found = people(by, at=at, on=on).rows
    record(by, "people.list.exported", by.agency, at=at, detail=f"{len(found)} người")
    return found
