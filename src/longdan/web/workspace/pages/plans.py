"""Plans as the list and the page of one plan show them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from longdan.app.plans.queries import Original, PlanDocument, PlanPage, PlanRow, TaskGroup, TaskRow
from longdan.web.workspace.pages import words
from longdan.web.workspace.pages.goals import (
    BaselineRow,
    DemandRow,
    ReportRow,
    TargetRow,
    baseline,
    demand,
    report,
    target,
)
from longdan.web.workspace.pages.matrix import Matrix, matrix
from longdan.web.workspace.pages.tasks import DOERS, Line, line

TABS = (
    ("content", gettext_lazy("Theo nội dung")),
    ("agency", gettext_lazy("Theo cơ quan")),
    ("month", gettext_lazy("Theo tháng")),
    ("matrix", gettext_lazy("Ma trận")),
    ("gaps", gettext_lazy("Cần bổ sung")),
    ("targets", gettext_lazy("Chỉ tiêu")),
    ("reports", gettext_lazy("Chế độ báo cáo")),
)
WAYS = ("content", "agency", "month")


def has_no_lead(row: TaskRow) -> bool:
    return not any(chip.role == "lead" for chip in row.chips)


def has_no_doer(row: TaskRow) -> bool:
    return not any(chip.role in DOERS and chip.reached for chip in row.chips)


def has_no_deadline(row: TaskRow) -> bool:
    return not (row.due or row.recurrence)


GAPS: dict[str, tuple[str | Promise, Callable[[TaskRow], bool]]] = {
    "qua-han": (gettext_lazy("quá hạn"), lambda row: row.overdue),
    "xong": (gettext_lazy("hoàn thành"), lambda row: row.done),
    "chua-chu-tri": (gettext_lazy("chưa có cơ quan chủ trì"), has_no_lead),
    "chua-giao": (gettext_lazy("chưa giao cho cơ quan nào"), has_no_doer),
    "chua-han": (gettext_lazy("chưa có thời hạn"), has_no_deadline),
    "chua-san-pham": (gettext_lazy("chưa nêu sản phẩm"), lambda row: not row.product),
}
MENDED = {"chua-giao": "co-quan", "chua-chu-tri": "co-quan", "chua-han": "due", "chua-san-pham": "product"}  # where, on its page
FIGURES = ("qua-han", "xong", "chua-chu-tri", "chua-giao", "chua-han")


@dataclass(frozen=True, slots=True)
class Heap:
    """Tasks under one heading, with how far they have come."""

    key: str
    number: str
    label: str
    depth: int
    lines: tuple[Line, ...]
    total: int
    good: int
    going: int
    late: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Tasks that lack one thing, with the place where it is filled in."""

    name: str
    place: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    by: str
    gap: str
    agency: str

    @property
    def way(self) -> str:
        """By what the tasks are grouped; the other tabs show no tasks."""
        return self.by if self.by in WAYS else "content"

    @property
    def any(self) -> bool:
        return bool(self.gap or self.agency)


@dataclass(frozen=True, slots=True)
class Page:
    plan: PlanRow
    found: PlanPage
    title: str
    sentence: str
    period: str
    tabs: tuple[tuple[str, str, bool, int | None], ...]
    filters: Filters
    counts: tuple[tuple[str, str, int], ...]
    heaps: tuple[Heap, ...]
    agencies: tuple[str, ...]
    shown: int
    targets: tuple[TargetRow, ...]
    baselines: tuple[BaselineRow, ...]
    reports: tuple[ReportRow, ...]
    demands: tuple[DemandRow, ...]
    matrix: Matrix | None
    gaps: tuple[Gap, ...]

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """The tasks that the filters leave, in the plan's order."""
        every = {row.id: row for group in self.found.groups for row in group.tasks}
        return tuple(row for row in every.values() if keeps(row, self.filters))

    @property
    def figures(self) -> tuple[tuple[str, str, int], ...]:
        """The counts that belong on top of the page; the others only filter."""
        return tuple(count for count in self.counts if count[0] in FIGURES)

    @property
    def shows_tasks(self) -> bool:
        return self.filters.by in WAYS


def page(found: PlanPage, filters: Filters, on: date) -> Page:
    rows = {row.id: row for group in found.groups for row in group.tasks}
    wanted = {key for key, row in rows.items() if keeps(row, filters)}
    heaps = [heap(group, wanted, filters.way, on) for group in found.groups]
    return Page(
        plan=found.plan,
        found=found,
        title=found.plan.title,
        sentence=sentence(list(rows.values())),
        period=words.years(found.plan.first_year, found.plan.last_year),
        tabs=tabs(found, filters, len(rows)),
        filters=filters,
        counts=tuple((key, str(name), sum(map(holds, rows.values()))) for key, (name, holds) in GAPS.items()),
        heaps=tuple(with_parents(heaps)),
        agencies=agencies(rows.values()),
        shown=len(wanted),
        targets=tuple(map(target, found.targets)),
        baselines=tuple(map(baseline, found.baselines)),
        reports=tuple(map(report, found.report_demands)),
        demands=tuple(demand(row, on) for row in found.demands),
        matrix=matrix(found.groups, wanted) if filters.by == "matrix" else None,
        gaps=gaps(rows.values(), on) if filters.by == "gaps" else (),
    )


