"""The page that shows every component of the screens, only in development."""

from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longdan.core.documents.model import Kind
from longdan.core.problems import Problem
from longdan.web.shared import sheets
from longdan.web.shared.dates import due
from longdan.web.shared.icons import DRAWINGS

TEXT = (
    "ỦY BAN NHÂN DÂN\nII. NHIỆM VỤ TRỌNG TÂM\n1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát thủ tục; hoàn thành trước ngày 30/6/2026."
    "\nNội dung\nCơ quan chủ trì\nCông khai ngân sách xã\nSở Tài chính"
)
COLOURS = (
    ("paper", "Nền trang"), ("surface", "Nền thẻ"), ("line", "Đường kẻ"), ("ink", "Chữ"), ("muted", "Chữ phụ"), ("accent", "Nhấn"),
    ("accent-deep", "Nhấn đậm"), ("late", "Trễ"), ("soon", "Sắp đến hạn"), ("good", "Đạt"), ("noise", "Không đáng kể"),
)  # fmt: skip


def sample_sheet() -> list[sheets.Block]:
    pieces, start = [], 0
    for number, line in enumerate(TEXT.split("\n")):
        cell = number - 3 if number >= 3 else None
        place = {} if cell is None else {"kind": Kind.CELL, "table": 1, "row": cell // 2 + 1, "column": cell % 2 + 1}
        pieces.append(sheets.Piece(start, start + len(line), page=1 if number < 2 else 2, **place))
        start += len(line) + 1
    task, day = TEXT.index("Sở Nội vụ"), TEXT.index("trước ngày")
    marks = [sheets.Mark("t1", task, TEXT.index(".\n", task)), sheets.Mark("t2", day, day + len("trước ngày 30/6/2026"), doubtful=True)]
    return sheets.blocks(TEXT, pieces, marks, frozenset({TEXT.index("II.")}))


def gallery(request: HttpRequest) -> HttpResponse:
    today = date(2026, 11, 21)
    context = {
        "dues": [
            due(today + timedelta(days=days), today, over=over)
            for days, over in ((-12, False), (0, False), (9, False), (60, False), (-30, True))
        ]
        + [due("2026-12", today), due(None, today), due(None, today, raw="thường xuyên")],
        "drawings": list(DRAWINGS),
        "colours": COLOURS,
        "blocks": sample_sheet(),
        "problem": Problem(
            "documents.encrypted", "ke-hoach.pdf", "Tệp được đặt mật khẩu nên không đọc được.", "Mở tệp bằng mật khẩu, lưu lại không có mật khẩu, rồi gửi lại."
        ),
        "some": Paginator(range(75), 20).page(2),
    }
    return render(request, "shared/gallery.html", context)
