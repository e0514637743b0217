"""Spreadsheets of OpenDocument programs (.ods): their cells, and the ones that would fill the memory."""

from collections.abc import Sequence
from datetime import date

import pytest

from longdan.core.documents.formats import Format, format_of
from longdan.core.documents.sheets import read_grids
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.core.documents.open_sheets import EMPTY_TAIL, cell, ods, row, sheet


def grid(content: bytes) -> list[list[object]]:
    (found,) = read_grids(SourceFile("bang.ods", content))
    return [list(values) for values in found.rows]


def test_cells_come_as_they_are() -> None:
    assert grid(sheet([["STT", "Nhiệm vụ"], [1, "Rà soát & công khai"], ["", date(2026, 3, 31)]])) == [
        ["STT", "Nhiệm vụ"],
        [1.0, "Rà soát & công khai"],
        ["", date(2026, 3, 31)],
    ]


def test_cells_and_rows_that_are_written_once_for_several_are_all_there() -> None:
    rows = [row(cell("x", 2), cell("", 2), cell("y")), row(cell("z"), times=2), row(cell(""), times=2), row(cell("cuối"))]
    assert grid(ods(rows))[:3] == [["x", "x", "", "", "y"], ["z", "", "", "", ""], ["z", "", "", "", ""]]


@pytest.mark.parametrize("name", ["bang.ods", "bang"])
def test_such_a_file_is_a_spreadsheet(name: str) -> None:
    assert format_of(SourceFile(name, sheet([["a"]]))) is Format.SHEETS


HOSTILE: dict[str, tuple[Sequence[str], str]] = {
    "a cell for a whole sheet": ((row(cell("a", 16384), times=1_048_576),), "documents.too-many-rows"),
    "a row for a million": ((row(cell("a"), times=1_000_000),), "documents.too-many-rows"),
    "a cell far out": ((row(cell("", 16383), cell("a"), times=30),), "documents.too-many-rows"),
    "a cell far down": (
        (row(cell(""), times=1_048_570), row(cell("a"))), "documents.too-many-rows",
    ),
    "a count that is no number": (
        (row(cell("a"), times=7).replace('"7"', '"x"'),), "documents.too-many-rows",
    ),
    "a broken end": (("<table:table-row>",), "documents.damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_sheet_that_would_fill_the_memory_is_refused(rows: Sequence[str], code: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        read_grids(SourceFile("a.ods", ods(rows)))
    assert refused.value.problems[0].code == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ods([row(cell("a"))], manifest="<manifest:encryption-data/>"), "documents.encrypted"),
        (ods([row(cell("a"))], head='<!DOCTYPE x [<!ENTITY a "b">]>'), "documents.unsafe-xml"),
        (ods([row(cell("a"))], kind="application/vnd.oasis.opendocument.text"), "documents.unsupported"),
    ],
    ids=["locked", "entities", "a text"],
)
def test_what_cannot_be_taken_is_refused_in_words(content: bytes, code: str) -> None:
    file = SourceFile("a", content)
    with pytest.raises(ProblemsFound) as refused:
        (format_of(file), read_grids(file))
    assert refused.value.problems[0].code == code


def test_the_empty_tail_of_a_sheet_is_no_reason_to_refuse_it() -> None:
    assert grid(ods([row(cell("a")), EMPTY_TAIL])) == [["a"]]
