"""A file opens as what it is: first bytes, ending of the name, macros."""

import io
import zipfile

import pytest

from longdan.core.documents.endings import ENDINGS, ends_as, handed_on
from longdan.core.documents.formats import EXTENSIONS, Format, format_of
from longdan.core.documents.macros import carries_macros
from longdan.core.documents.sources import SourceFile

BITMAP = b"BM" + bytes(12) + (40).to_bytes(4, "little") + bytes(36)


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (b"%PDF-1.7 x", Format.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.7 x", Format.PDF),
        (b"<!--%PDF-1.4--><script>new ActiveXObject('WScript.Shell')</script>", Format.TEXT),
        (b"/*%PDF-1.4*/ WScript.Echo(1)", Format.TEXT),
        (b"BM=1 & calc.exe", Format.TEXT),
        ("BMI của học sinh".encode(), Format.TEXT),
        (BITMAP, Format.IMAGE),
    ],
)
def test_what_stands_at_the_very_beginning_tells_a_format(content: bytes, format_: Format) -> None:
    assert format_of(SourceFile("tep", content)) is format_


@pytest.mark.parametrize(
    ("name", "format_", "fits"),
    [
        ("a.pdf", Format.PDF, True),
        ("A.PDF", Format.PDF, True),
        ("a.pdf.lnk", Format.PDF, False),
        ("a.pdf.", Format.PDF, False),
        ("a.pdf ", Format.PDF, False),
        ("a.hta", Format.PDF, False),
        ("a.exe", Format.PDF, False),
        ("a", Format.PDF, False),
        ("a.docm", Format.DOCX, False),
        ("a.xlsm", Format.SHEETS, False),
        ("a.jpg", Format.IMAGE, True),
        ("a.js", Format.TEXT, False),
    ],
)
def test_only_endings_of_the_table_open_a_file_as_what_it_is(name: str, format_: Format, fits: bool) -> None:
    assert ends_as(name, format_) is fits


def test_every_format_has_endings_and_each_is_one_that_is_held_against_the_content() -> None:
    assert set(ENDINGS) == set(Format)
    plain = {".csv", ".md"}  # of texts nothing can be held against the content
    assert {ending for endings in ENDINGS.values() for ending in endings} - EXTENSIONS.keys() == plain


@pytest.mark.parametrize(
    ("name", "content", "saved"),
    [
        ("Kế hoạch.docx", b"x", "Kế hoạch.docx"),
        ("Kế hoạch", b"%PDF-1.7 x", "Kế hoạch.pdf"),
        ("Kế hoạch.hta", b"<html><body><p>x</p></body></html>", "Kế hoạch.hta.html"),
        ("Kế hoạch.js", b"xin chao", "Kế hoạch.js.txt"),
    ],
)
def test_a_file_is_handed_on_under_an_ending_of_its_format(name: str, content: bytes, saved: str) -> None:
    assert handed_on(SourceFile(name, content)) == saved


def package(*parts: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        for part in parts:
            made.writestr(part, b"x")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "carries"),
    [
        (package("xl/workbook.xml", "xl/vbaProject.bin"), True),
        (package("word/document.xml", "word/vbaProject.bin"), True),
        (package("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), True),
        (package("content.xml", "Basic/Standard/Module1.xml"), True),
        (package("xl/workbook.xml", "xl/worksheets/sheet1.xml"), False),
        (b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"), True),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), False),
    ],
)
def test_macros_are_found_in_every_kind_of_office_file(content: bytes, carries: bool) -> None:
    assert carries_macros(SourceFile("a.xlsx", content)) is carries
