"""My day: what is late, what comes, what came back, what waits for me."""

from dataclasses import dataclass
from datetime import date

from longdan.app.agencies.models import Post
from longdan.app.work.queries import Today
from longdan.web.shared.dates import SOON
from longdan.web.workspace.pages import words
from longdan.web.workspace.pages.readings import may_import
from longdan.web.workspace.pages.tasks import Line, duty_lines

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Pile:
    title: str
    lines: list[Line]
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    day: str
    title: str
    sentence: str
    piles: tuple[Pile, ...]
    may_import: bool


def page(found: Today, post: Post, on: date) -> Page:
    above = {row.assignment_id for pile in (found.returned, found.overdue, found.soon) for row in pile.rows}
    fresh = [row for row in found.fresh.rows if row.assignment_id not in above]
    piles = (
        Pile("Bị trả lại", duty_lines(found.returned.rows, on), found.returned.count),
        Pile("Quá hạn", duty_lines(found.overdue.rows, on), found.overdue.count),
        Pile(f"Đến hạn trong {SOON} ngày", duty_lines(found.soon.rows, on), found.soon.count),
        Pile("Chờ duyệt", duty_lines(found.awaiting.rows, on, whose=True), found.awaiting.count),
        Pile("Mới được giao", duty_lines(fresh, on), found.fresh.count - len(found.fresh.rows) + len(fresh)),
    )
    return Page(
        day=f"{WEEKDAYS[on.weekday()]}, {on:%d/%m/%Y}",
        title=title(found),
        sentence=f"{post.title}, {post.agency.name}.",
        piles=tuple(pile for pile in piles if pile.lines),
        may_import=may_import(post),
    )


def title(found: Today) -> str:
    """The answer to "what does today ask of me?"."""
    counts = (
        (found.overdue.count, "việc quá hạn"),
        (found.returned.count, "việc bị trả lại"),
        (found.soon.count, "việc sắp đến hạn"),
        (found.awaiting.count, "việc chờ duyệt"),
    )
    parts = [f"{count} {what}" for count, what in counts if count]
    return words.listed(parts) if parts else "Hôm nay không có việc nào thúc"