def gaps(rows: Iterable[TaskRow], on: date) -> tuple[Gap, ...]:
    """What the plan leaves open, one kind after the other."""
    every = list(rows)
    found = (
        Gap(str(GAPS[key][0]), place, tuple(line(row, on) for row in every if GAPS[key][1](row))) for key, place in MENDED.items()
    )
    return tuple(gap for gap in found if gap.lines)


def sentence(rows: list[TaskRow]) -> str:
    """What matters most of a plan, in words."""
    done, late = sum(row.done for row in rows), sum(row.overdue for row in rows)
    gaps = sum(map(has_no_doer, rows))
    finished = ngettext("%(done)d trên %(all)d nhiệm vụ đã hoàn thành", "%(done)d trên %(all)d nhiệm vụ đã hoàn thành", len(rows))
    parts = [finished % {"done": done, "all": len(rows)}]
    parts += [_("%(late)d quá hạn") % {"late": late} if late else _("không nhiệm vụ nào quá hạn")]
    parts += [_("%(gaps)d chưa giao cho cơ quan nào") % {"gaps": gaps}] if gaps else []
    return f"{words.listed(parts)}."


def keeps(row: TaskRow, filters: Filters) -> bool:
    gap = GAPS.get(filters.gap)
    if gap and not gap[1](row):
        return False
    return not filters.agency or any(chip.name == filters.agency for chip in row.chips)


def heap(group: TaskGroup, wanted: set[int], by: str, on: date) -> Heap:
    rows = [row for row in group.tasks if row.id in wanted]
    number, dot, label = group.label.partition(". ") if by == "content" else ("", "", group.label)
    return Heap(
        key=group.key,
        number=number if dot else "",
        label=label or group.label,
        depth=group.depth,
        lines=tuple(line(row, on) for row in rows),
        total=len(rows),
        good=sum(row.done for row in rows),
        going=sum(is_going(row) for row in rows),
        late=sum(row.overdue for row in rows),
    )


def is_going(row: TaskRow) -> bool:
    begun = any(chip.state not in ("assigned", "cancelled") for chip in row.chips)
    return begun and not row.done and not row.overdue


def with_parents(heaps: list[Heap]) -> Iterable[Heap]:
    """Heaps that hold tasks, and the headings above them."""
    for place, one in enumerate(heaps):
        below = heaps[place + 1 :]
        ends = next((number for number, other in enumerate(below) if other.depth <= one.depth), len(below))
        if one.lines or any(other.lines for other in below[:ends]):
            yield one


def tabs(found: PlanPage, filters: Filters, tasks: int) -> tuple[tuple[str, str, bool, int | None], ...]:
    rows = {row.id: row for group in found.groups for row in group.tasks}.values()
    open_ = sum(any(GAPS[key][1](row) for key in MENDED) for row in rows)
    counts = {"content": tasks, "gaps": open_, "targets": len(found.targets), "reports": len(found.report_demands)}
    return tuple((key, str(name), key == filters.by, counts.get(key)) for key, name in TABS)


def agencies(rows: Iterable[TaskRow]) -> tuple[str, ...]:
    """The agencies of a plan to choose from, those with most tasks first."""
    counts = Counter(chip.name for row in rows for chip in row.agencies)
    return tuple(name for name, _ in counts.most_common())


def filters(way: str, gap: str, agency: str) -> Filters:
    """Filters from the address; what is not known there counts as not asked."""
    by = way if way in dict(TABS) else "content"
    return Filters(by, gap if gap in GAPS else "", agency)


@dataclass(frozen=True, slots=True)
class Beside:
    """A plan's document with its tasks beside it, and the files that it was read from."""

    plan: PlanRow
    lines: tuple[Line, ...]
    originals: tuple[Original, ...]

    @property
    def lost(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.originals if not one.there)


def beside(found: PlanDocument, on: date) -> Beside:
    return Beside(found.plan, tuple(line(row, on) for row in found.tasks), found.originals)


@dataclass(frozen=True, slots=True)
class Row:
    """A plan in the list."""

    plan: PlanRow
    period: str
    indices: str


def rows(found: Iterable[PlanRow]) -> list[Row]:
    return [Row(plan, words.years(plan.first_year, plan.last_year), ", ".join(plan.indices)) for plan in found]
