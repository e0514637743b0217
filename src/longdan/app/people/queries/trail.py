"""Reading the audit trail of a province: by person, by deed, by thing, by days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.models import Event
from longdan.app.audit.queries import VERBS, EventRow, rows
from longdan.app.people.queries.people import people_of
from longdan.app.plans.models import Assignment
from longdan.app.work.models import Comment, Difficulty, Evidence
from longdan.core.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the trail is asked for; empty words and None leave it open. ``thing`` is "task:12", ``until`` a day that counts."""

    who: str = ""
    verb: str = ""  # "work.assignment.submit", or the beginning of several: "work."
    thing: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class TrailPage:
    """``tasks``: the task on whose page each thing of the rows stands that stands on one; ``deeds``: what can be asked for, areas
    with their deeds, each by the beginning of its verbs; ``proved``: when the chain was last looked at, with what was found."""

    rows: tuple[EventRow, ...]
    tasks: dict[tuple[str, int], int]
    deeds: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    proved: EventRow | None


EVERYTHING = Asked()
# The task on whose page a thing stands.
ON_A_TASK = {
    "assignment": (Assignment, "task"),
    "comment": (Comment, "task"),
    "difficulty": (Difficulty, "assignment__task"),
    "evidence": (Evidence, "assignment__task"),
}


def trail(post: Post, asked: Asked = EVERYTHING, *, before: int | None = None, limit: int = 50) -> tuple[EventRow, ...]:
    """What people of the post's province did, the latest first; ``before``: older than the event of that number."""
    found = events(post, asked)
    if before is not None:
        found = found.filter(number__lt=before)
    return rows(found[:limit])


def trail_page(post: Post, asked: Asked | None, *, before: int | None = None, limit: int = 50) -> TrailPage:
    """All that the page of the trail shows; no rows where what was asked for makes no sense (``asked`` None)."""
    require(post, Right.SEE_TRAIL, on=post.agency)
    found = trail(post, asked, before=before, limit=limit) if asked is not None else ()
    return TrailPage(found, dict(_tasks_of(found)), _deeds(), _proved(post))


def _proved(post: Post) -> EventRow | None:
    looks = Event.objects.filter(thing="agency", verb="audit.trail.verified", account__in=people_of(post).values("pk"))
    return next(iter(rows(looks[:1])), None)


def events(post: Post, asked: Asked) -> QuerySet[Event]:
    """What people of the province did, and what the software did but to accounts of others, as far as asked for."""
    require(post, Right.SEE_TRAIL, on=post.agency)
    ours = people_of(post).values("pk")
    of_others = Q(thing="account") & ~Q(thing_id__in=ours)
    found = Event.objects.filter(Q(account__in=ours) | Q(account__isnull=True) & ~of_others)
    if asked.who:
        found = found.filter(_of(post, asked.who))
    if asked.verb:
        found = found.filter(verb__startswith=asked.verb)
    if asked.thing:
        kind, _, number = asked.thing.partition(":")
        found = found.filter(thing=kind, thing_id=int(number) if number.isdecimal() and len(number) < 16 else 0)
    for day, turn in ((asked.since, timedelta()), (asked.until, timedelta(days=1))):
        if day is not None:
            moment = make_aware(datetime.combine(day, time.min)) + turn
            found = found.filter(at__lt=moment) if turn else found.filter(at__gte=moment)
    return found


def _of(post: Post, who: str) -> Q:
    """What somebody did, and what was done with their account, by words of their name."""
    names = people_of(post).values_list("pk", "full_name", "username")
    meant = [pk for pk, full_name, username in names if fold(who) in fold(f"{full_name} {username}")]
    return Q(account__in=meant) | Q(thing="account", thing_id__in=meant)


def _tasks_of(found: tuple[EventRow, ...]) -> Iterator[tuple[tuple[str, int], int]]:
    for kind, (model, way) in ON_A_TASK.items():
        wanted = {event.thing_id for event in found if event.thing == kind}
        for pk, task in model._default_manager.filter(pk__in=wanted).values_list("pk", way) if wanted else ():
            yield (kind, pk), task


AREAS = (
    ("people.", gettext_lazy("Người dùng, đăng nhập")),
    ("agencies.", gettext_lazy("Cơ quan")),
    ("reform.", gettext_lazy("Sắp xếp cơ quan")),
    ("founding.", gettext_lazy("Thiết lập tỉnh")),
    ("indices.", gettext_lazy("Chỉ số")),
    ("plans.", gettext_lazy("Văn bản, kế hoạch")),
    ("work.", gettext_lazy("Nhiệm vụ")),
    ("audit.", gettext_lazy("Nhật ký")),
)


def _deeds() -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    return tuple(
        (start, str(name), tuple((verb, str(words)) for verb, words in VERBS.items() if verb.startswith(start)))
        for start, name in AREAS
    )
