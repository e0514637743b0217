"""Locking the way in after repeated failures: how many, for how long, what is locked now."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum

LOCKED_FOR: timedelta = settings.AXES_COOLOFF_TIME
FROM_ONE_ADDRESS: int = settings.AXES_FAILURE_LIMIT
FROM_EVERYWHERE: int = settings.FAILURES_FROM_EVERYWHERE


class Attempts(AxesDatabaseHandler):  # type: ignore[misc]  # axes carries no types
    """Two limits: few failures of a name from one address, more of them from everywhere; so that guessing from many addresses
    ends too, and yet nobody locks an official out of his own office by a handful of wrong passwords from elsewhere."""

    def get_failures(self, request: Any, credentials: Mapping[str, Any] | None = None) -> int:
        """Failures as the lock counts them: those from one address, or those from everywhere brought to the same limit."""
        one, everywhere = (
            attempts.aggregate(count=Sum("failures_since_start"))["count"] or 0
            for attempts in self.get_user_attempts(request, credentials)
        )
        return max(one, everywhere * FROM_ONE_ADDRESS // FROM_EVERYWHERE)


def locked_until(username: str, *, at: datetime, address: str | None = None) -> datetime | None:
    """Until when a name is locked out, from one address or (None) from any; None where the way is free."""
    rows = AccessAttempt.objects.filter(username=username, attempt_time__gt=at - LOCKED_FOR)
    found = [end for _, count, end in _counted(rows) if count >= FROM_EVERYWHERE]
    by_address = [end for where, count, end in _by_address(rows) if count >= FROM_ONE_ADDRESS and address in (None, where)]
    return max(found + by_address, default=None)


def locked(usernames: Iterable[str], *, at: datetime) -> dict[str, datetime]:
    """Those of some names that are locked out from anywhere, and until when."""
    ends = ((name, locked_until(name, at=at)) for name in _tried(usernames, at))
    return {name: end for name, end in ends if end}


def _tried(usernames: Iterable[str], at: datetime) -> list[str]:
    """Those of some names that somebody failed to sign in with of late: few, so that they may be asked about one by one."""
    recent = AccessAttempt.objects.filter(attempt_time__gt=at - LOCKED_FOR).values_list("username", flat=True).distinct()
    return sorted({name for name in recent if name}.intersection(usernames))


def _counted(rows: Any) -> list[tuple[str, int, datetime]]:
    found = rows.values("username").annotate(count=Sum("failures_since_start"), last=Max("attempt_time"))
    return [(row["username"], row["count"], row["last"] + LOCKED_FOR) for row in found.order_by()]


def _by_address(rows: Any) -> list[tuple[str, int, datetime]]:
    found = rows.values("ip_address").annotate(count=Sum("failures_since_start"), last=Max("attempt_time"))
    return [(row["ip_address"], row["count"], row["last"] + LOCKED_FOR) for row in found.order_by()]
