"""An agency as its page shows it: what it is, was and became, its work, its plans, what it left behind."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from longdan.app.agencies.models import Post
from longdan.app.agencies.queries import AgencyPage, agency
from longdan.app.plans.models import Plan
from longdan.app.reform.previewing import things
from longdan.app.work.queries.agencies import AgencyWork, agency_work

WORK_SHOWN, PLANS_SHOWN = 5, 20


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
    return WholePage(page, agency_work(post, agency_id, on=on, limit=WORK_SHOWN), lines, more, left)
