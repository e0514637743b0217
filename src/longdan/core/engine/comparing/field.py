"""All units of a period side by side on one node: places, groups, changes, what is within the noise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from longdan.core.catalogue.indices.model import TOTAL, Group, Grouping, Index
from longdan.core.engine.bulk.scoring import score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.comparing.changes import MarkChange, changes
from longdan.core.engine.comparing.groups import group_units
from longdan.core.engine.comparing.places import Marks, Placing, placings
from longdan.core.engine.figures import OFFICIAL, Facts
from longdan.core.engine.scoring import score
from longdan.core.engine.uncertainty.carrying import carry_up
from longdan.core.engine.uncertainty.differences import Difference, difference, real_changes
from longdan.core.engine.uncertainty.places import PlaceInterval, place_intervals
from longdan.core.facts import FactKind
from longdan.core.periods import Period

SEED = 20261122  # the same figures give the same intervals
LEVEL = 0.9


@dataclass(frozen=True, slots=True)
class UnitInField:
    """A unit in the field. ``group`` None: no rule, or no result; ``change``, ``places`` None: nothing to compare, no errors."""

    unit: str
    placing: Placing
    group: Group | None
    change: MarkChange | None
    difference: Difference | None
    places: PlaceInterval | None


@dataclass(frozen=True, slots=True)
class Field:
    """The units with a mark, the best first; ``without``: those that have none; ``correlation``: assumed of any two errors."""

    node: str
    period: Period
    before: Period | None
    grouping: Grouping | None
    units: tuple[UnitInField, ...]
    without: tuple[str, ...]
    correlation: float

    @property
    def really_changed(self) -> tuple[str, ...]:
        """The units whose changes stand out of the noise all together (see :func:`real_changes`)."""
        return tuple(real_changes({one.unit: one.difference for one in self.units if one.difference}))


def compare(
    index: Index,
    facts: Facts,
    period: Period,
    *,
    before: Period | None = None,
    node: str = TOTAL,
    kinds: tuple[FactKind, ...] = OFFICIAL,
    correlation: float = 0.0,
) -> Field:
    """The standing of every unit on a node in a period, beside an earlier one, both scored by the edition.

    Places, ties and cuts are of marks as the edition prints them. Errors are carried up from the standard errors of the facts,
    any two of which correlate by ``correlation``; places then get the interval that holds 90 % of the simulations, in which
    units without a known error keep their marks and get no interval.
    """
    scores = score_all(index, tabulate(facts, kinds, periods=[period, *([before] if before else [])]))
    now, then = scores.by_unit(node, period), scores.by_unit(node, before) if before else {}
    errors, were = (errors_of(index, facts, node, when, kinds, correlation) if when else {} for when in (period, before))
    grouping = index.grouping(period.year, node)
    placed, groups = placings(now, display=index.display), group_units(now, grouping, index.display) if grouping else {}
    changed = changes(index, node, (before.year, then), (period.year, now)) if before else {}
    places = _places([one for one in placed.values() if one], errors)
    units = [
        UnitInField(
            unit=unit,
            placing=placing,
            group=groups.get(unit),
            change=changed.get(unit),
            difference=None if unit in changed and changed[unit].breaks else _difference(unit, now, then, errors, were),
            places=places.get(unit),
        )
        for unit, placing in placed.items()
        if placing is not None
    ]
    ordered = tuple(sorted(units, key=lambda one: (one.placing.place, one.unit)))
    without = tuple(unit for unit, mark in now.items() if mark is None)
    return Field(node, period, before, grouping, ordered, without, correlation)


def _places(placed: Sequence[Placing], errors: Mapping[str, float]) -> dict[str, PlaceInterval]:
    """The interval of each unit whose error is known, among all units with a mark."""
    estimates = {one.unit: (float(one.mark), errors.get(one.unit, 0.0)) for one in placed}
    if len(estimates) < 2 or not errors:
        return {}
    return {one.unit: one for one in place_intervals(estimates, level=LEVEL, seed=SEED) if one.unit in errors}


def errors_of(
    index: Index, facts: Facts, node: str, period: Period, kinds: tuple[FactKind, ...], correlation: float
) -> dict[str, float]:
    """The standard error of each unit's mark, where those of its figures are known."""
    carried = {unit: own.get(node) for unit, own in standard_errors(index, facts, period, kinds, correlation).items()}
    return {unit: error for unit, error in carried.items() if error is not None}


def standard_errors(
    index: Index, facts: Facts, period: Period, kinds: tuple[FactKind, ...], correlation: float = 0.0
) -> Mapping[str, Mapping[str, float | None]]:
    """By unit with errors of figures, then by node, the standard error of the mark; ``correlation``: of any two errors."""
    known: dict[str, dict[str, float]] = {}
    for code in facts.by_input:
        for unit, fact in facts.sheet(code, period, kinds).items():
            if fact.standard_error is not None:
                known.setdefault(unit, {})[code] = float(fact.standard_error)
    partly = {unit for _, unit, when in facts.not_applicable if when == period} & known.keys()
    cards = {unit: score(index, facts, unit, period, kinds=kinds) for unit in partly}
    return carry_up(index, known, correlation, cards)


def _difference(unit: str, now: Marks, then: Marks, errors: Mapping[str, float], were: Mapping[str, float]) -> Difference | None:
    mark, was = now.get(unit), then.get(unit)
    if mark is None or was is None or unit not in errors or unit not in were:
        return None
    return difference((float(was), were[unit]), (float(mark), errors[unit]))
