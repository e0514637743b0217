"""What a plan means to reach and wants to hear: targets, results before, reports, demands, as rows of tables."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from longdan.app.plans.models import Baseline, PlanDemand, ReportDemand, Target
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
    when = words.report_due(row.due, row.due_recurring, row.due_day)
    window = words.window(row.from_date, row.to_date)
    return ReportRow(str(words.REPORT_KINDS.get(row.kind, _("Báo cáo"))), row.raw, when, window, row.to_agency)


def demand(row: PlanDemand, on: date) -> DemandRow:
    return DemandRow(row.text, row.of, due(row.due, on, month=row.due_precision == "month"))
