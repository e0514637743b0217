"""Of every reader: each passage's words stand in the document's text where it says, and its place names its file."""

from collections.abc import Callable
from io import BytesIO
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from longdan.core.documents import Document, Programs, SourceFile, Word, read
from longdan.core.problems import ProblemsFound
from tests.core.documents.hostile import pdf
from tests.core.documents.test_sheets import sheet, workbook
from tests.core.documents.word_files import cell, packed, paragraph, row, table, word_file

WORDS = st.lists(st.text("aăđếỗựỦI1 -+.,;:()“”|\u0301\u00a0\u00ad", min_size=1, max_size=30), min_size=1, max_size=8)


def checked(name: str, content: bytes, programs: Programs = Programs()) -> Document | None:
    try:
        document = read([SourceFile(name, content)], programs)
    except ProblemsFound:
        return None
    assert all(document.text[passage.start : passage.end] == passage.text for passage in document.passages)
    assert all(passage.place.file.startswith(name) and passage.text.strip() for passage in document.passages)
    assert "\n".join(passage.text for passage in document.passages) == document.text
    for rows in document.rows().values():
        assert all(document.text[c.start : c.end] == c.text for columns in rows.values() for c in columns.values())
    assert all(document.passage_at(passage.start) == passage for passage in document.passages)
    return document


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def block(words: str) -> str:
    return f"<p>{escaped(words)}</p><table><tr><td>{escaped(words)}</td><td>b</td></tr></table>"


MAKERS: dict[str, Callable[[list[str]], bytes]] = {
    "a.docx": lambda words: word_file("".join(map(paragraph, words)) + table(row(*map(cell, words)), row(*map(cell, words)))),
    "a.html": lambda words: f"<html><body>{''.join(map(block, words))}</body></html>".encode(),
    "a.txt": lambda words: "\n".join(words).encode(),
    "a.xlsx": lambda words: workbook({"Sheet1": sheet([list(words), list(words)])}),
    "a.zip": lambda words: packed({"KH.txt": words[0].encode() + b" x", "PL.docx": word_file(paragraph("x" + words[0]))}),
}


@settings(max_examples=60)
@given(WORDS)
def test_spans_hold_in_files_of_every_format(words: list[str]) -> None:
    for name, make in MAKERS.items():
        checked(name, make(words))


@settings(max_examples=25)
@given(st.lists(st.text("aB1-.;", min_size=1, max_size=12), min_size=1, max_size=20))
def test_spans_hold_in_pdf(words: list[str]) -> None:
    lines = b"".join(
        b"1 0 0 1 %d %d Tm (%s) Tj " % (60 + at % 3 * 150, 800 - at // 3 * 16, each.encode()) for at, each in enumerate(words)
    )
    checked("a.pdf", pdf(2, b"BT /F1 11 Tf " + lines + b"ET"))


BOXES = st.lists(
    st.tuples(st.text("aếI1-.;", min_size=1, max_size=8), st.integers(0, 900), st.integers(0, 900), st.integers(0, 3)),
    max_size=30,
)


@settings(max_examples=60)
@given(BOXES)
def test_spans_hold_in_recognised_pages(boxes: list[tuple[str, int, int, int]]) -> None:
    seen = [Word(text, left, top, left + 12 * len(text), top + 20, line=line) for text, left, top, line in boxes]
    with patch("longdan.core.documents.scans.recognising.cleaned", lambda page: page):  # a blank page has no tilt to look for
        document = checked("a.png", BLANK_PAGE, Programs(recognise=lambda page: seen))
    assert document is None or document.recognised


def _blank_page() -> bytes:
    out = BytesIO()
    Image.new("L", (1800, 1000), "white").save(out, "PNG")
    return out.getvalue()


BLANK_PAGE = _blank_page()


@settings(max_examples=40)
@given(WORDS)
def test_spans_hold_in_converted_old_word_files(words: list[str]) -> None:
    rows = "".join(f"<row><entry>{escaped(each)}</entry><entry>b</entry></row>" for each in words)
    items = "".join(f"<listitem><para>{escaped(each)}</para></listitem>" for each in words)
    book = (
        f"<book><chapter><title/><para>{escaped(words[0])}</para><orderedlist numeration='loweralpha'>{items}</orderedlist>"
        f"<para><informaltable><tgroup><tbody>{rows}</tbody></tgroup></informaltable></para></chapter></book>"
    )
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    checked("a.doc", old, Programs(convert_doc=lambda content: book))
