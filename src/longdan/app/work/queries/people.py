"""The people who may be called to a task."""

from datetime import date

from django.db.models import Q

from longdan.app.agencies.models import Post
from longdan.app.work.matching import Person
from longdan.core.vietnamese import fold


def people_to_call(post: Post, *, on: date, search: str = "", limit: int | None = None) -> tuple[Person, ...]:
    """Who holds a post in the province of ``post`` on a day, by words of their names (diacritics do not matter)."""
    province = post.agency.province_or_self
    held = Post.objects.filter(Q(agency__province=province) | Q(agency=province), since__lte=on, account__is_active=True)
    names = held.exclude(until__lte=on).values_list("account_id", "account__username", "account__full_name")
    people = {Person(*row): None for row in names.order_by("account__full_name", "account_id")}
    words = fold(search).split()
    found = [one for one in people if all(word in fold(f"{one.full_name} {one.username}") for word in words)]
    return tuple(found[:limit])
