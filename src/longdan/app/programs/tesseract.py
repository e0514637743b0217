"""Recognising Vietnamese print with Tesseract."""

import csv
import shutil
from collections.abc import Sequence
from pathlib import Path

from longdan.app.programs.running import run
from longdan.core.documents import ProgramFailed, Recognise, Word

_LANGUAGE = "vie"
_SECONDS_A_PAGE = 120
_SECONDS_TO_ANSWER = 20
_LINE_LEVEL, _WORD_LEVEL = "4", "5"
_SUREST_JUNK = 15.0  # below this Tesseract itself takes a word for dirt


def recogniser(program: str = "tesseract") -> Recognise | None:
    """The recogniser, where the program and its Vietnamese data are installed."""
    path = shutil.which(program)
    if path is None or not _knows_vietnamese(path):
        return None

    def recognise(page: bytes) -> Sequence[Word]:
        return _words(run(_command(path), seconds=_SECONDS_A_PAGE, given=page).decode("utf-8", errors="replace"))

    return recognise


def _knows_vietnamese(path: str) -> bool:
    try:
        listed = run([path, "--list-langs"], seconds=_SECONDS_TO_ANSWER)
    except ProgramFailed:
        return False
    return _LANGUAGE in listed.decode("utf-8", errors="replace").split()


def _command(path: str) -> list[str | Path]:
    # One thread a page: Tesseract's threads wait for one another longer than they work.
    single = [env, "OMP_THREAD_LIMIT=1"] if (env := shutil.which("env")) else []
    return [*single, path, "stdin", "stdout", "-l", _LANGUAGE, "--oem", "1", "--psm", "3", "--dpi", "300", "tsv"]


def _words(table: str) -> list[Word]:
    lines, words = 0, []
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        lines += row["level"] == _LINE_LEVEL
        if row["level"] == _WORD_LEVEL and row["text"].strip() and float(row["conf"]) >= _SUREST_JUNK:
            words.append(_word(row, lines))
    return words


def _word(row: dict[str, str], line: int) -> Word:
    left, top = float(row["left"]), float(row["top"])
    return Word(row["text"], left, top, left + float(row["width"]), top + float(row["height"]), line=line)
