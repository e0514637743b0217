"""What the province brought in beside the catalogue: its editions, its figures."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from longdan.app.indices.models import IndexFigure, OwnEdition
from longdan.core.catalogue.indices import Index, read_edition
from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import Period


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whose bytes stand in a table."""

    name: str
    content: bytes

    def read_bytes(self) -> bytes:
        return self.content


def own_editions(province: int) -> tuple[Index, ...]:
    return tuple(_read(row.edition, row.text) for row in OwnEdition.objects.filter(province=province))


@lru_cache(maxsize=100)
def _read(name: str, text: str) -> Index:
    return read_edition(KeptFile(name, text.encode()))


def own_figures(province: int, index: Index) -> tuple[list[Fact], list[NotApplicable]]:
    """The figures that people of the province brought in for the years of an edition; what does not concern a unit apart."""
    last = date(index.last_year, 12, 31) if index.last_year else date.max
    rows = IndexFigure.objects.filter(province=province, index=index.index, last__range=(date(index.first_year, 1, 1), last))
    absent = [NotApplicable(row.input, row.unit, Period(row.first, row.last), row.told_by) for row in rows if row.value is None]
    return [fact for row in rows if (fact := _fact(row))], absent


def _fact(row: IndexFigure) -> Fact | None:
    if row.value is None:
        return None
    period = Period(row.first, row.last)
    return Fact(row.input, row.unit, period, row.value, row.standard_error, row.told_by, FactKind(row.kind))


def own_years(province: int) -> dict[str, list[int]]:
    """The year of every figure that people of the province brought in, by index."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, last in IndexFigure.objects.filter(province=province).values_list("index", "last"):
        found[index].append(last.year)
    return found
