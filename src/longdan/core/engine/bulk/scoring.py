"""Scores all units in all periods of a table at once; any mark can be asked for its because afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from longdan.core.catalogue.indices.model import Index, Node
from longdan.core.catalogue.indices.rules import Aggregate, FixedRange, MinMax
from longdan.core.engine.aggregates import leaving
from longdan.core.engine.arrays import Floats
from longdan.core.engine.breaks import years_seen
from longdan.core.engine.bulk.aggregates import together
from longdan.core.engine.bulk.marks import CODE, Codes, Marks, without
from longdan.core.engine.bulk.points import points, within
from longdan.core.engine.bulk.table import Table
from longdan.core.engine.figures import same_days
from longdan.core.engine.marks import GapKind, Scorecard
from longdan.core.engine.scoring import not_known, score
from longdan.core.engine.structure import Part, Structure, structure
from longdan.core.periods import Period

SURE = 10  # decimals
ABSENT, REFUSED = CODE[GapKind.NOT_APPLICABLE], CODE[GapKind.REFUSED]


@dataclass(frozen=True, slots=True)
class Scores:
    """The marks of every unit in every period of a table by an edition, by node, in the order of its nodes."""

    index: Index
    table: Table
    marks: Mapping[str, Marks]

    def by_unit(self, node: str, period: Period) -> dict[str, Decimal | None]:
        """The results of a node in a period, rounded to the digits that float64 keeps sure; None for a gap."""
        column = self.marks[node].results[:, self.table.periods.index(period)]
        return {
            unit: None if np.isnan(mark) else round(Decimal(float(mark)), SURE)
            for unit, mark in zip(self.table.units, column, strict=True)
        }

    def exact(self, unit: str, period: Period) -> Scorecard:
        """The marks of one unit in one period by the exact engine, each with its because."""
        ranged = [node.rule for node in self.index.nodes if isinstance(node.rule, MinMax)]
        of_all = {rule.of for rule in ranged if not isinstance(rule.range, FixedRange)}
        return score(self.index, self.table.facts(unit, of_all), unit, period, kinds=(self.table.kind,))


def score_all(index: Index, table: Table) -> Scores:
    """Scores every unit in every period of a table by the rules of an edition."""
    built = structure(index)
    marks: dict[str, Marks] = {}
    with np.errstate(invalid="ignore", divide="ignore"):
        for node in built.order:
            marks[node.code] = _marks(index, built, table, node, marks)
    return Scores(index, table, {node.code: marks[node.code] for node in index.nodes})


def _marks(index: Index, built: Structure, table: Table, node: Node, marks: Mapping[str, Marks]) -> Marks:
    parts = built.parts[node.code]
    if not_known(node, parts):
        own = without(table.shape, GapKind.UNKNOWN, node.most)
    elif isinstance(node.rule, Aggregate):
        own = together(node, node.rule, [(part, float(weight), marks[part.code]) for part, weight in parts], table.shape)
    else:
        own = _from_figures(index, node, parts, table, marks)
    if table.absent:
        own = _excluded(built, table, node, own)
    return _or_stated(node, table.values[node.code], own) if node.code in table.values.keys() - {*node.needs} else own


def _from_figures(index: Index, node: Node, parts: Sequence[Part], table: Table, marks: Mapping[str, Marks]) -> Marks:
    nothing = np.full(table.shape, np.nan)
    below = {part.code: marks[part.code].results for part, _ in parts}
    own = {code: table.values.get(code, nothing) for code in node.needs if code not in below}
    limits = _limits(index, node.code, node.rule, table) if isinstance(node.rule, MinMax) else (nothing, nothing)
    values = points(node, own | below, index.least_answers or 0, limits)
    gaps = np.where(np.isnan(values), REFUSED, np.uint8(0))
    for figures, kind in ((own, GapKind.MISSING), (below, GapKind.INCOMPLETE)):
        for figure in figures.values():
            gaps[np.isnan(figure)] = CODE[kind]
    return Marks(np.where(gaps > 0, np.nan, values), gaps, np.zeros(table.shape), node.most)


def _limits(index: Index, code: str, rule: MinMax, table: Table) -> tuple[Floats, Floats]:
    """The lowest and the highest figure of all units for each period, of shape (1, periods); none from before a break."""
    if isinstance(rule.range, FixedRange):
        return np.array([[float(rule.range.low)]]), np.array([[float(rule.range.high)]])
    field, given = table.values.get(rule.of, np.full(table.shape, np.nan)), rule.range
    years = {period: years_seen(index, code, given, period.year)[0] for period in table.periods}
    seen = [[same_days(when, period, years[period]) for when in table.periods] for period in table.periods]
    lows, highs = (np.fmin.reduce(field, axis=0), np.fmax.reduce(field, axis=0)) if field.size else (field[:0], field[:0])
    return (
        np.array([[np.fmin.reduce(lows[now]) for now in seen]]),
        np.array([[np.fmax.reduce(highs[now]) for now in seen]]),
    )


def _excluded(built: Structure, table: Table, node: Node, own: Marks) -> Marks:
    """The marks of a node, a gap where it or one above it was declared not to concern the unit, the nearest first."""
    gaps: Codes = np.zeros(table.shape, dtype=np.uint8)
    for code in reversed(built.above[node.code]):
        if code in table.absent:
            gaps[table.absent[code]] = ABSENT if built.nodes[code].not_applicable_allowed else REFUSED
    left = np.where(gaps == ABSENT, float(leaving(node)), np.where(gaps > 0, 0.0, own.left))
    return Marks(np.where(gaps > 0, np.nan, own.values), np.where(gaps > 0, gaps, own.gaps), left, node.most)


def _or_stated(node: Node, stated: Floats, own: Marks) -> Marks:
    """The marks of a node, those that are stated for it where its own figures are not all there."""
    taken = (own.gaps > 0) & (own.gaps != ABSENT) & ~np.isnan(stated)
    values = np.where(taken, within(stated, node), own.values)
    return Marks(values, np.where(taken, np.where(np.isnan(values), REFUSED, np.uint8(0)), own.gaps), own.left, node.most)
