"""An index as a composite: the marks below a node as shares of their most points, so that method and weights can be tried."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from longdan.core.catalogue.indices.model import TOTAL, Index
from longdan.core.engine.arrays import Floats
from longdan.core.engine.bulk.marks import CODE
from longdan.core.engine.bulk.scoring import score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.comparing.field import standard_errors
from longdan.core.engine.composite.hierarchy import Branch, Hierarchy, plant
from longdan.core.engine.composite.means import ARITHMETIC, GEOMETRIC
from longdan.core.engine.composite.normalising import MinMax, Scaled, ZScore
from longdan.core.engine.figures import OFFICIAL, Facts
from longdan.core.engine.marks import GapKind
from longdan.core.engine.robustness.alternatives import Alternatives
from longdan.core.engine.robustness.parts import Parts, parts_of
from longdan.core.engine.robustness.sensitivity import Influence, sensitivity
from longdan.core.engine.robustness.simulating import RankSpread, simulate, spread
from longdan.core.engine.structure import Structure, structure
from longdan.core.engine.worth import terms
from longdan.core.facts import FactKind
from longdan.core.periods import Period
from longdan.core.problems import refuse

FULL = 100.0
FURTHEST = 9.0  # standard errors, further than any draw goes
POOL = 4e6  # errors that are drawn for the sensitivity: 32 MB


@dataclass(frozen=True, slots=True, eq=False)
class IndexComposite:
    """``values``: of ``units`` (those with a mark) × ``leaves`` (codes), 100 for the most points; NaN where one does not concern
    a unit. ``tree`` weighs them as the index does. ``errors``: of the same shape; None unless all of them are known."""

    units: tuple[str, ...]
    leaves: tuple[str, ...]
    values: Floats
    tree: Hierarchy
    errors: Floats | None

    def open_to(self, weights_off_by: float) -> Alternatives:
        """Marks as they are, spread over the range or the deviation seen; added or multiplied; weights off by a share.

        The first recipe gives the ranks of the index itself, ceilings left aside.
        """
        furthest = 0.0 if self.errors is None else FURTHEST * float(self.errors.max())
        forwards, backwards = (self.values[:, self.tree.directions == sign] for sign in (1, -1))
        lowest = float(np.nanmin(forwards, initial=0.0)) - furthest - 1.0  # to multiply, all must be above 0
        highest = max(FULL, float(np.nanmax(backwards, initial=-np.inf)) + furthest + 1.0)
        scales = Scaled(lowest, highest), MinMax(1.0, FULL), ZScore(100.0, 10.0)
        return Alternatives(scales, ((ARITHMETIC,), (GEOMETRIC,)), weights_off_by, self.errors)


def composite_of(
    index: Index, facts: Facts, period: Period, *, node: str = TOTAL, kinds: tuple[FactKind, ...] = OFFICIAL
) -> IndexComposite:
    """The marks below a node in a period, as far down as every unit with a mark has them; refuses where there are none."""
    scores = score_all(index, tabulate(facts, kinds, periods=[period]))
    marked = {unit: mark for unit, mark in scores.by_unit(node, period).items() if mark is not None}
    rows = np.array([unit in marked for unit in scores.table.units], dtype=np.bool_)
    column = scores.table.periods.index(period)

    def known(code: str) -> bool:
        marks = scores.marks[code]
        here = ~np.isnan(marks.results[rows, column]) | (marks.gaps[rows, column] == CODE[GapKind.NOT_APPLICABLE])
        return bool(here.all() and not np.isnan(marks.results[rows, column]).all())

    branches = list(_branches(index, structure(index), node, known)) if len(marked) > 1 else []
    if len(branches) < 3:  # the node with two parts
        what = "chưa có ít nhất hai đơn vị và hai mục con cùng có điểm" if len(marked) > 1 else "chưa có hai đơn vị có điểm"
        raise refuse("engine.nothing-to-vary", f"mục {node}, {period}", what, "bổ sung số liệu, hoặc chọn mục có các mục con")
    tree = plant(branches)
    leaves = tuple(tree.codes[place].rsplit("/", 1)[-1] for place in tree.leaves)
    scale = np.array([FULL / _most(index, code) for code in leaves])
    values = np.column_stack([scores.marks[code].results[rows, column] for code in leaves]) * scale
    errors = _errors(index, facts, tuple(marked), leaves, period, kinds)
    return IndexComposite(tuple(marked), leaves, values, tree, None if errors is None else errors * scale)


def _most(index: Index, code: str) -> float:
    """What counts as all of a node's points; a penalty is counted in hundredths of a point."""
    return float(index.by_code()[code].most or 0) or FULL


def _branches(index: Index, plan: Structure, top: str, known: Callable[[str], bool]) -> Iterator[Branch]:
    """The node and all below it, each with the weight of the points that hang on it."""

    def grow(code: str, path: str, parent: str | None, factor: Decimal) -> tuple[list[Branch], float]:
        parts = [one for one in terms(index, plan, plan.nodes[code]) or () if plan.parts[code] and one[1]]
        direction = -1 if factor < 0 else 1
        if not parts or not all(part in plan.nodes and known(part) for part, _ in parts):
            weight = abs(float(factor)) * _most(index, code)
            return [Branch(path, parent, weight, direction)], weight
        below = [grow(part, f"{path}/{part}", path, share * direction) for part, share in parts]
        weight = abs(float(factor)) * sum(one for _, one in below)
        return [Branch(path, parent, weight), *(branch for some, _ in below for branch in some)], weight

    yield from grow(top, top, None, Decimal(1))[0]


def _errors(
    index: Index,
    facts: Facts,
    units: tuple[str, ...],
    leaves: tuple[str, ...],
    period: Period,
    kinds: tuple[FactKind, ...],
) -> Floats | None:
    by_unit = standard_errors(index, facts, period, kinds)
    found = [[by_unit.get(unit, {}).get(code) for code in leaves] for unit in units]
    known = [[error for error in row if error is not None] for row in found]
    return np.array(known) if all(len(row) == len(leaves) for row in known) else None


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """What was tried on a node's marks, and what it did to the ranks."""

    node: str
    period: Period
    of: IndexComposite
    spread: RankSpread
    causes: tuple[Influence, ...]
    parts: Parts
    draws: int


def robustness_of(
    index: Index,
    facts: Facts,
    period: Period,
    *,
    node: str = TOTAL,
    kinds: tuple[FactKind, ...] = OFFICIAL,
    weights_off_by: float,
    draws: int,
    seed: int,
) -> Robustness:
    """The ranks of a node under other scales, means and weights, within the sampling errors where they are known."""
    of = composite_of(index, facts, period, node=node, kinds=kinds)
    open_to = of.open_to(weights_off_by)
    simulated = simulate(of.values, of.tree, open_to, draws=draws, seed=seed, threads=2)
    points = int(np.clip(POOL / of.values.size, 50, 500))
    causes = sensitivity(of.values, of.tree, open_to, points=points, seed=seed)
    ranked, parts = spread(simulated, of.values, of.tree, open_to), parts_of(of.values, of.tree, open_to.recipes[0])
    return Robustness(node, period, of, ranked, tuple(causes), parts, draws)
