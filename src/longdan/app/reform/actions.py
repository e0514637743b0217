"""Reorganising agencies: they end, others carry on, and what lay on their desks goes over; all of it, or nothing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.actions.changing import add_agency, end_agency, locked_province
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import lock, locked
from longdan.app.plans.models import Assignment, Plan, Reading
from longdan.app.plans.states import OPEN
from longdan.app.reform.desks import Thing
from longdan.app.reform.models import PlannedChoice, PlannedEnd, PlannedHeir, PlannedReform
from longdan.app.reform.moving import MOVES
from longdan.app.reform.previewing import Asked, Heir, Reform, left_behind, preview
from longdan.app.reform.queries import waiting
from longdan.app.work.models import CalendarFeed
from longdan.core.problems import Problem, ProblemsFound, refuse

FARTHEST = timedelta(days=2 * 366)
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
    lock_desks(asked.ending, by)
    reform = preview(by, asked, on=localdate(at))
    _must_be(reform, seen)
    return carry_out(reform, choices, by, at)


def carry_out(reform: Reform, choices: Mapping[str, int], by: Post, at: datetime) -> Done:
    """Found who is not there yet, end who ends, move what lies there; part of the caller's transaction, desks locked."""
    asked = reform.asked
    heirs = [_heir(heir, asked, by, at) for heir in reform.heirs]
    for agency, _ in reform.ending:
        end_agency(agency_id=agency, heirs=heirs, order=asked.order, by=by, at=at)
    return _moved(reform, choices, heirs, by, at)


@transaction.atomic
def plan_reform(*, asked: Asked, choices: Mapping[str, int], seen: str, by: Post, at: datetime) -> PlannedReform:
    """Order a reform for a day to come, as a person saw it; on that day ``due.carry_out_due`` does it."""
    province = locked_province(by)  # of two who order the same end at once one is told
    reform = preview(by, asked, on=localdate(at))
    _must_be(reform, seen)
    if problems := [*_wrong_day(asked, at), *_ordered_already(reform)]:
        raise ProblemsFound(problems)
    for thing in reform.things:
        _place(thing, choices, len(reform.heirs))
    order = {"effective": asked.order.on, "basis": asked.order.basis[:300], "kind": asked.kind}
    made = PlannedReform.objects.create(province=province, ordered_by=by, ordered_at=at, **order)
    PlannedEnd.objects.bulk_create(PlannedEnd(reform=made, agency_id=pk) for pk, _ in reform.ending)
    PlannedHeir.objects.bulk_create(
        PlannedHeir(reform=made, place=place, agency_id=heir.id, name=heir.name) for place, heir in enumerate(reform.heirs)
    )
    keys = {thing.key for thing in reform.things}
    PlannedChoice.objects.bulk_create(PlannedChoice(reform=made, key=key, place=choices[key]) for key in keys & choices.keys())
    told = ", ".join(name for _, name in reform.ending)
    record(by, "reform.planned.ordered", made, at=at, detail=f"{told}; {asked.order.told()}")
    return made


@transaction.atomic
def cancel_reform(*, reform_id: int, by: Post, at: datetime) -> PlannedReform:
    """Take the order of a reform back, as long as it was not carried out."""
    made = locked(PlannedReform.objects.select_related("province"), reform_id)
    require(by, Right.ADMINISTER_AGENCIES, on=made.province)
    if not made.waits:
        what = "đã được thực hiện" if made.done_at else "đã được hủy"
        raise refuse("reform.planned.over", str(made), what, "tải lại trang để xem tình hình mới nhất")
    made.cancelled_at = at
    made.save(update_fields=["cancelled_at"])
    told = ", ".join(made.ends.order_by("pk").values_list("agency__name", flat=True))
    record(by, "reform.planned.cancelled", made, at=at, detail=told)
    return made


def _wrong_day(asked: Asked, at: datetime) -> Iterator[Problem]:
    """The order of a reform is for a day to come, and of those that somebody will live to see."""
    day, today = asked.order.on, localdate(at)
    if not today < day <= today + FARTHEST:
        what = "đã đến; việc sắp xếp này thực hiện được ngay" if day <= today else "còn quá xa"
        yield Problem("reform.planned.day", "ngày có hiệu lực", f"{day:%d/%m/%Y} {what}", "xem lại ngày rồi xác nhận lại")


def _ordered_already(reform: Reform) -> Iterator[Problem]:
    twice = PlannedEnd.objects.filter(reform__in=waiting(), agency__in=[pk for pk, _ in reform.ending])
    for one in twice.select_related("agency", "reform").order_by("pk"):
        what = f"đã có lịch sắp xếp từ {one.reform.effective:%d/%m/%Y}"
        yield Problem("reform.planned.twice", one.agency.name, what, "hủy lịch ấy trước, hoặc bỏ cơ quan này khỏi danh sách")


@transaction.atomic
def hand_on(*, agency_id: int, choices: Mapping[str, int], seen: str, to: str = "", by: Post, at: datetime) -> Done:
    """Hand on what still lies on the desk of an agency that has ended; what has no choice stays.

    ``to``: the name of the agency that was chosen to take it, where there is no heir.
    """
    lock_desks((agency_id,), by)
    reform = left_behind(by, agency_id, on=localdate(at), to=to)
    _must_be(reform, seen)
    heirs = [Agency.objects.get(pk=heir.id or 0) for heir in reform.heirs]
    chosen = {thing.key: choices.get(thing.key, STAYS) for thing in reform.things}
    return _moved(reform, chosen, heirs, by, at)


def lock_desks(agencies: Collection[int], by: Post) -> None:
    """Locks in the order in which confirming takes them: readings, the province, plans; then the assignments, lowest first, with
    those of the same tasks, the posts, their calendars: all before the first trace locks the trail, for which others wait with a
    lock of these."""
    desks = Q(agency__in=agencies) | Q(received_by__agency__in=agencies)
    lock(Reading.objects.filter(desks, state__in=OPEN))
    locked_province(by)
    lock(Plan.objects.filter(owner__in=agencies))
    lock(Assignment.objects.filter(task__in=Assignment.objects.filter(agency__in=agencies).values("task")))
    lock(Post.objects.filter(agency__in=agencies))
    lock(CalendarFeed.objects.filter(post__agency__in=agencies))


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
        place = _place(thing, choices, len(heirs))
        if place != STAYS:
            MOVES[thing.desk](thing.id, heirs[place], by, at)
            moved += 1
    return Done(tuple(heirs), moved, len(reform.things) - moved)


def _place(thing: Thing, choices: Mapping[str, int], heirs: int) -> int:
    """The place of the heir that takes a thing; a place that there is not is refused."""
    place = choices.get(thing.key, 0 if heirs == 1 else STAYS)
    if not STAYS <= place < heirs:
        raise refuse("reform.no-heir", thing.words[:60], "không có cơ quan kế thừa này", "chọn một cơ quan trong danh sách")
    return place
