"""Writing what a plan states beside its tasks: deadlines, report demands, targets, recipients."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypedDict

from django.db.models import Model

from longdan.app.plans.models import (
    Baseline,
    Citation,
    Deadline,
    Plan,
    PlanDemand,
    PlanIndex,
    Recipient,
    ReportDemand,
    Target,
    Task,
)
from longdan.app.plans.previewing import Found, Preview
from longdan.app.plans.queries.dates import last_day
from longdan.core.plans import draft


class Words(TypedDict):
    quote: str
    start: int
    end: int


def state(plan: Plan, preview: Preview, tasks: Mapping[str, Task]) -> None:
    """Replace the plan's statements by those of the preview; nothing hangs on them."""
    rows: list[Iterable[Model]] = [
        _deadlines(plan, preview, tasks),
        _reports(plan, preview.report_periods),
        _demands(plan, preview.demands),
        _targets(plan, preview.targets),
        _baselines(plan, preview.baselines),
        (PlanIndex(plan=plan, code=code[:20]) for code in dict.fromkeys(preview.heading.indices)),
        (Recipient(plan=plan, as_written=name[:500]) for name in preview.heading.recipients),
        (Citation(plan=plan, text=text[:500], basis=True) for text in preview.heading.legal_bases),
        (Citation(plan=plan, text=text[:500], basis=False) for text in preview.heading.cited_documents),
    ]
    for table in (Deadline, ReportDemand, PlanDemand, Target, Baseline, PlanIndex, Recipient, Citation):
        table._default_manager.filter(plan=plan).delete()
    for some in rows:
        for row in some:
            row.save(force_insert=True)


def _words(quote: draft.Quote) -> Words:
    return {"quote": quote.text, "start": quote.start, "end": quote.end}


def _deadlines(plan: Plan, preview: Preview, tasks: Mapping[str, Task]) -> Iterable[Deadline]:
    for one in preview.deadlines:
        day = last_day(one.what.date)
        if day and not one.discarded:
            quote = one.what.quote
            task = next((task for task in tasks.values() if task.start is not None and _within(quote, task)), None)
            yield Deadline(
                plan=plan, task=task, date=day[0], precision=day[1], relation=one.what.relation[:20], what=one.what.what,
                raw=one.what.raw[:300], **_words(quote),
            )  # fmt: skip


def _within(quote: draft.Quote, task: Task) -> bool:
    return task.start is not None and task.end is not None and task.start < quote.end and quote.start < task.end


def _reports(plan: Plan, found: Iterable[Found[draft.ReportPeriod]]) -> Iterable[ReportDemand]:
    for one in found:
        if not one.discarded:
            yield ReportDemand(
                plan=plan,
                kind=one.what.kind[:20],
                raw=one.what.raw,
                due=_day(one.what.due),
                due_recurring=(one.what.due_recurring or "")[:5],
                due_day=one.what.due_day,
                from_date=_day(one.what.from_date),
                to_date=_day(one.what.to_date),
                to_agency=(one.what.to_agency or "")[:300],
                **_words(one.what.quote),
            )


def _day(written: str | None) -> date | None:
    day = last_day(written)
    return day[0] if day else None


def _demands(plan: Plan, found: Iterable[Found[draft.PlanDemand]]) -> Iterable[PlanDemand]:
    for one in found:
        if not one.discarded:
            due, precision = last_day(one.what.due) or (None, "")
            names = "; ".join(one.what.of)
            yield PlanDemand(plan=plan, text=one.what.text, of=names, due=due, due_precision=precision, **_words(one.what.quote))


def _targets(plan: Plan, found: Iterable[Found[draft.Target]]) -> Iterable[Target]:
    for one in found:
        if not one.discarded:
            yield Target(
                plan=plan,
                text=one.what.text,
                kind=one.what.kind[:10],
                index=(one.what.index or "")[:20],
                op=one.what.op or "",
                value=str(one.what.value)[:60],
                unit=(one.what.unit or "")[:60],
                by=(one.what.by or "")[:60],
                **_words(one.what.quote),
            )


def _baselines(plan: Plan, found: Iterable[Found[draft.Baseline]]) -> Iterable[Baseline]:
    for one in found:
        if not one.discarded:
            yield Baseline(
                plan=plan,
                index=one.what.index[:20],
                year=one.what.year,
                score=_exact(one.what.score),
                unit=(one.what.unit or "")[:60],
                rank=one.what.rank,
                of=one.what.of,
                score_change=_exact(one.what.score_change),
                rank_change=one.what.rank_change,
                group=(one.what.group or "")[:60],
                **_words(one.what.quote),
            )


def _exact(figure: float | None) -> Decimal | None:
    return None if figure is None else Decimal(str(figure))
