"""Looking up people: the posts of an account, the people of the demonstration."""

from datetime import date
from functools import lru_cache
from importlib.resources import files

from django.db.models import Q

from longdan.app.agencies.models import Account, Post, Role
from longdan.core.catalogue.sample import SampleProvince, read_sample


def held_on(on: date) -> Q:
    """Of posts those that somebody holds on a day: its last day no longer counts."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def posts_of(account: Account, *, on: date) -> tuple[Post, ...]:
    """The posts that a person holds on a day."""
    held = Post.objects.filter(held_on(on), account=account)
    return tuple(held.select_related("account", "agency", "agency__province").order_by("since", "id"))


def demo_posts() -> tuple[Post, ...]:
    """The posts of the sample province, for the sign-in page of a demo."""
    held = Post.objects.filter(agency__fictional=True, until__isnull=True, account__is_active=True)
    order = [*Role]
    return tuple(sorted(held.select_related("account", "agency"), key=lambda post: (order.index(Role(post.role)), post.pk)))


@lru_cache(maxsize=1)
def demo_province() -> SampleProvince:
    """The fictional province of a demonstration: its name, and what everybody there signs in with."""
    return read_sample(files("longdan") / "catalogue" / "sample")
