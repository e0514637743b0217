"""What a search found, under the names of its kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.core.paginator import Page as Leaf
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from longdan.app.work.queries import Found, Hit, HitGroup
from longdan.app.work.queries.searching import PAGE, SHORTEST, Pieces
from longdan.web.shared.leaves import leaf as leaf_of
from longdan.web.shared.workbooks import Column, Sheet

NAMES = {
    "nhiem-vu": gettext_lazy("Nhiệm vụ"),
    "ke-hoach": gettext_lazy("Kế hoạch"),
    "co-quan": gettext_lazy("Cơ quan"),
    "nguoi": gettext_lazy("Người"),
    "van-ban": gettext_lazy("Đoạn văn bản"),
    "trao-doi": gettext_lazy("Trao đổi"),
    "bao-cao": gettext_lazy("Báo cáo tiến độ"),
    "kho-khan": gettext_lazy("Khó khăn, vướng mắc"),
    "tai-lieu": gettext_lazy("Tài liệu kiểm chứng"),
}
DRAWINGS = {
    "nhiem-vu": "today", "ke-hoach": "plan", "co-quan": "agency", "nguoi": "person", "van-ban": "words", "trao-doi": "edit",
    "bao-cao": "report", "kho-khan": "late", "tai-lieu": "document",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    address: str
    words: Pieces
    facts: str


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    name: str
    drawing: str
    lines: tuple[Line, ...]
    count: int

    @property
    def hidden(self) -> int:
        return self.count - len(self.lines)


@dataclass(frozen=True, slots=True)
class Page:
    words: str
    title: str
    groups: tuple[Group, ...]
    only: str
    leaf: "Leaf[Any] | None"
    asked: bool


def page(found: Found, only: str, leaf: int) -> Page:
    groups = tuple(map(group, found.groups))
    alone = found.groups[0] if only in NAMES and found.groups else None
    return Page(
        words=found.words,
        title=title(found),
        groups=groups,
        only=only if only in NAMES else "",
        leaf=leaf_of(alone.count, PAGE, leaf) if alone else None,
        asked=len(found.words.replace(" ", "")) >= SHORTEST,
    )


def title(found: Found) -> str:
    if len(found.words.replace(" ", "")) < SHORTEST:
        return _("Tìm trong mọi kế hoạch, nhiệm vụ, văn bản")
    if not found.groups:
        return _("Không tìm thấy “%(words)s”") % {"words": found.words}
    told = ngettext("%(count)d kết quả cho “%(words)s”", "%(count)d kết quả cho “%(words)s”", found.count)
    return told % {"count": found.count, "words": found.words}


def group(one: HitGroup) -> Group:
    return Group(one.key, str(NAMES[one.key]), DRAWINGS[one.key], tuple(map(line, one.hits)), one.count)


def sheets(found: Found, whole: Callable[[str], str]) -> list[Sheet]:
    """Each kind as a sheet, with the address at which each thing is seen; nothing found leaves as an empty sheet."""
    columns = (Column(_("Nội dung"), 80, wraps=True), Column(_("Thuộc"), 60, wraps=True), Column(_("Địa chỉ"), 40))
    filled = [
        Sheet(
            one.name,
            columns,
            [("".join(piece for piece, _sought in line.words), line.facts, whole(line.address)) for line in one.lines],
            titles=(title(found),),
        )
        for one in map(group, found.groups)
    ]
    return filled or [Sheet(_("Kết quả"), columns, [], titles=(title(found),))]


def line(hit: Hit) -> Line:
    address = reverse(hit.view, args=[hit.number])
    if hit.view == "plan-document":
        address += f"#:~:text={quote(hit.anchor)}"  # the browser itself finds the words in the document
    elif hit.anchor:
        address += f"#{hit.anchor}"
    return Line(address, hit.words, " · ".join(fact for fact in hit.facts if fact))
