"""What the preview shows: the document beside what was found in it, doubtful statements first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from longdan.app.plans.previewing import Doubt, Found, FoundAssignment, FoundTask, Preview, PreviewPage
from longdan.core.problems import Problem
from longdan.web.shared import sheets
from longdan.web.shared.dates import Due, due
from longdan.web.workspace.pages import words
from longdan.web.workspace.pages.statements import TELL, Facts, Field, heading_facts, heading_fields, task_fields

MOST_DOUBTS = 2  # named in the first sentence; all have their counters
LOOK_FIRST = 1.0  # from this weight of doubts on a task stands among those to be looked at first
HEADING = "heading"


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    id: str
    role: str
    role_value: str
    name: str
    as_written: str
    found: bool
    proposed: bool
    ended: str = ""  # the unit that the document names, where it is no more
    heirs: tuple[str, ...] = ()  # those among which a person has to choose

    @property
    def field_value(self) -> str:
        return self.name if self.found else ""


@dataclass(frozen=True, slots=True)
class Item:
    """A statement as the preview lists it; ``fields`` are filled while it is being corrected."""

    id: str
    kind: str
    text: str
    section: str = ""
    due: Due | None = None
    facts: Facts = ()
    assignments: tuple[AssignmentRow, ...] = ()
    doubts: tuple[str, ...] = ()
    unsure: bool = False  # stands among those to be looked at first
    change: str = ""
    discarded: bool = False
    has_words: bool = True
    editable: bool = False
    assignable: bool = False
    editing: bool = False
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    items: tuple[Item, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The heading block: what it says, and the places that can be corrected."""

    facts: Facts
    fields: tuple[Field, ...]
    editing: bool
    id: str = HEADING
    assignable: bool = False


@dataclass(frozen=True, slots=True)
class Counter:
    words: str
    count: int
    key: str
    here: bool


@dataclass(frozen=True, slots=True)
class Page:
    reading: int
    name: str
    title: str
    sentence: str
    outcome: str
    token: str
    heading: HeadingRow
    found: Preview
    items: "Items"
    only: str
    counters: tuple[Counter, ...]
    blocks: Iterable[sheets.Block]
    problems: tuple[Problem, ...]
    may_correct: bool
    may_confirm: bool
    last_correction: str
    roles: tuple[tuple[str, str], ...] = words.ROLES
    wrong: str = ""
    wrong_item: str = ""
    wrong_words: str = ""  # typed and refused: kept in their field

    @property
    def groups(self) -> Iterable[Group]:
        """Made when they are drawn: the answer to a correction draws one statement only."""
        return (group for group in groups(self.found, self.items, self.only) if group.items)

    def item(self, name: str) -> Item | None:
        if task := self.found.task(name):
            return self.items.task(task)
        every = ((key, one) for key in OTHERS for one in getattr(self.found, key))
        return next((self.items.other(key)(one) for key, one in every if one.id == name), None)


def page(
    found: PreviewPage,
    *,
    on: date,
    may_correct: bool,
    may_confirm: bool,
    editing: str = "",
    only: str = "",
    wrong: tuple[str, str, str] = ("", "", ""),
) -> Page:
    """``editing`` names the statement being corrected, ``only`` the doubt to look at, ``wrong`` where what
    was refused, for which words."""
    preview = found.preview
    asked = only if only in list(Doubt) else ""
    return Page(
        reading=found.reading.id,
        name=" + ".join(found.reading.names),
        title=title(preview),
        sentence=sentence(preview),
        outcome=outcome(found),
        token=found.token,
        heading=HeadingRow(heading_facts(preview.heading), heading_fields(preview.heading), editing == HEADING),
        found=preview,
        items=Items(found, on, editing),
        only=asked,
        counters=counters(preview, asked),
        blocks=sheets.blocks(found.document.passages, drawing(preview)),
        problems=found.reading.problems,
        may_correct=may_correct,
        may_confirm=may_confirm,
        last_correction=found.last_correction if found.corrections else "",
        wrong=wrong[1],
        wrong_item=wrong[0],
        wrong_words=wrong[2] if wrong[1] else "",
    )


def title(preview: Preview) -> str:
    tasks = len(preview.kept())
    what = " ".join(part for part in (preview.heading.doc_type or "văn bản", preview.heading.number) if part)
    return f"Đọc được {tasks} nhiệm vụ trong {what}"


def sentence(preview: Preview) -> str:
    heavy = sorted(preview.doubts().items(), key=lambda item: -item[0].weight)[:MOST_DOUBTS]
    doubts = words.listed([f"{count} nhiệm vụ {doubted(doubt)}" for doubt, count in heavy])
    return (
        f"{doubts}. Xem những chỗ này trước, sửa nếu cần, rồi xác nhận." if doubts else "Mọi nhiệm vụ đều có cơ quan và thời hạn."
    )


def doubted(doubt: Doubt) -> str:
    """A doubt as a sentence says it of a task."""
    said = f"{doubt.words[:1].lower()}{doubt.words[1:]}"
    return f"có {said}" if doubt is Doubt.PROPOSED_AGENCY else said


