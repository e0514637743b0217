"""What lies on the desks of agencies: open work, plans, readings, people, parts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import F, Q
from django.utils.translation import gettext, gettext_lazy

from longdan.app.agencies.models import Agency, Post
from longdan.app.agencies.queries import in_force
from longdan.app.plans.models import Assignment, AssignmentRole, AssignmentState, Plan, Reading
from longdan.app.plans.states import OPEN
from longdan.app.work.states import UNFINISHED


class Desk(StrEnum):
    """What an agency may leave behind."""

    ASSIGNMENT = "a"
    PLAN = "k"
    READING = "b"
    POST = "p"
    PART = "d"

    @property
    def label(self) -> str:
        return str(LABELS[self])


LABELS = {
    Desk.ASSIGNMENT: gettext_lazy("Việc đang mở"),
    Desk.PLAN: gettext_lazy("Kế hoạch đang theo dõi"),
    Desk.READING: gettext_lazy("Văn bản chưa xác nhận"),
    Desk.POST: gettext_lazy("Người giữ vị trí"),
    Desk.PART: gettext_lazy("Đơn vị bên trong"),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the desk of an agency that ends; ``key`` names it in a choice ("a12")."""

    key: str
    desk: Desk
    id: int
    agency: str
    words: str
    detail: str
    due: date | None = None


def things(agencies: Collection[int], *, on: date) -> tuple[Thing, ...]:
    """All that lies on the desks of some agencies: open work first, the most urgent before the rest."""
    return (*_assignments(agencies), *_plans(agencies), *_readings(agencies), *_posts(agencies, on), *_parts(agencies, on))


def _thing(desk: Desk, pk: int, agency: str, words: str, detail: str, due: date | None = None) -> Thing:
    return Thing(f"{desk.value}{pk}", desk, pk, agency, words, detail, due)


def _assignments(agencies: Collection[int]) -> Iterator[Thing]:
    rows = Assignment.objects.filter(agency__in=agencies, state__in=UNFINISHED, task__withdrawn_at__isnull=True)
    for one in rows.select_related("task__plan", "agency").order_by(F("task__due").asc(nulls_last=True), "pk"):
        told = f"{AssignmentRole(one.role).label}, {str(AssignmentState(one.state).label).lower()}; {one.task.plan}"
        yield _thing(Desk.ASSIGNMENT, one.pk, one.agency.name if one.agency else "", one.task.text, told, one.task.due)


def _plans(agencies: Collection[int]) -> Iterator[Thing]:
    for plan in Plan.objects.filter(owner__in=agencies).select_related("owner").order_by("pk"):
        yield _thing(Desk.PLAN, plan.pk, plan.owner.name, plan.title, str(plan))


def _readings(agencies: Collection[int]) -> Iterator[Thing]:
    rows = Reading.objects.filter(agency__in=agencies, state__in=OPEN).select_related("agency").prefetch_related("files")
    for one in rows.order_by("pk"):
        names = ", ".join(file.name for file in one.files.all())
        told = gettext("nhận ngày %(day)s") % {"day": f"{one.received_at:%d/%m/%Y}"}
        yield _thing(Desk.READING, one.pk, one.agency.name, names or gettext("Bảng nhiệm vụ"), told)


def _posts(agencies: Collection[int], on: date) -> Iterator[Thing]:
    rows = Post.objects.filter(Q(until__isnull=True) | Q(until__gt=on), agency__in=agencies)
    for post in rows.select_related("account", "agency").order_by("pk"):
        yield _thing(Desk.POST, post.pk, post.agency.name, post.account.full_name, f"{post.title}, {post.get_role_display()}")


def _parts(agencies: Collection[int], on: date) -> Iterator[Thing]:
    rows = Agency.objects.filter(in_force(on), parent__in=agencies).select_related("parent").order_by("sort_key")
    for part in rows.exclude(pk__in=agencies):
        yield _thing(Desk.PART, part.pk, part.parent.name if part.parent else "", part.name, str(part.get_kind_display()))
