"""Statements other than tasks, and places to correct, in the words of a list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
    return what.text, (("Chỉ số", what.index or ""), ("Mức", words.value(what.op, what.value, what.unit)), ("Đến", what.by or ""))


def baseline(what: Baseline) -> Told:
    rank = f"{what.rank}/{what.of}" if what.rank and what.of else str(what.rank or "")
    score = words.value(None, what.score, what.unit) if what.score is not None else ""
    return what.quote.text, (
        ("Chỉ số", f"{what.index} {what.year or ''}".strip()),
        ("Điểm", score),
        ("Hạng", rank),
        ("Nhóm", what.group or ""),
    )


def report_period(what: ReportPeriod) -> Told:
    return words.REPORT_KINDS.get(what.kind, what.kind), (
        ("Gửi trước", words.report_due(what.due, what.due_recurring, what.due_day)),
        ("Số liệu", words.window(what.from_date, what.to_date)),
        ("Gửi đến", what.to_agency or ""),
        ("Văn bản viết", what.raw),
    )


def demand(what: PlanDemand) -> Told:
    return what.text, (("Với", ", ".join(what.of)), ("Thời hạn", words.day(what.due)))


def deadline(what: Deadline) -> Told:
    return what.what, (("Thời hạn", what.raw),)


TELL: dict[str, Callable[[Any], Told]] = {
    "targets": target,
    "baselines": baseline,
    "report_periods": report_period,
    "demands": demand,
    "deadlines": deadline,
}


def task_fields(task: FoundTask) -> tuple[Field, ...]:
    return (
        Field("text", "Nội dung", task.text, long=True),
        Field("product", "Sản phẩm", task.product or ""),
        Field("due", "Thời hạn", words.day(task.due) or task.due_raw or "", example="31/12/2026 hoặc 12/2026"),
        Field("recurrence", "Lặp lại", task.recurrence or "", example="hằng quý"),
        Field("dimension", "Nội dung của chỉ số", task.dimension or ""),
    )


def heading_fields(heading: Heading) -> tuple[Field, ...]:
    return (
        Field("title", "Trích yếu", heading.title or "", long=True),
        Field("doc_type", "Loại văn bản", heading.doc_type or ""),
        Field("number", "Số, ký hiệu", heading.number or ""),
        Field("issued", "Ngày ban hành", words.day(heading.issued), example="31/12/2026"),
        Field("issuer", "Cơ quan ban hành", heading.issuer or ""),
        Field("signer", "Người ký", heading.signer or ""),
    )


def heading_facts(heading: Heading) -> Facts:
    period = heading.period or (heading.year, heading.year)
    signer = ", ".join(part for part in (heading.signer, heading.signer_position) if part)
    return (
        ("Trích yếu", heading.title or ""),
        ("Số, ký hiệu", heading.number or ""),
        ("Ngày ban hành", words.day(heading.issued)),
        ("Cơ quan ban hành", heading.issuer or ""),
        ("Người ký", signer),
        ("Chỉ số", ", ".join(heading.indices)),
        ("Thời gian", words.years(*period)),
        ("Nơi nhận", "; ".join(heading.recipients)),
    )
