"""Plain text: every word is kept, in its order, whatever the lines look like."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from longdan.core.documents import Document, Programs, SourceFile, read
from longdan.core.documents.encodings import decoded
from longdan.core.problems import ProblemsFound

ALPHABET = 'aăâđêôơư ếỗựẠỦBCIVX0123456789.,;:()/-–+•|“”"%\t\n\r\u00a0\u2003\u0301\ufeff'


def read_text(content: bytes) -> Document | None:
    try:
        return read([SourceFile("kế hoạch.txt", content)], Programs())
    except ProblemsFound:
        return None


@settings(max_examples=300)
@given(st.text(ALPHABET, min_size=1, max_size=400))
def test_no_word_is_lost_or_moved(text: str) -> None:
    content = text.encode()
    if document := read_text(content):
        words = unicodedata.normalize("NFC", decoded(content).replace("\ufeff", "")).split()
        assert " ".join(document.text.split()) == " ".join(words)


@settings(max_examples=200)
@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    document = read_text(content)
    assert document is None or all(document.text[p.start : p.end] == p.text for p in document.passages)


def test_lone_strokes_between_cells_stay() -> None:
    document = read_text("ỦY BAN NHÂN DÂN\n|\nCỘNG HÒA\n|".encode())
    assert document is not None
    assert document.text.split("\n").count("|") == 2


def test_lines_of_a_paragraph_are_joined_and_items_are_not() -> None:
    document = read_text("1. Mục đích\n- Nâng cao chất\nlượng phục vụ;\n- Công khai.".encode())
    assert document is not None
    assert document.text.split("\n") == ["1. Mục đích", "- Nâng cao chất lượng phục vụ;", "- Công khai."]
