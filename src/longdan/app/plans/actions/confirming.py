"""Putting a plan in force, exactly once."""

from datetime import datetime
from typing import assert_never

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.plans.actions.telling import tell
from longdan.app.plans.actions.writing import write
from longdan.app.plans.models import Plan, Reading, ReadingKind
from longdan.app.plans.previewing import Change, Preview, comparison, plan_in_force, preview_of
from longdan.app.plans.states import ReadingStep, after
from longdan.core.problems import Problem, ProblemsFound, refuse


@transaction.atomic
def confirm(*, reading_id: int, by: Post, seen: str, at: datetime) -> Plan:
    """Put in force what the person saw (``seen`` is its token): a new plan, or a new state of the plan that it is.

    Of two people who confirm at once, one does; the other is told.
    """
    reading = locked(Reading.objects.select_related("agency", "document", "of__owner"), reading_id)
    require(by, Right.CONFIRM, on=reading.agency)
    Agency.objects.select_for_update(no_key=True).get(pk=reading.agency.province_or_self)  # plans of a province one by one
    reading.state = after(reading.state, ReadingStep.CONFIRM)
    preview = preview_of(reading, on=localdate(at))
    before = plan_in_force(reading, preview)
    if before:
        Plan.objects.select_for_update(no_key=True).get(pk=before.pk)  # small changes wait, or were made before
    compared = comparison(preview, before)
    if preview.token(compared if before else ()) != seen:
        fix = "xem lại bản xem trước mới nhất rồi xác nhận"
        raise refuse("plans.preview.changed", "bản xem trước", "đã thay đổi sau khi trang này được mở", fix)
    _must_stand(preview)
    plan = write(preview, reading, before, compared, by=by, at=at)
    require(by, Right.CONFIRM, on=plan.owner)
    reading.plan, reading.confirmed_by, reading.ended_at = plan, by, at
    reading.save(update_fields=["state", "plan", "confirmed_by", "ended_at"])
    tell(compared, plan.document.name, by=by, at=at)
    counts = {change: sum(one.change is change for one in compared) for change in Change}
    detail = ", ".join(f"{count} nhiệm vụ {WORDS[change]}" for change, count in counts.items() if count)
    record(by, _verb(reading, before), plan, at=at, detail=detail)
    return plan


def _verb(reading: Reading, before: Plan | None) -> str:
    match ReadingKind(reading.kind):
        case ReadingKind.DOCUMENT:
            return "plans.plan.amended" if before else "plans.plan.confirmed"
        case ReadingKind.SHEET:
            return "plans.plan.revised"
        case ReadingKind.CARRIED:
            return "plans.plan.carried"
        case never:
            assert_never(never)


WORDS = {Change.NEW: "mới", Change.CHANGED: "thay đổi", Change.UNCHANGED: "giữ nguyên", Change.GONE: "không còn"}


def _must_stand(preview: Preview) -> None:
    """Refuse what cannot be tracked: a plan without a name, without anything to follow, a task without words."""
    problems = []
    if not (preview.heading.title or preview.heading.number):
        what = "chưa có trích yếu, cũng chưa có số ký hiệu"
        problems.append(Problem("plans.preview.no-title", "phần đầu văn bản", what, "điền trích yếu của kế hoạch"))
    if preview.empty:
        what = "không có nhiệm vụ, chỉ tiêu hay chế độ báo cáo nào để theo dõi"
        fix = "thêm nhiệm vụ bằng tay, lấy lại những mục đã bỏ, hoặc gửi đúng văn bản giao nhiệm vụ"
        problems.append(Problem("plans.preview.empty", "bản xem trước", what, fix))
    problems += [
        Problem("plans.preview.no-text", task.id, "nhiệm vụ chưa có nội dung", "viết nội dung, hoặc bỏ nhiệm vụ này")
        for task in preview.kept()
        if not task.text.strip()
    ]
    if problems:
        raise ProblemsFound(problems)
