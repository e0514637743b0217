"""Figures of many units in many periods as float64 arrays: what bulk scoring reads."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from longdan.core.engine.arrays import Flags, Floats
from longdan.core.engine.figures import OFFICIAL, Facts, gather
from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import Period


@dataclass(frozen=True, slots=True)
class Table:
    """``values``: by input, each of shape (units, periods), NaN where there is no figure; ``absent``: by node, of the same shape,
    True where the node does not concern the unit; ``kind``: of all figures."""

    units: tuple[str, ...]
    periods: tuple[Period, ...]
    values: Mapping[str, Floats]
    absent: Mapping[str, Flags] = field(default_factory=dict)
    kind: FactKind = FactKind.RECOMPUTED

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.units), len(self.periods)

    def facts(self, unit: str | None = None, of_all: Container[str] = ()) -> Facts:
        """The same figures as facts, each with the shortest decimal that is read as the same float.

        With ``unit`` those of that unit only, beside the figures of every unit for the inputs ``of_all``.
        """
        own = np.array([unit is None or one == unit for one in self.units])[:, np.newaxis]
        return gather(
            (
                Fact(code, self.units[i], self.periods[j], Decimal(repr(float(values[i, j]))), kind=self.kind)
                for code, values in self.values.items()
                for i, j in zip(*np.nonzero(~np.isnan(values) & (own | (code in of_all))), strict=True)
            ),
            (
                NotApplicable(node, self.units[i], self.periods[j])
                for node, absent in self.absent.items()
                for i, j in zip(*np.nonzero(absent & own), strict=True)
            ),
        )


def tabulate(
    facts: Facts, kinds: tuple[FactKind, ...] = OFFICIAL, *, units: Iterable[str] = (), periods: Iterable[Period] = ()
) -> Table:
    """The chosen figures of all units in all periods, with the ``units`` and ``periods`` that have none; kinds are no more told
    apart."""
    units, periods = tuple(sorted({*facts.units(), *units})), tuple(sorted({*facts.periods(), *periods}))
    rows, columns = {unit: i for i, unit in enumerate(units)}, {period: j for j, period in enumerate(periods)}
    values, absent = dict[str, Floats](), dict[str, Flags]()
    for code in facts.by_input:
        values[code] = array = np.full((len(units), len(periods)), np.nan)
        for period, column in columns.items():
            sheet = facts.sheet(code, period, kinds)
            array[[rows[unit] for unit in sheet], column] = [float(fact.value) for fact in sheet.values()]
    for node, unit, period in facts.not_applicable:
        if unit in rows and period in columns:
            absent.setdefault(node, np.zeros((len(units), len(periods)), dtype=np.bool_))[rows[unit], columns[period]] = True
    return Table(units, periods, values, absent)
