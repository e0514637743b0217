"""The page of one task: what waits for this post, its words, its proofs, its troubles, what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longdan.app.work.queries import DifficultyRow, Duty, TaskPage
from longdan.app.work.states import SILENT, DifficultyStep, Step
from longdan.core.writing.shortening import shortened
from longdan.web.shared import sheets
from longdan.web.shared.dates import Due
from longdan.web.workspace.pages.tasks import TONES, state, task_due

TITLE = 160  # characters that a title may have
PANELS, OTHERS = 10, 8  # shown before the rest is asked for
ASKS = {
    Step.REPORT: gettext_lazy("Đã làm được gì, còn vướng gì"),
    Step.SUBMIT: gettext_lazy("Kết quả: văn bản, sản phẩm đã có"),
    Step.DECLINE: gettext_lazy("Lý do từ chối"),
    Step.SEND_BACK: gettext_lazy("Lý do trả lại"),
    Step.REOPEN: gettext_lazy("Lý do mở lại"),
    Step.CANCEL: gettext_lazy("Lý do thôi giao"),
    Step.REASSIGN: gettext_lazy("Lý do giao lại"),
}
MAIN = (Step.REPORT, Step.FINISH)
BESIDE = (Step.CANCEL, Step.REASSIGN, Step.REOPEN)  # nobody waits for these
DIFFICULTY_ASKS = {
    DifficultyStep.ANSWER: gettext_lazy("Trả lời"),
    DifficultyStep.ESCALATE: gettext_lazy("Vì sao cần tỉnh quyết định"),
    DifficultyStep.DECIDE: gettext_lazy("Quyết định của tỉnh"),
    DifficultyStep.CLOSE: gettext_lazy("Kết quả (không bắt buộc)"),
    DifficultyStep.REOPEN: gettext_lazy("Vì sao chưa xong"),
}
DIFFICULTY_TONES = {"raised": "soon", "escalated": "late", "answered": "going", "decided": "going", "closed": "good"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field for words with what was typed in it before: kept on the server, or just refused."""

    place: str
    label: str
    text: str = ""
    saved: str = ""  # "10:32 ngày 02/03/2026"


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that this post may take, as the form for it."""

    verb: str
    label: str
    field: Field | None
    percent: Field | None  # how far it is, where that is asked
    main: bool


@dataclass(frozen=True, slots=True)
class DutyPanel:
    """What one agency has to do with the task, how far it is, and what may be done about it from here."""

    duty: Duty
    tone: str
    deeds: tuple[Deed, ...]
    raising: Field | None
    proposal: Field | None

    @property
    def key(self) -> str:
        return f"viec-{self.duty.assignment_id}"

    @property
    def is_busy(self) -> bool:
        """Whether something waits here for this post."""
        return any(deed.verb not in BESIDE for deed in self.deeds)

    @property
    def main(self) -> Deed | None:
        return next((deed for deed in self.deeds if deed.main), None)

    @property
    def others(self) -> tuple[Deed, ...]:
        return tuple(deed for deed in self.deeds if not deed.main)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A difficulty with the forms of the steps that this post may take."""

    row: DifficultyRow
    tone: str
    deeds: tuple[Deed, ...]

    @property
    def is_closed(self) -> bool:
        return self.row.state == "closed"


@dataclass(frozen=True, slots=True)
class Page:
    found: TaskPage
    title: str
    context: str
    due: Due
    state_label: str
    tone: str
    panels: tuple[DutyPanel, ...]  # where something waits for this post
    others: tuple[DutyPanel, ...]
    more_others: int
    troubles: tuple[Trouble, ...]
    attachable: tuple[Duty, ...]  # to which this post may add evidence
    comment: Field
    words: tuple[sheets.Block, ...]
    facts: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        return str(self.found.task.id)

    @property
    def key(self) -> str:
        return f"task-{self.found.task.id}"

    @property
    def others_in_all(self) -> int:
        return len(self.others) + self.more_others

    @property
    def open_troubles(self) -> int:
        return sum(not one.is_closed for one in self.troubles)


