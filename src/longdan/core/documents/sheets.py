"""Reading spreadsheets (.xlsx, .xls, .ods): each sheet a table, its title lines paragraphs."""

import datetime
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import IO
from xml.parsers import expat

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from longdan.core.documents import opendocument, zips
from longdan.core.documents.limits import MEGABYTE, MOST_BYTES, MOST_CELLS, MOST_ROWS
from longdan.core.documents.model import Kind, Part, Place
from longdan.core.documents.parts import Reading, reading
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_CELL = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
# XML of a cell takes at least 20 bytes, so this is far above any sheet within the limits; calamine reads it all at once.
_MOST_SHEET = 40 * MEGABYTE
# The old binary form (.xls) cannot be looked through beforehand, so only small files of it are opened.
_MOST_BINARY = 8 * MEGABYTE
_NAMELESS = re.compile(r"(?:sheet|trang[_ ]?tính|bảng[_ ]?tính|worksheet)\s*\d*", re.IGNORECASE)
_TITLE_ROWS = 15


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's cells as they are, from its first row and column on; an empty cell is ""."""

    name: str
    rows: list[list[Value]]


def read_sheets(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The cells of all sheets that are not hidden."""
    with _refusing(file):
        shown = enumerate(_shown(file), 1)
        return reading([part for at, sheet in shown for part in _parts(sheet, file, at)])


def read_grids(file: SourceFile) -> tuple[Grid, ...]:
    """All sheets that are not hidden, as grids of values; for files whose numbers must not pass through words."""
    if len(file.content) > MOST_BYTES:
        raise refusal("documents.too-large", file.name, megabytes=len(file.content) // MEGABYTE)
    with _refusing(file):
        return tuple(Grid(sheet.name, _rows(sheet, file)) for sheet in _shown(file))


@contextmanager
def _refusing(file: SourceFile) -> Iterator[None]:
    """Tells in our words what the reader of spreadsheets cannot open."""
    try:
        yield
    except PasswordError as error:
        raise refusal("documents.encrypted", file.name) from error
    except zips.BROKEN as error:
        raise refusal("documents.truncated", file.name) from error
    except CalamineError as error:
        raise refusal("documents.damaged", file.name, reason="bảng tính sai cấu trúc") from error


def _shown(file: SourceFile) -> list[CalamineSheet]:
    _check_sizes(file)
    workbook = CalamineWorkbook.from_filelike(BytesIO(file.content))
    shown = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    return [workbook.get_sheet_by_name(name) for name in shown]


def _rows(sheet: CalamineSheet, file: SourceFile) -> list[list[Value]]:
    if sheet.total_height > MOST_ROWS or sheet.total_height * sheet.total_width > MOST_CELLS:
        raise refusal("documents.too-many-rows", file.name, sheet=sheet.name)
    return sheet.to_python(skip_empty_area=False)


def _check_sizes(file: SourceFile) -> None:
    """Refuses sheets too large before they are unpacked into memory."""
    if not file.content.startswith(b"PK"):
        if len(file.content) > _MOST_BINARY:
            raise refusal("documents.too-many-rows", file.name, sheet="")
        return
    with zips.opened(file) as package:
        if opendocument.is_spreadsheet(package, file):
            opendocument.check_spreadsheet(package, file)
        for entry in package.infolist():  # a workbook may keep its sheets under any name
            with package.open(entry) as stream:
                _check_part(_Reach(file, PurePath(entry.filename).stem), stream)


def _check_part(reach: "_Reach", stream: IO[bytes]) -> None:
    """Looks for the cell that lies farthest out: an empty sheet with one cell at its end would fill the memory.

    Cells and rows that do not say where they stand are counted, as calamine does. What is no XML holds no sheet.
    """
    seen, parser = 0, expat.ParserCreate()
    parser.StartElementHandler = reach.begun
    parser.StartDoctypeDeclHandler = reach.declared
    while chunk := stream.read(MEGABYTE):
        seen += len(chunk)
        if seen > _MOST_SHEET:
            raise reach.too_far()
        try:
            parser.Parse(chunk)
        except expat.ExpatError as error:
            if b"sheetData" in chunk + stream.read():
                raise refusal("documents.damaged", reach.file.name, reason="XML sai cú pháp") from error
            return


@dataclass(slots=True)
class _Reach:
    """How far the cells of a sheet reach, as its parts go by."""

    file: SourceFile
    sheet: str
    row: int = 0
    column: int = 0
    rows: int = 0
    columns: int = 0

    def begun(self, name: str, attributes: dict[str, str]) -> None:
        told = attributes.get("r", "")
        match name.rpartition(":")[2]:
            case "row":
                self.row, self.column = int(told) if told.isdecimal() else self.row + 1, 0
            case "c":
                place = _CELL.fullmatch(told)
                self.row, self.column = (int(place[2]), _column(place[1])) if place else (self.row, self.column + 1)
        self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)
        if self.rows > MOST_ROWS or self.rows * self.columns > MOST_CELLS:
            raise self.too_far()

    def declared(self, *_told: object) -> None:
        raise refusal("documents.unsafe-xml", self.file.name)

    def too_far(self) -> ProblemsFound:
        return refusal("documents.too-many-rows", self.file.name, sheet=self.sheet)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _parts(sheet: CalamineSheet, file: SourceFile, table: int) -> Iterator[Part]:
    rows = _rows(sheet, file)
    if not _NAMELESS.fullmatch(sheet.name.strip()):
        yield sheet.name, Place(file.name, table=table), Kind.PARAGRAPH
    merged = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in sheet.merged_cell_ranges or []}
    titles = _title_rows(rows)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if words := _words(value):
                spanned = merged.get((at, column), (1, 1))
                place = Place(file.name, None, None, table, at + 1, column + 1, *spanned)
                yield words, place, Kind.PARAGRAPH if at < titles else Kind.CELL


def _title_rows(rows: list[list[Value]]) -> int:
    """How many rows at the top hold one cell at most: the sheet's title, written above its table."""
    for at, row in enumerate(rows[:_TITLE_ROWS]):
        if sum(value != "" for value in row) > 1:
            return at
    return 0


def _words(value: Value) -> str:
    """The value as a person would write it."""
    match value:
        case bool():
            return "x" if value else ""
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.10g}".replace(".", ",")
        case datetime.datetime() | datetime.date():
            return value.strftime("%d/%m/%Y")
        case _:
            return str(value).strip()
