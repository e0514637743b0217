"""A plan carried over to another year: days shifted, what is done marked, what recurs renewed."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from longdan.app.plans.models import Plan, ReportDemand
from longdan.app.plans.previewing.comparing import InForce
from longdan.app.plans.previewing.headings import heading_of, sections_of
from longdan.app.plans.previewing.in_force import tasks_in_force
from longdan.app.plans.previewing.proposed import Proposed
from longdan.app.plans.previewing.sheets import as_found
from longdan.app.plans.previewing.value import FoundTask
from longdan.app.plans.queries.regimes import once
from longdan.app.plans.queries.rows import counted
from longdan.core.plans.draft import Heading, Quote, ReportPeriod
from longdan.core.plans.front.plan_years import in_year

if TYPE_CHECKING:
    from longdan.app.plans.queries.rows import CountedTask


def next_year(plan: Plan, on: date) -> int:
    """The year behind that of the plan; of one for several years the year behind this one, as long as it runs."""
    last = plan.last_year or (plan.issued.year if plan.issued else on.year)
    first = plan.first_year or last
    return min(max(on.year, first), last) + 1


def carried(plan: Plan, year: int, *, on: date) -> Proposed:
    """The plan as it would stand in ``year``, for a person to correct: done tasks left out, but at hand."""
    rows = {task.pk: task for task in counted(plan.tasks.all(), on).select_related("section")}
    tasks = tuple(_carried(one, rows[one.id], year, of_years=_of_years(plan)) for one in tasks_in_force(plan))
    reports = tuple(_report(one, 1) for one in once(plan.report_demands.all()))
    return Proposed(_heading(plan, year), tasks, sections_of(plan), reports)


def _of_years(plan: Plan) -> bool:
    """Whether the plan is for several years."""
    return bool(plan.first_year and plan.last_year and plan.first_year < plan.last_year)


def _heading(plan: Plan, year: int) -> Heading:
    """Of the heading what stays; number, day and signer come with the document of the new year.

    A plan for several years goes on under the title that names its period.
    """
    title = in_year(plan.title, year - 1, year)
    said = replace(heading_of(plan), number=None, issued=None, signer=None, signer_position=None, title=title)
    return replace(said, year=year, period=None)


def _carried(one: InForce, row: "CountedTask", year: int, *, of_years: bool) -> FoundTask:
    done = bool(row.done)
    found = as_found(one, row)
    due = found.due if of_years and found.due and int(found.due[:4]) >= year else shifted(found.due, 1)
    return replace(
        found,
        of=None,
        reads=(f"carried-{one.id}",),
        due=due,
        due_raw=None if due else found.due_raw,
        discarded=done and not found.recurrence,
        remark=_remark(one, found, done=done),
        old_year=year - 1,
    )


def _remark(one: InForce, found: FoundTask, *, done: bool) -> str:
    if found.recurrence:
        return "Việc thường xuyên, lặp lại ở năm mới."
    if done:
        return "Đã hoàn thành, không chuyển; bấm “Lấy lại” nếu cần làm tiếp."
    return "Chưa xong, đã có kết quả một phần." if one.begun else "Chưa bắt đầu."


def shifted(written: str | None, years: int) -> str | None:
    """The same day some years later: of the 29th of February the 28th."""
    if not written:
        return None
    year, rest = int(written[:4]) + years, written[4:]
    try:
        date.fromisoformat(f"{year}{rest}" if len(written) == 10 else f"{year}{rest}-01")
    except ValueError:
        rest = "-02-28"
    return f"{year}{rest}"


def _report(one: ReportDemand, years: int) -> ReportPeriod:
    def day(when: date | None) -> str | None:
        return shifted(when.isoformat(), years) if when else None

    return ReportPeriod(
        one.kind, Quote(one.quote, one.start or 0, one.end or 0), one.raw, day(one.due), one.due_recurring or None, one.due_day,
        day(one.from_date), day(one.to_date), one.to_agency or None,
    )  # fmt: skip
