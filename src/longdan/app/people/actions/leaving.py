"""Lists of people, and the trail itself, that leave as files: told in the trail."""

from datetime import date, datetime

from django.db import transaction

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.audit.queries import EventRow, first_break, rows
from longdan.app.people.queries.listing import people
from longdan.app.people.queries.people import PersonRow
from longdan.app.people.queries.trail import Asked, events

MOST = 50_000  # rows that a sheet takes without becoming a burden


@transaction.atomic
def export_trail(*, asked: Asked, by: Post, at: datetime) -> tuple[EventRow, ...]:
    """The part of the trail that was asked for, to be taken away as a file."""
    require(by, Right.EXPORT, on=by.agency)
    found = rows(events(by, asked)[:MOST])
    record(by, "audit.trail.exported", by.agency, at=at, detail=f"{len(found)} dòng")
    return found


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
