"""Reading a sheet of accounts: its columns by their names, its rows with the places of their cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from longdan.core.documents import Document, Programs, SourceFile, read
from longdan.core.problems import Problem, refuse
from longdan.core.vietnamese import fold

# What a column is called on the template, and what else it may be called.
HEADS = {
    "full_name": ("Họ và tên", "ho va ten", "ho ten", "ten nguoi dung"),
    "agency": ("Cơ quan", "co quan", "don vi", "ten co quan", "ten don vi"),
    "title": ("Chức vụ", "chuc vu", "chuc danh"),
    "role": ("Vai trò", "vai tro", "quyen"),
    "email": ("Thư điện tử", "thu dien tu", "email", "e mail", "dia chi thu"),
    "username": ("Tên đăng nhập", "ten dang nhap", "tai khoan"),
    "since": ("Từ ngày", "tu ngay", "ngay bat dau"),
}
NEEDED = ("full_name", "agency", "title", "role")
MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet: the words of its cells by what their column holds."""

    file: str
    number: int  # as a spreadsheet counts
    cells: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)  # what the sheet itself calls its columns

    def at(self, column: str) -> str:
        return " ".join(self.cells.get(column, "").split())

    def wrong(self, column: str, code: str, what: str, fix: str) -> Problem:
        head = self.heads.get(column) or HEADS[column][0]
        return Problem(code, f"{self.file}, dòng {self.number}, cột {head}", what, fix)


def lines(name: str, content: bytes) -> tuple[Line, ...]:
    """The rows below the header of the first table that has one; refused where there is none."""
    document = read([SourceFile(name, content)], Programs())
    tables = sorted({passage.place.table or 0 for passage in document.passages})
    for table in tables:
        grid = _grid(document, table)
        if head := _head(grid):
            return tuple(_lines(name, grid, *head))
    needed = ", ".join(HEADS[column][0] for column in NEEDED)
    raise refuse(
        "people.sheet.no-columns", name, f"không thấy dòng tiêu đề có đủ các cột {needed}", "tải mẫu về rồi điền theo mẫu"
    )


def _grid(document: Document, table: int) -> dict[int, dict[int, str]]:
    """The words of each cell, by row and column from 1."""
    grid: dict[int, dict[int, str]] = {}
    for passage in document.passages:
        place = passage.place
        if (place.table or 0) == table and place.row and place.column:
            grid.setdefault(place.row, {})[place.column] = passage.text
    return grid


def _head(grid: Mapping[int, Mapping[int, str]]) -> tuple[int, dict[int, str]] | None:
    """The first row that names the columns which are needed, and what each column holds."""
    meant = {fold(name): column for column, names in HEADS.items() for name in names}
    for row in sorted(grid)[:20]:
        columns = {at: meant[fold(words)] for at, words in grid[row].items() if fold(words) in meant}
        if set(NEEDED) <= set(columns.values()):
            return row, columns
    return None


def _lines(name: str, grid: Mapping[int, Mapping[int, str]], head: int, columns: Mapping[int, str]) -> Iterator[Line]:
    rows = [row for row in sorted(grid) if row > head]
    if len(rows) > MOST_ROWS:
        raise refuse("people.sheet.too-long", name, f"có {len(rows)} dòng", f"tách thành các tệp dưới {MOST_ROWS} dòng")
    heads = {column: grid[head][at].strip() for at, column in columns.items()}
    for row in rows:
        cells = {columns[at]: words for at, words in grid[row].items() if at in columns}
        if cells:
            yield Line(name, row, cells, heads)
