"""Where a unit stands among those of its own region or class."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from longdan.core.catalogue.findings import Findings, refuse_all
from longdan.core.catalogue.indices.model import Display
from longdan.core.catalogue.sheets import File
from longdan.core.engine.comparing.places import Marks, Placing, placings
from longdan.core.engine.writing import as_printed
from longdan.core.engine.written_sheets import read_rows


@dataclass(frozen=True, slots=True)
class Among:
    """A unit among its peers, itself counted: its place, what is usual there, who is best (several where equal)."""

    peer_class: str
    placing: Placing
    mean: Decimal
    middle: Decimal
    best: tuple[str, ...]
    best_mark: Decimal


def read_classes(file: File) -> dict[str, str]:
    """The class of each unit, from a sheet with the columns unit, class; raises every mistake at once."""
    found, seen, classes = Findings(file.name), dict[str, int](), dict[str, str]()
    for row in read_rows(file, ("unit", "class"), (), frozenset(), found):
        found.unique(row["unit"], row.line, "unit", seen)
        classes[row["unit"]] = row["class"]
    refuse_all(found)
    return classes


def among_peers(marks: Marks, classes: Mapping[str, str], unit: str, display: Display | None = None) -> Among | None:
    """A unit's standing in its class, by marks as the edition prints them; None where it has no class or no result.

    Peers without a result are left out.
    """
    mine = classes.get(unit)
    peers = {other: mark for other, mark in marks.items() if mark is not None and classes.get(other) == mine}
    placing = placings(peers, display).get(unit)
    if mine is None or placing is None:
        return None
    best = as_printed(max(peers.values()), display)
    leaders = tuple(other for other, mark in peers.items() if as_printed(mark, display) == best)
    return Among(mine, placing, sum(peers.values(), Decimal(0)) / len(peers), median(peers.values()), leaders, best)
