"""Difficulties of a province: how many stand in which state, and the list."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as Leaf
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from longdan.app.agencies.models import Post, Role
from longdan.app.work.queries import DifficultyOverview, DifficultyRow, Sought
from longdan.web.shared.leaves import leaf as leaf_of
from longdan.web.shared.workbooks import Column, Sheet
from longdan.web.workspace.pages.task import DIFFICULTY_TONES, short

SIZE = 30


@dataclass(frozen=True, slots=True)
class Line:
    row: DifficultyRow
    task: str
    tone: str


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    tabs: tuple[tuple[str, str, int], ...]
    lines: list[Line]
    leaf: "Leaf[Any]"
    sought: Sought

    @property
    def kept(self) -> str:
        """What an address carries on beside the state."""
        return "&" + urlencode({"tim": self.sought.search, "co-quan": self.sought.agency})


def sought(query: QueryDict, post: Post) -> Sought:
    """What an address asks for; whoever does the work of an agency sees its own first."""
    own = post.agency.name if post.role in (Role.AGENCY_LEAD, Role.AGENCY_STAFF) else ""
    return Sought(query.get("tinh-trang", ""), query.get("tim", "").strip(), query.get("co-quan", own).strip())


def page(found: DifficultyOverview, sought: Sought, leaf: int) -> Page:
    return Page(
        title=title(found),
        tabs=tuple((str(one.value), str(one.label), count) for one, count in found.counts),
        lines=[Line(row, short(row.task_text), DIFFICULTY_TONES[row.state]) for row in found.rows],
        leaf=leaf_of(found.count, SIZE, leaf),
        sought=sought,
    )


def title(found: DifficultyOverview) -> str:
    counts = {state.value: count for state, count in found.counts}
    waiting, above = counts["raised"], counts["escalated"]
    parts = [
        ngettext("%(count)d khó khăn chờ trả lời", "%(count)d khó khăn chờ trả lời", waiting) % {"count": waiting}
        if waiting
        else "",
        _("%(count)d chờ tỉnh quyết định") % {"count": above} if above else "",
    ]
    said = ", ".join(part for part in parts if part)
    return said or _("Không có khó khăn nào đang chờ")


def sheet(found: DifficultyOverview) -> Sheet:
    columns = (
        Column(_("Khó khăn, vướng mắc"), 50, wraps=True), Column(_("Đề xuất"), 40, wraps=True),
        Column(_("Cơ quan"), 28, wraps=True), Column(_("Nhiệm vụ"), 50, wraps=True),
        Column(_("Kế hoạch"), 30, wraps=True), Column(_("Trạng thái"), 20),
        Column(_("Từ lúc"), 18), Column(_("Số ngày"), 10), Column(_("Xử lý"), 60, wraps=True),
    )  # fmt: skip
    rows: list[tuple[Any, ...]] = [
        (
            row.text, row.proposal, row.agency_name, row.task_text, row.plan_title, row.state_label, row.since, row.days,
            "\n".join(f"{turn.label}: {turn.text} ({turn.by}, {turn.at:%d/%m/%Y})" for turn in row.turns),
        )
        for row in found.rows
    ]  # fmt: skip
    return Sheet(_("Khó khăn"), columns, rows, titles=(title(found),))
