"""The work of one agency: how much in which state, of which plan, and the list of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import OrderBy

from longdan.app.agencies.access import Right, may, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import Assignment, AssignmentState
from longdan.app.plans.queries.rows import DOERS
from longdan.app.work.queries.duties import SOON, DutyRow, Share, colleagues, of_agency, part, row, shown
from longdan.app.work.queries.lateness import late_duties, not_urged_on
from longdan.app.work.states import BEING_DONE, CLOSED
from longdan.core.vietnamese import fold

OPEN = ~Q(state__in=CLOSED)
FILTERS: dict[str, Callable[[date], Q]] = {
    "mo": lambda on: OPEN,
    "qua-han": lambda on: Q(state__in=BEING_DONE, task__due__lt=on),
    "sap-den-han": lambda on: Q(state__in=BEING_DONE, task__due__range=(on, on + SOON)),
    "tat-ca": lambda on: Q(),
}
ORDERS: dict[str, tuple[str | OrderBy, ...]] = {
    "han": (F("task__due").asc(nulls_last=True), "pk"),
    "moi": ("-state_since", "-pk"),
    "ke-hoach": ("task__plan", "task__order", "pk"),
    "tien-do": ("percent", "pk"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the work is asked for; ``state`` is a state of an assignment or a name of ``FILTERS``."""

    state: str = "mo"
    plan: int | None = None
    search: str = ""
    order: str = "han"
    cooperating: bool = False  # also what the agency only cooperates in
    share: Share = Share.ALL  # asked by somebody of the agency itself


@dataclass(frozen=True, slots=True)
class PlanWork:
    plan_id: int
    title: str
    open: int
    late: int
    done: int


@dataclass(frozen=True, slots=True)
class AgencyWork:
    agency_id: int
    agency_name: str
    states: tuple[tuple[AssignmentState, int], ...]  # that anything is in
    open: int
    late: int
    soon: int
    done: int
    plans: tuple[PlanWork, ...]  # those with open work first
    rows: tuple[DutyRow, ...]
    count: int  # of all rows that are asked for
    may_accept: bool
    to_urge: int  # late work that this post may urge the agency for, and for which nobody did today
    colleagues: tuple[tuple[int, str], ...]  # whom this post may put in charge


def agency_work(
    post: Post,
    agency_id: int,
    *,
    on: date,
    asked: Asked | None = None,
    skip: int = 0,
    limit: int | None = 10,
    right: Right = Right.SEE,
) -> AgencyWork:
    """What an agency has to do; of the list ``limit`` rows behind the first ``skip``, all where None.

    ``right``: EXPORT where it leaves as a sheet.
    """
    agency = Agency.objects.select_related("province").get(pk=agency_id)
    require(post, right, on=agency)
    asked = asked or Asked()
    given = Assignment.objects.in_force().filter(of_agency(agency_id))
    mine = given if asked.cooperating else given.filter(role__in=DOERS)
    states = _states(mine, on)
    found = _found(mine, asked, on).filter(part(asked.share, post, on) if post.agency_id == agency_id else Q())
    rows = shown(found).order_by(*ORDERS.get(asked.order, ORDERS["han"]))
    last = None if limit is None else skip + limit
    return AgencyWork(
        agency_id=agency.pk,
        agency_name=agency.name,
        states=tuple((state, states[state][0]) for state in AssignmentState if state in states),
        open=sum(count for state, (count, _, _) in states.items() if state not in CLOSED),
        late=sum(late for _, late, _ in states.values()),
        soon=sum(soon for _, _, soon in states.values()),
        done=states.get(AssignmentState.DONE, (0, 0, 0))[0],
        plans=_plans(mine, on),
        rows=tuple(row(one, on) for one in rows[skip:last]),
        count=found.count(),
        to_urge=_to_urge(post, agency, asked.plan, on),
        may_accept=may(post, Right.REPORT, on=agency),
        colleagues=colleagues(agency_id, on) if may(post, Right.ENTRUST, on=agency) else (),
    )


def _to_urge(post: Post, agency: Agency, plan: int | None, on: date) -> int:
    if agency.pk == post.agency_id or not may(post, Right.URGE, on=agency):
        return 0
    mine = late_duties(on=on).filter(not_urged_on(on), agency=agency, task__plan__province=post.agency.province_or_self)
    return (mine if plan is None else mine.filter(task__plan=plan)).count()


def _states(mine: QuerySet[Assignment], on: date) -> dict[str, tuple[int, int, int]]:
    """Of each state: how many, how many of them late, how many due soon."""
    late, soon = FILTERS["qua-han"](on), FILTERS["sap-den-han"](on)
    counted = (
        mine.order_by()
        .values_list("state")
        .annotate(count=Count("pk"), late=Count("pk", filter=late), soon=Count("pk", filter=soon))
    )
    return {state: (count, behind, near) for state, count, behind, near in counted}


def _plans(mine: QuerySet[Assignment], on: date) -> tuple[PlanWork, ...]:
    counted = (
        mine.order_by()
        .values_list("task__plan", "task__plan__title")
        .annotate(
            open=Count("pk", filter=OPEN),
            late=Count("pk", filter=FILTERS["qua-han"](on)),
            done=Count("pk", filter=Q(state=AssignmentState.DONE)),
        )
    )
    return tuple(PlanWork(*one) for one in counted.order_by("-open", "task__plan__title"))


def _found(mine: QuerySet[Assignment], asked: Asked, on: date) -> QuerySet[Assignment]:
    if asked.state in AssignmentState.values:
        mine = mine.filter(state=asked.state)
    else:
        mine = mine.filter(FILTERS.get(asked.state, FILTERS["mo"])(on))
    if asked.plan is not None:
        mine = mine.filter(task__plan=asked.plan)
    for word in fold(asked.search).split():
        mine = mine.filter(task__folded__contains=word)
    return mine
