"""The rows of a sheet that comes back as a preview: cell by cell beside what left, and beside what is in force today."""

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from longdan.app.agencies.matching import GROUP_LABELS, Directory, Group, Match, match
from longdan.app.plans.models import Plan, Task
from longdan.app.plans.previewing.comparing import Held, InForce
from longdan.app.plans.previewing.corrections import SET, day
from longdan.app.plans.previewing.headings import heading_of
from longdan.app.plans.previewing.in_force import tasks_in_force
from longdan.app.plans.previewing.proposed import Proposed
from longdan.app.plans.previewing.value import Conflict, FoundAssignment, FoundTask
from longdan.app.plans.queries.sheets import MARK, PLAIN, REMOVED, ROLES, SheetColumn, cells_of, joined, noted, split, tidy
from longdan.core.documents.sheets import Grid
from longdan.core.plans.draft import Quote, Role
from longdan.core.problems import Problem, ProblemsFound
from longdan.core.vietnamese import fold

Cells = dict[SheetColumn, str]
_HEADER = re.compile(rf"{SheetColumn.KEY} {MARK}-(\d{{1,15}})")
_KEY = re.compile(rf"{MARK}-(\d{{1,15}})-(\d{{1,15}})")
HEADER_WITHIN = 20  # rows at the top


@dataclass(frozen=True, slots=True)
class SheetIn:
    """A sheet of ours that came back: whose it is, its rows by their number in Excel."""

    plan: int
    rows: tuple[tuple[int, Cells], ...]
    letters: Mapping[SheetColumn, str]


def sheet_in(grids: Sequence[Grid]) -> SheetIn | None:
    """The task sheet among the sheets of a workbook; None where there is none that left from here."""
    for grid in grids:
        for at, row in enumerate(grid.rows[:HEADER_WITHIN]):
            names = [str(value).strip() for value in row]
            whose = next((found for name in names if (found := _HEADER.fullmatch(name))), None)
            if whose:
                columns = {name: place for place, told in enumerate(names) if (name := _column(told))}
                rows = ((number, _cells(cells, columns)) for number, cells in enumerate(grid.rows[at + 1 :], at + 2))
                kept = tuple((number, cells) for number, cells in rows if any(cells.values()))
                return SheetIn(int(whose[1]), kept, {name: _letter(place) for name, place in columns.items()})
    return None


def _column(told: str) -> SheetColumn | None:
    if _HEADER.fullmatch(told):
        return SheetColumn.KEY
    return next((name for name in SheetColumn if fold(name) == fold(told)), None)


def _letter(place: int) -> str:
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _cells(row: Sequence[object], columns: Mapping[SheetColumn, int]) -> Cells:
    return {name: _words(row[place]) if place < len(row) else "" for name, place in columns.items()}


def _words(value: object) -> str:
    match value:
        case datetime.datetime() | datetime.date():
            return f"{value:%d/%m/%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()


def proposed_by(sheet: SheetIn, plan: Plan, agencies: Directory) -> tuple[Proposed, list[Problem]]:
    """What the sheet proposes for the plan, and every cell of it that cannot be taken."""
    reader = _Rows(sheet, plan, agencies)
    tasks = tuple(reader.tasks())
    then = tuple(as_found(reader.in_force[pk], reader.rows[pk]) for pk in reader.seen)
    return Proposed(heading_of(plan), tasks, partial=True, then=then), reader.problems


