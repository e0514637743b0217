"""Days on which something is due: as a month, or as a line of time for each plan or agency."""

import calendar
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from longdan.app.work.queries import Dated, Dates, Scope
from longdan.web.shared.dates import SOON
from longdan.web.shared.workbooks import Column, Sheet
from longdan.web.workspace.pages.days import WEEKDAYS
from longdan.web.workspace.pages.goals import DueReport, reports
from longdan.web.workspace.pages.work import counted

SHOWN = 4  # of a day in the month
AHEAD, BEHIND = 6, 2  # months of the line of time
YEAR = 11  # months behind the first, of the list of reports
FEW, LISTED = 150, 5  # so many dates are all listed; of more only the first of each line
NOBODY = gettext_lazy("Báo cáo và việc chưa giao")
VIEWS = (
    ("thang", gettext_lazy("Tháng")),
    ("dong", gettext_lazy("Dòng thời gian")),
    ("bao-cao", gettext_lazy("Báo cáo phải gửi")),
)
WAYS: dict[str, tuple[Any, Callable[[Dated], str]]] = {
    "ke-hoach": (gettext_lazy("Theo kế hoạch"), lambda one: one.plan_title),
    "co-quan": (gettext_lazy("Theo cơ quan"), lambda one: one.agencies[0] if one.agencies else str(NOBODY)),
    "thang": (
        gettext_lazy("Theo tháng"),
        lambda one: _("Tháng %(month)s/%(year)s") % {"month": one.day.month, "year": one.day.year},
    ),
}
WEEKEND = (5, 6)
TONES = ("", "good", "soon", "late")  # drawn in this order: what is late lies on top


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for."""

    view: str
    month: date  # its first day
    of: str  # "co-quan" (one's own agency), "tinh", or the number of an agency
    plan: int | None
    way: str
    done: bool

    def window(self) -> tuple[date, date]:
        if self.view == "thang":
            return self.month, last_of(self.month)
        if self.view == "bao-cao":
            return self.month, last_of(moved(self.month, YEAR))
        return moved(self.month, -BEHIND), last_of(moved(self.month, AHEAD))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something due, with its tone."""

    dated: Dated
    tone: str
    place: float = 0.0  # on the line of time, of 1000

    @property
    def who(self) -> str:
        more = f" +{self.dated.more_agencies}" if self.dated.more_agencies else ""
        return ", ".join(self.dated.agencies) + more


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    name: str
    marks: tuple[Mark, ...]
    inside: bool
    is_today: bool
    is_weekend: bool
    holiday: str  # its name; empty where it is none

    @property
    def first(self) -> tuple[Mark, ...]:
        return self.marks[:SHOWN]

    @property
    def rest(self) -> tuple[Mark, ...]:
        return self.marks[SHOWN:]


@dataclass(frozen=True, slots=True)
class Line:
    """A plan, agency or month with what is due; ``marks`` are those listed, ``strips`` all of them, drawn by their tone."""

    label: str
    marks: tuple[Mark, ...]
    count: int
    late: int
    strips: tuple[tuple[str, str], ...]
    address: str  # that shows it alone

    @property
    def hidden(self) -> int:
        return self.count - len(self.marks)


@dataclass(frozen=True, slots=True)
class Page:
    found: Dates
    asked: Asked
    title: str
    views: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    weekdays: tuple[str, ...]
    days: tuple[Day, ...]
    lines: tuple[Line, ...]
    reports: list[DueReport]
    months: tuple[tuple[str, float], ...]  # names and places on the line of time
    today_place: float
    before: str
    after: str
    this: str


def asked(query: Mapping[str, str], on: date, *, watches: bool) -> Asked:
    of = query.get("cua", "")
    return Asked(
        view=query.get("xem", "") if query.get("xem", "") in dict(VIEWS) else "thang",
        month=month(query.get("thang", ""), on),
        of=of if of in ("co-quan", "tinh") or counted(of) else ("tinh" if watches else "co-quan"),
        plan=counted(query.get("ke-hoach", "")),
        way=query.get("theo", "") if query.get("theo", "") in WAYS else "ke-hoach",
        done=query.get("xong") != "an",
    )


def month(written: str, on: date) -> date:
    """The month of an address, by its first day; the one of today where it names none."""
    if not written:
        return on.replace(day=1)
    year, dash, number = written.partition("-")
    if dash and year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12 and 1990 <= int(year) <= 2100:
        return date(int(year), int(number), 1)
    raise Http404


def scope(wanted: Asked, own: int) -> Scope:
    agency = None if wanted.of == "tinh" else own if wanted.of == "co-quan" else int(wanted.of)
    return Scope(agency=agency, plan=wanted.plan, done=wanted.done, tasks=wanted.view != "bao-cao")


