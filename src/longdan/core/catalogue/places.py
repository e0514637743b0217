"""Names of provincial units, of today and before: by them the reader of plans tells provinces from other names."""

from collections import defaultdict
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.sheets import read_sheet
from longdan.core.catalogue.unit_files import UNIT_COLUMNS
from longdan.core.catalogue.units import UnitKind

FILES = ("provinces.csv", "former_provinces.csv", "earlier_forms.csv")


@dataclass(frozen=True, slots=True)
class Places:
    """``names``: of all provincial units; ``provinces``, and ``cities`` right under the centre: those that were nothing else."""

    names: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()


NOWHERE = Places()


def read_places(folder: Traversable) -> Places:
    """The names in a catalogue folder of units; raises every mistake of its three short files at once."""
    found = {file: Findings(f"{folder.name}/{file}") for file in FILES}
    kinds: dict[str, set[str]] = defaultdict(set)
    for file in FILES:
        for row in read_sheet(folder / file, UNIT_COLUMNS[file], found[file]):
            if len(row["code"]) == 2:  # a province; communes have five digits
                kinds[row["name"]].add(row["kind"])
    refuse_all(*found.values())
    return Places(
        frozenset(kinds),
        frozenset(name for name, some in kinds.items() if some == {UnitKind.PROVINCE}),
        frozenset(name for name, some in kinds.items() if some == {UnitKind.CITY}),
    )
