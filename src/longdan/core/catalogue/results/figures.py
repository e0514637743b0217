"""Reads the cells of a table into facts, with every cell that holds something else than its figure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from longdan.core.catalogue.indices.model import TOTAL, Index, Node
from longdan.core.catalogue.indices.rules import Aggregate, Published
from longdan.core.catalogue.indices.scales import beyond_range
from longdan.core.catalogue.results.labels import Item, LineKind, fits, item_of, matched
from longdan.core.catalogue.results.provinces import ProvinceNames
from longdan.core.catalogue.results.tables import Line, Table
from longdan.core.catalogue.written_numbers import two_readings
from longdan.core.documents.sheets import Value
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import year as whole_year
from longdan.core.problems import Problem

RESPONDENTS = "respondents"  # the input that counts who answered
_EDGE = Decimal("0.01")  # printed ranges are rounded


@dataclass(slots=True)
class Found:
    """What reading a table gathers; ``place`` is the file with its sheet."""

    place: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def problem(self, code: str, where: str, what: str, fix: str) -> None:
        self.problems.append(Problem(f"results.{code}", f"{self.place}{where}", what, fix))

    def remark(self, code: str, what: str, fix: str) -> None:
        self.remarks.append(Problem(f"results.{code}", self.place, what, fix))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table, whose cells are found by province."""

    line: Line
    table: Table
    units: Mapping[int, str]

    def cell(self, unit: str) -> str:
        return next(self.table.cell(self.line.number, place) for place, code in self.units.items() if code == unit)


def read_figures(table: Table, edition: Index, names: ProvinceNames, number: int, source: str, found: Found) -> list[Fact]:
    """The facts of one year; the errors of marks stand on their facts."""
    units = _units(table, names, found)
    codes = edition.by_code()
    _check_titles(table, edition, found)
    figures: dict[tuple[str, str], Decimal] = {}
    errors: dict[tuple[str, str], Decimal] = {}
    seen: dict[tuple[str, bool], Line] = {}
    for item, line in _items(table, edition, found):
        values = _values(line, table, units, found)
        first = seen.setdefault((item.node, item.kind is LineKind.ERROR), line)
        if first is not line:
            what = f"mục “{item.node}” đã có ở {table.named(first.number)} ({first.labels[0]})"
            found.problem("repeated-row", f", {table.named(line.number)}", what, "giữ lại một, hoặc sửa nhãn cho đúng mục")
        elif item.kind is LineKind.ERROR:
            errors |= {(item.node, unit): value for unit, value in values.items()}
        else:
            _check_range(codes.get(item.node), values, names, _Row(line, table, units), found)
            figures |= {(item.node, unit): value for unit, value in values.items()}
    figures = _without_zeros(figures, codes, names, found)
    _check_provinces({unit for _, unit in figures}, names, found)
    return [
        Fact(node, unit, whole_year(number), value, errors.get((node, unit)), source, FactKind.PUBLISHED)
        for (node, unit), value in figures.items()
    ]


def _check_titles(table: Table, edition: Index, found: Found) -> None:
    """A table whose contents bear other titles than the edition's is of another index."""
    codes = edition.by_code()
    named = [(item.node, line) for item, line in _named(table, edition) if item.kind is LineKind.MARK and item.node in codes]
    strange = [line for code, line in named if fits(line.labels, codes[code]) is False]
    fitting = [line for code, line in named if fits(line.labels, codes[code])]
    if len(strange) > len(fitting):
        what = (
            f"nhãn của {len(strange)} dòng không phải tên mục của {edition.index}/{edition.edition} ({strange[0].labels[0]}, …)"
        )
        found.problem("other-index", f", {table.named(strange[0].number)}", what, "chọn đúng chỉ số của bảng này")


def _units(table: Table, names: ProvinceNames, found: Found) -> dict[int, str]:
    """The code of the province at each place; strange and repeated names are told, and left out."""
    units: dict[int, str] = {}
    for place, words in table.units:
        code = names.code(words)
        if code is None:
            what, fix = f"“{words}”: không nhận ra tỉnh này", "ghi tên tỉnh như danh mục, hoặc bỏ cột (dòng) này"
            found.problem("unknown-province", f", ô {table.cell(table.head, place)}", what, fix)
        elif code in units.values():
            first = next(table.cell(table.head, at) for at, known in units.items() if known == code)
            where, what = f", ô {table.cell(table.head, place)}", f"“{words}”: tỉnh {names.provinces[code]} đã có ở ô {first}"
            found.problem("repeated-province", where, what, "giữ lại một lần")
        else:
            units[place] = code
    return units


def _items(table: Table, edition: Index, found: Found) -> Iterator[tuple[Item, Line]]:
    """The lines whose figures are taken, each with its node; what is left out is told."""
    codes = edition.by_code()
    for part, lines in groupby(_named(table, edition), key=lambda one: one[0].node if one[0].kind is LineKind.INDICATOR else ""):
        taken = list(lines)
        if part:
            taken = _indicators([line for _, line in taken], part, edition, found)
        for item, line in taken:
            if item.kind is LineKind.RESPONDENTS:
                yield Item(LineKind.RESPONDENTS, RESPONDENTS), line
            elif item.kind in (LineKind.MARK, LineKind.ERROR, LineKind.INDICATOR) and item.node in codes:
                yield item, line
            elif item.kind in (LineKind.MARK, LineKind.ERROR):
                what = f"bộ {edition.edition} không có mục “{item.node}” ({line.labels[0]})"
                found.remark("unknown-row", what, "dòng này không được lấy")


