"""Where a unit stands among those of its own region or class."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from longdan.core.catalogue.indices.model import Display
from longdan.core.engine.comparing.places import Marks, Placing, Ties, placings
from longdan.core.engine.writing import as_printed


@dataclass(frozen=True, slots=True)
class Among:
    """A unit among its peers, itself counted: its place, what is usual there, who is best (several where equal)."""

    peer_class: str
    placing: Placing
    mean: Decimal
    middle: Decimal
    best: tuple[str, ...]
    best_mark: Decimal


def among_peers(
    marks: Marks, classes: Mapping[str, str], unit: str, ties: Ties = Ties.BEST, display: Display | None = None
) -> Among | None:
    """A unit's standing in its class, by marks as the edition prints them; None where it has no class or no result.

    Peers without a result are left out.
    """
    mine = classes.get(unit)
    peers = {other: mark for other, mark in marks.items() if mark is not None and classes.get(other) == mine}
    placing = placings(peers, ties, display).get(unit)
    if mine is None or placing is None:
        return None
    best = as_printed(max(peers.values()), display)
    leaders = tuple(other for other, mark in peers.items() if as_printed(mark, display) == best)
    return Among(mine, placing, sum(peers.values(), Decimal(0)) / len(peers), median(peers.values()), leaders, best)
