"""The work of one agency, as its page and its list show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page as Leaf
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from longdan.app.plans.models import AssignmentState
from longdan.app.work.queries import AgencyWork, Asked, DutyRow, PlanWork, Share
from longdan.app.work.states import Step
from longdan.web.shared.dates import due
from longdan.web.shared.leaves import leaf as leaf_of
from longdan.web.shared.workbooks import Column, Sheet
from longdan.web.workspace.pages.tasks import TONES, Line, duty_line

SIZE = 50
KINDS = (
    ("mo", gettext_lazy("Chưa xong")),
    ("qua-han", gettext_lazy("Quá hạn")),
    ("sap-den-han", gettext_lazy("Sắp đến hạn")),
    *((str(state.value), state.label) for state in AssignmentState),
    ("tat-ca", gettext_lazy("Tất cả")),
)
ORDERS = (
    ("han", gettext_lazy("Theo thời hạn")),
    ("moi", gettext_lazy("Mới thay đổi trước")),
    ("ke-hoach", gettext_lazy("Theo kế hoạch")),
    ("tien-do", gettext_lazy("Tiến độ thấp trước")),
)


SHARES = (
    (Share.ALL, gettext_lazy("Cả cơ quan")),
    (Share.MINE, gettext_lazy("Giao cho tôi")),
    (Share.NOBODYS, gettext_lazy("Chưa ai phụ trách")),
)


@dataclass(frozen=True, slots=True)
class Page:
    work: AgencyWork
    asked: Asked
    title: str
    lines: list[Line]
    states: tuple[tuple[str, str, str, int], ...]  # value, label, tone, how many
    kinds: tuple[tuple[str, str], ...]
    orders: tuple[tuple[str, str], ...]
    leaf: "Leaf[Any]"
    step: str
    step_label: str
    own: bool  # looked at by somebody of the agency itself
    shares: tuple[tuple[str, str], ...]

    @property
    def plans(self) -> tuple[PlanWork, ...]:
        return self.work.plans

    @property
    def some_plans(self) -> tuple[PlanWork, ...]:
        return tuple(plan for plan in self.work.plans if plan.open)[:8]


def asked(query: Mapping[str, str]) -> Asked:
    """What an address asks for; what it holds beside that counts as not asked."""
    return Asked(
        state=query.get("tinh-trang", "") or "mo",
        plan=counted(query.get("ke-hoach", "")),
        search=query.get("tim", "").strip(),
        order=query.get("xep", "") or "han",
        cooperating=bool(query.get("phoi-hop")),
        share=share(query) or Share.ALL,
    )


def share(query: Mapping[str, str]) -> Share | None:
    """Whose part of the agency's work an address asks for; None where it says nothing that exists."""
    asked_for = query.get("viec", "")
    return Share(asked_for) if asked_for in list(Share) else None


def number(query: Mapping[str, str]) -> int:
    """The leaf of a long list that an address asks for, from 1."""
    return max(1, counted(query.get("trang", "")) or 1)


def counted(written: str) -> int | None:
    """A number of an address, of a size that a database takes; None where there is none."""
    return int(written) if written.isdecimal() and len(written) < 10 else None


def page(work: AgencyWork, wanted: Asked, on: date, leaf: int, *, own: bool = False) -> Page:
    step = Step.ACCEPT if work.may_accept and wanted.state == AssignmentState.ASSIGNED else None
    return Page(
        work=work,
        asked=wanted,
        title=title(work),
        lines=[duty_line(row, on, whose=False) for row in work.rows],
        states=tuple((str(state.value), str(state.label), TONES.get(state, ""), count) for state, count in work.states),
        kinds=tuple((key, str(label)) for key, label in KINDS),
        orders=tuple((key, str(label)) for key, label in ORDERS),
        leaf=leaf_of(work.count, SIZE, leaf),
        step=step or "",
        step_label=step.label if step else "",
        own=own,
        shares=tuple((key.value, str(label)) for key, label in SHARES),
    )


def title(work: AgencyWork) -> str:
    """How the agency stands."""
    if not work.open:
        return _("%(agency)s không còn việc nào chưa xong") % {"agency": work.agency_name}
    words = ngettext("%(agency)s: %(count)d việc chưa xong", "%(agency)s: %(count)d việc chưa xong", work.open)
    late = ngettext(", %(count)d quá hạn", ", %(count)d quá hạn", work.late) % {"count": work.late} if work.late else ""
    return words % {"agency": work.agency_name, "count": work.open} + late


def sheet(work: AgencyWork, on: date) -> Sheet:
    """The list as it leaves for Excel."""
    columns = (
        Column(_("Nhiệm vụ"), 60, wraps=True), Column(_("Kế hoạch"), 40, wraps=True), Column(_("Vai trò"), 12),
        Column(_("Người phụ trách"), 24),
        Column(_("Thời hạn"), 14), Column(_("Còn lại"), 16), Column(_("Trạng thái"), 18), Column(_("Tiến độ (%)"), 12),
        Column(_("Lý do"), 30, wraps=True),
    )  # fmt: skip
    return Sheet(_("Công việc"), columns, [cells(row, on) for row in work.rows], titles=(title(work),))


def cells(row: DutyRow, on: date) -> tuple[Any, ...]:
    left = due(row.due, on, over=row.state in ("done", "cancelled", "declined")).left
    when: date | str | None = row.due or row.due_words
    if row.due and row.due_precision == "month":
        when = f"{row.due:%m/%Y}"
    return (row.text, row.plan_title, row.role_label, row.officer, when, left, row.state_label, row.percent, row.reason)
