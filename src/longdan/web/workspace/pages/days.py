"""My day: what is late, what comes, what came back, what waits for me; for leaders, who is late where."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Post, Role
from longdan.app.work.queries import DifficultyRow, DutyList, LateRow, MentionRow, Share, Today
from longdan.app.work.states import Step
from longdan.web.shared.dates import SOON
from longdan.web.workspace.pages import plans, readings, words
from longdan.web.workspace.pages.goals import DueReport, reports
from longdan.web.workspace.pages.readings import may_import
from longdan.web.workspace.pages.task import DIFFICULTY_TONES, short
from longdan.web.workspace.pages.tasks import Line, duty_lines
from longdan.web.workspace.pages.work import SHARES

WEEKDAYS = (
    gettext_lazy("Thứ Hai"), gettext_lazy("Thứ Ba"), gettext_lazy("Thứ Tư"), gettext_lazy("Thứ Năm"), gettext_lazy("Thứ Sáu"),
    gettext_lazy("Thứ Bảy"), gettext_lazy("Chủ nhật"),
)  # fmt: skip
PRESSING = ("don-doc", "bi-tra-lai", "qua-han")
MOST_REPORTS = 6
MOST_LATE = 10  # agencies shown before the rest is asked for


@dataclass(frozen=True, slots=True)
class Pile:
    """Work of one kind; ``step`` is what may be done with several of it at once."""

    key: str
    title: str
    lines: list[Line]
    count: int
    step: str = ""
    step_label: str = ""

    @property
    def hidden(self) -> int:
        return self.count - len(self.lines)


@dataclass(frozen=True, slots=True)
class Trouble:
    row: DifficultyRow
    task: str
    tone: str


@dataclass(frozen=True, slots=True)
class Page:
    day: str
    title: str
    sentence: str
    pressing: tuple[Pile, ...]  # stands above what others say
    mentions: tuple[MentionRow, ...]
    mention_count: int
    troubles: tuple[Trouble, ...]
    trouble_count: int
    piles: tuple[Pile, ...]
    readings: list[readings.Row]
    reading_count: int
    reports: list[DueReport]
    more_reports: int
    late_first: tuple[LateRow, ...]
    late_hidden: int
    slowest: list[plans.Row]
    watches: bool
    may_urge: bool
    may_import: bool
    may_export: bool
    imports_often: bool  # for others handing a document in is no daily deed
    agency_id: int
    shares: tuple[tuple[str, str, bool, int | None], ...]  # key, name, whether it is shown, how many

    @property
    def is_empty(self) -> bool:
        return not (
            self.pressing or self.piles or self.mentions or self.troubles or self.readings or self.reports or self.late_first
        )


def page(found: Today, post: Post, on: date, *, whole: bool = False) -> Page:
    """``whole``: every agency that is late, however many."""
    held = [pile for pile in piles(found, on) if pile.lines]
    return Page(
        day=f"{WEEKDAYS[on.weekday()]}, {on:%d/%m/%Y}",
        title=title(found),
        sentence=f"{post.title}, {post.agency.name}.",
        pressing=tuple(pile for pile in held if pile.key in PRESSING),
        mentions=found.mentions,
        mention_count=found.mention_count,
        troubles=tuple(Trouble(row, short(row.task_text), DIFFICULTY_TONES[row.state]) for row in found.difficulties),
        trouble_count=found.difficulty_count,
        piles=tuple(pile for pile in held if pile.key not in PRESSING),
        readings=[readings.row(one) for one in found.readings],
        reading_count=found.reading_count,
        reports=reports(found.reports[:MOST_REPORTS], on),
        more_reports=max(0, len(found.reports) - MOST_REPORTS),
        late_first=found.late_where if whole else found.late_where[:MOST_LATE],
        late_hidden=0 if whole else max(0, len(found.late_where) - MOST_LATE),
        slowest=plans.rows(found.slowest),
        watches=found.watches,
        may_urge=found.may_urge,
        may_import=may_import(post),
        may_export=may(post, Right.EXPORT, on=post.agency),
        imports_often=post.role in (Role.COORDINATOR, Role.CONTENT_OWNER),
        agency_id=post.agency_id,
        shares=shares(found),
    )


def shares(found: Today) -> tuple[tuple[str, str, bool, int | None], ...]:
    """The parts of an agency's work to choose from; none where nobody was put in charge of anything."""
    counts = {Share.MINE: found.entrusted, Share.NOBODYS: found.unentrusted}
    if not found.divided:
        return ()
    return tuple((key.value, str(name), key is found.share, counts.get(key)) for key, name in SHARES)


def piles(found: Today, on: date) -> tuple[Pile, ...]:
    judged = duty_lines(found.awaiting.rows, on, whose=True)
    accept, finish = Step.ACCEPT, Step.FINISH
    return (
        pile("don-doc", _("Được đôn đốc, chưa báo cáo lại"), found.urged, on),
        pile("bi-tra-lai", _("Bị trả lại"), found.returned, on),
        pile("qua-han", _("Quá hạn"), found.overdue, on),
        pile("sap-den-han", _("Đến hạn trong %(days)d ngày") % {"days": SOON}, found.soon, on),
        pile("vua-thay-doi", _("Vừa thay đổi trong kế hoạch"), found.changed, on),
        Pile("cho-duyet", _("Chờ duyệt"), judged, found.awaiting.count, finish, finish.label),
        pile("de-nghi", _("Được đề nghị"), found.requests, on, accept),
        pile("moi-giao", _("Mới được giao"), found.fresh, on, accept),
    )


def pile(key: str, title: str, some: DutyList, on: date, step: Step | None = None) -> Pile:
    return Pile(key, title, duty_lines(some.rows, on), some.count, step or "", step.label if step else "")


def title(found: Today) -> str:
    """The answer to "what does today ask of me?"; to whoever looks over the province, "who is late?"."""
    counts = (
        (urged := found.urged.count, ngettext("%(count)d việc được đôn đốc", "%(count)d việc được đôn đốc", urged)),
        (late := found.overdue.count, ngettext("%(count)d việc quá hạn", "%(count)d việc quá hạn", late)),
        (back := found.returned.count, ngettext("%(count)d việc bị trả lại", "%(count)d việc bị trả lại", back)),
        (judged := found.awaiting.count, ngettext("%(count)d việc chờ duyệt", "%(count)d việc chờ duyệt", judged)),
        (soon := found.soon.count, ngettext("%(count)d việc sắp đến hạn", "%(count)d việc sắp đến hạn", soon)),
        (new := found.fresh.count, ngettext("%(count)d việc mới giao", "%(count)d việc mới giao", new)),
        (hard := found.difficulty_count, ngettext("%(count)d khó khăn chờ ông/bà", "%(count)d khó khăn chờ ông/bà", hard)),
        (named := found.mention_count, ngettext("%(count)d lời nhắc chưa đọc", "%(count)d lời nhắc chưa đọc", named)),
    )
    parts = [what % {"count": count} for count, what in counts if count]
    if parts:
        return words.listed(parts[:4])
    if found.late_tasks:
        told = ngettext("%(late)d nhiệm vụ quá hạn ở %(agencies)s", "%(late)d nhiệm vụ quá hạn ở %(agencies)s", found.late_tasks)
        return told % {"late": found.late_tasks, "agencies": places(len(found.late_where))}
    return _("Cả tỉnh không có việc nào quá hạn") if found.watches else _("Hôm nay không có việc nào thúc")


def places(count: int) -> str:
    return ngettext("%(count)d cơ quan", "%(count)d cơ quan", count) % {"count": count}
