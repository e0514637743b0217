"""My day as it leaves for Excel: the work with what it waits for, the difficulties, who is late."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from longdan.app.work.queries import Today
from longdan.web.shared.workbooks import Column, Sheet
from longdan.web.workspace.pages.days import piles, title

MOST = 5000  # of each kind of work


def sheets(found: Today, who: str, on: date) -> list[Sheet]:
    """Those that hold something; an empty day leaves as its empty list of work."""
    every = (duties(found, who, on), difficulties(found), late(found))
    return [sheet for place, sheet in enumerate(every) if sheet.rows or place == 0]


def duties(found: Today, who: str, on: date) -> Sheet:
    columns = (
        Column(_("Việc"), 22), Column(_("Mục"), 30, wraps=True), Column(_("Nhiệm vụ"), 60, wraps=True),
        Column(_("Cơ quan"), 28, wraps=True), Column(_("Kế hoạch"), 40, wraps=True), Column(_("Thời hạn"), 16),
        Column(_("Còn lại"), 16), Column(_("Trạng thái"), 18), Column(_("Người phụ trách"), 22),
        Column(_("Lý do"), 30, wraps=True),
    )  # fmt: skip
    return Sheet(_("Hôm nay"), columns, list(rows(found, on)), titles=(title(found), f"{who} {on:%d/%m/%Y}"))


def rows(found: Today, on: date) -> Iterator[tuple[Any, ...]]:
    """The piles of the page, each line with the name of its pile."""
    for pile in piles(found, on):
        for line in pile.lines:
            doers = "; ".join(doer.name for doer in line.doers)
            yield (
                pile.title, line.context, line.text, doers, line.plan, line.due.words, line.due.left, line.state_label,
                line.officer, line.note,
            )  # fmt: skip


def difficulties(found: Today) -> Sheet:
    columns = (
        Column(_("Khó khăn, vướng mắc"), 50, wraps=True), Column(_("Đề xuất"), 40, wraps=True),
        Column(_("Cơ quan"), 28, wraps=True), Column(_("Nhiệm vụ"), 50, wraps=True), Column(_("Kế hoạch"), 30, wraps=True),
        Column(_("Trạng thái"), 20), Column(_("Từ lúc"), 18),
    )  # fmt: skip
    told = [
        (row.text, row.proposal, row.agency_name, row.task_text, row.plan_title, row.state_label, row.since)
        for row in found.difficulties
    ]
    return Sheet(_("Khó khăn"), columns, told)


def late(found: Today) -> Sheet:
    columns = (
        Column(_("Cơ quan"), 50, wraps=True), Column(_("Quá hạn"), 12), Column(_("Từ ngày"), 14),
        Column(_("Đôn đốc gần nhất"), 18),
    )  # fmt: skip
    return Sheet(_("Nơi đang quá hạn"), columns, [(row.name, row.late, row.since, row.urged) for row in found.late_where])
