"""Signing in: what is kept of it, and what the trail tells of those who were not let in."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from longdan.app.agencies.models import Account
from longdan.app.audit.actions import record
from longdan.app.people.access import LOCKED_FOR
from longdan.app.people.actions.actors import Person, Somebody
from longdan.app.people.models import OpenSession


@transaction.atomic
def signed_in(*, account: Account, session_key: str, address: str, browser: str, at: datetime) -> OpenSession:
    """Keep that a person is signed in, where and with what; what is left of sessions that have run out goes."""
    Session.objects.filter(expire_date__lte=at).delete()
    alive = Session.objects.values("session_key")
    OpenSession.objects.filter(account=account).exclude(key__in=alive).delete()
    record(Person(account), "people.account.signed_in", account, at=at, detail=_from(address))
    return OpenSession.objects.create(
        account=account, key=session_key, address=address or None, browser=browser[:300], began_at=at, seen_at=at
    )


@transaction.atomic
def signed_out(*, account: Account, session_key: str, at: datetime) -> None:
    """Keep that a person has left."""
    OpenSession.objects.filter(key=session_key).delete()
    record(Person(account), "people.account.signed_out", account, at=at)


@transaction.atomic
def not_let_in(*, username: str, address: str, locked: bool, at: datetime) -> None:
    """Tell the trail of a sign-in that failed, and of the lock that it brought about.

    Names that no account has are left to the log of the server: people type passwords there by mistake.
    """
    account = Account.objects.filter(username=username).first()
    if account is None:
        return
    minutes = int(LOCKED_FOR.total_seconds() // 60)
    record(Somebody(account.pk, address), "people.account.not_let_in", account, at=at)
    if locked:
        record(None, "people.account.locked", account, at=at, detail=f"trong {minutes} phút; {_from(address)}")


def renewed(*, before: str, after: str) -> None:
    """Keep that a session goes on under another key; no deed, so it leaves no trace."""
    OpenSession.objects.filter(key=before).update(key=after)


def seen(*, session_key: str, at: datetime) -> None:
    """Keep when a session was last used; no deed, so it leaves no trace."""
    OpenSession.objects.filter(key=session_key).update(seen_at=at)


def _from(address: str) -> str:
    return f"từ {address}" if address else ""
