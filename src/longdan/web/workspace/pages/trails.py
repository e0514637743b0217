"""The rows of the trail as sentences with the way to their thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from longdan.app.audit.queries import EventRow
from longdan.app.people.queries.trail import Asked
from longdan.core.problems import Problem, ProblemsFound

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


FILTERS = {"who": "ai", "verb": "viec", "thing": "vat", "since": "tu", "until": "den"}  # how an address calls them
YEARS = range(1945, 2200)  # of a day that anything of ours can have
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


def typed(sent: QueryDict) -> dict[str, str]:
    """The filters of an address as somebody typed them."""
    return {name: sent.get(key, "").strip() for name, key in FILTERS.items()}


def asked(sent: QueryDict) -> Asked:
    """What the filters of an address ask for; refused with every day that is none."""
    words = typed(sent)
    days = {name: words.pop(name) for name in ("since", "until")}
    found = {name: day(written) for name, written in days.items()}
    wrong = [no_day(name, written) for name, written in days.items() if written and found[name] is None]
    if wrong:
        raise ProblemsFound(wrong)
    return Asked(**words, since=found["since"], until=found["until"])


def no_day(name: str, written: str) -> Problem:
    where = _("từ ngày") if name == "since" else _("đến ngày")
    what = _("“%(written)s” không phải một ngày") % {"written": written}
    return Problem("web.day", where, what, _("viết ngày/tháng/năm, ví dụ 01/03/2026"))


def day(written: str) -> date | None:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            found = datetime.strptime(written, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
        return found if found.year in YEARS else None
    return None
