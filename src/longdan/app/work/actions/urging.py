"""Urging agencies (đôn đốc) for the work that they are late with."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import Happening, record_all
from longdan.app.plans.models import Assignment, Plan
from longdan.app.work.queries.lateness import late_duties, not_urged_on
from longdan.core.problems import ProblemsFound, refuse


@dataclass(frozen=True, slots=True)
class Urged:
    """For how much late work was urged, and how many agencies."""

    duties: int
    agencies: int


@transaction.atomic
def urge(*, by: Post, agency_id: int | None = None, plan_id: int | None = None, at: datetime) -> Urged:
    """Urge an agency, or all those of a plan, or (both given) an agency for a plan; what was urged for today is left out.

    The agency has it on its day until it takes a step with the work.
    """
    require(by, Right.URGE, on=_asked_about(agency_id, plan_id))
    late = late_duties(on=localdate(at)).filter(_chosen(by, agency_id, plan_id))
    waiting = late.filter(not_urged_on(localdate(at))).order_by("pk")
    list(waiting.select_for_update(of=("self",), no_key=True).only("pk"))  # alone, as ``locked`` does
    found = list(waiting.select_related("task"))
    if not found:
        raise _none_to_urge(late.exists())
    Assignment.objects.filter(pk__in=[one.pk for one in found]).update(urged_at=at)
    record_all(Happening(by, "work.assignment.urged", one, at, f"hạn {one.task.due:%d/%m/%Y}") for one in found)
    return Urged(len(found), len({one.agency_id for one in found}))


def _asked_about(agency_id: int | None, plan_id: int | None) -> Agency:
    if plan_id is not None:
        return Plan.objects.select_related("owner__province").get(pk=plan_id).owner
    return Agency.objects.select_related("province").get(pk=agency_id or 0)


def _chosen(by: Post, agency_id: int | None, plan_id: int | None) -> Q:
    here = Q(task__plan__province=by.agency.province_or_self)
    of_agency = Q() if agency_id is None else Q(agency=agency_id)
    of_plan = Q() if plan_id is None else Q(task__plan=plan_id)
    return here & of_agency & of_plan


def _none_to_urge(late: bool) -> ProblemsFound:
    if late:
        what, fix = "việc quá hạn ở đây đã được đôn đốc hôm nay", "chờ cơ quan báo cáo, hoặc đôn đốc lại vào ngày mai"
        return refuse("work.urge.today", "đôn đốc", what, fix)
    return refuse("work.urge.none", "đôn đốc", "không có việc nào quá hạn", "tải lại trang để xem tình hình mới nhất")