class _Rows:
    """Goes through the rows once, keeping the problems that it meets."""

    def __init__(self, sheet: SheetIn, plan: Plan, agencies: Directory) -> None:
        self.sheet, self.agencies, self.problems = sheet, agencies, list[Problem]()
        self.in_force = {one.id: one for one in tasks_in_force(plan)}
        self.rows = {task.pk: task for task in plan.tasks.select_related("section")}
        self.plan, self.year, self.seen = plan.pk, plan.year, dict[int, int]()

    def tasks(self) -> list[FoundTask]:
        found = (self.task(number, cells) for number, cells in self.sheet.rows)
        return [task for task in found if task]

    def task(self, number: int, cells: Cells) -> FoundTask | None:
        key = cells.get(SheetColumn.KEY, "")
        if not key:
            return self.new(number, cells)
        named = _KEY.fullmatch(key)
        one = self.in_force.get(int(named[2])) if named and int(named[1]) == self.plan else None
        if one is None:
            fix = "xuất bảng mới, hoặc xóa khóa để thêm nhiệm vụ"
            self.refused(number, SheetColumn.KEY, "không còn nhiệm vụ nào mang khóa này", fix)
            return None
        if one.id in self.seen:
            what = f"trùng khóa với dòng {self.seen[one.id]}"
            self.refused(
                number, SheetColumn.KEY, f"{what}, nên được coi là nhiệm vụ mới", "xóa khóa của dòng chép thêm, hoặc xóa dòng"
            )
            return self.new(number, cells)
        self.seen[one.id] = number
        return self.known(number, cells, one, self.rows[one.id])

    def refused(self, number: int, name: SheetColumn, what: str, fix: str) -> None:
        letter = self.sheet.letters.get(name, "")
        where = f"dòng {number}, cột {letter} ({name.value})" if letter else f"dòng {number}"
        self.problems.append(Problem("plans.sheet.cell", where, what, fix))

    def new(self, number: int, cells: Cells) -> FoundTask | None:
        text = tidy(cells.get(SheetColumn.TEXT, ""))
        if not text:
            self.refused(number, SheetColumn.TEXT, "dòng thêm mới chưa có nội dung", "viết nội dung nhiệm vụ, hoặc xóa dòng")
            return None
        bare = FoundTask(
            f"w{number}", tidy(cells.get(SheetColumn.SECTION, "")), text, None, tidy(cells.get(SheetColumn.PRODUCT, "")) or None,
            self.due(number, cells), None, tidy(cells.get(SheetColumn.RECURRENCE, "")) or None, (), None, (),
        )  # fmt: skip
        given = [one for name in ROLES for one in self.given(bare.id, name, cells.get(name, ""), ())]
        return replace(bare, assignments=tuple(given))

    def due(self, number: int, cells: Cells, meanwhile: str = "") -> str | None:
        words = tidy(cells.get(SheetColumn.DUE, ""))
        try:
            return day(words, self.year) if words else None
        except ProblemsFound as found:
            self.refused(number, SheetColumn.DUE, f"“{words}” {found.problems[0].what}{meanwhile}", found.problems[0].fix)
            return None

    def known(self, number: int, cells: Cells, one: InForce, row: Task) -> FoundTask:
        """The task of a row: each cell that its writer changed, unless somebody changed the same place meanwhile."""
        task, now, base = as_found(one, row), _now(one, row), _base(cells.get(SheetColumn.BASE, ""))
        self.read_only(number, cells)
        for name, field in PLAIN.items():
            cell = tidy(cells[name]) if name in cells else now[name]
            if (told := self.told(number, name, cell, now)) is not None:
                value = day(told, self.year) if name is SheetColumn.DUE and told else told
                task = _merged(task, field, value, getattr(one, field), _meets(told, base, name, now))
        for name, role in ROLES.items():
            cell = joined(split(cells[name])) if name in cells else now[name]
            if not _same_names(cell, now[name]):
                given = self.given(task.id, name, cell, one.held)
                task = _merged_role(task, role, cell, now[name], tuple(given), _meets(cell, base, name, now, names=True))
        mark = cells.get(SheetColumn.REMOVE, "").casefold()
        if mark not in ("", REMOVED):
            self.refused(number, SheetColumn.REMOVE, f"“{mark}” không phải dấu rút", f"ghi {REMOVED} để rút, hoặc để trống")
        return replace(task, discarded=mark == REMOVED)

    def told(self, number: int, name: SheetColumn, cell: str, now: Cells) -> str | None:
        """What a cell says that is not in force; None where it says nothing else, or nothing that can be taken."""
        if cell == now[name]:
            return None
        if name is SheetColumn.TEXT and not cell:
            fix = f"viết nội dung; muốn rút thì ghi {REMOVED} ở cột {SheetColumn.REMOVE}"
            self.refused(number, name, "nội dung bị để trống", fix)
            return None
        if name is SheetColumn.DUE and cell:
            due = self.due(number, {SheetColumn.DUE: cell}, f"; nhiệm vụ vẫn giữ thời hạn {now[name] or '(trống)'}")
            return None if due is None else _day_cell(due) if _day_cell(due) != now[name] else None
        return cell

    def read_only(self, number: int, cells: Cells) -> None:
        state, base = cells.get(SheetColumn.STATE, ""), _base(cells.get(SheetColumn.BASE, ""))
        if state and base.get("STATE") not in (None, state):
            self.refused(number, SheetColumn.STATE, "cột này chỉ để xem", "đổi tình trạng ở trang của nhiệm vụ, kèm báo cáo")

    def given(self, task: str, name: SheetColumn, cell: str, held: Sequence[Held]) -> list[FoundAssignment]:
        """Whom a cell of agencies names: those who have the task already as they are, others found by their names."""
        role, known = Role(ROLES[name]), {fold(one.name): one for one in held}
        found = []
        for place, called in enumerate(dict.fromkeys(split(cell)), 1):
            one = known.get(fold(called))
            meant = match_of(one) if one else self.meant(called)
            found.append(FoundAssignment(f"{task}.{role[0]}{place}", one.as_written if one else called, role, meant))
        return found

    def meant(self, called: str) -> Match:
        group = next((group for group, label in GROUP_LABELS.items() if fold(label) == fold(called)), None)
        return Match(None, group, 1.0) if group else match(called, self.agencies)


