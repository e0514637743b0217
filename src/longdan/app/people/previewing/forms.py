"""What the forms of an administrator of people show before anything is sent: whom they are about, what can be chosen."""

from dataclasses import dataclass
from datetime import date, datetime

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post, Role
from longdan.app.people.previewing.rules import roles_written
from longdan.app.people.queries.people import PersonRow, PostRow, agencies_to_choose, person, post_of_person, receivers

Choices = tuple[tuple[int, str], ...]  # number and name


def seats(post: Post, *, on: date) -> Choices:
    """The agencies in which whoever administers people gives posts."""
    require(post, Right.ADMINISTER_PEOPLE, on=post.agency)
    return agencies_to_choose(post, on=on)


def person_to_change(post: Post, account_id: int, *, at: datetime, on: date) -> PersonRow:
    require(post, Right.ADMINISTER_PEOPLE, on=post.agency)
    return person(post, account_id, at=at, on=on).person


def post_to_give(post: Post, account_id: int, *, at: datetime, on: date) -> tuple[PersonRow, Choices]:
    """Somebody who gets one more post, and the agencies to choose from."""
    return person_to_change(post, account_id, at=at, on=on), seats(post, on=on)


def post_to_hand_over(by: Post, post_id: int, *, at: datetime, on: date) -> tuple[PersonRow, PostRow, Choices]:
    """Who holds a post, the post, who may take it."""
    return *post_of_person(by, post_id, at=at, on=on), receivers(by, post_id, on=on)


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """What the cells of a sheet of accounts are chosen from, as it is written there."""

    agencies: tuple[str, ...]
    roles: dict[Role, str]


def sheet_choices(post: Post, *, on: date) -> SheetChoices:
    return SheetChoices(tuple(name for _id, name in seats(post, on=on)), roles_written())
