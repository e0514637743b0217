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
    piles: tuple[Pile, ...]
    mentions: tuple[MentionRow, ...]
    troubles: tuple[Trouble, ...]
    readings: list[readings.Row]
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
        return not (self.piles or self.mentions or self.troubles or self.readings or self.reports or self.late_first)


def page(found: Today, post: Post, on: date, *, whole: bool = False) -> Page:
    """``whole``: every agency that is late, however many."""
    return Page(
        day=f"{WEEKDAYS[on.weekday()]}, {on:%d/%m/%Y}",
        title=title(found),
        sentence=f"{post.title}, {post.agency.name}.",
        piles=tuple(pile for pile in piles(found, on) if pile.lines),
        mentions=found.mentions,
        troubles=tuple(Trouble(row, short(row.task_text), DIFFICULTY_TONES[row.state]) for row in found.difficulties),
        readings=[readings.row(one) for one in found.readings],
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
    """Each thing once, but for what has just changed: what is fresh and late at the same time stands where it is late."""
    fresh = untouched(found)
    returned = {row.assignment_id for row in found.returned.rows}
    urged = {row.assignment_id for row in found.urged.rows}
    late, soon = without(found.overdue, urged | returned), without(found.soon, urged | returned)
    back = without(found.returned, urged)
    changed = found.changed  # also where it is late: the new day is what one must know
    judged = duty_lines(found.awaiting.rows, on, whose=True)
    accept, finish = Step.ACCEPT, Step.FINISH
    return (
        Pile("don-doc", _("Được đôn đốc, chưa báo cáo lại"), duty_lines(found.urged.rows, on), found.urged.count),
        Pile("bi-tra-lai", _("Bị trả lại"), duty_lines(back.rows, on), back.count),
        Pile("qua-han", _("Quá hạn"), duty_lines(late.rows, on), late.count),
        Pile("sap-den-han", _("Đến hạn trong %(days)d ngày") % {"days": SOON}, duty_lines(soon.rows, on), soon.count),
        Pile("vua-thay-doi", _("Vừa thay đổi trong kế hoạch"), duty_lines(changed.rows, on), changed.count),
        Pile("cho-duyet", _("Chờ duyệt"), judged, found.awaiting.count, finish, finish.label),
        Pile("de-nghi", _("Được đề nghị"), duty_lines(found.requests.rows, on), found.requests.count, accept, accept.label),
        Pile("moi-giao", _("Mới được giao"), duty_lines(fresh.rows, on), fresh.count, accept, accept.label),
    )  # fmt: skip


def untouched(found: Today) -> DutyList:
    """What is new and stands in no list above."""
    above = (found.urged, found.returned, found.overdue, found.soon, found.changed)
    return without(found.fresh, {row.assignment_id for pile in above for row in pile.rows})


def without(some: DutyList, taken: set[int]) -> DutyList:
    rows = tuple(row for row in some.rows if row.assignment_id not in taken)
    return DutyList(rows, some.count - len(some.rows) + len(rows))


def title(found: Today) -> str:
    """The answer to "what does today ask of me?"; to whoever looks over the province, "who is late?"."""
    late = max(0, found.overdue.count - found.urged.count)  # what was urged for is late as well
    counts = (
        (urged := found.urged.count, ngettext("%(count)d việc được đôn đốc", "%(count)d việc được đôn đốc", urged)),
        (late, ngettext("%(count)d việc quá hạn", "%(count)d việc quá hạn", late)),
        (back := found.returned.count, ngettext("%(count)d việc bị trả lại", "%(count)d việc bị trả lại", back)),
        (soon := found.soon.count, ngettext("%(count)d việc sắp đến hạn", "%(count)d việc sắp đến hạn", soon)),
        (judged := found.awaiting.count, ngettext("%(count)d việc chờ duyệt", "%(count)d việc chờ duyệt", judged)),
        (new := untouched(found).count, ngettext("%(count)d việc mới giao", "%(count)d việc mới giao", new)),
        (hard := len(found.difficulties), ngettext("%(count)d khó khăn chờ ông/bà", "%(count)d khó khăn chờ ông/bà", hard)),
        (named := len(found.mentions), ngettext("%(count)d lời nhắc chưa đọc", "%(count)d lời nhắc chưa đọc", named)),
    )
    parts = [what % {"count": count} for count, what in counts if count]
    if parts:
        return words.listed(parts[:3])
    if found.late_tasks:
        told = ngettext("%(late)d nhiệm vụ quá hạn ở %(agencies)s", "%(late)d nhiệm vụ quá hạn ở %(agencies)s", found.late_tasks)
        return told % {"late": found.late_tasks, "agencies": places(len(found.late_where))}
    return _("Cả tỉnh không có việc nào quá hạn") if found.watches else _("Hôm nay không có việc nào thúc")


def places(count: int) -> str:
    return ngettext("%(count)d cơ quan", "%(count)d cơ quan", count) % {"count": count}