def as_found(one: InForce, row: Task) -> FoundTask:
    """A task in force as it would stand in a preview that changes nothing."""
    quote = Quote(row.quote, row.start, row.end, row.confidence) if row.start is not None and row.end is not None else None
    found = FoundTask(
        f"k{one.id}", row.section.path if row.section else "", one.text, quote, one.product or None, one.due or None,
        row.due_raw or None, one.recurrence or None, (), one.dimension or None, (), reads=one.reads, of=one.id,
    )  # fmt: skip
    given = (
        FoundAssignment(f"{found.id}.h{place}", held.as_written, Role(held.role), match_of(held), held.requested)
        for place, held in enumerate(one.held, 1)
    )
    return replace(found, assignments=tuple(given))


def match_of(held: Held) -> Match:
    if held.agency:
        return Match(held.agency, None, 1.0)
    return Match(None, Group(held.group), 1.0) if held.group else Match()


def _now(one: InForce, row: Task) -> Cells:
    held: dict[str, list[str]] = {}
    for each in one.held:
        held.setdefault(each.role, []).append(each.name)
    return cells_of(row, held)


def _base(written: str) -> dict[str, str]:
    """What stood in the row when it left; nothing where somebody emptied or spoilt the column."""
    try:
        known = json.loads(written) if written else {}
    except ValueError:
        return {}
    return {str(name): str(words) for name, words in known.items()} if isinstance(known, dict) else {}


def _meets(cell: str, base: Mapping[str, str], name: SheetColumn, now: Cells, *, names: bool = False) -> str:
    """Whose change a difference is: "sheet", "other" (the row only left before it), or both: "conflict"."""
    left = base.get(name.name)
    same = _same_names if names else str.__eq__
    if left is None or left == noted(now[name]) or same(left, now[name]):
        return "sheet"
    return "other" if left == noted(cell) or same(left, cell) else "conflict"


def _merged(task: FoundTask, field: str, value: str, now: str, meets: str) -> FoundTask:
    if meets == "other":
        return task
    if meets == "conflict":
        return replace(task, conflicts=(*task.conflicts, Conflict(field, value, now)))
    return SET[field](task, value or None)


def _merged_role(task: FoundTask, role: str, cell: str, now: str, given: tuple[FoundAssignment, ...], meets: str) -> FoundTask:
    if meets == "other":
        return task
    if meets == "conflict":
        return replace(task, conflicts=(*task.conflicts, Conflict(role, cell, now, given)))
    return replace(task, assignments=(*(one for one in task.assignments if one.role != role), *given))


def _same_names(one: str, other: str) -> bool:
    return {fold(name) for name in split(one)} == {fold(name) for name in split(other)}


def _day_cell(due: str) -> str:
    return "/".join(reversed(due.split("-")))
