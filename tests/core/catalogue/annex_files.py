"""Annexes as ministries and provinces publish them, made for tests as DOCX files or spreadsheets."""

from collections.abc import Sequence
from io import BytesIO

import docx

from longdan.core.documents import Document, Programs, SourceFile, read
from tests.core.catalogue.spreadsheets import spreadsheet

HEADER = ("TT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Cách tính điểm", "Điều tra XHH")
ANNEX = (
    HEADER,
    ("1", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "8", "", ""),
    ("1.1", "Kế hoạch", "3", "", ""),
    ("1.1.1", "Ban hành kế hoạch", "1,0", "Kịp thời: 1\nKhông kịp thời: 0,5\nKhông ban hành: 0", ""),
    (
        "1.1.2",
        "Mức độ hoàn thành kế hoạch",
        "2",
        "- Hoàn thành 100% kế hoạch: 2;\n- Hoàn thành từ 80% - dưới 100% thì điểm tính theo công thức: "
        "(Tỷ lệ % hoàn thành × 2,00)/100%;\n- Hoàn thành dưới 80%: 0",
        "",
    ),
    ("1.2", "Kiểm tra", "2", "Trên 90%: 2; 70-90%: 1; <70%: 0", ""),
    ("1.3", "Công khai", "1", "Đạt: 1; không đạt: 0", ""),
    (
        "1.4",
        "Hồ sơ đúng hạn",
        "2",
        "Tính theo công thức (b/a) × điểm tối đa\nTrong đó: a là số hồ sơ đã giải quyết; b là số hồ sơ giải quyết đúng hạn",
        "",
    ),
    ("2", "TÁC ĐỘNG", "3", "", ""),
    ("2.1", "Mức độ hài lòng", "2", "", "x"),
    ("2.2", "Sáng kiến", "1", "Hội đồng xem xét, quyết định", ""),
    ("", "TỔNG CỘNG", "11", "", ""),
)


def docx_annex(*tables: Sequence[Sequence[str]], title: str = "PHỤ LỤC Bộ tiêu chí") -> Document:
    document = docx.Document()
    document.add_paragraph(title)
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                table.cell(at, column).text = words
        document.add_paragraph("")
    kept = BytesIO()
    document.save(kept)
    return read([SourceFile("phu-luc.docx", kept.getvalue())], Programs())


def xlsx_annex_file(rows: Sequence[Sequence[str]]) -> SourceFile:
    return spreadsheet({"Bảng 2": [("PHỤ LỤC Bộ tiêu chí",), *rows]}, "phu-luc.xlsx")


def xlsx_annex(rows: Sequence[Sequence[str]]) -> Document:
    return read([xlsx_annex_file(rows)], Programs())
