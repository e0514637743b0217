"""Outside programs: found or missing, their failures told, old Word files read with those that are installed."""

import os
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from longdan.app.programs import tesseract, word
from longdan.app.programs.running import run
from longdan.core.documents import Kind, ProgramFailed, Programs, SourceFile, read
from tests.core.documents.word_files import paragraph, word_file

SENTENCE = " ".join(["Nâng cao chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước."] * 5)


def script(folder: Path, name: str, lines: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)
    return str(path)


def test_a_missing_program_is_none() -> None:
    assert tesseract.recogniser("no-such-program") is None
    assert word.converter("no-such-program", "neither-this") is None


def test_tesseract_without_vietnamese_is_none(tmp_path: Path) -> None:
    assert tesseract.recogniser(script(tmp_path, "tesseract", "echo eng")) is None


TSV = """
level page_num block_num par_num line_num word_num left top width height conf text
4 1 1 1 1 0 0 0 9 9 -1 .
5 1 1 1 1 1 10 20 30 40 95.5 Kế
5 1 1 1 1 2 50 20 5 5 3 ~
"""


def test_words_of_tesseract_have_boxes_and_junk_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "seen.tsv").write_text(TSV.strip().replace(" ", "\t"))
    answers = f'[ "$1" = --list-langs ] && echo vie && exit\ncat >/dev/null\ncat "{tmp_path}/seen.tsv"'
    fake = script(tmp_path, "tesseract", answers)
    recognise = tesseract.recogniser(fake)
    assert recognise is not None
    assert [(w.text, w.left, w.top, w.right, w.bottom, w.line) for w in recognise(b"png")] == [("Kế", 10, 20, 40, 60, 1)]


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailed, match="broken báo lỗi: no such page"):
        run([script(tmp_path, "broken", "echo no such page >&2; exit 3")], seconds=60)


def test_a_program_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailed, match="chạy quá 1 giây"):
        run([script(tmp_path, "slow", "exec sleep 30")], seconds=1)


def test_what_a_program_started_is_stopped_with_it(tmp_path: Path) -> None:
    os.mkfifo(line := tmp_path / "line")
    other_end = os.open(line, os.O_RDONLY | os.O_NONBLOCK)  # it ends when nobody holds it open any more
    with pytest.raises(ProgramFailed, match="chạy quá 1 giây"):
        run([script(tmp_path, "starter", f'sh -c "exec >{line}; sleep 30; echo late" & wait')], seconds=1)
    os.set_blocking(other_end, True)
    with open(other_end) as said:
        assert said.read() == ""


def test_libreoffice_tries_what_antiword_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(word_file(paragraph("Kế hoạch")))
    office = script(
        tmp_path, "soffice", f'while [ "$1" != --outdir ]; do shift; done; cp "{tmp_path}/made.docx" "$2/source.docx"'
    )
    convert = word.converter(script(tmp_path, "antiword", "exit 1"), office)
    assert convert is not None
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    assert read([SourceFile("cũ.doc", content)], Programs(convert_doc=convert)).text == "Kế hoạch"


@pytest.mark.parametrize("program", ["antiword", "soffice"])
def test_an_old_word_file_is_read_with_what_is_installed(program: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None or shutil.which(program) is None:
        pytest.skip(f"making and reading an old Word file takes LibreOffice and {program}, which are not both installed")
    source = tmp_path / "new.docx"
    new = docx.Document()
    new.add_paragraph(SENTENCE)
    new.add_table(1, 2).cell(0, 0).text = "TT"
    new.tables[0].cell(0, 1).text = "Sở Nội vụ"
    new.add_paragraph(SENTENCE)
    new.save(str(source))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", profile, "--convert-to", "doc", "--outdir", tmp_path, source], check=True, capture_output=True
    )
    old = (tmp_path / "new.doc").read_bytes()
    convert = word.converter("antiword", "none") if program == "antiword" else word.converter("none", "soffice")
    document = read([SourceFile("cũ.doc", old)], Programs(convert_doc=convert))
    assert document.text.splitlines() == [SENTENCE, "TT", "Sở Nội vụ", SENTENCE]
    assert [p.place.column for p in document.passages if p.kind is Kind.CELL] == [1, 2]