def outcome(found: PreviewPage) -> str:
    """What confirming will do, in one sentence."""
    kept = found.preview.kept()
    matches = {(one.match.agency, one.match.group) for task in kept for one in task.assignments if one.match.found}
    deed = f"cập nhật kế hoạch “{found.plan_in_force[1]}” đang theo dõi" if found.plan_in_force else "đưa kế hoạch vào theo dõi"
    words_ = f"Xác nhận sẽ {deed}: {len(kept)} nhiệm vụ, giao cho {len(matches)} cơ quan, nhóm cơ quan."
    return f"{words_} {len(found.gone)} nhiệm vụ không còn trong văn bản sẽ được rút." if found.gone else words_


def counters(preview: Preview, only: str) -> tuple[Counter, ...]:
    all_of_them = Counter("Tất cả", len(preview.tasks), "", only == "")
    return (all_of_them, *(Counter(doubt.words, count, doubt, doubt == only) for doubt, count in preview.doubts().items()))


def drawing(preview: Preview) -> sheets.Drawing:
    statements: list[FoundTask | Found[object]] = [*preview.tasks]
    for others in (preview.deadlines, preview.report_periods, preview.demands, preview.targets, preview.baselines):
        statements.extend(others)  # type: ignore[arg-type]
    return sheets.Drawing(
        doubtful=frozenset(task.id for task in preview.tasks if task.weight >= LOOK_FIRST),
        gone=frozenset(one.id for one in statements if one.discarded),
        headings=frozenset(section_starts(preview)),
    )


def section_starts(preview: Preview) -> Iterable[int]:
    waiting = list(preview.sections)
    while waiting:
        section = waiting.pop()
        if section.title:
            yield section.quote.start
        waiting.extend(section.sections)


def groups(preview: Preview, items: "Items", only: str) -> Iterator[Group]:
    """Doubtful tasks, the others, what was found beside tasks, and what was discarded; or tasks of one doubt only."""
    if only:
        picked = tuple(items.task(task) for task in preview.tasks if only in task.doubts)
        yield Group(only, Doubt(only).words, picked, "Nhiệm vụ đã sửa ở lại đây cho đến khi tải lại trang.")
        return
    first = [task for task in preview.doubtful_first() if task.weight >= LOOK_FIRST]
    rest = [task for task in preview.kept() if task.weight < LOOK_FIRST]
    yield Group("doubtful", "Cần xem trước", tuple(map(items.task, first)), "Phần mềm chưa chắc ở những chỗ này.")
    yield Group("tasks", "Nhiệm vụ", tuple(map(items.task, rest)))
    for key, name in OTHERS.items():
        yield Group(key, name, tuple(map(items.other(key), kept(getattr(preview, key)))))
    yield Group("gone", "Đã bỏ", tuple(items.discarded(preview)))


OTHERS = {
    "targets": "Chỉ tiêu",
    "baselines": "Kết quả những năm trước",
    "report_periods": "Chế độ báo cáo",
    "demands": "Yêu cầu với kế hoạch của các cơ quan",
    "deadlines": "Thời hạn khác",
}


def kept(statements: Iterable[Found[object]]) -> list[Found[object]]:
    return [one for one in statements if not one.discarded]


class Items:
    """Makes the rows of the list from what was found."""

    def __init__(self, found: PreviewPage, on: date, editing: str = "") -> None:
        self.names, self.changes, self.on, self.editing = found.agency_names, found.changes, on, editing

    def task(self, task: FoundTask) -> Item:
        facts = (("Sản phẩm", task.product or ""), ("Lặp lại", task.recurrence or ""), ("Tiêu chí", ", ".join(task.criteria)))
        return Item(
            id=task.id,
            kind="Nhiệm vụ",
            text=task.text,
            section=task.section,
            due=due(task.due, self.on, raw=task.due_raw or "") if task.due or task.due_raw else None,
            facts=tuple((name, value) for name, value in facts if value),
            assignments=tuple(self.assignment(one) for one in task.assignments),
            doubts=tuple(doubt.words for doubt in task.doubts),
            unsure=task.weight >= LOOK_FIRST,
            change={"new": "Mới", "changed": "Có thay đổi"}.get(self.changes.get(task.id, ""), ""),
            discarded=task.discarded,
            has_words=task.quote is not None,
            editable=True,
            assignable=True,
            editing=self.editing == task.id,
            fields=task_fields(task) if self.editing == task.id else (),
        )

    def assignment(self, one: FoundAssignment) -> AssignmentRow:
        return AssignmentRow(
            id=one.id,
            role=dict(words.ROLES)[one.role],
            role_value=one.role,
            name=self.name(one) or one.as_written,
            as_written=one.as_written,
            found=one.match.found,
            proposed=one.match.found and not one.match.sure,
            ended=self.names.get(one.match.through, "") if one.match.through else "",
            heirs=tuple(self.names[pk] for pk in one.match.candidates if pk in self.names) if not one.match.sure else (),
        )

    def name(self, one: FoundAssignment) -> str:
        if one.match.group:
            return one.match.group.label
        return self.names.get(one.match.agency, "") if one.match.agency else ""

    def other(self, key: str) -> Callable[[Found[object]], Item]:
        tell = TELL[key]

        def row(found: Found[object]) -> Item:
            text, facts = tell(found.what)
            shown = tuple((name, value) for name, value in facts if value)
            return Item(found.id, OTHERS[key], text, facts=shown, discarded=found.discarded)

        return row

    def discarded(self, preview: Preview) -> Iterable[Item]:
        yield from (self.task(task) for task in preview.tasks if task.discarded)
        for key in OTHERS:
            yield from map(self.other(key), (one for one in getattr(preview, key) if one.discarded))
