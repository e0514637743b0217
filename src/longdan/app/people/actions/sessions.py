"""Ending sessions: one, all others, all; whoever works in one is out with the next press."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from longdan.app.agencies.models import Account
from longdan.app.audit.actions import record
from longdan.app.people.actions.actors import Person
from longdan.app.people.models import OpenSession


@transaction.atomic
def end_session(*, account: Account, session_id: int, at: datetime) -> OpenSession:
    """End one of a person's own sessions."""
    one = OpenSession.objects.get(pk=session_id, account=account)
    end(OpenSession.objects.filter(pk=one.pk))
    record(Person(account), "people.session.ended", account, at=at, detail=f"phiên từ {one.address or 'địa chỉ không rõ'}")
    return one


@transaction.atomic
def end_other_sessions(*, account: Account, keep: str, at: datetime) -> int:
    """End all of a person's sessions but the one whose key is ``keep``; how many there were."""
    count = end(account.open_sessions.exclude(key=keep))
    record(Person(account), "people.session.others_ended", account, at=at, detail=f"{count} phiên")
    return count


def end(sessions: QuerySet[OpenSession]) -> int:
    """Delete sessions and what is kept of them: the next request of each finds nobody signed in."""
    keys = list(sessions.values_list("key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    OpenSession.objects.filter(key__in=keys).delete()
    return len(keys)
