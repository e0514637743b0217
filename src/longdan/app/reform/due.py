"""Carrying out the reforms whose day has come: each once and wholly, however late somebody looks."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.actions.changing import Order
from longdan.app.agencies.models import Agency, AgencyKind, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.reform.actions import carry_out, lock_desks
from longdan.app.reform.models import PlannedReform
from longdan.app.reform.previewing import Asked, Heir, Reform, heirs_of, looked_at
from longdan.app.reform.queries import waiting
from longdan.core.problems import ProblemsFound


def carry_out_due(*, at: datetime) -> int:
    """Carry out what is ordered for today or a day that was missed, the earliest first; how many were carried out.

    What cannot be carried out is told in the trail, once, and tried again the next time.
    """
    come = waiting().filter(effective__lte=localdate(at)).order_by("effective", "pk")
    return sum(_once(pk, at) for pk in list(come.values_list("pk", flat=True)))


def _once(reform_id: int, at: datetime) -> bool:
    try:
        return _carried_out(reform_id, at)
    except ProblemsFound as refused:
        _told(reform_id, str(refused), at)
        return False


@transaction.atomic
def _carried_out(reform_id: int, at: datetime) -> bool:
    """One reform in one transaction: killed in the middle, nothing was done, and the next who looks does it."""
    made = _locked(reform_id)
    if not made.waits:
        return False
    by = made.ordered_by
    ending = tuple(made.ends.order_by("pk").values_list("agency", flat=True))
    lock_desks(ending, by)
    choices = dict(made.choices.values_list("key", "place"))
    done = carry_out(_as_it_stands(made, ending, by, at), choices, by, at)
    made.done_at, made.refusal = at, ""
    made.save(update_fields=["done_at", "refusal"])
    record(None, "reform.planned.done", made, at=at, detail=f"chuyển {done.moved} mục, còn chờ {done.left}")
    return True


def _as_it_stands(made: PlannedReform, ending: tuple[int, ...], by: Post, at: datetime) -> Reform:
    """The reform as it was ordered, with what lies on the desks on the day."""
    heirs = tuple(
        Heir(one.agency_id, one.agency.name) if one.agency else heirs_of(by, [one.name], on=localdate(at))[0]
        for one in made.heirs.select_related("agency")
    )
    asked = Asked(ending, tuple(heir.name for heir in heirs), Order(made.effective, made.basis), AgencyKind(made.kind))
    rows = list(Agency.objects.filter(pk__in=ending).order_by("sort_key", "pk"))
    return looked_at(rows, heirs, asked, on=localdate(at))


@transaction.atomic
def _told(reform_id: int, refusal: str, at: datetime) -> None:
    made = _locked(reform_id)
    if made.waits and made.refusal != refusal:
        made.refusal = refusal
        made.save(update_fields=["refusal"])
        record(None, "reform.planned.refused", made, at=at, detail=refusal)


def _locked(reform_id: int) -> PlannedReform:
    return locked(PlannedReform.objects.select_related("ordered_by__account", "ordered_by__agency__province"), reform_id)