def moved(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def last_of(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def page(found: Dates, wanted: Asked, on: date) -> Page:
    first, last = wanted.window()
    span = (last - first).days or 1
    marks = [Mark(one, tone(one, on), round((one.day - first).days / span * 1000, 1)) for one in found.dated]
    is_month, is_line = wanted.view == "thang", wanted.view == "dong"
    starts = [moved(first, number) for number in range((last.year - first.year) * 12 + last.month - first.month + 1)]
    return Page(
        found=found,
        asked=wanted,
        title=title(found, wanted),
        views=tuple((key, str(name)) for key, name in VIEWS),
        ways=tuple((key, str(name)) for key, (name, _way) in WAYS.items()),
        weekdays=tuple(map(str, WEEKDAYS)),
        days=tuple(days(marks, wanted.month, on, found.off)) if is_month else (),
        lines=tuple(lines(marks, wanted)) if is_line else (),
        reports=[] if is_month or is_line else reports(found.dated, on),
        months=() if not is_line else tuple((f"{one:%m/%y}", round((one - first).days / span * 1000, 1)) for one in starts),
        today_place=round((on - first).days / span * 1000, 1) if first <= on <= last else -1,
        before=f"{moved(wanted.month, -1):%Y-%m}",
        after=f"{moved(wanted.month, 1):%Y-%m}",
        this=f"{on:%Y-%m}",
    )


def tone(one: Dated, on: date) -> str:
    if one.done:
        return "good"
    if one.late:
        return "late"
    return "soon" if on <= one.day <= on + timedelta(days=SOON) else ""


def days(marks: Sequence[Mark], first: date, on: date, off: Mapping[date, str]) -> Iterable[Day]:
    """Whole weeks, Monday first."""
    held: dict[date, list[Mark]] = {}
    for mark in marks:
        held.setdefault(mark.dated.day, []).append(mark)
    for week in calendar.Calendar().monthdatescalendar(first.year, first.month):
        for day in week:
            inside = day.month == first.month
            here = tuple(held.get(day, ())) if inside else ()
            holiday = off.get(day, "")
            yield Day(day, str(WEEKDAYS[day.weekday()]), here, inside, day == on, day.weekday() in WEEKEND, holiday)


def lines(marks: Sequence[Mark], wanted: Asked) -> Iterable[Line]:
    """Where there are many, of each only the first are listed."""
    held: dict[str, list[Mark]] = {}
    for mark in marks:
        held.setdefault(WAYS[wanted.way][1](mark.dated), []).append(mark)
    most = len(marks) if len(marks) <= FEW else LISTED
    return (line(label, some, most, wanted) for label, some in held.items())


def line(label: str, some: Sequence[Mark], most: int, wanted: Asked) -> Line:
    strips = ((tone, "".join(f"M{mark.place} 6h6v12h-6z" for mark in some if mark.tone == tone)) for tone in TONES)
    late = sum(mark.tone == "late" for mark in some)
    return Line(label, tuple(some[:most]), len(some), late, tuple(one for one in strips if one[1]), alone(some[0].dated, wanted))


def alone(one: Dated, wanted: Asked) -> str:
    """The address of what is shown, narrowed to the plan, agency or month of one of its dates."""
    shown: dict[str, Any] = {
        "xem": "dong",
        "theo": wanted.way,
        "thang": f"{wanted.month:%Y-%m}",
        "cua": wanted.of,
        "ke-hoach": wanted.plan or "",
    }
    narrowed: dict[str, dict[str, Any]] = {
        "ke-hoach": {"ke-hoach": one.plan_id},
        "co-quan": {"cua": one.agency_id or wanted.of, "theo": "thang"},
        "thang": {"xem": "thang", "thang": f"{one.day:%Y-%m}"},
    }
    return "?" + urlencode(shown | narrowed[wanted.way] | ({} if wanted.done else {"xong": "an"}))


def title(found: Dates, wanted: Asked) -> str:
    due = len(found.dated)
    whose = found.agency_name or _("cả tỉnh")
    if wanted.view == "thang":
        when = _("tháng %(month)s/%(year)s") % {"month": wanted.month.month, "year": wanted.month.year}
        return _("%(count)d hạn trong %(when)s của %(whose)s") % {"count": due, "when": when, "whose": whose}
    if wanted.view == "bao-cao":
        told = ngettext("%(count)d báo cáo phải gửi của %(whose)s", "%(count)d báo cáo phải gửi của %(whose)s", due)
        return told % {"count": due, "whose": whose}
    return _("%(count)d hạn của %(whose)s theo thời gian") % {"count": due, "whose": whose}


def recipient(one: Dated) -> str:
    return _("gửi %(to)s") % {"to": one.to} if one.to else ""


def sheet(found: Dates, on: date) -> Sheet:
    columns = (
        Column(_("Ngày"), 12), Column(_("Thứ"), 10), Column(_("Loại"), 12), Column(_("Nội dung"), 70, wraps=True),
        Column(_("Cơ quan"), 36, wraps=True), Column(_("Kế hoạch"), 44, wraps=True), Column(_("Tình trạng"), 14),
    )  # fmt: skip
    states = {"good": _("Đã xong"), "late": _("Quá hạn"), "soon": _("Sắp đến hạn"), "": ""}
    rows: list[tuple[Any, ...]] = [
        (
            one.day, str(WEEKDAYS[one.day.weekday()]), _("Báo cáo") if one.kind == "report" else _("Nhiệm vụ"), one.text,
            Mark(one, "").who or recipient(one), one.plan_title, states[tone(one, on)],
        )
        for one in found.dated
    ]  # fmt: skip
    return Sheet(_("Lịch"), columns, rows)
