"""Regimes of reports, each once however often its plan says it."""

from collections.abc import Iterable

from longdan.app.plans.models import ReportDemand

Said = tuple[object, ...]


def once(demands: Iterable[ReportDemand]) -> tuple[ReportDemand, ...]:
    """Of those that say the same the first; one that names no span of figures says no more than one that does."""
    told: dict[Said, dict[Said, ReportDemand]] = {}
    for one in demands:
        when = (one.plan_id, one.kind, one.due, one.due_recurring, one.due_day)
        told.setdefault(when, {}).setdefault((one.from_date, one.to_date), one)
    return tuple(one for some in told.values() for span, one in some.items() if span != (None, None) or len(some) == 1)
