"""Whether the bulk engine says the same as the exact one."""

from collections.abc import Iterator

from longdan.core.engine.bulk.marks import CODE
from longdan.core.engine.bulk.scoring import Scores
from longdan.core.engine.marks import Scorecard

CLOSE = 1e-9


def differences(card: Scorecard, scores: Scores) -> Iterator[str]:
    """Every mark, gap or denominator of a scorecard that the bulk engine gives otherwise."""
    at = scores.table.units.index(card.unit), scores.table.periods.index(card.period)
    for node, mark in card.marks.items():
        bulk = scores.marks[node]
        gap = CODE[mark.gap.kind] if mark.gap else 0
        if bulk.gaps[at] != gap:
            yield f"{node}: gap {bulk.gaps[at]} for {gap}"
        for exact, twin in ((mark.value, bulk.values[at]), (mark.result, bulk.results[at]), (mark.left, bulk.left[at])):
            if not (twin != twin if exact is None else abs(twin - float(exact)) <= CLOSE * max(1.0, abs(float(exact)))):
                yield f"{node}: {twin} for {exact}"
