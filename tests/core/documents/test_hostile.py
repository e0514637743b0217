"""Bad files end fast, in bounded memory, with one clear problem."""

import re
import subprocess
import sys
import time
from base64 import a85encode
from binascii import b2a_hex
from collections.abc import Callable
from pathlib import Path

import pytest

from longdan.core.documents import Programs, SourceFile, read
from longdan.core.documents.refusals import REFUSALS
from longdan.core.problems import ProblemsFound
from tests.core.documents import hostile
from tests.core.documents.word_files import packed, paragraph, word_file

REPOSITORY = Path(__file__).resolve().parents[3]
GOOD = word_file(paragraph("Kế hoạch"))
NOTHING_SEEN = Programs(recognise=lambda page: [], convert_doc=lambda content: "<book/>")

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "no bytes": ("a.docx", lambda: b"", "documents.empty"),
    "nothing but white space": ("a.txt", lambda: b" \r\n\t ", "documents.empty"),
    "a Word file without words": ("a.docx", lambda: word_file("<w:p/>"), "documents.no-text"),
    "an empty archive": ("a.zip", lambda: packed({}), "documents.empty"),
    "an archive of litter": ("a.zip", lambda: packed({"__MACOSX/._a": b"x"}), "documents.empty"),
    "60 MB": ("a.txt", lambda: b"a" * 60_000_000, "documents.too-large"),
    "a Word file cut in half": ("a.docx", lambda: GOOD[: len(GOOD) // 2], "documents.truncated"),
    "a Word file without a body": ("a.docx", lambda: packed({"word/document.xml": b"<x/>"}), "documents.damaged"),
    "a Word file of broken XML": ("a.docx", lambda: packed({"word/document.xml": b"<w:p>"}), "documents.damaged"),
    "a locked Word file": ("a.docx", lambda: hostile.compound("EncryptedPackage", "EncryptionInfo"), "documents.encrypted"),
    "a locked workbook": ("a.xlsx", lambda: hostile.compound("EncryptedPackage"), "documents.encrypted"),
    "a locked old Word file": ("a.doc", hostile.locked_doc, "documents.encrypted"),
    "a locked archive": ("a.zip", hostile.encrypted_zip, "documents.encrypted"),
    "a locked PDF": ("a.pdf", lambda: hostile.pdf(encrypt=True), "documents.encrypted"),
    "a PDF cut in half": ("a.pdf", lambda: hostile.pdf()[:400], "documents.truncated"),
    "a PDF that is none": ("a.pdf", lambda: b"%PDF-1.7\nnothing\n%%EOF", "documents.damaged"),
    "a PDF of two thousand pages": ("a.pdf", lambda: hostile.pdf(2000), "documents.too-many-pages"),
    "a PDF of 500 pages": ("a.pdf", lambda: hostile.pdf(500), "documents.too-many-pages"),
    "a PDF that unpacks to 400 MB": ("a.pdf", hostile.pdf_bomb, "documents.bomb"),
    "a PDF bomb under an escaped name": ("a.pdf", lambda: hostile.pdf_bomb(b"/Filter/#46lateDecode"), "documents.bomb"),
    "a PDF bomb in hexadecimal letters": (
        "a.pdf",
        lambda: hostile.pdf_bomb(b"/Filter[/ASCIIHexDecode/FlateDecode]", b2a_hex),
        "documents.bomb",
    ),
    "a PDF bomb in letters": ("a.pdf", lambda: hostile.pdf_bomb(b"/Filter[/A85/Fl]", a85encode), "documents.bomb"),
    "a PDF packed twice": ("a.pdf", hostile.double_pdf_bomb, "documents.bomb"),
    "a zip bomb": ("a.docx", hostile.zip_bomb, "documents.bomb"),
    "a zip that lies about its size": ("a.docx", hostile.lying_zip, "documents.truncated"),
    "an archive in an archive": ("a.zip", lambda: packed({"b.zip": packed({"c.txt": b"x"})}), "documents.nested-archive"),
    "a bomb in an archive": ("a.zip", lambda: packed({"b.docx": hostile.zip_bomb()}), "documents.bomb"),
    "51 files": ("a.zip", lambda: packed({f"{n}.txt": b"x" for n in range(51)}), "documents.too-many-files"),
    "entities that swell": ("a.docx", hostile.entity_bomb, "documents.unsafe-xml"),
    "an entity of the machine": ("a.docx", hostile.outside_entity, "documents.unsafe-xml"),
    "a Word file of two thousand pages": ("a.docx", hostile.endless_word_file, "documents.too-long"),
    "a text of two million letters": ("a.txt", lambda: "Kế hoạch. ".encode() * 200_000, "documents.too-long"),
    "tables twenty thousand deep": ("a.docx", hostile.deep_word_file, "documents.damaged"),
    "pages nested without end": ("a.html", lambda: b"<html>" + b"<div>" * 50_000 + b"x</html>", "documents.damaged"),
    "a sheet of a million rows": ("a.xlsx", hostile.tall_sheet, "documents.too-many-rows"),
    "a sheet with one cell far out": ("a.xlsx", hostile.far_cell, "documents.too-many-rows"),
    "a far cell named otherwise": (
        "a.xlsx",
        lambda: hostile.far_cell(last="<row r='1048576'><c r = 'XFD1048576'>"),
        "documents.too-many-rows",
    ),
    "a far cell in a sheet that hides": ("a.xlsx", hostile.far_cell_elsewhere, "documents.too-many-rows"),
    "cells that do not say where they stand": ("a.xlsx", hostile.uncounted_cells, "documents.too-many-rows"),
    "a binary spreadsheet": ("a.xlsb", lambda: packed({"xl/workbook.bin": b"x"}), "documents.unsupported"),
    "a picture that says it is huge": ("a.png", hostile.huge_picture, "documents.bomb"),
    "a picture cut off": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(20), "documents.damaged"),
    "an old Word file without a converter": (
        "a.doc",
        lambda: hostile.compound("WordDocument"),
        "documents.doc-converter-missing",
    ),
    "a PDF named as a Word file": ("a.docx", hostile.pdf, "documents.wrong-extension"),
    "a Word file named as a PDF": ("a.pdf", lambda: GOOD, "documents.wrong-extension"),
    "a text named as a Word file": ("a.docx", "Kế hoạch".encode, "documents.wrong-extension"),
    "a picture named as a text": ("a.txt", hostile.huge_picture, "documents.wrong-extension"),
    "bytes of nothing known": ("a.bin", lambda: bytes(range(32)) * 8, "documents.unknown-format"),
    "RTF": ("a.rtf", lambda: b"{\\rtf1 x}", "documents.unsupported"),
    "slides": ("a.pptx", lambda: packed({"ppt/presentation.xml": b"x"}), "documents.unsupported"),
    "RAR": ("a.rar", lambda: b"Rar!\x1a\x07\x00", "documents.unsupported"),
}
WITHOUT_PROGRAMS = {"an old Word file without a converter"}


