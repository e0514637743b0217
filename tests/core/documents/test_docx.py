"""Word files: what stands on the page is read, in the order of the page, with its place."""

import pytest

from longdan.core.documents import Kind
from tests.core.documents.word_files import cell, paragraph, read_word, row, table

BOX = "<w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent>"

WORDS = {
    "runs of one word": ("<w:r><w:t>Kế ho</w:t></w:r><w:r><w:t>ạch</w:t></w:r>", ["Kế hoạch"]),
    "a tab is a space": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", ["a b"]),
    "deleted text is gone, inserted text stays": (
        "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins>",
        ["mới"],
    ),
    "text moved away is gone": (
        "<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo>",
        ["mới"],
    ),
    "hidden text is gone": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", ["hiện"]),
    "a link's words": ('<w:hyperlink r:id="x"><w:r><w:t>cổng thông tin</w:t></w:r></w:hyperlink>', ["cổng thông tin"]),
    "a content control's words": ("<w:sdt><w:sdtContent><w:r><w:t>ô nhập</w:t></w:r></w:sdtContent></w:sdt>", ["ô nhập"]),
    "a field's result, not its code": (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/>'
        "<w:t>01/02</w:t></w:r>",
        ["01/02"],
    ),
    "capitals by formatting": ("<w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r>", ["KẾ HOẠCH"]),
    "capitals switched off": ('<w:r><w:rPr><w:caps w:val="0"/></w:rPr><w:t>kế hoạch</w:t></w:r>', ["kế hoạch"]),
    "a hyphen that may not break": ("<w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", ["QĐ-UBND"]),
    "a wrapped line is no paragraph": (
        "<w:r><w:t>nâng cao chỉ</w:t><w:br/><w:t>số hài lòng</w:t></w:r>",
        ["nâng cao chỉ số hài lòng"],
    ),
    "a line break between items is one": (
        "<w:r><w:t>- Một việc;</w:t><w:br/><w:t>- Hai việc.</w:t></w:r>",
        ["- Một việc;", "- Hai việc."],
    ),
    "a drawn box once, though it is drawn in two ways": (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        ["trong khung"],
    ),
}


@pytest.mark.parametrize(("inside", "passages"), WORDS.values(), ids=WORDS.keys())
def test_a_paragraph_reads_as_it_looks(inside: str, passages: list[str]) -> None:
    assert [passage.text for passage in read_word(f"<w:p>{inside}</w:p>").passages] == passages


LEGACY = {
    "TCVN3": (".VnTime", "KÕ ho¹ch n©ng cao ChØ sè", "Kế hoạch nâng cao Chỉ số"),
    "TCVN3 drawn in capitals": (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
    "VNI": ("VNI-Times", "Keá hoaïch", "Kế hoạch"),
    "Unicode stays, whatever it holds": ("Times New Roman", "café Ð®", "café Ð®"),
}


@pytest.mark.parametrize(("font", "typed", "shown"), LEGACY.values(), ids=LEGACY.keys())
def test_the_font_of_a_run_tells_its_encoding(font: str, typed: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert read_word(f"<w:p><w:r>{fonts}<w:t>{typed}</w:t></w:r></w:p>").text == shown
    styles = f"<w:docDefaults><w:rPrDefault>{fonts}</w:rPrDefault></w:docDefaults>"
    assert read_word(paragraph(typed), styles=styles).text == shown


def test_the_letter_u_horn_of_tcvn3_hides_as_a_soft_hyphen() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
    body = f"<w:p><w:r>{fonts}<w:t>th</w:t><w:softHyphen/><w:t>êng xuyªn</w:t></w:r></w:p>"
    assert read_word(body).text == "thường xuyên"


def test_a_vni_letter_may_span_two_runs() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr>'
    assert read_word(f"<w:p><w:r>{fonts}<w:t>Ke</w:t></w:r><w:r>{fonts}<w:t>á</w:t></w:r></w:p>").text == "Kế"


def test_cells_keep_row_column_and_how_far_they_are_merged() -> None:
    span, start, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read_word(
        table(
            row(cell("Nội dung"), cell("Cơ quan", span)),
            row(cell("Công khai", start), cell("chủ trì"), cell("phối hợp")),
            row(cell("", on), cell("Sở Nội vụ"), cell("UBND xã")),
        )
    )
    found = {p.text: (p.place.row, p.place.column, p.place.rows, p.place.columns) for p in document.passages}
    assert found == {
        "Nội dung": (1, 1, 1, 1),
        "Cơ quan": (1, 2, 1, 2),
        "Công khai": (2, 1, 2, 1),
        "chủ trì": (2, 2, 1, 1),
        "phối hợp": (2, 3, 1, 1),
        "Sở Nội vụ": (3, 2, 1, 1),
        "UBND xã": (3, 3, 1, 1),
    }


def test_rows_give_a_cell_of_several_paragraphs_as_one() -> None:
    document = read_word(table(row(cell(paragraph("UBND TỈNH") + paragraph("SỞ NỘI VỤ")), cell("CỘNG HÒA"))))
    cells = document.rows()["kế hoạch.docx", 1][1]
    assert [cell.text for cell in cells.values()] == ["UBND TỈNH\nSỞ NỘI VỤ", "CỘNG HÒA"]
    assert all(document.text[cell.start : cell.end] == cell.text for cell in cells.values())


def test_a_nested_table_is_a_table_of_its_own_where_it_stands() -> None:
    inner = table(row(cell("c"), cell("d")))
    document = read_word(table(row(cell("a"), cell(paragraph("b") + inner + paragraph("e")))))
    assert [(p.text, p.place.table, p.place.column) for p in document.passages] == [
        *(("a", 1, 1), ("b", 1, 2)),
        *(("c", 2, 1), ("d", 2, 2)),
        ("e", 1, 2),
    ]


def test_a_frame_of_one_cell_is_no_table() -> None:
    document = read_word(table(row(cell("Ghi chú"))))
    assert [(p.kind, p.place.table) for p in document.passages] == [(Kind.PARAGRAPH, None)]


def test_deleted_rows_are_gone() -> None:
    gone = row(cell("cũ"), cell("cũ"), properties="<w:trPr><w:del/></w:trPr>")
    assert "cũ" not in read_word(table(gone, row(cell("a"), cell("b")))).text


def test_notes_boxes_and_heads_are_told_apart() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Theo Nghị định 30.</w:t></w:r></w:p></w:footnote>'
    body = (
        f'<w:p><w:r><w:t>Thân bài</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:pict>{BOX}</w:pict></w:r></w:p>'
        + paragraph("Tiếp")
    )
    document = read_word(body, footnotes=note, header=paragraph("Phụ lục kèm theo") + paragraph("2"))
    assert [(p.text, p.kind) for p in document.passages] == [
        ("Phụ lục kèm theo", Kind.PAGE_HEAD),
        ("Thân bài", Kind.PARAGRAPH),
        ("trong khung", Kind.TEXT_BOX),
        ("Theo Nghị định 30.", Kind.FOOTNOTE),
        ("Tiếp", Kind.PARAGRAPH),
    ]


def test_pages_are_those_that_word_last_drew() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/><w:t>trang hai</w:t></w:r>"
    document = read_word(paragraph("trang một") + f"<w:p>{turn}</w:p>" + paragraph("vẫn trang hai"))
    assert [p.place.page for p in document.passages] == [1, 2, 2]
    assert document.pages == 2
