"""Releasing a name that was locked out."""

from datetime import datetime

from axes.models import AccessAttempt
from django.db import transaction

from longdan.app.agencies.models import Account, Post
from longdan.app.audit.actions import record
from longdan.app.people.queries.people import administered


@transaction.atomic
def release(*, account_id: int, by: Post, at: datetime) -> Account:
    """Let a person try again at once who was locked out after too many failures."""
    account = administered(by, account_id)
    AccessAttempt.objects.filter(username=account.username).delete()
    record(by, "people.account.released", account, at=at)
    return account
