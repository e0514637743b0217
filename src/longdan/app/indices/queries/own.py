"""What the province brought in beside the catalogue: its editions, its figures."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from longdan.app.indices.models import IndexFigure, OwnEdition
from longdan.core.catalogue.indices import Index, read_edition
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import Period


@dataclass(frozen=True, slots=True)
class KeptText:
    """The text of a catalogue file that stands in a table."""

    name: str
    text: str

    def read_bytes(self) -> bytes:
        return self.text.encode()


def own_editions(province: int) -> tuple[Index, ...]:
    return tuple(_read(row.edition, row.text) for row in OwnEdition.objects.filter(province=province))


@lru_cache(maxsize=100)
def _read(name: str, text: str) -> Index:
    return read_edition(KeptText(name, text))


def own_figures(province: int, index: str = "") -> dict[str, list[Fact]]:
    """The figures of every kind that people of the province brought in, by index; of one index where it is named."""
    rows = IndexFigure.objects.filter(province=province, **({"index": index} if index else {}))
    found: dict[str, list[Fact]] = defaultdict(list)
    for row in rows:
        found[row.index].append(fact_of(row))
    return found


def fact_of(row: IndexFigure) -> Fact:
    period = Period(row.first, row.last)
    return Fact(row.input, row.unit, period, row.value, row.standard_error, row.told_by, FactKind(row.kind))
