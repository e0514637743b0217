"""The people who may be called to a task."""

import re
from datetime import date

from django.db.models import Q

from longdan.app.agencies.models import Post
from longdan.app.agencies.queries.people import held_on
from longdan.app.work.matching import Person, told_apart
from longdan.core.vietnamese import fold


def people_to_call(post: Post, *, on: date, search: str = "", limit: int | None = None) -> tuple[Person, ...]:
    """Who holds a post in the province of ``post`` on a day, by words of name and agency (diacritics do not matter)."""
    province = post.agency.province_or_self
    here = Q(agency__province=province) | Q(agency=province)
    held = Post.objects.filter(here, held_on(on), account__is_active=True)
    rows = held.values_list("account_id", "account__full_name", "title", "agency__name")
    people: dict[int, Person] = {}
    for row in rows.order_by("account__full_name", "account_id", "since", "pk"):
        people.setdefault(row[0], Person(*row))
    words = re.findall(r"\w+", fold(search))
    found = [one for one in told_apart(people.values()) if all(word in fold(f"{one.full_name} {one.agency}") for word in words)]
    return tuple(found[:limit])
