"""What a plan means to reach and wants to hear: targets, results before, reports, demands, as rows of tables."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from longdan.app.plans.models import Baseline, PlanDemand, ReportDemand, Target
from longdan.app.work.queries import Dated
from longdan.web.shared.dates import Due, due
from longdan.web.workspace.pages import words


@dataclass(frozen=True, slots=True)
class TargetRow:
    text: str
    index: str
    value: str
    by: str


@dataclass(frozen=True, slots=True)
class BaselineRow:
    index: str
    year: str
    score: str
    rank: str
    group: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    kind: str
    raw: str
    due: str
    window: str
    to: str


@dataclass(frozen=True, slots=True)
class DemandRow:
    text: str
    of: str
    due: Due


def target(row: Target) -> TargetRow:
    return TargetRow(row.text, row.index, words.value(row.op, words.comma(row.value), row.unit), words.day(row.by))


def baseline(row: Baseline) -> BaselineRow:
    rank = f"{row.rank}/{row.of}" if row.rank and row.of else str(row.rank or "")
    return BaselineRow(row.index, str(row.year or "–"), figure(row.score, row.unit), rank, row.group)


def figure(number: Decimal | None, unit: str) -> str:
    return f"{words.comma(f'{number.normalize():f}')} {unit}".strip() if number is not None else ""


def report(row: ReportDemand) -> ReportRow:
    when = words.report_due(row.kind, row.due, row.due_recurring, row.due_day)
    window = words.window(row.from_date, row.to_date)
    return ReportRow(report_kind(row.kind), row.raw, when, window, row.to_agency)


@dataclass(frozen=True, slots=True)
class DueReport:
    """A report due on a day, among those of other plans."""

    due: Due
    kind: str
    words: str
    to: str
    plan_id: int
    plan: str


def reports(found: Iterable[Dated], on: date) -> list[DueReport]:
    """Reports by their days; of those whose day is over nobody tells whether they were handed in."""
    return [
        DueReport(_coming(one.day, on), report_kind(one.report), one.text, one.to, one.plan_id, one.plan_title) for one in found
    ]


def _coming(day: date, on: date) -> Due:
    when = due(day, on)
    return when if day >= on else replace(when, left="", tone="")


def report_kind(kind: str) -> str:
    return str(words.REPORT_KINDS.get(kind, _("Báo cáo")))


def demand(row: PlanDemand, on: date) -> DemandRow:
    return DemandRow(row.text, row.of, due(row.due, on, month=row.due_precision == "month"))
