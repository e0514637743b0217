"""What a document says in several places, shown once with all its places."""

from collections.abc import Iterable, Sequence

from longdan.core.plans.draft import Deadline, PlanDemand, Quote, ReportPeriod, Target
from longdan.core.vietnamese import fold


def reports_once(periods: Sequence[ReportPeriod]) -> tuple[tuple[ReportPeriod, tuple[Quote, ...]], ...]:
    """Each report that is demanded, with the further places that demand it; the one that names its span of figures leads."""
    told: list[list[ReportPeriod]] = []
    for period in sorted(periods, key=lambda one: one.from_date is None):
        same = next((some for some in told if _same(some[0], period)), None)
        if same is None:
            told.append([period])
        else:
            same.append(period)
    told.sort(key=lambda some: some[0].quote.start)
    return tuple((some[0], tuple(one.quote for one in some[1:])) for some in told)


def _same(one: ReportPeriod, other: ReportPeriod) -> bool:
    when = (one.kind, one.due, one.due_recurring, one.due_day) == (other.kind, other.due, other.due_recurring, other.due_day)
    span = other.from_date is None or (one.from_date, one.to_date) == (other.from_date, other.to_date)
    to = {fold(each.to_agency) for each in (one, other) if each.to_agency}
    return when and span and len(to) < 2


def targets_once(targets: Sequence[Target]) -> tuple[tuple[Target, tuple[Quote, ...]], ...]:
    """Each target with the further places that set it in the same words; what only shares its figure is another target."""
    told: dict[tuple[object, ...], list[Target]] = {}
    for one in targets:
        words = " ".join(fold(one.text).split())
        told.setdefault((words, one.kind, one.index, one.op, one.value, one.unit, one.by), []).append(one)
    return tuple((first, tuple(one.quote for one in others)) for first, *others in told.values())


def not_said(deadlines: Iterable[Deadline], reports: Iterable[ReportPeriod], demands: Iterable[PlanDemand]) -> list[Deadline]:
    """The deadlines that no report and no demand on another plan states in the same words."""
    others: tuple[ReportPeriod | PlanDemand, ...] = (*reports, *demands)
    stated = [(one.due, one.quote) for one in others if one.due]
    return [
        one
        for one in deadlines
        if not any(day == one.date and one.quote.start < quote.end and quote.start < one.quote.end for day, quote in stated)
    ]
