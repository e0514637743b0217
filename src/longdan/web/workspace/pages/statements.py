"""Statements other than tasks, and places to correct, in the words of a list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from longdan.app.plans.previewing import FoundTask
from longdan.core.plans.draft import Baseline, Deadline, Heading, PlanDemand, ReportPeriod, Target
from longdan.web.workspace.pages import words

Facts = tuple[tuple[str, str], ...]
Told = tuple[str, Facts]


@dataclass(frozen=True, slots=True)
class Field:
    """A place that can be corrected."""

    name: str
    label: str
    value: str
    long: bool = False
    example: str = ""


def target(what: Target) -> Told:
    return what.text, (
        (_("Chỉ số"), what.index or ""),
        (_("Mức"), words.value(what.op, what.value, what.unit)),
        (_("Đến"), what.by or ""),
    )


def baseline(what: Baseline) -> Told:
    rank = f"{what.rank}/{what.of}" if what.rank and what.of else str(what.rank or "")
    score = words.value(None, what.score, what.unit) if what.score is not None else ""
    return what.quote.text, (
        (_("Chỉ số"), f"{what.index} {what.year or ''}".strip()),
        (_("Điểm"), score),
        (_("Hạng"), rank),
        (_("Nhóm"), what.group or ""),
    )


def report_period(what: ReportPeriod) -> Told:
    return str(words.REPORT_KINDS.get(what.kind, what.kind)), (
        (_("Gửi trước"), words.report_due(what.kind, what.due, what.due_recurring, what.due_day)),
        (_("Số liệu"), words.window(what.from_date, what.to_date)),
        (_("Gửi đến"), what.to_agency or ""),
        (_("Văn bản viết"), what.raw),
    )


def demand(what: PlanDemand) -> Told:
    return what.text, ((_("Với"), ", ".join(what.of)), (_("Thời hạn"), words.day(what.due)))


def deadline(what: Deadline) -> Told:
    return what.what, ((_("Thời hạn"), what.raw),)


TELL: dict[str, Callable[[Any], Told]] = {
    "targets": target,
    "baselines": baseline,
    "report_periods": report_period,
    "demands": demand,
    "deadlines": deadline,
}


def task_fields(task: FoundTask) -> tuple[Field, ...]:
    return (
        Field("text", _("Nội dung"), task.text, long=True),
        Field("product", _("Sản phẩm"), task.product or ""),
        Field("due", _("Thời hạn"), words.day(task.due) or task.due_raw or "", example=_("31/12/2026, 12/2026 hoặc quý IV/2026")),
        Field("recurrence", _("Lặp lại"), task.recurrence or "", example=_("hằng quý")),
        Field("dimension", _("Nội dung của chỉ số"), task.dimension or ""),
    )


def heading_fields(heading: Heading) -> tuple[Field, ...]:
    return (
        Field("title", _("Trích yếu"), heading.title or "", long=True),
        Field("doc_type", _("Loại văn bản"), heading.doc_type or ""),
        Field("number", _("Số, ký hiệu"), heading.number or ""),
        Field("issued", _("Ngày ban hành"), words.day(heading.issued), example="31/12/2026"),
        Field("issuer", _("Cơ quan ban hành"), heading.issuer or ""),
        Field("signer", _("Người ký"), heading.signer or ""),
    )


def heading_facts(heading: Heading) -> Facts:
    period = heading.period or (heading.year, heading.year)
    signer = ", ".join(part for part in (heading.signer, heading.signer_position) if part)
    return (
        (_("Trích yếu"), heading.title or ""),
        (_("Số, ký hiệu"), heading.number or ""),
        (_("Ngày ban hành"), words.day(heading.issued)),
        (_("Cơ quan ban hành"), heading.issuer or ""),
        (_("Người ký"), signer),
        (_("Chỉ số"), ", ".join(heading.indices)),
        (_("Thời gian"), words.years(*period)),
        (_("Nơi nhận"), "; ".join(heading.recipients)),
    )
