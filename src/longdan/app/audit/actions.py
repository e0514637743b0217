"""Adding to the audit trail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import models, transaction

from longdan.app.audit.models import ChainHead, Event


class Actor(Protocol):
    """Whoever acts: a post, with the words that name it in the trail."""

    @property
    def account_id(self) -> int: ...

    def signature(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Happening:
    """Something to be written into the trail; ``by`` None: the software itself."""

    by: Actor | None
    verb: str
    on: models.Model
    at: datetime
    detail: str = ""


@transaction.atomic
def record(by: Actor | None, verb: str, on: models.Model, *, at: datetime, detail: str = "") -> Event:
    """Write that ``by`` (None: the software itself) did ``verb`` to ``on``; part of the caller's transaction."""
    return record_all([Happening(by, verb, on, at, detail)])[0]


def take_turn() -> ChainHead:
    """Wait for the end of the chain and keep it until the transaction ends: whoever acts after this acts alone.

    Rows that others lock before they leave a trace are locked before this, never after: else each waits for the other.
    """
    return ChainHead.objects.select_for_update(no_key=True).get_or_create(pk=1)[0]


@transaction.atomic
def record_all(happenings: Iterable[Happening]) -> list[Event]:
    """Write what happened, in this order; part of the caller's transaction."""
    head = take_turn()
    events = []
    for one in happenings:
        event = _event(one, head)
        head.number, head.digest = event.number, event.digest
        events.append(event)
    Event.objects.bulk_create(events, batch_size=500)
    head.save(update_fields=["number", "digest"])
    return events


def _event(one: Happening, head: ChainHead) -> Event:
    event = Event(
        number=head.number + 1,
        at=one.at,
        account_id=one.by.account_id if one.by else None,
        signature=one.by.signature() if one.by else "Phần mềm",
        verb=one.verb,
        thing=one.on._meta.model_name or "",
        thing_id=one.on.pk,
        about=str(one.on)[:300],
        detail=one.detail,
        previous=head.digest,
    )
    event.digest = event.computed_digest()
    return event
