"""Letters to people: a forgotten password, a first one. Written by the worker, so that no page waits for a mail server."""

from datetime import datetime

from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from longdan.app.agencies.models import Account
from longdan.app.people.actions.passwords import invite
from longdan.app.people.queries.people import letter_to, writer
from longdan.app.people.states import VALID


def reset(account_id: int, origin: str) -> None:
    """The link that lets a person set a new password; it holds for some hours, and until it is used."""
    account = letter_to(account_id)
    where = [urlsafe_base64_encode(force_bytes(account.pk)), default_token_generator.make_token(account)]
    _send("reset", account, {"link": origin + reverse("set-password", args=where)})


def invitation(account_id: int, by_id: int, origin: str, at: datetime) -> None:
    """The code that lets a person set a first password."""
    code = invite(account_id=account_id, by=writer(by_id), at=at)
    account = letter_to(account_id)
    link = origin + reverse("invitation-code", args=[code])
    _send("invitation", account, {"link": link, "code": code, "until": at + VALID})


def _send(name: str, account: Account, told: dict[str, object]) -> None:
    subject, _, body = render_to_string(f"workspace/letters/{name}.txt", {"account": account, **told}).partition("\n")
    send_mail(subject.strip(), body.strip() + "\n", None, [account.email])
