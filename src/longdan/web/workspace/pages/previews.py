"""What the preview shows: the document beside what was found in it, doubtful statements first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longdan.app.plans.previewing import Change, CorrectionRow, Doubt, Found, FoundTask, Preview, PreviewPage
from longdan.core.problems import Problem
from longdan.core.vietnamese import fold
from longdan.web.shared import sheets
from longdan.web.workspace.pages import words
from longdan.web.workspace.pages.preview_items import LOOK_FIRST, OTHERS, AssignmentRow, Item, Items
from longdan.web.workspace.pages.preview_words import changes, named, outcome, sentence, title
from longdan.web.workspace.pages.statements import Facts, Field, heading_facts, heading_fields

HEADING = "heading"
ABSENT = "absent"  # filters what a sheet has no row for
KINDS = {"sheet": gettext_lazy("bảng nhiệm vụ"), "carried": gettext_lazy("kế hoạch năm sau")}


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    items: tuple[Item, ...]
    words: str = ""
    folded: bool = False  # to be opened by whoever wants to look


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The heading block: what it says, and the places that can be corrected."""

    facts: Facts
    fields: tuple[Field, ...]
    editing: bool
    history: tuple[CorrectionRow, ...]
    plans: tuple[tuple[int, str], ...]  # that the document may be said to change
    amends: int | None
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
    found: PreviewPage
    name: str
    title: str
    sentence: str
    outcome: str
    heading: HeadingRow
    items: Items
    only: str
    counters: tuple[Counter, ...]
    blocks: Iterable[sheets.Block]
    unmatched: tuple[AssignmentRow, ...]  # names that stand in several places and mean nobody for sure
    wrong: str = ""
    wrong_item: str = ""
    wrong_words: str = ""  # typed and refused: kept in their field

    @property
    def roles(self) -> tuple[tuple[str, str], ...]:
        return words.roles()

    @property
    def reading(self) -> int:
        return self.found.reading.id

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (*self.found.warnings, *self.found.reading.problems)

    @property
    def may_confirm(self) -> bool:
        """Whether there is something to put in force, and this person may do it."""
        return self.found.may_confirm and not self.found.preview.empty

    @property
    def is_document(self) -> bool:
        return self.found.reading.kind == "document"

    @property
    def groups(self) -> Iterable[Group]:
        """Made when they are drawn: the answer to a correction draws one statement only."""
        return (group for group in groups(self.found, self.items, self.only) if group.items)

    def item(self, name: str) -> Item | None:
        preview = self.found.preview
        if task := preview.task(name):
            return self.items.task(task)
        every = ((key, one) for key, some in preview.others.items() for one in some)
        return next((self.items.other(key)(one) for key, one in every if one.id == name), None)

    def behind(self, name: str) -> Item | None:
        """The task behind another one: where a new one stands."""
        tasks = self.found.preview.tasks
        return next((self.items.task(b) for a, b in pairwise(tasks) if a.id == name), None)


def page(found: PreviewPage, *, on: date, editing: str = "", only: str = "", wrong: tuple[str, str, str] = ("", "", "")) -> Page:
    """``editing`` names the statement being corrected, ``only`` the doubt or change to look at, ``wrong`` where what
    was refused, for which words."""
    preview, items = found.preview, Items(found, on, editing)
    asked = only if only in (*Doubt, *Change, ABSENT) else ""
    return Page(
        found=found,
        name=" + ".join(found.reading.names) or str(KINDS.get(found.reading.kind, _("văn bản"))),
        title=title(found),
        sentence=sentence(found),
        outcome=outcome(found),
        heading=heading(found, editing),
        items=items,
        only=asked,
        counters=counters(found, asked),
        blocks=sheets.blocks(found.document.passages, drawing(preview)) if found.document else (),
        unmatched=unmatched(preview, items),
        wrong=wrong[1],
        wrong_item=wrong[0],
        wrong_words=wrong[2] if wrong[1] else "",
    )


def heading(found: PreviewPage, editing: str) -> HeadingRow:
    said, history = found.preview.heading, found.history.get(HEADING, ())
    open_ = editing == HEADING
    return HeadingRow(heading_facts(said), heading_fields(said), open_, history, found.may_amend, found.preview.amends)


