"""The page that shows every component of the screens, only in development."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longdan.core.documents.model import Kind
from longdan.core.problems import Problem
from longdan.web.shared import sheets
from longdan.web.shared.dates import due
from longdan.web.shared.icons import DRAWINGS


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    pieces: tuple[Piece, ...]
    start: int = 0
    kind: str = Kind.PARAGRAPH
    page: int | None = 1
    table: int | None = None
    row: int | None = None
    column: int | None = None


PASSAGES = (
    Passage((Piece("ỦY BAN NHÂN DÂN"),)),
    Passage((Piece("II. NHIỆM VỤ TRỌNG TÂM"),), start=1),
    Passage(
        (
            Piece("1. "),
            Piece("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát thủ tục; ", ("t1",)),
            Piece("hoàn thành trước ngày 30/6/2026", ("t1", "t2")),
            Piece("."),
        ),
        page=2,
    ),
    Passage((Piece("Nội dung"),), kind=Kind.CELL, table=1, row=1, column=1, page=2),
    Passage((Piece("Cơ quan chủ trì"),), kind=Kind.CELL, table=1, row=1, column=2, page=2),
    Passage((Piece("Công khai ngân sách xã", ("t3",)),), kind=Kind.CELL, table=1, row=2, column=1, page=2),
    Passage((Piece("Sở Tài chính", ("t3",)),), kind=Kind.CELL, table=1, row=2, column=2, page=2),
)
COLOURS = (
    ("paper", "Nền trang"), ("surface", "Nền thẻ"), ("line", "Đường kẻ"), ("ink", "Chữ"), ("muted", "Chữ phụ"),
    ("accent", "Nhấn"), ("accent-deep", "Nhấn đậm"), ("late", "Trễ"), ("soon", "Sắp đến hạn"), ("good", "Đạt"),
    ("noise", "Không đáng kể"),
)  # fmt: skip


def gallery(request: HttpRequest) -> HttpResponse:
    today = date(2026, 11, 21)
    context = {
        "dues": [
            due(today + timedelta(days=days), today, over=over)
            for days, over in ((-12, False), (0, False), (9, False), (60, False), (-30, True))
        ]
        + [due("2026-12", today), due(None, today), due(None, today, raw="thường xuyên")],
        "field": {"html_name": "tep", "id_for_label": "tep"},
        "drawings": list(DRAWINGS),
        "colours": COLOURS,
        "blocks": list(sheets.blocks(PASSAGES, sheets.Drawing(frozenset({"t2"}), headings=frozenset({1})))),
        "problem": Problem(
            "documents.encrypted",
            "ke-hoach.pdf",
            "Tệp được đặt mật khẩu nên không đọc được.",
            "Mở tệp bằng mật khẩu, lưu lại không có mật khẩu, rồi gửi lại.",
        ),
        "some": Paginator(range(75), 20).page(2),
    }
    return render(request, "shared/gallery.html", context)
