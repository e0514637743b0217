"""Efforts and reaches where people have set none, from how far units rose on each criterion in past years.

One unit of effort is then a typical year: it raises a criterion by the median of all yearly rises seen there. The reach is what
one unit in ten managed in a year, from where the unit stands now, never above the best mark ever seen. Much of a yearly change of
a surveyed criterion may be sampling noise, so that it looks easier to raise than it is: people should look these defaults over.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from longdan.core.engine.improving.model import NOTHING
from longdan.core.engine.improving.opportunities import Means

LEAST_SEEN = 10  # changes, below which nothing is called usual
REACH = Decimal("0.9")

Series = Sequence[Decimal | None]  # marks of one unit year by year, None for a gap, all of one series without a break


def means_from_history(history: Mapping[str, Sequence[Series]], now: Mapping[str, Decimal]) -> dict[str, Means]:
    """Means for the criteria with enough history: by criterion, the series of all units, and the mark of the unit in question."""
    found = {code: _means(series, now[code]) for code, series in history.items() if code in now}
    return {code: means for code, means in found.items() if means is not None}


def _means(series: Sequence[Series], now: Decimal) -> Means | None:
    changes = sorted(change for one in series for change in _changes(one))
    rises = [change for change in changes if change > 0]
    if len(changes) < LEAST_SEEN or not rises:
        return None
    best = max(mark for one in series for mark in one if mark is not None)
    managed = changes[int((len(changes) - 1) * REACH)]
    return Means(1 / median(rises), NOTHING, max(now, min(now + managed, best)))


def _changes(series: Series) -> Iterator[Decimal]:
    return (after - before for before, after in pairwise(series) if before is not None and after is not None)
