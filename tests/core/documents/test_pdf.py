"""PDF files with words in them: reading order, paragraphs over pages, tables carried on."""

import json
from functools import cache

import typst

from longdan.core.documents import Document, Kind, Programs, SourceFile, read
from tests.core.documents.scanning import printed

HEAD = (
    *("ỦY BAN NHÂN DÂN\nTỈNH LÂM HÀ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
    *("Số: 12/KH-UBND", "Lâm Hà, ngày 04 tháng 01 năm 2026"),
)
SENTENCE = (
    "Các sở, ban, ngành, Ủy ban nhân dân các xã, phường tổ chức triển khai thực hiện nghiêm túc nhiệm vụ được giao, nâng cao "
    "chất lượng cung ứng dịch vụ công, giải quyết thủ tục hành chính đúng hạn, báo cáo kết quả về Sở Nội vụ để tổng hợp."
)


@cache
def read_pdf(template: str, given: str = "null") -> Document:
    pdf = typst.compile(template.encode(), sys_inputs={"given": given}, ignore_system_fonts=True)
    assert isinstance(pdf, bytes)
    return read([SourceFile("kế hoạch.pdf", pdf)], Programs())


def texts(document: Document, kind: Kind = Kind.PARAGRAPH) -> list[str]:
    return [passage.text for passage in document.passages if passage.kind is kind]


def test_paragraphs_come_back_whole_over_lines_and_pages() -> None:
    paragraphs = [f"{number}. {SENTENCE}" for number in range(1, 31)]
    document = read([SourceFile("a.pdf", printed(paragraphs))], Programs())
    assert texts(document) == paragraphs
    assert document.pages is not None
    assert document.pages > 1
    assert [passage.place.page for passage in document.passages] == sorted(
        passage.place.page or 0 for passage in document.passages
    )


def test_the_heading_block_is_read_column_by_column() -> None:
    document = read([SourceFile("a.pdf", printed([SENTENCE], head=HEAD))], Programs())
    cells = [(p.text, p.place.column) for p in document.passages if p.kind is Kind.CELL]
    assert cells == [
        ("ỦY BAN NHÂN DÂN TỈNH LÂM HÀ", 1),
        ("Số: 12/KH-UBND", 1),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 2),
        ("Độc lập - Tự do - Hạnh phúc", 2),
        ("Lâm Hà, ngày 04 tháng 01 năm 2026", 2),
    ]
    assert texts(document) == [SENTENCE]


PAGES = """
#set page("a4", header: context [Kế hoạch số 12/KH-UBND của tỉnh], footer: context align(center, counter(page).display()))
#set text(font: "Libertinus Serif", size: 13pt)
#for words in json(bytes(sys.inputs.given)) { par(words) }
"""


def test_running_heads_and_page_numbers_are_dropped() -> None:
    paragraphs = [f"{number}. {SENTENCE}" for number in range(1, 41)]
    document = read_pdf(PAGES, json.dumps(paragraphs))
    assert (document.pages or 0) >= 3
    assert texts(document) == paragraphs


TABLE = """
#set page("a4", margin: 2cm)
#set text(font: "Libertinus Serif", size: 13pt)
PHỤ LỤC
#table(columns: (1cm, 8cm, 1fr), table.header([TT], [Nhiệm vụ], [Chủ trì]),
  ..range(1, 61).map(n => ([#n], [Nhiệm vụ thứ #n phải làm xong đúng hạn và báo cáo kết quả], [Sở thứ #n])).flatten())
Hết.
"""


def test_a_table_over_pages_is_one_table_without_repeated_heads() -> None:
    document = read_pdf(TABLE)
    assert (document.pages or 0) >= 2
    ((_, rows),) = document.rows().items()
    assert [rows[1][column].text for column in (1, 2, 3)] == ["TT", "Nhiệm vụ", "Chủ trì"]
    assert [rows[at][1].text for at in range(2, 62)] == [str(number) for number in range(1, 61)]
    assert rows[31][2].text == "Nhiệm vụ thứ 30 phải làm xong đúng hạn và báo cáo kết quả"
    assert texts(document) == ["PHỤ LỤC", "Hết."]


MERGED = """
#set page("a4")
#set text(font: "Libertinus Serif")
#table(columns: 3, table.cell(rowspan: 2)[Nội dung], table.cell(colspan: 2)[Cơ quan], [chủ trì], [phối hợp],
  [Công khai], [Sở A], [Sở B])
"""


def test_merged_cells_say_how_far_they_reach() -> None:
    found = [(p.text, p.place.row, p.place.column, p.place.rows, p.place.columns) for p in read_pdf(MERGED).passages]
    assert found == [
        *(("Nội dung", 1, 1, 2, 1), ("Cơ quan", 1, 2, 1, 2), ("chủ trì", 2, 2, 1, 1), ("phối hợp", 2, 3, 1, 1)),
        *(("Công khai", 3, 1, 1, 1), ("Sở A", 3, 2, 1, 1), ("Sở B", 3, 3, 1, 1)),
    ]


TITLED = """
#set page("a4", margin: 2cm)
#set text(font: "Libertinus Serif", size: 13pt)
#set par(justify: true)
#align(center)[KẾ HOẠCH NÂNG CAO CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG CỦA TỈNH \\ GIAI ĐOẠN 2026 - 2030]
#for n in range(12) { par(json(bytes(sys.inputs.given))) }
"""


def test_a_centred_title_of_two_lines_is_one_paragraph() -> None:
    document = read_pdf(TITLED, json.dumps(SENTENCE))
    title = "KẾ HOẠCH NÂNG CAO CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG CỦA TỈNH GIAI ĐOẠN 2026 - 2030"
    assert texts(document) == [title, *[SENTENCE] * 12]


def test_the_number_of_a_document_broken_at_a_lines_end_is_whole() -> None:
    words = [
        f"{'a' * at} theo Tờ trình số 61/TTr-VPUB ngày 25/3/2026 của Văn phòng Ủy ban nhân dân tỉnh." for at in range(1, 60, 2)
    ]
    assert " ".join(texts(read([SourceFile("a.pdf", printed(words))], Programs()))) == " ".join(words)


SIGNED = """
#set page("a4")
#set text(font: "Libertinus Serif", size: 13pt)
#par(json(bytes(sys.inputs.given)))
#grid(columns: (1fr, 1fr), align: (left, center),
  [*Nơi nhận:* \\ - Văn phòng Chính phủ; \\ - Sở Nội vụ; \\ - Lưu: VT.],
  [TM. ỦY BAN NHÂN DÂN \\ CHỦ TỊCH \\ #v(2cm) Trần Văn Mẫu])
"""


def test_recipients_and_signature_are_two_columns() -> None:
    cells = [(p.text, p.place.column) for p in read_pdf(SIGNED, json.dumps(SENTENCE)).passages if p.kind is Kind.CELL]
    assert [words for words, column in cells if column == 1] == [
        "Nơi nhận:",
        "- Văn phòng Chính phủ;",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
    ]
    assert " ".join(words for words, column in cells if column == 2) == "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn Mẫu"
