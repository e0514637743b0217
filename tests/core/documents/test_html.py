"""Web pages: what the document says is read, what the site adds is not."""

import pytest

from longdan.core.documents import Document, Kind, Programs, SourceFile, read

PLAN = "Thực hiện Quyết định số 108/QĐ-UBND ngày 21/01/2021, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau."


def read_page(body: str, head: str = '<meta charset="utf-8">', name: str = "trang.html") -> Document:
    return read([SourceFile(name, f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())], Programs())


SITE = {
    "menu": "<nav><a href='/'>Trang chủ</a></nav>",
    "footer": "<footer>Bản quyền thuộc Cổng thông tin</footer>",
    "script": "<script>var x = 'không phải lời';</script>",
    "hidden block": "<div style='display: none'>Ẩn</div>",
    "block named as a menu": "<div class='main-menu'><p>Giới thiệu</p></div>",
    "list of links": "<ul>" + "".join(f"<li><a href='/{at}'>Tin {at}</a></li>" for at in range(3)) + "</ul>",
    "counter of views": "<p>Lượt xem: 128</p>",
    "share buttons": "<div class='social-share'><a href='/f'>Facebook</a> <a href='/z'>Zalo</a></div>",
    "cookie bar": "<div id='cookie'>Trang này dùng cookie <button>Đồng ý</button></div>",
    "search form": "<form><input value='tìm'><label>Từ khóa</label></form>",
}


@pytest.mark.parametrize("chrome", SITE.values(), ids=SITE.keys())
def test_what_the_site_adds_is_dropped(chrome: str) -> None:
    assert read_page(f"{chrome}<div><p>{PLAN}</p><p>{PLAN}</p></div>{chrome}").text == f"{PLAN}\n{PLAN}"


BODIES = {
    "a link in a sentence stays": (
        "<p>Theo <a href='/x'>Quyết định số 1/QĐ-UBND</a> đã ban hành.</p>",
        ["Theo Quyết định số 1/QĐ-UBND đã ban hành."],
    ),
    "wrapped source lines are one paragraph": ("<p>Nâng cao\n chất lượng\n phục vụ</p>", ["Nâng cao chất lượng phục vụ"]),
    "a line break between items": ("<p>- Một việc;<br>- Hai việc.</p>", ["- Một việc;", "- Hai việc."]),
    "bold within a word": ("<p>K<b>ế</b> hoạch</p>", ["Kế hoạch"]),
    "text beside blocks": ("<div>trước<p>giữa</p>sau</div>", ["trước", "giữa", "sau"]),
    "blocks within an inline element": ("<span><p>một</p><p>hai</p></span>", ["một", "hai"]),
    "numbered list": ("<ol><li>Một</li><li>Hai</li></ol>", ["1. Một", "2. Hai"]),
    "numbered list from another start": ("<ol type='I' start='3'><li>Ba</li><li>Bốn</li></ol>", ["III. Ba", "IV. Bốn"]),
    "list of letters": ("<ol type='a'><li>x</li><li value='4'>y</li></ol>", ["a. x", "d. y"]),
    "nested bullets": ("<ul><li>một<ul><li>hai</li></ul></li></ul>", ["- một", "+ hai"]),
    "character references": ("<p>K&#7871; ho&#7841;ch&nbsp;n&#259;m</p>", ["Kế hoạch năm"]),
    "preformatted text": ("<pre>KẾ HOẠCH\n- Một việc;\n- Hai việc.</pre>", ["KẾ HOẠCH", "- Một việc;", "- Hai việc."]),
}


@pytest.mark.parametrize(("body", "passages"), BODIES.values(), ids=BODIES.keys())
def test_the_page_reads_as_it_looks(body: str, passages: list[str]) -> None:
    assert [passage.text for passage in read_page(body).passages] == passages


def test_cells_keep_their_places_also_under_merged_ones() -> None:
    document = read_page(
        "<table><thead><tr><th rowspan='2'>TT</th><th colspan='2'>Cơ quan</th></tr>"
        "<tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead>"
        "<tbody><tr><td>1</td><td><p>Sở Nội vụ</p><p>Sở Tư pháp</p></td><td>UBND xã</td></tr></tbody></table>"
    )
    assert [(p.text, p.place.row, p.place.column, p.place.rows, p.place.columns) for p in document.passages] == [
        *(("TT", 1, 1, 2, 1), ("Cơ quan", 1, 2, 1, 2), ("Chủ trì", 2, 2, 1, 1), ("Phối hợp", 2, 3, 1, 1)),
        *(("1", 3, 1, 1, 1), ("Sở Nội vụ", 3, 2, 1, 1), ("Sở Tư pháp", 3, 2, 1, 1), ("UBND xã", 3, 3, 1, 1)),
    ]


def test_a_table_that_frames_the_page_is_no_table() -> None:
    document = read_page(f"<table><tr><td>{'<p>' + PLAN + '</p>'}</td></tr></table>")
    assert {passage.kind for passage in document.passages} == {Kind.PARAGRAPH}


def test_the_main_article_is_taken_where_it_is_marked() -> None:
    document = read_page(f"<div>Cổng thông tin điện tử</div><article><p>{PLAN}</p><p>{PLAN}</p></article><div>Tin khác</div>")
    assert document.text == f"{PLAN}\n{PLAN}"


ENCODINGS = {
    "declared": (f'<meta charset="utf-16"><p>{PLAN}</p>', "utf-8"),
    "declared as something that decodes no text": (f'<meta charset="idna"><p>{PLAN}</p>', "utf-8"),
    "undeclared UTF-16": (f"<html><p>{PLAN}</p></html>", "utf-16"),
    "undeclared UTF-8": (f"<html><p>{PLAN}</p></html>", "utf-8"),
    "declared as Windows-1252, though it is UTF-8": (f'<html><meta charset="windows-1252"><p>{PLAN}</p></html>', "utf-8"),
}


@pytest.mark.parametrize(("page", "encoding"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_the_encoding_is_that_of_the_bytes(page: str, encoding: str) -> None:
    assert read([SourceFile("trang.html", page.encode(encoding))], Programs()).text == PLAN


def test_a_page_typed_in_a_legacy_font_is_read_in_unicode() -> None:
    body = "<p>KÕ ho¹ch n©ng cao chØ sè hµi lßng cña ng&#173;êi d©n, tæ chøc ®èi víi sù phôc vô cña c¬ quan nhµ n&#173;íc</p>"
    assert (
        read_page(body).text == "Kế hoạch nâng cao chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan nhà nước"
    )


def test_a_page_saved_whole_is_read() -> None:
    page = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n'
        f"Content-Transfer-Encoding: 8bit\n\n<html><body><p>{PLAN}</p></body></html>\n--b\nContent-Type: image/png\n\nx\n--b--\n"
    )
    assert read([SourceFile("trang.mht", page.encode())], Programs()).text == PLAN