@pytest.mark.parametrize(("case", "bad"), BAD.items(), ids=BAD.keys())
def test_a_bad_file_has_exactly_one_problem(case: str, bad: tuple[str, Callable[[], bytes], str]) -> None:
    name, make, code = bad
    content, begin = make(), time.process_time()  # another program may keep this one waiting
    with pytest.raises(ProblemsFound) as raised:
        read([SourceFile(name, content)], Programs() if case in WITHOUT_PROGRAMS else NOTHING_SEEN)
    (problem,) = raised.value.problems
    assert problem.code == code
    assert problem.where.startswith(name)
    assert problem.what
    assert problem.fix
    assert "{" not in problem.what + problem.fix
    assert time.process_time() - begin < 10


HEAVY = [
    "a zip bomb",
    "a PDF that unpacks to 400 MB",
    "a sheet of a million rows",
    "a sheet with one cell far out",
    "a far cell in a sheet that hides",
    "a Word file of two thousand pages",
]


@pytest.mark.parametrize("case", HEAVY)
def test_a_bad_file_takes_less_than_300_megabytes(case: str) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from tests.core.documents.test_hostile import read_alone; read_alone(sys.argv[1])",
            case,
        ],
        *(),
        input=BAD[case][1](),
        capture_output=True,
        check=True,
        cwd=REPOSITORY,
        env={"PYTHONPATH": "src"},
    )
    assert float(done.stdout) < 300


def read_alone(case: str) -> None:
    """Reads one bad file, from standard input, in a process of its own; prints the most megabytes that it took."""
    name, _, code = BAD[case]
    with pytest.raises(ProblemsFound, match=code):
        read([SourceFile(name, sys.stdin.buffer.read())], NOTHING_SEEN)
    own = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())  # ru_maxrss would count the parent's memory too
    assert own
    print(int(own[1]) / 1024)


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(ProblemsFound, match="chưa có tệp nào"):
        read([], Programs())


def test_a_scan_without_a_recogniser_says_what_to_install() -> None:
    with pytest.raises(ProblemsFound, match="tesseract-ocr-vie"):
        read([SourceFile("a.png", hostile.huge_picture())], Programs())


HARMLESS = {
    "a page named .doc": ("a.doc", "<html><p>Kế hoạch</p></html>".encode()),
    "a Word file named .doc": ("a.doc", GOOD),
    "a Word file without an extension": ("kế hoạch", GOOD),
    "a text of an unknown extension": ("a.md", "Kế hoạch".encode()),
}


@pytest.mark.parametrize(("name", "content"), HARMLESS.values(), ids=HARMLESS.keys())
def test_a_harmless_wrong_name_is_read_by_its_content(name: str, content: bytes) -> None:
    assert read([SourceFile(name, content)], Programs()).text == "Kế hoạch"


def test_every_refusal_is_told_in_whole_sentences() -> None:
    assert all(what and fix and code.startswith("documents.") for code, (what, fix) in REFUSALS.items())
