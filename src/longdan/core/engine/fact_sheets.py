"""Reads figures from a CSV sheet that people write: columns in any order, every mistake with its line, column and mend."""

from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache

from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.indices.model import Index
from longdan.core.catalogue.sheets import File, Row
from longdan.core.engine.figures import Facts, gather
from longdan.core.engine.written_sheets import read_rows
from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import Period, read_period

REQUIRED = ("input", "unit", "period", "value")
OPTIONAL = ("standard_error", "kind", "source")
NUMBERS = frozenset({"value", "standard_error"})
GUESSED = 200  # problems; after so many nobody reads which code might be meant, and guessing takes its time
ABSENT = frozenset({"không áp dụng", "n/a"})


def read_facts(file: File, index: Index) -> Facts:
    """The figures of a sheet for an edition; raises every mistake at once.

    Columns: input (the code of a node or of an input), unit, period ("2024", "2024-Q3"), value; standard_error, kind and source
    may be left out. An empty value is a gap, its unit stays in the field; "không áp dụng" takes the node of that code out of the
    denominator. Sheets that Excel wrote with semicolons may have decimal commas.
    """
    found = Findings(file.name)
    sheet = _Sheet(index, index.figure_codes(), found, {})
    rows = read_rows(file, REQUIRED, OPTIONAL, NUMBERS, found)
    read = [one for row in rows if (one := sheet.read(row)) is not None]
    if not found.problems and not read:
        found.add("empty", 1, "", "tệp không có số liệu nào", "ghi mỗi số liệu một dòng dưới dòng tên cột")
    refuse_all(found)
    absent = (one for one in read if isinstance(one, NotApplicable))
    return gather((one for one in read if isinstance(one, Fact)), absent, {row["unit"] for row in rows})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the rows of a sheet are held against; ``seen`` keeps the line of each figure."""

    index: Index
    codes: frozenset[str]
    found: Findings
    seen: dict[str, int]

    def read(self, row: Row) -> Fact | NotApplicable | None:
        """The figure of a row; None for a gap, and where something is wrong, which is noted."""
        cells, line, found = row.cells, row.line, self.found
        code, unit, period = self._code(row), found.given(cells["unit"], line, "unit"), self._period(row)
        kind = found.choice(cells["kind"] or FactKind.PUBLISHED, line, "kind", FactKind)
        found.unique(" · ".join((code, unit, cells["period"], kind or "")), line, "input, unit, period", self.seen)
        if cells["value"].casefold() in ABSENT:
            self._may_be_absent(code, line)
            return NotApplicable(code, unit, period, cells["source"]) if period else None
        value = found.number(cells["value"], line, "value")
        error = self._error(row)
        if value is None or period is None or kind is None:
            return None
        return Fact(code, unit, period, value, error, cells["source"], kind)

    def _code(self, row: Row) -> str:
        code = self.found.given(row["input"], row.line, "input")
        if code and code not in self.codes:
            near = _near(code, self.codes) if len(self.found.problems) < GUESSED else []
            which = f"{self.index.index}/{self.index.edition}"
            fix = f"có phải: {', '.join(near)}? " if near else ""
            what = f"“{code}” không phải mã mục hay mã số liệu của bộ {which}"
            self.found.add("unknown-input", row.line, "input", what, f"{fix}xem mã bằng: longdan index show {which}")
        return code

    def _period(self, row: Row) -> Period | None:
        text = self.found.given(row["period"], row.line, "period")
        period = read_period(text) if text else None
        if text and period is None:
            self.found.add(
                "wrong-period", row.line, "period", f"“{text}” không phải là một kỳ", "ghi 2024, 2024-H1, 2024-Q3 hoặc 2024-07"
            )
        return period

    def _error(self, row: Row) -> Decimal | None:
        error = self.found.number(row["standard_error"], row.line, "standard_error")
        if error is not None and error < 0:
            self.found.add("wrong-number", row.line, "standard_error", "sai số chuẩn âm", "ghi số không âm, hoặc để trống")
        return error

    def _may_be_absent(self, code: str, line: int) -> None:
        node = self.index.by_code().get(code)
        if node is None or not node.not_applicable_allowed:
            what = f"mục “{code}” không được khai “không áp dụng”"
            self.found.add("not-allowed", line, "value", what, "ghi số liệu, hoặc để trống nếu chưa có")


@lru_cache(maxsize=1000)
def _near(code: str, codes: frozenset[str]) -> list[str]:
    """Codes that may be meant; kept, as a sheet of another edition has the same strange codes for every unit."""
    return get_close_matches(code, sorted(codes), 3)
