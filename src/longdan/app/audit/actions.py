"""Adding to the audit trail."""

from datetime import datetime
from typing import Protocol

from django.db import models, transaction

from longdan.app.audit.models import ChainHead, Event


class Actor(Protocol):
    """Whoever acts: a post, with the words that name it in the trail."""

    account_id: int

    def signature(self) -> str: ...


@transaction.atomic
def record(by: Actor | None, verb: str, on: models.Model, *, at: datetime, detail: str = "") -> Event:
    """Write that ``by`` (None: the software itself) did ``verb`` to ``on``; part of the caller's transaction."""
    head, _ = ChainHead.objects.select_for_update().get_or_create(pk=1)
    event = Event(
        number=head.number + 1,
        at=at,
        account_id=by.account_id if by else None,
        signature=by.signature() if by else "Phần mềm",
        verb=verb,
        thing=on._meta.model_name or "",
        thing_id=on.pk,
        about=str(on)[:300],
        detail=detail,
        previous=head.digest,
    )
    event.digest = event.computed_digest()
    event.save(force_insert=True)
    head.number, head.digest = event.number, event.digest
    head.save(update_fields=["number", "digest"])
    return event
