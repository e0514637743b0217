"""Reading spreadsheets (.xlsx, .xls): each sheet a table, its title lines paragraphs."""

import datetime
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from longdan.core.documents import zips
from longdan.core.documents.limits import MEGABYTE, MOST_BYTES, MOST_CELLS, MOST_ROWS
from longdan.core.documents.model import Kind, Part, Place
from longdan.core.documents.parts import Reading, reading
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_SHEET = re.compile(r"xl/worksheets/[^/]+\.(?:xml|bin)")
_CELL = re.compile(rb'<(?:\w+:)?(?:c|row)\s[^>]*?\br="([A-Z]{0,3})(\d{1,7})"')
# XML of a cell takes at least 20 bytes, so this is far above any sheet within the limits; calamine reads it all at once.
_MOST_SHEET = 40 * MEGABYTE
_CHUNK, _OVERLAP = MEGABYTE, 200
# The binary form cannot be looked through beforehand, so only small files of it are opened.
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
        for entry in package.infolist():
            if _SHEET.fullmatch(entry.filename):
                _check_sheet(file, package, entry.filename)


def _check_sheet(file: SourceFile, package: ZipFile, path: str) -> None:
    """Looks for the cell that lies farthest out: an empty sheet with one cell at its end would fill the memory."""
    seen, rows, columns, tail = 0, 0, 0, b""
    with package.open(path) as stream:
        while chunk := stream.read(_CHUNK):
            seen += len(chunk)
            for letters, digits in _CELL.findall(tail + chunk):
                rows, columns = max(rows, int(digits)), max(columns, _column(letters))
            tail = chunk[-_OVERLAP:]
            if seen > _MOST_SHEET or rows > MOST_ROWS or rows * columns > MOST_CELLS:
                raise refusal("documents.too-many-rows", file.name, sheet=path.rsplit("/", 1)[-1].split(".")[0])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
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
