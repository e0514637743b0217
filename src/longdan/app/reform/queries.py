"""Agencies as their pages show them, with what reforms do to them: what one is, was and became, its work, what it left behind."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.actions.changing import ADDABLE
from longdan.app.agencies.models import Post
from longdan.app.agencies.queries import AgencyPage, Listing, Wanted, agency, listing
from longdan.app.plans.models import Plan
from longdan.app.reform.desks import things
from longdan.app.reform.models import PlannedEnd, PlannedReform
from longdan.app.work.queries.agencies import AgencyWork, agency_work

WORK_SHOWN, PLANS_SHOWN = 5, 20


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A reform that waits for its day, or that could not be carried out though it has come (``refusal``)."""

    id: int
    effective: date
    ending: tuple[str, ...]
    heirs: tuple[str, ...]
    basis: str
    by: str
    ordered_at: datetime
    refusal: str


def waiting() -> QuerySet[PlannedReform]:
    """Reforms that are ordered and neither carried out nor cancelled."""
    return PlannedReform.objects.filter(done_at__isnull=True, cancelled_at__isnull=True)


def whole_listing(post: Post, wanted: Wanted, *, on: date, skip: int = 0, limit: int | None = 100) -> Listing:
    """The list of a province's agencies; those that a planned reform ends say from which day."""
    found = listing(post, wanted, on=on, skip=skip, limit=limit)
    ends = PlannedEnd.objects.filter(reform__in=waiting(), agency__in=[one.id for one in found.rows])
    days = dict(ends.values_list("agency", "reform__effective"))
    return replace(found, rows=tuple(replace(one, ends_on=days.get(one.id)) for one in found.rows))


def planned(post: Post, agency_id: int | None = None) -> tuple[PlannedLine, ...]:
    """The reforms of the post's province that wait for their day; ``agency_id``: only those that end that agency."""
    rows = waiting().filter(province=post.agency.province_or_self)
    if agency_id is not None:
        rows = rows.filter(ends__agency=agency_id)
    rows = rows.select_related("ordered_by__account").prefetch_related("ends__agency", "heirs__agency")
    return tuple(_line(one) for one in rows)


@dataclass(frozen=True, slots=True)
class ReformForm:
    """``kinds``: of which an agency may be founded, value and name; ``planned``: reforms that wait for their day."""

    kinds: tuple[tuple[str, str], ...]
    planned: tuple[PlannedLine, ...]


def reform_form(post: Post) -> ReformForm:
    """What the form of a reform, or of a new agency, shows to whoever administers agencies; refused to others."""
    require(post, Right.ADMINISTER_AGENCIES, on=post.agency)
    return ReformForm(tuple((kind.value, str(kind.label)) for kind in ADDABLE), planned(post))


def agency_to_change(post: Post, agency_id: int, *, on: date) -> AgencyPage:
    """An agency as whoever administers agencies finds it before it is renamed."""
    page = agency(post, agency_id, on=on)
    require(post, Right.ADMINISTER_AGENCIES, on=post.agency)
    return page


def _line(one: PlannedReform) -> PlannedLine:
    ending = tuple(end.agency.name for end in one.ends.all())
    heirs = tuple(heir.agency.name if heir.agency else heir.name for heir in one.heirs.all())
    return PlannedLine(
        one.pk, one.effective, ending, heirs, one.basis, one.ordered_by.account.full_name, one.ordered_at, one.refusal
    )


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan that the agency issued or looks after."""

    id: int
    name: str
    title: str
    issued: date | None
    tasks: int


@dataclass(frozen=True, slots=True)
class WholePage:
    """``work`` None: it is another province's, whose work is not shown. ``left``: how much an ended agency still holds."""

    agency: AgencyPage
    work: AgencyWork | None
    plans: tuple[PlanLine, ...]
    more_plans: int
    left: int
    planned: tuple[PlannedLine, ...] = ()  # reforms that will end it


def whole_page(post: Post, agency_id: int, *, on: date) -> WholePage:
    """All that the page of an agency shows to somebody."""
    page = agency(post, agency_id, on=on)
    if not page.at_home:
        return WholePage(page, None, (), 0, 0)
    plans = Plan.objects.filter(Q(issuer=agency_id) | Q(owner=agency_id))
    counted = plans.annotate(count=Count("tasks", filter=Q(tasks__withdrawn_at__isnull=True)))
    lines = tuple(PlanLine(plan.pk, str(plan), plan.title, plan.issued, plan.count) for plan in counted[:PLANS_SHOWN])
    more = plans.count() - len(lines) if len(lines) == PLANS_SHOWN else 0
    left = len(things([agency_id], on=on)) if page.ended else 0
    return WholePage(page, agency_work(post, agency_id, on=on, limit=WORK_SHOWN), lines, more, left, planned(post, agency_id))
