"""The list of a province's people: whom it holds, in which order, which part of it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.models import Account, Post
from longdan.app.agencies.queries.people import held_on
from longdan.app.people.queries.people import PersonRow, agencies_to_choose, by_given_name, people_of, rows_of
from longdan.core.vietnamese import fold

ALL = slice(None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a list shows; ``state`` is active, inactive, no_password or nothing."""

    search: str = ""
    agency: int | None = None
    role: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """A part of the list, and how many there are in all."""

    rows: tuple[PersonRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A part of the list with what it can be narrowed by; ``administers``: whoever looks may change what stands there."""

    people: People
    agencies: tuple[tuple[int, str], ...]
    administers: bool


EVERYBODY = Wanted()


def people(post: Post, wanted: Wanted = EVERYBODY, *, at: datetime, on: date, part: slice = ALL) -> People:
    """The people of the province in the order of their given names; only those of ``part`` are looked up wholly."""
    require(post, Right.SEE, on=post.agency)
    found = _meant(post, wanted, on)
    names = list(found.values_list("pk", "full_name", "username"))
    called = _called(post, wanted.search, on, names) if wanted.search else {pk for pk, *_ in names}
    kept = [row for row in names if row[0] in called]
    ordered = [pk for pk, *_ in sorted(kept, key=lambda row: (by_given_name(row[1]), row[0]))]
    shown = {row.id: row for row in rows_of(found.filter(pk__in=ordered[part]), post, at, on)}
    return People(tuple(shown[pk] for pk in ordered[part]), len(ordered))


def people_page(post: Post, wanted: Wanted, *, at: datetime, on: date, part: slice) -> PeoplePage:
    """All that the page of the list shows."""
    found = people(post, wanted, at=at, on=on, part=part)
    return PeoplePage(found, agencies_to_choose(post, on=on), may(post, Right.ADMINISTER_PEOPLE, on=post.agency))


def _meant(post: Post, wanted: Wanted, on: date) -> QuerySet[Account]:
    held, found = Post.objects.filter(held_on(on)), people_of(post)
    if wanted.agency is not None:
        found = found.filter(pk__in=held.filter(agency=wanted.agency).values("account"))
    if wanted.role:
        found = found.filter(pk__in=held.filter(role=wanted.role).values("account"))
    if not may(post, Right.ADMINISTER_PEOPLE, on=post.agency):
        return found.filter(pk__in=held.values("account"))
    match wanted.state:
        case "active" | "inactive":
            return found.filter(is_active=wanted.state == "active")
        case "no_password":
            return found.filter(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
        case _:
            return found


def _called(post: Post, search: str, on: date, names: Iterable[tuple[int, str, str]]) -> set[int]:
    """Those of some people whose name, or agency, holds some words; sign-in names only for whoever may know them."""
    words, full = fold(search), may(post, Right.ADMINISTER_PEOPLE, on=post.agency)
    held = Post.objects.filter(held_on(on), agency__folded__contains=words).values_list("account", flat=True)
    return set(held) | {pk for pk, full_name, username in names if words in fold(f"{full_name} {username if full else ''}")}
