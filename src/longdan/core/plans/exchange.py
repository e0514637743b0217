"""The exchange form of a draft: the keys of ``longdan plan read --json``."""

from collections.abc import Sequence
from typing import Any

from longdan.core.plans.draft import (
    Assignment,
    Baseline,
    Deadline,
    Heading,
    PlanDemand,
    PlanDraft,
    Quote,
    ReportPeriod,
    Section,
    Target,
    Task,
)

TEXT_STARTS = 60
_PLACES = ("issuer", "parent_issuer", "place", "number", "date", "doc_type", "title", "signer", "signer_position")
_MAY_BE_EMPTY = frozenset({"number", "date", "parent_issuer"})


def as_json(draft: PlanDraft) -> dict[str, Any]:
    """The draft as values for JSON; a key is absent where the document says nothing, null where it leaves the place empty."""
    return {
        **_heading(draft.heading),
        "targets": [_target(target) for target in draft.targets],
        "baseline_results": [_baseline(baseline) for baseline in draft.baselines],
        "sections": _sections(draft.sections),
        "n_task_bullets_by_section": dict(draft.bullets),
        "tasks": [_task(task) for task in draft.tasks],
        "assignments": [_assignment(assignment) for assignment in draft.assignments],
        "deadlines": [_deadline(deadline) for deadline in draft.deadlines],
        "report_periods": [_report_period(period) for period in draft.report_periods],
        "plan_demands": [_demand(demand) for demand in draft.demands],
    }


def _said(**values: Any) -> dict[str, Any]:
    """Only what is said: no None, no empty list, no False."""
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if value not in (None, (), False)
    }


def _quoted(quote: Quote) -> dict[str, Any]:
    return {"quote": quote.text.replace("\n", " "), "start": quote.start, "end": quote.end, "confidence": quote.confidence}


def _starts(quote: Quote) -> str:
    return quote.text[:TEXT_STARTS].replace("\n", " ")


def _heading(heading: Heading) -> dict[str, Any]:
    values = {
        "issuer": heading.issuer,
        "parent_issuer": heading.parent_issuer,
        "place": heading.place,
        "number": heading.number,
        "date": heading.issued.isoformat() if heading.issued else None,
        "doc_type": heading.doc_type,
        "title": heading.title,
        "signer": heading.signer,
        "signer_position": heading.signer_position,
    }
    form: dict[str, Any] = {"kind": heading.kind}
    form |= {key: values[key] for key in _PLACES if values[key] is not None or key in _MAY_BE_EMPTY}
    form |= _said(year=heading.year)
    if heading.period:
        form["period"] = {"from": heading.period[0], "to": heading.period[1]}
    for key in ("indices", "legal_bases", "cited_documents", "recipients", "survey_units", "criteria_codes"):
        form[key] = list(getattr(heading, key))
    form["criteria_by_agency"] = {agency: list(codes) for agency, codes in heading.criteria_by_agency}
    form["heading_quotes"] = [{"field": field, **_quoted(quote)} for field, quote in heading.quotes]
    return form


def _sections(found: Sequence[Section]) -> list[dict[str, Any]]:
    return [_section(section) for section in found]


def _section(section: Section) -> dict[str, Any]:
    form = {
        "number": section.number,
        **({"run_in": True, "text_starts": _starts(section.quote)} if section.run_in else {"title": section.title}),
    }
    if section.sections:
        form["sections"] = _sections(section.sections)
    return {**form, **_quoted(section.quote)}


def _task(task: Task) -> dict[str, Any]:
    return {
        "section": task.section,
        "text": task.text,
        **_said(
            lead=task.lead,
            responsible=task.responsible,
            cooperating=task.cooperating,
            product=task.product,
            due=task.due,
            due_raw=task.due_raw,
            recurrence=task.recurrence,
            criteria=task.criteria,
            dimension=task.dimension,
        ),
        **_quoted(task.quote),
    }


def _assignment(assignment: Assignment) -> dict[str, Any]:
    return {
        "agency": assignment.agency,
        "role": assignment.role.value,
        "section": assignment.section,
        "text_starts": _starts(assignment.quote),
        **_said(cooperating=assignment.cooperating, requested=assignment.requested),
        **_quoted(assignment.quote),
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "date": deadline.date,
        "relation": deadline.relation,
        "what": deadline.what,
        "raw": deadline.raw,
        "section": deadline.section,
        "text_starts": _starts(deadline.quote),
        **_quoted(deadline.quote),
    }


def _report_period(period: ReportPeriod) -> dict[str, Any]:
    said = _said(
        due=period.due, due_recurring=period.due_recurring, due_day=period.due_day, to=period.to_date, to_agency=period.to_agency
    )
    return {
        "kind": period.kind,
        **said,
        **({"from": period.from_date} if period.from_date else {}),
        "raw": period.raw,
        **_quoted(period.quote),
    }


def _target(target: Target) -> dict[str, Any]:
    said = _said(index=target.index, op=target.op, unit=target.unit, by=target.by)
    return {"text": target.text, "kind": target.kind, "value": target.value, **said, **_quoted(target.quote)}


def _baseline(baseline: Baseline) -> dict[str, Any]:
    said = {
        "year": baseline.year,
        "score": baseline.score,
        "unit": baseline.unit,
        "rank": baseline.rank,
        "of": baseline.of,
        "score_change": baseline.score_change,
        "rank_change": baseline.rank_change,
        "group": baseline.group,
    }
    return {"index": baseline.index, **_said(**said), **_quoted(baseline.quote)}


def _demand(demand: PlanDemand) -> dict[str, Any]:
    return {"text": demand.text, **_said(of=demand.of, due=demand.due), **_quoted(demand.quote)}
