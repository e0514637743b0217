"""A draft as a text for people to read, in Vietnamese."""

from collections.abc import Iterator

from longdan.core.plans.draft import Assignment, Deadline, Heading, PlanDraft, ReportPeriod, Role, Section, Target, Task

_KINDS = {
    "plan": "Kế hoạch",
    "decision_with_plan": "Quyết định ban hành kế hoạch",
    "directive": "Chỉ thị",
    "dispatch": "Công văn",
    "news_retelling": "Bài báo thuật lại kế hoạch",
}
_ROLES = {Role.LEAD: "chủ trì", Role.COOPERATE: "phối hợp", Role.RESPONSIBLE: "chịu trách nhiệm"}
_PERIODS = {"monthly": "hằng tháng", "quarterly": "hằng quý", "six_month": "6 tháng", "nine_month": "9 tháng", "annual": "năm"}
_RELATIONS = {"before": "trước", "no later than": "chậm nhất", "by": "đến", "within": "trong", "from": "từ"}
LINE = 110


def summary(draft: PlanDraft) -> str:
    """The draft in some tens of lines."""
    parts = [
        ("", _heading(draft.heading)),
        ("BỐ CỤC", _sections(draft.sections)),
        ("CHỈ TIÊU", map(_target, draft.targets)),
        ("NHIỆM VỤ", (line for task in draft.tasks for line in _task(task))),
        ("PHÂN CÔNG", map(_assignment, draft.assignments)),
        ("THỜI HẠN", map(_deadline, draft.deadlines)),
        ("CHẾ ĐỘ BÁO CÁO", map(_report_period, draft.report_periods)),
        ("YÊU CẦU ĐỐI VỚI KẾ HOẠCH CỦA CƠ QUAN KHÁC", (f"- {_short(demand.text)}" for demand in draft.demands)),
    ]
    return "\n\n".join(block for title, lines in parts if (block := _block(title, list(lines))))


def _block(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    count = f" ({len(lines)})" if title in ("CHỈ TIÊU", "PHÂN CÔNG", "THỜI HẠN") else ""
    return "\n".join([f"{title}{count}", *lines] if title else lines)


def _short(text: str) -> str:
    return text if len(text) <= LINE else text[: text.rfind(" ", 0, LINE)] + " …"


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _heading(heading: Heading) -> Iterator[str]:
    yield f"{_KINDS.get(heading.kind, heading.kind)}: {heading.title or '(không có trích yếu)'}"
    issued = heading.issued.strftime("%d/%m/%Y") if heading.issued else "(trống)"
    yield f"Cơ quan ban hành: {heading.issuer or '(không rõ)'}" + (
        f" (trực thuộc {heading.parent_issuer})" if heading.parent_issuer else ""
    )
    yield f"Số: {heading.number or '(trống)'} · Ngày: {issued} · Nơi ban hành: {heading.place or '(không rõ)'}"
    if heading.signer:
        yield f"Người ký: {heading.signer} ({heading.signer_position or 'không rõ chức vụ'})"
    yield from _subject(heading)


def _subject(heading: Heading) -> Iterator[str]:
    if heading.indices:
        yield f"Chỉ số: {', '.join(heading.indices)}"
    if heading.year or heading.period:
        yield f"Thời kỳ: {heading.year or '-'.join(map(str, heading.period or ()))}"
    for name, values in (
        ("Căn cứ", heading.legal_bases),
        ("Văn bản được dẫn", heading.cited_documents),
        ("Nơi nhận", heading.recipients),
    ):
        if values:
            yield f"{name}: {'; '.join(values)}"


def _sections(sections: tuple[Section, ...], depth: int = 0) -> Iterator[str]:
    for section in sections:
        yield "  " * depth + _short(section.quote.text)
        yield from _sections(section.sections, depth + 1)


def _target(target: Target) -> str:
    return f"- {_short(target.text)}"


def _task(task: Task) -> Iterator[str]:
    yield f"- [{task.section}] {_short(task.text)}"
    facts = [
        ("chủ trì", "; ".join(task.lead)),
        ("thực hiện", "; ".join(task.responsible)),
        ("phối hợp", "; ".join(task.cooperating)),
        ("sản phẩm", task.product or ""),
        ("thời gian", task.due_raw or (_day(task.due) if task.due else "") or task.recurrence or ""),
        ("tiêu chí", ", ".join(task.criteria)),
    ]
    if said := " · ".join(f"{name}: {value}" for name, value in facts if value):
        yield f"    {said}"


def _assignment(assignment: Assignment) -> str:
    joined = f", phối hợp: {'; '.join(assignment.cooperating)}" if assignment.cooperating else ""
    asked = " (đề nghị)" if assignment.requested else ""
    return f"- [{assignment.section}] {assignment.agency}: {_ROLES[assignment.role]}{asked}{joined}"


def _deadline(deadline: Deadline) -> str:
    return f"- {_RELATIONS.get(deadline.relation, deadline.relation)} {_day(deadline.date)}: {_short(deadline.what)}"


def _report_period(period: ReportPeriod) -> str:
    due = f", trước {_day(period.due)}" if period.due else ""
    yearly = f", trước {_day(period.due_recurring)} hằng năm" if period.due_recurring else ""
    monthly = f", ngày {period.due_day} {'hằng tháng' if period.kind == 'monthly' else 'tháng cuối kỳ'}" if period.due_day else ""
    data = f", số liệu từ {_day(period.from_date)} đến {_day(period.to_date)}" if period.from_date and period.to_date else ""
    to = f", gửi {period.to_agency}" if period.to_agency else ""
    return f"- {_PERIODS.get(period.kind, period.kind)}{due}{yearly}{monthly}{data}{to}"