def page(found: TaskPage, on: date, *, typed: Mapping[str, str] | None = None, whole: bool = False) -> Page:
    """``typed``: what was refused just now, by the place of its field; ``whole``: every agency, however many."""
    task, kept = found.task, Kept(found, typed or {})
    label, tone = state(task)
    panels = [panel(duty, kept) for duty in found.duties]
    busy = [one for one in panels if one.is_busy]
    shown = busy if whole else busy[:PANELS]
    others = [one for one in panels if not one.is_busy] + ([] if whole else busy[PANELS:])
    return Page(
        found=found,
        title=short(task.text),
        context=" › ".join(found.headings),
        due=task_due(task, on),
        state_label=label,
        tone=tone,
        panels=tuple(shown),
        others=tuple(others if whole else others[:OTHERS]),
        more_others=0 if whole else max(0, len(others) - OTHERS),
        troubles=tuple(trouble(row, kept) for row in found.difficulties),
        attachable=tuple(duty for duty in found.duties if duty.may_attach),
        comment=kept.field("comment", _("Viết cho những người cùng theo dõi nhiệm vụ")),
        words=tuple(sheets.blocks(found.passages, sheets.Drawing(only=frozenset({f"task-{task.id}"})))),
        facts=facts(found),
    )


def facts(found: TaskPage) -> tuple[tuple[str, str], ...]:
    task = found.task
    all_facts = (
        (_("Sản phẩm"), task.product),
        (_("Lặp lại"), task.recurrence),
        (_("Nội dung chỉ số"), found.dimension),
        (_("Tiêu chí"), ", ".join(found.criteria)),
        (_("Mục"), task.section_path),
    )
    return tuple((name, value) for name, value in all_facts if value)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed and not sent: refused just now, or kept as a draft."""

    found: TaskPage
    typed: Mapping[str, str]

    def field(self, place: str, label: object, *, beside: str = "", else_: str = "") -> Field:
        """``beside``: a field of the same form, kept with it; ``else_``: what stands where nothing was typed."""
        if place in self.typed:
            return Field(place, str(label), self.typed[place])
        drafts = self.found.drafts
        kept = [drafts[one].at for one in (place, beside) if one in drafts]
        return Field(place, str(label), drafts[place].text if place in drafts else else_, moment(max(kept)) if kept else "")


def moment(at: datetime) -> str:
    return f"{localtime(at):%H:%M, %d/%m/%Y}"


def short(text: str) -> str:
    """The beginning of a long task, for the page's title."""
    return shortened(text, TITLE)


def panel(duty: Duty, kept: Kept) -> DutyPanel:
    deeds = tuple(deed(step, duty, kept) for step in duty.steps)
    raise_, propose = f"raise-{duty.assignment_id}", f"raise-{duty.assignment_id}-proposal"
    raising = kept.field(raise_, _("Vướng ở đâu, vì sao"), beside=propose) if duty.may_raise else None
    proposal = kept.field(propose, _("Đề xuất (không bắt buộc)")) if duty.may_raise else None
    return DutyPanel(duty, TONES.get(duty.state, ""), deeds, raising, proposal)


def deed(step: Step, duty: Duty, kept: Kept) -> Deed:
    place = f"{step}-{duty.assignment_id}"
    far = f"{place}-percent"
    field = kept.field(place, ASKS[step], beside=far) if step in ASKS else None
    percent = kept.field(far, _("Mức hoàn thành (%)"), else_=str(duty.percent)) if step is Step.REPORT else None
    return Deed(step, step.label, field, percent, step in MAIN)


def trouble(row: DifficultyRow, kept: Kept) -> Trouble:
    deeds = tuple(
        Deed(step, step.label, kept.field(f"difficulty-{step}-{row.id}", DIFFICULTY_ASKS[step]), None, step in SILENT)
        for step in row.steps
    )
    return Trouble(row, DIFFICULTY_TONES[row.state], deeds)
