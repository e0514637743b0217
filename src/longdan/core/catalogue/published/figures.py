"""Reads the sheets of published results: marks, their errors, figures with a source of their own, national references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources.abc import Traversable
from typing import assert_never

from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.published.model import (
    Certainty,
    CitedFigure,
    PrintedError,
    Reference,
    ResultsForm,
    Series,
    Statistic,
    UnitList,
)
from longdan.core.catalogue.sheets import Row, read_sheet
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import year as whole_year

_CITED = ("unit", "year", "node", "value", "rank", "of", "certainty", "source", "note")
COLUMNS = {
    ResultsForm.ERRORS: ("unit", "year", "node", "standard_error", "low", "high"),
    ResultsForm.CITED: _CITED,
    ResultsForm.ANCHORS: _CITED,
    ResultsForm.REFERENCES: ("year", "node", "statistic", "value", "unit", "kind", "source", "note"),
}
Codes = Mapping[UnitList, frozenset[str] | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """What one sheet holds; a sheet has one form, so most of these are empty."""

    facts: tuple[Fact, ...] = ()
    errors: tuple[PrintedError, ...] = ()
    cited: tuple[CitedFigure, ...] = ()
    anchors: tuple[CitedFigure, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of one file with what is said of its years."""

    series: Sequence[Series]
    codes: Codes
    found: Findings
    seen: dict[str, int] = field(default_factory=dict)

    def series_of(self, row: Row) -> Series | None:
        """The series that a row belongs to; None where its year has none, or its unit is unknown, which is noted."""
        number = self.found.whole(row["year"], row.line, "year")
        series = next((one for one in self.series if number in one.years), None)
        if series is None:
            self.found.add(
                "unknown-year",
                row.line,
                "year",
                f"năm “{row['year']}” chưa khai ở sources.yaml",
                "thêm năm vào series của tệp này",
            )
            return None
        codes = self.codes[series.units]
        if row["unit"] and codes is not None:
            self.found.known(row["unit"], row.line, "unit", codes, f"danh mục đơn vị ({series.units})")
        return series

    def once(self, row: Row, *columns: str) -> None:
        self.found.unique(" ".join(row[column] for column in columns), row.line, ", ".join(columns), self.seen)

    def number(self, row: Row, column: str) -> Decimal | None:
        return self.found.number(row[column], row.line, column)

    def given(self, row: Row, column: str) -> Decimal:
        """The number of a cell that must not be empty."""
        self.found.given(row[column], row.line, column)
        return self.number(row, column) or Decimal(0)

    def whole(self, row: Row, column: str) -> int | None:
        return self.found.whole(row[column], row.line, column)


def read_figures(
    file: Traversable, form: ResultsForm, nodes: Sequence[str], series: Sequence[Series], codes: Codes, found: Findings
) -> Figures:
    """The figures of a sheet; what is wrong is noted in ``found``. An empty cell is a gap, never a zero."""
    columns = ("unit", "year", *nodes) if form is ResultsForm.MARKS else COLUMNS[form]
    rows = read_sheet(file, columns, found)
    sheet = _Sheet(series, codes, found)
    match form:
        case ResultsForm.MARKS:
            return Figures(facts=tuple(_marks(rows, nodes, sheet)))
        case ResultsForm.ERRORS:
            return Figures(errors=tuple(_errors(rows, sheet)))
        case ResultsForm.CITED:
            cited = tuple(_cited(rows, sheet))
            return Figures(cited=cited, facts=tuple(_sure(cited)))
        case ResultsForm.ANCHORS:
            return Figures(anchors=tuple(_cited(rows, sheet)))
        case ResultsForm.REFERENCES:
            return Figures(references=tuple(_references(rows, sheet)))
        case _:
            assert_never(form)


def _marks(rows: Sequence[Row], nodes: Sequence[str], sheet: _Sheet) -> Iterator[Fact]:
    for row in rows:
        sheet.once(row, "unit", "year")
        if series := sheet.series_of(row):
            period, source = whole_year(int(row["year"])), series.source.key
            for node in nodes:
                if (value := sheet.number(row, node)) is not None:
                    yield Fact(node, row["unit"], period, value, None, source, series.kind)


def _errors(rows: Sequence[Row], sheet: _Sheet) -> Iterator[PrintedError]:
    for row in rows:
        sheet.once(row, "unit", "year", "node")
        error = sheet.given(row, "standard_error")
        if error <= 0:
            sheet.found.add(
                "wrong-number", row.line, "standard_error", "sai số chuẩn không lớn hơn 0", "để trống cả dòng nếu chưa biết"
            )
        if sheet.series_of(row):
            yield PrintedError(
                row["unit"], int(row["year"]), row["node"], error, sheet.number(row, "low"), sheet.number(row, "high")
            )


def _cited(rows: Sequence[Row], sheet: _Sheet) -> Iterator[CitedFigure]:
    for row in rows:
        sheet.once(row, "unit", "year", "node")
        sheet.found.given(row["source"], row.line, "source")
        value, rank, of = sheet.number(row, "value"), sheet.whole(row, "rank"), sheet.whole(row, "of")
        if value is None and rank is None:
            sheet.found.add(
                "empty", row.line, "value", "dòng không có điểm, cũng không có thứ hạng", "điền một trong hai, hoặc bỏ dòng"
            )
        certainty = sheet.found.choice(row["certainty"], row.line, "certainty", Certainty)
        if sheet.series_of(row) and certainty:
            yield CitedFigure(row["unit"], int(row["year"]), row["node"], value, rank, of, certainty, row["source"], row["note"])


def _sure(cited: Sequence[CitedFigure]) -> Iterator[Fact]:
    for one in cited:
        if one.value is not None and one.certainty is not Certainty.DOUBTFUL:
            kind = FactKind.PUBLISHED if one.certainty is Certainty.PRINTED else FactKind.RECOMPUTED
            yield Fact(one.node, one.unit, whole_year(one.year), one.value, None, one.source, kind)


def _references(rows: Sequence[Row], sheet: _Sheet) -> Iterator[Reference]:
    for row in rows:
        sheet.once(row, "year", "node", "statistic", "kind")
        sheet.found.given(row["source"], row.line, "source")
        statistic = sheet.found.choice(row["statistic"], row.line, "statistic", Statistic)
        kind = sheet.found.choice(row["kind"], row.line, "kind", FactKind)
        value = sheet.given(row, "value")
        if sheet.series_of(row) and statistic and kind:
            yield Reference(
                int(row["year"]), row["node"], statistic, value, row["unit"] or None, kind, row["source"], row["note"]
            )
