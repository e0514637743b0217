"""The rows of the trail as sentences with the way to their thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse

from longdan.app.audit.queries import EventRow

PAGES = {"task": "task", "plan": "plan", "reading": "reading", "account": "person", "agency": "agency"}


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    at: datetime
    who: str
    words: str
    about: str
    detail: str
    address: str  # of the thing; nothing where it has no page
    warns: bool


WARNING = ("people.account.not_let_in", "people.account.locked", "people.letter.not_sent", "work.evidence.lost")


def rows(events: tuple[EventRow, ...], tasks: Mapping[tuple[str, int], int]) -> list[Row]:
    return [
        Row(one.number, one.at, one.signature, one.words, one.about, one.detail, address(one, tasks), one.verb in WARNING)
        for one in events
    ]


def address(one: EventRow, tasks: Mapping[tuple[str, int], int]) -> str:
    """The page on which the thing of an event stands."""
    if task := tasks.get((one.thing, one.thing_id)):
        return reverse("task", args=[task])
    page = PAGES.get(one.thing)
    return reverse(page, args=[one.thing_id]) if page else ""


def older(asked: QueryDict, number: int) -> str:
    """The address of the rows before these, with the same filters."""
    sent = asked.copy()
    sent["truoc"] = str(number)
    return "?" + sent.urlencode()
