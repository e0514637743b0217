"""Where a unit stands among those of its own region or class."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from longdan.core.engine.comparing.places import Marks, Placing, Ties, placings


@dataclass(frozen=True, slots=True)
class Among:
    """A unit among its peers, itself counted: its place, what is usual there, who is best (several where equal)."""

    peer_class: str
    placing: Placing
    mean: Decimal
    middle: Decimal
    best: tuple[str, ...]
    best_mark: Decimal


def among_peers(marks: Marks, classes: Mapping[str, str], unit: str, ties: Ties = Ties.BEST) -> Among | None:
    """A unit's standing in its class; None where it has no class or no result. Peers without a result are left out."""
    mine = classes.get(unit)
    peers = {other: mark for other, mark in marks.items() if mark is not None and classes.get(other) == mine}
    placing = placings(peers, ties).get(unit)
    if mine is None or placing is None:
        return None
    best = max(peers.values())
    leaders = tuple(other for other, mark in peers.items() if mark == best)
    return Among(mine, placing, sum(peers.values(), Decimal(0)) / len(peers), median(peers.values()), leaders, best)
