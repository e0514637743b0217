"""What would happen to a unit's marks and place if some of its figures were others."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from longdan.core.catalogue.indices.model import TOTAL, Display, Index
from longdan.core.engine.comparing.places import Marks, Placing, placings
from longdan.core.engine.figures import OFFICIAL, Facts
from longdan.core.engine.marks import Scorecard
from longdan.core.engine.scoring import score
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import Period

ASSUMED = "giả định"  # the source of figures that stand in for others


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The scorecards before and after; ``moved``: the nodes whose marks differ, by how much (None: a gap came or went)."""

    before: Scorecard
    after: Scorecard
    moved: Mapping[str, Decimal | None]


def what_if(
    index: Index,
    facts: Facts,
    unit: str,
    period: Period,
    changes: Mapping[str, Decimal | None],
    kinds: tuple[FactKind, ...] = OFFICIAL,
) -> WhatIf:
    """Scores a unit as it is, and as it would be with these figures (by input; None: the figure is not there).

    Figures of other units stay as they are; where a rule looks at the range of all units, the changed figure counts there too.
    """
    before = score(index, facts, unit, period, kinds=kinds)
    after = score(index, changed(facts, unit, period, changes, kinds[0]), unit, period, kinds=kinds)
    pairs = {code: (mark.value, after.marks[code].value) for code, mark in before.marks.items()}
    return WhatIf(before, after, {code: _difference(*pair) for code, pair in pairs.items() if pair[0] != pair[1]})


def changed(
    facts: Facts, unit: str, period: Period, changes: Mapping[str, Decimal | None], kind: FactKind = FactKind.PUBLISHED
) -> Facts:
    """The facts with other figures for one unit in one period, and no others of that unit and period for these inputs."""
    by_input = dict(facts.by_input)
    for code, value in changes.items():
        sheets = {head: dict(sheet) for head, sheet in by_input.get(code, {}).items()}
        for (_, when), sheet in sheets.items():
            if when == period:
                sheet.pop(unit, None)
        if value is not None:
            sheets.setdefault((kind, period), {})[unit] = Fact(code, unit, period, value, source=ASSUMED, kind=kind)
        by_input[code] = sheets
    return replace(facts, by_input=by_input)


def places_then(
    marks: Marks, unit: str, then: WhatIf, node: str = TOTAL, display: Display | None = None
) -> tuple[Placing | None, Placing | None]:
    """The unit's place before and after by marks as the edition prints them, among units whose marks stay as they are."""
    before, after = then.before.marks[node].result, then.after.marks[node].result
    first, last = (placings({**marks, unit: mark}, display=display)[unit] for mark in (before, after))
    return first, last


def _difference(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    return None if before is None or after is None else after - before
