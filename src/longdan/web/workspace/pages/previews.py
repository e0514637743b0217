"""What the preview shows: the document beside what was found in it, doubtful statements first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from longdan.app.plans.previewing import Change, CorrectionRow, Doubt, Found, FoundTask, Preview, PreviewPage
from longdan.core.problems import Problem
from longdan.core.vietnamese import fold
from longdan.web.shared import sheets
from longdan.web.workspace.pages import words
from longdan.web.workspace.pages.preview_items import CHANGES, LOOK_FIRST, OTHERS, AssignmentRow, Item, Items
from longdan.web.workspace.pages.statements import Facts, Field, heading_facts, heading_fields

MOST_DOUBTS = 2  # named in the first sentence; all have their counters
HEADING = "heading"
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
    asked = only if only in (*Doubt, *Change) else ""
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


def title(found: PreviewPage) -> str:
    """What was read; of what changes a plan in force, first of all what it changes."""
    if found.plan_in_force:
        return changed_title(changes(found))
    tasks, said = len(found.preview.kept()), found.preview.heading
    what = " ".join(part for part in (said.doc_type or _("văn bản"), said.number) if part)
    match found.reading.kind:
        case "sheet":
            return _("Bảng nhiệm vụ gửi về có %(tasks)d dòng của %(what)s") % {"tasks": tasks, "what": what}
        case "carried":
            year = said.year or _("sau")
            return _("Chuyển %(tasks)d nhiệm vụ sang kế hoạch năm %(year)s") % {"tasks": tasks, "year": year}
        case _:
            return _("Đọc được %(tasks)d nhiệm vụ trong %(what)s") % {"tasks": tasks, "what": what}


def changed_title(counts: Mapping[Change, int]) -> str:
    told = {"changed": counts[Change.CHANGED], "new": counts[Change.NEW], "gone": counts[Change.GONE]}
    if not any(told.values()):
        return _("Nhiệm vụ không khác kế hoạch đang có hiệu lực")
    return _("Sửa %(changed)d, thêm %(new)d, bỏ %(gone)d nhiệm vụ so với kế hoạch đang có hiệu lực") % told


def sentence(found: PreviewPage) -> str:
    preview = found.preview
    if not preview.kept() and not preview.empty and not preview.partial:
        return _("Văn bản không giao nhiệm vụ nào. Xác nhận thì kế hoạch chỉ có chỉ tiêu, chế độ báo cáo, mốc hạn nêu dưới đây.")
    if preview.empty:
        return _("Không tìm thấy nhiệm vụ nào để theo dõi. Thêm nhiệm vụ bằng tay, hoặc gửi đúng văn bản giao nhiệm vụ.")
    changed = sum(one.change in (Change.NEW, Change.CHANGED) for one in found.compared.values()) + len(found.gone)
    if found.plan_in_force and not changed:
        return _("Không có gì khác kế hoạch đang theo dõi. Xác nhận cũng không làm nhiệm vụ nào nhân đôi.")
    heavy = sorted(preview.doubts().items(), key=lambda item: -item[0].weight)[:MOST_DOUBTS]
    doubts = words.listed([doubted(doubt, count) for doubt, count in heavy])
    if not doubts and found.plan_in_force:
        return _("Những chỗ thay đổi đều có cơ quan và thời hạn.")
    if not doubts:
        return _("Mọi nhiệm vụ đều có cơ quan và thời hạn.")
    return _("%(doubts)s. Xem những chỗ này trước, sửa nếu cần, rồi xác nhận.") % {"doubts": doubts}


def doubted(doubt: Doubt, count: int) -> str:
    """A doubt as a sentence says it of tasks."""
    said = f"{doubt.words[:1].lower()}{doubt.words[1:]}"
    if doubt is Doubt.PROPOSED_AGENCY:
        said = _("có %(said)s") % {"said": said}
    return ngettext("%(count)d nhiệm vụ %(doubt)s", "%(count)d nhiệm vụ %(doubt)s", count) % {"count": count, "doubt": said}


def outcome(found: PreviewPage) -> str:
    """What confirming will do, in one sentence or two."""
    kept = found.preview.kept()
    if not kept and not found.preview.partial:
        return _("Chưa có nhiệm vụ nào để xác nhận.")
    if not found.plan_in_force:
        matches = {(one.match.agency, one.match.group) for task in kept for one in task.assignments if one.match.found}
        told = _("Xác nhận sẽ đưa kế hoạch vào theo dõi: %(tasks)d nhiệm vụ, giao cho %(agencies)d cơ quan, nhóm cơ quan.")
        return told % {"tasks": len(kept), "agencies": len(matches)}
    counts = changes(found)
    told = words.listed([f"{counts[change]} {named(change).lower()}" for change in Change if counts[change]])
    ended = sum(one.begun > 0 for each in (*found.compared.values(), *found.gone) for one in each.taken_away)
    said = _("Xác nhận sẽ cập nhật kế hoạch “%(plan)s” đang theo dõi: %(told)s.") % {"plan": found.plan_in_force[1], "told": told}
    lost = _(" %(count)d việc đã có kết quả sẽ thôi giao; báo cáo và tài liệu vẫn giữ để tra cứu.") % {"count": ended}
    return said + (lost if ended else "")


def named(change: Change) -> str:
    return str(CHANGES[change][0])


def changes(found: PreviewPage) -> dict[Change, int]:
    counts = {change: sum(one.change is change for one in found.compared.values()) for change in Change}
    return counts | {Change.GONE: len(found.gone)}


def counters(found: PreviewPage, only: str) -> tuple[Counter, ...]:
    preview = found.preview
    every = Counter(_("Tất cả"), len(preview.kept()), "", only == "")
    told = changes(found) if found.plan_in_force else {}
    changed = (Counter(named(change), count, change, change == only) for change, count in told.items() if count)
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
    yield Group("doubtful", _("Cần xem trước"), tuple(map(items.task, first)), _("Phần mềm chưa chắc ở những chỗ này."))
    rest_name = _("Không đổi") if found.plan_in_force else _("Nhiệm vụ")
    yield Group("tasks", rest_name, tuple(map(items.task, rest)), folded=bool(found.plan_in_force))
    for key, name in OTHERS.items():
        yield Group(key, str(name), tuple(map(items.other(key), kept(preview.others[key]))))
    yield Group("discarded", _("Đã bỏ"), tuple(items.discarded()))


def picked(found: PreviewPage, items: Items, only: str) -> tuple[str, tuple[Item, ...], str]:
    """The tasks of one doubt, or of one change."""
    stay = _("Nhiệm vụ đã sửa ở lại đây cho đến khi tải lại trang.")
    if only == Change.GONE:
        return named(Change.GONE), tuple(map(items.gone, found.gone)), ""
    if only in list(Change):
        changed = {name for name, one in found.compared.items() if one.change == only}
        return named(Change(only)), tuple(items.task(task) for task in found.preview.tasks if task.id in changed), ""
    return Doubt(only).words, tuple(items.task(task) for task in found.preview.tasks if only in task.doubts), stay


def kept(statements: Iterable[Found[object]]) -> list[Found[object]]:
    return [one for one in statements if not one.discarded]