def _named(table: Table, edition: Index) -> Iterator[tuple[Item, Line]]:
    codes, under = edition.by_code(), ""
    for line in table.lines:
        item = item_of(line.labels, under, codes, edition.index)
        if item.kind is LineKind.MARK:
            under = item.node if "." in item.node else ""
        yield item, line


def _indicators(lines: Sequence[Line], part: str, edition: Index, found: Found) -> list[tuple[Item, Line]]:
    taken = []
    for line, code in zip(lines, matched([line.labels for line in lines], part, edition), strict=True):
        if code is None:
            what = f"không khớp được chỉ báo “{line.labels[0]}” của {part} với bộ {edition.edition}"
            found.remark("unknown-row", what, "dòng này không được lấy")
        else:
            taken.append((Item(LineKind.INDICATOR, code), line))
    return taken


def _values(line: Line, table: Table, units: Mapping[int, str], found: Found) -> dict[str, Decimal]:
    values = {}
    for place, unit in units.items():
        cell = line.cells.get(place, "")
        number = _number(cell)
        if number is not None:
            values[unit] = number
        elif cell != "":
            no_number = f"“{cell}” không phải là số", "ghi số, hoặc để trống nếu không có số liệu"
            what, fix = two_readings(str(cell)) or no_number
            found.problem("no-number", f", ô {table.cell(line.number, place)}", f"{what} ({line.labels[0]})", fix)
    return values


def _number(cell: Value) -> Decimal | None:
    """A number as the sheet holds it; numbers written as text are none, as nobody can see what was meant."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    return Decimal(repr(cell))


def _check_range(node: Node | None, values: Mapping[str, Decimal], names: ProvinceNames, row: _Row, found: Found) -> None:
    """A mark beyond its scale is a wrong column, or a wrong edition."""
    _check_fixed_range(node, values, names, row, found)
    if node is None or node.most is None or node.least is None or not isinstance(node.rule, Aggregate | Published):
        return
    beyond = [unit for unit, value in values.items() if value and not node.least - _EDGE <= value <= node.most + _EDGE]
    if beyond:
        told = ", ".join(f"{names.provinces[unit]} {values[unit]}" for unit in beyond[:3])
        what = f"{row.line.labels[0]}: ngoài thang {node.least} đến {node.most} ({told}{', …' if beyond[3:] else ''})"
        cells = ", ".join(row.cell(unit) for unit in beyond[:3])
        found.problem("out-of-range", f", ô {cells}", what, "kiểm tra lại số, hoặc chọn đúng bộ của năm này")


def _check_fixed_range(node: Node | None, values: Mapping[str, Decimal], names: ProvinceNames, row: _Row, found: Found) -> None:
    """A figure beyond the range that its rule names is most often a percent where a share is meant."""
    beyond = [(unit, told) for unit, value in values.items() if node and (told := beyond_range(node, value))]
    if beyond:
        (unit, told), more = beyond[0], f" và {len(beyond) - 1} tỉnh nữa" if beyond[1:] else ""
        if told.is_percent:
            found.problem("out-of-range", f", ô {row.cell(unit)}", f"{names.provinces[unit]}: {told.what}{more}", told.fix)
        else:
            found.remark("out-of-range", f"{names.provinces[unit]}, ô {row.cell(unit)}: {told.what}{more}", told.fix)


def _without_zeros(
    figures: dict[tuple[str, str], Decimal], codes: Mapping[str, Node], names: ProvinceNames, found: Found
) -> dict[tuple[str, str], Decimal]:
    """Without the zeros that stand for blanks: in marks that cannot be zero, in all that lies under such a blank."""
    blank = {(code, unit) for (code, unit), value in figures.items() if value == 0 and _never_zero(codes.get(code))}
    under = {(code, unit) for (code, unit), value in figures.items() if value == 0 and _lies_under(code, unit, blank, codes)}
    counts = Counter(unit for _, unit in blank | under)
    for unit, count in sorted(counts.items()):
        what = f"{names.provinces[unit]}: {count} ô ghi 0 ở điểm không thể bằng 0"
        found.remark("zero-for-blank", what, "các ô này được coi là trống, không phải 0 điểm")
    return {key: value for key, value in figures.items() if key not in blank | under}


def _never_zero(node: Node | None) -> bool:
    return node is not None and node.least is not None and node.least > 0 and isinstance(node.rule, Aggregate | Published)


def _lies_under(code: str, unit: str, blank: set[tuple[str, str]], codes: Mapping[str, Node]) -> bool:
    node = codes.get(code)
    return node is not None and node.parent not in (None, TOTAL) and (node.parent, unit) in blank


def _check_provinces(units: set[str], names: ProvinceNames, found: Found) -> None:
    if missing := sorted(name for code, name in names.provinces.items() if code not in units):
        what = f"không có số liệu của {len(missing)} tỉnh: {', '.join(missing)}"
        found.remark("missing-province", what, "đối chiếu với bản công bố")
