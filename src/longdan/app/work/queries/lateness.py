"""What agencies are late with: to be urged for, and where most of it is."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min, Q, QuerySet

from longdan.app.agencies.models import Post
from longdan.app.plans.models import Assignment
from longdan.app.plans.queries.rows import DOERS
from longdan.app.work.states import BEING_DONE


@dataclass(frozen=True, slots=True)
class LateRow:
    """An agency with the work that it is late with."""

    agency_id: int
    name: str
    late: int
    since: date | None  # the oldest deadline missed
    urged: datetime | None  # when the agency was last urged for any of it
    to_urge: int  # of it, what it was not urged for today


def late_duties(*, on: date) -> QuerySet[Assignment]:
    """What agencies lead or do and should have handed in."""
    late = Q(task__due__lt=on, state__in=BEING_DONE, role__in=DOERS, agency__isnull=False)
    return Assignment.objects.in_force().filter(late)


def not_urged_on(on: date) -> Q:
    """Once a day is enough."""
    return Q(urged_at__isnull=True) | Q(urged_at__date__lt=on)


def late_where(post: Post, *, on: date) -> tuple[LateRow, ...]:
    """The agencies of the post's province that are late, those with most first."""
    rows = late_duties(on=on).filter(task__plan__province=post.agency.province_or_self)
    counted = (
        rows.order_by()
        .values_list("agency", "agency__name")
        .annotate(
            late=Count("pk"),
            since=Min("task__due"),
            urged=Max("urged_at"),
            to_urge=Count("pk", filter=not_urged_on(on)),
        )
    )
    return tuple(LateRow(*row) for row in counted.order_by("-late", "since", "agency__name"))


def late_plans(post: Post, *, on: date) -> tuple[tuple[int, int], ...]:
    """The plans of the post's province with how many of their tasks agencies are late with, those with most first."""
    rows = late_duties(on=on).filter(task__plan__province=post.agency.province_or_self).order_by()
    counted = rows.values_list("task__plan").annotate(late=Count("task", distinct=True))
    return tuple((plan, late) for plan, late in counted.order_by("-late", "-task__plan"))
