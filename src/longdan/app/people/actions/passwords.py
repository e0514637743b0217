"""Passwords: changed, asked for anew, set for the first time by an invitation."""

from datetime import datetime, timedelta

from django.db import transaction

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Account, Post
from longdan.app.audit.actions import Happening, record, record_all
from longdan.app.audit.locks import lock
from longdan.app.audit.models import Event
from longdan.app.people import jobs, states
from longdan.app.people.actions.actors import Person
from longdan.app.people.actions.sessions import end
from longdan.app.people.models import Invitation
from longdan.app.people.queries.people import administered, administers, open_invitation, people_of
from longdan.core.problems import refuse

BETWEEN_LETTERS = timedelta(minutes=5)


@transaction.atomic
def change_password(*, account: Account, password: str, keep: str, at: datetime) -> None:
    """Set a password that its person chose while signed in; all their other sessions end."""
    _set(account, password)
    count = end(account.open_sessions.exclude(key=keep))
    record(Person(account), "people.password.changed", account, at=at, detail=f"{count} phiên khác đã kết thúc" if count else "")


@transaction.atomic
def reset_password(*, account: Account, password: str, at: datetime) -> None:
    """Set a password after a letter's link was followed; all sessions end."""
    _set(account, password)
    end(account.open_sessions.all())
    record(Person(account), "people.password.reset", account, at=at)


@transaction.atomic
def ask_reset(*, email: str, origin: str, at: datetime) -> None:
    """Send the letter for a forgotten password to every active account of that address, not oftener than every five minutes.

    Who asks is told nothing of whether there is one.
    """
    for account in Account.objects.filter(email__iexact=email, is_active=True).exclude(email=""):
        late = Event.objects.filter(
            thing="account", thing_id=account.pk, verb="people.password.reset_asked", at__gt=at - BETWEEN_LETTERS
        )
        if account.has_usable_password() and not late.exists():
            record(None, "people.password.reset_asked", account, at=at)
            jobs.enqueue_reset(account.pk, origin)


@transaction.atomic
def invite(*, account_id: int, by: Post, at: datetime) -> str:
    """Make the code with which a person sets a first password, or a new one for a forgotten one; codes made before are void."""
    account = _to_invite(account_id, by)
    code = _code(account, by, at)
    record(by, "people.account.invited", account, at=at)
    return code


def _code(account: Account, by: Post, at: datetime) -> str:
    code = states.fresh_code()
    made = {"digest": states.digest(code), "made_by": by, "made_at": at, "expires_at": at + states.VALID, "used_at": None}
    Invitation.objects.update_or_create(account=account, defaults=made)
    return code


@transaction.atomic
def invite_everybody(*, by: Post, at: datetime) -> tuple[tuple[int, str], ...]:
    """A code for each active person of the province who has no password yet: account and code."""
    require(by, Right.ADMINISTER_PEOPLE, on=by.agency)
    waiting = [one for one in people_of(by).filter(is_active=True).order_by("pk") if not one.has_usable_password()]
    invited = [one for one in waiting if administers(by, one.pk)]
    lock(Invitation.objects.filter(account__in=invited))
    codes = tuple((one.pk, _code(one, by, at)) for one in invited)
    record_all(Happening(by, "people.account.invited", one, at) for one in invited)
    return codes


@transaction.atomic
def invite_by_mail(*, account_id: int, by: Post, origin: str, at: datetime) -> Account:
    """Have the letter sent with which a person sets a first password."""
    account = _to_invite(account_id, by)
    if not account.email:
        raise refuse(
            "people.no-mail", account.full_name, "tài khoản chưa có thư điện tử", "ghi địa chỉ thư, hoặc in thư mời ra giấy"
        )
    jobs.enqueue_invitation(account.pk, by.pk, origin)
    return account


@transaction.atomic
def letter_not_sent(*, account_id: int, why: str, at: datetime) -> None:
    """Tell the trail that a letter did not leave, though it was tried several times."""
    record(None, "people.letter.not_sent", Account.objects.get(pk=account_id), at=at, detail=f"máy chủ thư từ chối ({why})")


@transaction.atomic
def accept_invitation(*, code: str, password: str, at: datetime) -> Account:
    """Set a password by the code of an invitation, once."""
    lock(Account.objects.filter(invitation__digest=states.digest(code)))  # before the invitation, as whoever invites
    lock(Invitation.objects.filter(digest=states.digest(code)))
    invitation = open_invitation(code, at=at)
    invitation.used_at = at
    invitation.save(update_fields=["used_at"])
    _set(invitation.account, password)
    end(invitation.account.open_sessions.all())
    record(Person(invitation.account), "people.invitation.accepted", invitation.account, at=at)
    return invitation.account


def _to_invite(account_id: int, by: Post) -> Account:
    account = administered(by, account_id)
    if not account.is_active:
        raise refuse("people.inactive", account.full_name, "tài khoản đang khóa", "mở lại tài khoản rồi mời")
    return account


def _set(account: Account, password: str) -> None:
    account.set_password(password)
    account.save(update_fields=["password"])
