"""What was published for an index: the editions by year, the marks of the tables, the slips that are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import Index
from longdan.core.catalogue.published import Results, ResultsForm, Slip, UnitList
from longdan.core.facts import FactKind

Cell = tuple[str, int]  # unit, year
WHOLE_COUNTRY = 55  # with fewer units than this, of 63 or of 60 that were published, nothing is said of the country


@dataclass(frozen=True, slots=True)
class Evidence:
    """``tables``: by unit and year, the marks by node of published tables; ``published``: those that were printed as such,
    not put together from others."""

    editions: tuple[Index, ...]
    results: Results
    tables: Mapping[Cell, Mapping[str, Decimal]]
    published: Mapping[Cell, Mapping[str, Decimal]]

    @property
    def index(self) -> str:
        return self.results.index

    def edition(self, year: int) -> Index | None:
        """The edition that measures a year."""
        return next((one for one in self.editions if one.first_year <= year <= (one.last_year or year)), None)

    def years(self) -> tuple[int, ...]:
        return tuple(sorted({year for _, year in self.tables}))

    def marks(self, year: int, node: str) -> dict[str, Decimal | None]:
        """The marks of a node for every unit that has a row in any year; None where that year has none."""
        units = {unit for unit, _ in self.tables}
        return {unit: self.tables.get((unit, year), {}).get(node) for unit in sorted(units)}

    def slip(self, year: int, unit: str, node: str) -> Slip | None:
        """What is known to be wrong with one printed figure."""
        every = (slip for series in self.results.series if series.form is ResultsForm.MARKS for slip in series.slips)
        return next((slip for slip in every if (slip.year, slip.unit, slip.node) == (year, unit, node)), None)


def evidence(editions: Iterable[Index], results: Results) -> Evidence:
    """The evidence of one index; figures that are cited one by one stand beside the tables, not in them."""
    of_tables = {
        series.source.key
        for series in results.series
        if series.form is ResultsForm.MARKS and series.units is not UnitList.PRESENT
    }
    tables: dict[Cell, dict[str, Decimal]] = {}
    published: dict[Cell, dict[str, Decimal]] = {}
    for fact in results.facts:
        if fact.source in of_tables:
            cell = fact.unit, fact.period.year
            tables.setdefault(cell, {})[fact.input] = fact.value
            if fact.kind is FactKind.PUBLISHED:
                published.setdefault(cell, {})[fact.input] = fact.value
    same = tuple(one for one in editions if one.index == results.index)
    return Evidence(same, results, tables, published)
