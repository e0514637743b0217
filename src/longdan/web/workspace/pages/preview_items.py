"""The statements of a preview as rows of its list, with what may be done about each."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longdan.app.plans.previewing import (
    Change,
    Compared,
    Conflict,
    CorrectionRow,
    Found,
    FoundAssignment,
    FoundTask,
    Held,
    InForce,
    PreviewPage,
    by_role,
    strongest,
)
from longdan.core.plans.draft import Role
from longdan.core.writing.shortening import shortened
from longdan.web.shared.dates import Due, due
from longdan.web.workspace.pages import words
from longdan.web.workspace.pages.statements import TELL, Facts, Field, task_fields

LOOK_FIRST = 1.0  # from this weight of doubts on a task stands among those to be looked at first
NEIGHBOURS = 3  # tasks before and behind one with which it can be merged
CHANGES = {
    Change.NEW: (gettext_lazy("Mới"), "going"),
    Change.CHANGED: (gettext_lazy("Thay đổi"), "soon"),
    Change.UNCHANGED: (gettext_lazy("Không đổi"), ""),
    Change.GONE: (gettext_lazy("Sẽ rút"), "late"),
}
OTHERS = {
    "targets": gettext_lazy("Chỉ tiêu"),
    "baselines": gettext_lazy("Kết quả những năm trước"),
    "report_periods": gettext_lazy("Chế độ báo cáo"),
    "demands": gettext_lazy("Yêu cầu với kế hoạch của các cơ quan"),
    "deadlines": gettext_lazy("Thời hạn khác"),
}


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    id: str
    role: str
    role_value: str
    name: str
    as_written: str
    found: bool
    proposed: bool
    places: int = 1  # in which the document writes it so
    ended: str = ""  # the unit that the document names, where it is no more
    heirs: tuple[str, ...] = ()  # those among which a person has to choose

    @property
    def field_value(self) -> str:
        return self.name if self.found else ""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """Who would lose a task; ``begun``: there is work to show, which stays on record."""

    role: str
    role_value: str
    name: str
    begun: bool
    value: str  # as a correction names it, to let the task stay with it


@dataclass(frozen=True, slots=True)
class ConflictRow:
    field: str
    label: str
    now: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Item:
    """A statement as the preview lists it; ``fields`` and what follows them are filled while it is being corrected."""

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
    tone: str = ""
    remark: str = ""
    differences: tuple[DifferenceRow, ...] = ()
    given: tuple[str, ...] = ()
    taken_away: tuple[HeldRow, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    discarded: bool = False
    has_words: bool = True
    editable: bool = False
    assignable: bool = False
    editing: bool = False
    fields: tuple[Field, ...] = ()
    cuts: tuple[tuple[int, str], ...] = ()  # where it may be split, with the words that follow
    neighbours: tuple[tuple[str, str], ...] = ()
    history: tuple[CorrectionRow, ...] = ()

    @property
    def next_role(self) -> str:
        """The role that whoever is added most likely has: of several one leads."""
        return Role.COOPERATE if any(one.role_value == Role.LEAD for one in self.assignments) else Role.LEAD


@dataclass(slots=True)
class Items:
    """Makes the rows of the list from what was found."""

    found: PreviewPage
    on: date
    editing: str = ""
    places: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for task in self.found.preview.tasks:
            for one in task.assignments:
                self.places[one.as_written] = self.places.get(one.as_written, 0) + 1

    def task(self, task: FoundTask) -> Item:
        facts = (
            (_("Sản phẩm"), task.product or ""), (_("Lặp lại"), task.recurrence or ""), (_("Tiêu chí"), ", ".join(task.criteria)),
        )  # fmt: skip
        compared, editing = self.found.compared.get(task.id), self.editing == task.id
        change, tone = CHANGES[compared.change] if compared else ("", "")
        return Item(
            id=task.id,
            kind=_("Nhiệm vụ"),
            text=task.text,
            section=task.section,
            due=due(task.due, self.on, raw=task.due_raw or "") if task.due or task.due_raw else None,
            facts=tuple((name, value) for name, value in facts if value),
            assignments=tuple(self.assignment(one) for one in (by_role if editing else strongest)(task.assignments)),
            doubts=tuple(doubt.words for doubt in task.doubts),
            unsure=task.weight >= LOOK_FIRST,
            change=str(change),
            tone=tone,
            remark=task.remark,
            differences=differences(compared),
            given=tuple(f"{role(one.role)}: {self.name(one) or one.as_written}" for one in compared.given) if compared else (),
            taken_away=tuple(map(held, compared.taken_away)) if compared else (),
            conflicts=tuple(map(conflict, task.conflicts)),
            discarded=task.discarded,
            has_words=task.quote is not None,
            editable=True,
            assignable=True,
            editing=editing,
            fields=task_fields(task) if editing else (),
            cuts=cuts(task.text) if editing else (),
            neighbours=self.neighbours(task) if editing else (),
            history=self.found.history.get(task.id, ()),
        )

    def assignment(self, one: FoundAssignment) -> AssignmentRow:
        names = self.found.agency_names
        return AssignmentRow(
            id=one.id,
            role=role(one.role),
            role_value=one.role,
            name=self.name(one) or one.as_written,
            as_written=one.as_written,
            found=one.match.found,
            proposed=one.match.found and not one.match.sure,
            places=self.places[one.as_written] if one.as_written else 1,
            ended=names.get(one.match.through, "") if one.match.through else "",
            heirs=tuple(names[pk] for pk in one.match.candidates if pk in names) if not one.match.sure else (),
        )

    def name(self, one: FoundAssignment) -> str:
        if one.match.group:
            return one.match.group.label
        return self.found.agency_names.get(one.match.agency, "") if one.match.agency else ""

    def neighbours(self, task: FoundTask) -> tuple[tuple[str, str], ...]:
        kept = self.found.preview.kept()
        here = next((place for place, one in enumerate(kept) if one.id == task.id), None)
        if here is None:
            return ()
        near = [*kept[here + 1 : here + 1 + NEIGHBOURS], *reversed(kept[max(here - NEIGHBOURS, 0) : here])]
        return tuple((one.id, begin(one.text)) for one in near)

    def gone(self, compared: Compared) -> Item:
        """A task in force that would end."""
        assert compared.before is not None
        label, tone = CHANGES[Change.GONE]
        name = f"x{compared.before.id}"
        lost = tuple(map(held, compared.before.held))
        return Item(
            name,
            _("Nhiệm vụ đang theo dõi"),
            compared.before.text,
            change=str(label),
            tone=tone,
            taken_away=lost,
            has_words=False,
        )

    def absent(self, one: InForce) -> Item:
        """A task in force that a sheet has no row for."""
        when = due(one.due, self.on) if one.due else None
        return Item(f"x{one.id}", _("Nhiệm vụ đang theo dõi"), one.text, due=when, change=_("Giữ nguyên"), has_words=False)

    def other(self, key: str) -> Callable[[Found[object]], Item]:
        tell = TELL[key]

        def row(found: Found[object]) -> Item:
            text, facts = tell(found.what)
            places = _("%(places)s chỗ trong văn bản") % {"places": len(found.also) + 1} if found.also else ""
            shown = tuple((name, value) for name, value in (*facts, (_("Nói ở"), places)) if value)
            return Item(found.id, str(OTHERS[key]), text, facts=shown, discarded=found.discarded)

        return row

    def discarded(self) -> Iterable[Item]:
        ending = {one.before.id for one in self.found.gone if one.before}
        yield from (self.task(task) for task in self.found.preview.tasks if task.discarded and task.of not in ending)
        for key, some in self.found.preview.others.items():
            yield from map(self.other(key), (one for one in some if one.discarded))


def role(value: str) -> str:
    return dict(words.roles())[value]


def differences(compared: Compared | None) -> tuple[DifferenceRow, ...]:
    if compared is None:
        return ()
    return tuple(DifferenceRow(*shown(one.field, one.before, one.after)) for one in compared.differences)


def shown(name: str, before: str, after: str) -> tuple[str, str, str]:
    """A difference as officials write it: days by day first."""
    label = str(words.FIELDS[name])
    return (label, words.day(before), words.day(after)) if name == "due" else (label, before, after)


def held(one: Held) -> HeldRow:
    value = f"agency:{one.agency}" if one.agency else f"group:{one.group}" if one.group else ""
    return HeldRow(role(one.role), one.role, one.name, one.begun > 0, value)


def conflict(one: Conflict) -> ConflictRow:
    label, now, sheet = shown(one.field, one.now, one.sheet)
    return ConflictRow(one.field, label, now or _("(trống)"), sheet or _("(trống)"))


def begin(text: str, most: int = 70) -> str:
    return shortened(text, most)


def cuts(text: str) -> tuple[tuple[int, str], ...]:
    """The places where a second task may begin: behind marks of punctuation, else before every word."""
    marks = [found.end() for found in re.finditer(r"[;.:,]\s+(?=\w)", text)]
    places = marks or [found.end() for found in re.finditer(r"\s+(?=\w)", text)]
    return tuple((place, begin(text[place:], 60)) for place in places)