def counters(found: PreviewPage, only: str) -> tuple[Counter, ...]:
    preview = found.preview
    every = Counter(_("Tất cả"), len(preview.kept()), "", only == "")
    told = changes(found) if found.plan_in_force else {}
    changed = [Counter(named(change), count, change, change == only) for change, count in told.items() if count]
    if found.absent:
        changed.append(Counter(_("Không có trong bảng"), len(found.absent), ABSENT, only == ABSENT))
    doubts = (Counter(doubt.words, count, doubt, doubt == only) for doubt, count in preview.doubts().items())
    return (every, *changed, *doubts)


def unmatched(preview: Preview, items: Items) -> tuple[AssignmentRow, ...]:
    """Names in several places that are taken for nobody, or for somebody only as a proposal: each once, to be matched at once."""
    rows: dict[str, AssignmentRow] = {}
    for task in preview.kept():
        for one in task.assignments if not task.approved else ():
            if one.as_written and not one.match.sure and items.places[one.as_written] > 1:
                rows.setdefault(fold(one.as_written), items.assignment(one))
    return tuple(rows.values())


def drawing(preview: Preview) -> sheets.Drawing:
    statements: list[FoundTask | Found[object]] = [*preview.tasks]
    for others in preview.others.values():
        statements.extend(others)
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


def groups(found: PreviewPage, items: Items, only: str) -> Iterator[Group]:
    """Doubtful tasks, the others, what was found beside tasks, and what was discarded; or tasks of one doubt or change."""
    preview = found.preview
    if only:
        yield Group(only, *picked(found, items, only))
        return
    still = {name for name, one in found.compared.items() if one.change is Change.UNCHANGED}
    fresh = [task for task in preview.doubtful_first() if task.id in found.compared.keys() - still]
    left = [task for task in preview.doubtful_first() if task not in fresh and not task.discarded]
    first = [task for task in left if task.weight >= LOOK_FIRST]
    rest = [task for task in preview.kept() if task in left and task.weight < LOOK_FIRST]
    yield Group("changes", _("Thay đổi và mới"), tuple(map(items.task, fresh)))
    why = _("Kế hoạch sẽ không còn những nhiệm vụ này; báo cáo đã có vẫn được giữ để tra cứu.")
    yield Group("ending", _("Sẽ rút khỏi kế hoạch"), tuple(map(items.gone, found.gone)), why)
    yield Group(ABSENT, *absent(found, items))
    yield Group("doubtful", _("Cần xem trước"), tuple(map(items.task, first)), _("Phần mềm chưa chắc ở những chỗ này."))
    rest_name = _("Không đổi") if found.plan_in_force else _("Nhiệm vụ")
    yield Group("tasks", rest_name, tuple(map(items.task, rest)), folded=bool(found.plan_in_force))
    for key, name in OTHERS.items():
        yield Group(key, str(name), tuple(map(items.other(key), kept(preview.others[key]))))
    yield Group("discarded", _("Đã bỏ"), tuple(items.discarded()))


def absent(found: PreviewPage, items: Items) -> tuple[str, tuple[Item, ...], str]:
    """The tasks that a sheet has no row for."""
    why = _("Bảng gửi về không có những nhiệm vụ này; xác nhận bảng không đổi gì ở chúng.")
    return _("Không có trong bảng"), tuple(map(items.absent, found.absent)), why


def picked(found: PreviewPage, items: Items, only: str) -> tuple[str, tuple[Item, ...], str]:
    """The tasks of one doubt, or of one change."""
    stay = _("Nhiệm vụ đã sửa ở lại đây cho đến khi tải lại trang.")
    if only == ABSENT:
        return absent(found, items)
    if only == Change.GONE:
        return named(Change.GONE), tuple(map(items.gone, found.gone)), ""
    if only in list(Change):
        changed = {name for name, one in found.compared.items() if one.change == only}
        return named(Change(only)), tuple(items.task(task) for task in found.preview.tasks if task.id in changed), ""
    return Doubt(only).words, tuple(items.task(task) for task in found.preview.tasks if only in task.doubts), stay


def kept(statements: Iterable[Found[object]]) -> list[Found[object]]:
    return [one for one in statements if not one.discarded]
