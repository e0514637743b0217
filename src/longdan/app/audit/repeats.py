"""The same thing sent twice by one press, found where it was sent the first time.

A finger presses twice, a slow network sends a form again: both come as two requests, at the same moment or one after the other.
"""

from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet

from longdan.app.audit.actions import take_turn

M = TypeVar("M", bound=Model)
PRESS = timedelta(minutes=1)  # whoever says the same words again after that means it


def sent_already(rows: QuerySet[M], *, by: Model, at: datetime, **same: object) -> M | None:
    """What this post put into ``rows`` last, if that was just now and says the same; rows have ``by`` and ``at``.

    Of two requests at once the second waits here until the first is done, so lock before this what the action locks at all.
    """
    take_turn()
    last = rows.filter(by=by, at__range=(at - PRESS, at + PRESS)).order_by("-pk").first()
    return last if last is not None and all(getattr(last, name) == value for name, value in same.items()) else None
