"""The ranks of an index that its sampling errors allow: sets for all units and for each by itself, tiers."""

from dataclasses import dataclass, replace
from decimal import Decimal

from longdan.core.catalogue.indices.model import TOTAL, Index
from longdan.core.engine.comparing.field import compare, errors_of
from longdan.core.engine.comparing.places import placings
from longdan.core.engine.figures import OFFICIAL, Facts
from longdan.core.engine.rank_sets.comparisons import Method, Scope
from longdan.core.engine.rank_sets.sets import RankSet, among_best, rank_sets
from longdan.core.engine.rank_sets.tiers import tiers
from longdan.core.facts import FactKind
from longdan.core.periods import Period
from longdan.core.problems import refuse


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """``place``: among the units with an error; ``tier``: 1 the best.

    ``among_all``: where it may stand while the sets of all units hold together; ``alone``: by itself.
    """

    unit: str
    mark: Decimal
    error: float
    place: int
    among_all: RankSet
    alone: RankSet
    tier: int


@dataclass(frozen=True, slots=True)
class Ranks:
    """The units with mark and error, the best first; ``without``: those with a mark of which no error is known.

    ``correlation``: assumed of the errors of any two parts of a mark.
    """

    node: str
    period: Period
    method: Method
    correlation: float
    units: tuple[RankedUnit, ...]
    without: tuple[str, ...]

    def may_be_among(self, places: int) -> tuple[str, ...]:
        """The units of which it cannot be ruled out that they stand among the first ``places``."""
        return tuple(among_best([one.among_all for one in self.units], places))


def ranks_of(
    index: Index,
    facts: Facts,
    period: Period,
    *,
    node: str = TOTAL,
    kinds: tuple[FactKind, ...] = OFFICIAL,
    correlation: float = 0.0,
    method: Method,
) -> Ranks:
    """The ranks that the errors of a node's marks allow, of the units whose error is known; refuses where there are not two."""
    field = compare(index, facts, period, node=node, kinds=kinds, correlation=correlation)
    errors = errors_of(index, facts, node, period, kinds, correlation)
    marks = {one.unit: one.placing.mark for one in field.units if one.unit in errors}
    estimates = {unit: (float(mark), errors[unit]) for unit, mark in marks.items()}
    if len(estimates) < 2:
        what = "chưa có sai số chuẩn của ít nhất hai đơn vị"
        raise refuse("engine.no-errors", f"mục {node}, {period}", what, "ghi sai số chuẩn ở cột standard_error")
    together, alone = (
        {one.unit: one for one in rank_sets(estimates, replace(method, scope=scope))}
        for scope in (Scope.SIMULTANEOUS, Scope.MARGINAL)
    )
    tier_of = {unit: one.number for one in tiers(estimates, method) for unit in one.units}
    units = [
        RankedUnit(one.unit, one.mark, errors[one.unit], one.place, together[one.unit], alone[one.unit], tier_of[one.unit])
        for one in placings(marks).values()
        if one
    ]
    without = tuple(one.unit for one in field.units if one.unit not in errors)
    return Ranks(node, period, method, correlation, tuple(units), without)
