"""The secret address under which a calendar program reads what a post has to do."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.crypto import get_random_string

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.work.models import CalendarFeed

LETTERS = 40  # of 62 each: nobody guesses them


@transaction.atomic
def open_feed(*, by: Post, at: datetime) -> str:
    """A new secret for the post's calendar, told this once; the one before it ends."""
    require(by, Right.EXPORT, on=by.agency)
    Post.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)  # of two presses one waits
    _end(by, at)
    secret = get_random_string(LETTERS)
    feed = CalendarFeed.objects.create(post=by, digest=digest(secret), made_at=at)
    record(by, "work.feed.opened", feed, at=at)
    return secret


@transaction.atomic
def revoke_feed(*, by: Post, at: datetime) -> int:
    """End the address that is in force; how many were."""
    return _end(by, at)


def _end(by: Post, at: datetime) -> int:
    feeds = list(CalendarFeed.objects.select_for_update(no_key=True).filter(post=by, revoked_at__isnull=True))
    for feed in feeds:
        feed.revoked_at = at
        feed.save(update_fields=["revoked_at"])
        record(by, "work.feed.revoked", feed, at=at)
    return len(feeds)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
