"""Reorganising agencies: they end, others carry on, and what lay on their desks goes over; all of it, or nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from longdan.app.agencies.actions.changing import add_agency, end_agency, locked_province
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import Assignment, Plan, Reading
from longdan.app.plans.states import OPEN
from longdan.app.reform.moving import MOVES
from longdan.app.reform.previewing import Asked, Heir, Reform, Thing, left_behind, preview
from longdan.app.work.models import CalendarFeed
from longdan.core.problems import refuse

STAYS = -1  # a choice: it stays with the agency that has ended, until somebody decides


@dataclass(frozen=True, slots=True)
class Done:
    """What a reform did: who carries on, how much went over, how much waits for a decision."""

    heirs: tuple[Agency, ...]
    moved: int
    left: int


@transaction.atomic
def reorganise(*, asked: Asked, choices: Mapping[str, int], seen: str, by: Post, at: datetime) -> Done:
    """End agencies and hand on what lies on their desks, as a person saw it (``seen`` is the preview's token).

    ``choices``: by the key of a thing the place of its heir, or STAYS; without one it goes to the only heir, to none of several.
    """
    _locked(asked.ending, by)
    reform = preview(by, asked, on=localdate(at))
    _must_be(reform, seen)
    heirs = [_heir(heir, asked, by, at) for heir in reform.heirs]
    for agency, _ in reform.ending:
        end_agency(agency_id=agency, heirs=heirs, order=asked.order, by=by, at=at)
    return _moved(reform, choices, heirs, by, at)


@transaction.atomic
def hand_on(*, agency_id: int, choices: Mapping[str, int], seen: str, by: Post, at: datetime) -> Done:
    """Hand on what still lies on the desk of an agency that has ended; what has no choice stays."""
    _locked((agency_id,), by)
    reform = left_behind(by, agency_id, on=localdate(at))
    _must_be(reform, seen)
    heirs = [Agency.objects.get(pk=heir.id or 0) for heir in reform.heirs]
    chosen = {thing.key: choices.get(thing.key, STAYS) for thing in reform.things}
    return _moved(reform, chosen, heirs, by, at)


def _locked(agencies: Collection[int], by: Post) -> None:
    """Locks in the order in which confirming takes them: readings, the province, plans; then the assignments, lowest first, with
    those of the same tasks, the posts, their calendars: all before the first trace locks the trail, for which others wait with a
    lock of these."""
    desks = Q(agency__in=agencies) | Q(received_by__agency__in=agencies)
    list(Reading.objects.select_for_update(of=("self",), no_key=True).filter(desks, state__in=OPEN).order_by("pk").only("pk"))
    locked_province(by)
    list(Plan.objects.select_for_update(of=("self",), no_key=True).filter(owner__in=agencies).order_by("pk").only("pk"))
    tasks = Assignment.objects.filter(agency__in=agencies).values("task")
    list(Assignment.objects.select_for_update(of=("self",), no_key=True).filter(task__in=tasks).order_by("pk").only("pk"))
    list(Post.objects.select_for_update(of=("self",), no_key=True).filter(agency__in=agencies).order_by("pk").only("pk"))
    list(
        CalendarFeed.objects.select_for_update(of=("self",), no_key=True)
        .filter(post__agency__in=agencies)
        .order_by("pk")
        .only("pk")
    )


def _must_be(reform: Reform, seen: str) -> None:
    if reform.token != seen:
        fix = "xem lại bản mới nhất rồi xác nhận"
        raise refuse("reform.changed", "việc sắp xếp này", "đã thay đổi sau khi trang được mở", fix)


def _heir(heir: Heir, asked: Asked, by: Post, at: datetime) -> Agency:
    """The agency that carries on; founded where it is not there yet."""
    if heir.id is not None:
        return Agency.objects.get(pk=heir.id)
    return add_agency(name=heir.name, kind=asked.kind, order=asked.order, by=by, at=at)


def _moved(reform: Reform, choices: Mapping[str, int], heirs: list[Agency], by: Post, at: datetime) -> Done:
    moved = 0
    for thing in reform.things:
        place = _place(thing, choices, heirs)
        if place != STAYS:
            MOVES[thing.desk](thing.id, heirs[place], by, at)
            moved += 1
    return Done(tuple(heirs), moved, len(reform.things) - moved)


def _place(thing: Thing, choices: Mapping[str, int], heirs: list[Agency]) -> int:
    """The place of the heir that takes a thing; a place that there is not is refused."""
    place = choices.get(thing.key, 0 if len(heirs) == 1 else STAYS)
    if not STAYS <= place < len(heirs):
        raise refuse("reform.no-heir", thing.words[:60], "không có cơ quan kế thừa này", "chọn một cơ quan trong danh sách")
    return place
