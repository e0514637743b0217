"""The marks of one node for many units and periods as arrays."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from longdan.core.engine.arrays import Flags, Floats
from longdan.core.engine.marks import GapKind

Codes: TypeAlias = NDArray[np.uint8]
DIGITS = 10  # more than points of a catalogue have
GAPS = tuple(GapKind)
CODE = {kind: np.uint8(place) for place, kind in enumerate(GAPS, start=1)}  # 0 where there is a mark


@dataclass(frozen=True, slots=True)
class Marks:
    """``values``: points, NaN in a gap; ``gaps``: codes of gaps; ``left``: points that left the denominator.

    All of shape (units, periods).
    """

    values: Floats
    gaps: Codes
    left: Floats
    most: Decimal | None

    @property
    def only_extra(self) -> Flags:
        """Where bonuses and penalties are all that the node has, as every point of its denominator left."""
        if not self.left.any():
            return np.zeros(self.left.shape, dtype=np.bool_)
        return np.asarray(~np.isnan(self.values) & (self.left != 0) & (self._applicable == 0))

    @property
    def results(self) -> Floats:
        """The points as if all criteria concerned the unit; NaN where that is not known."""
        if not self.left.any():
            return self.values
        most = np.nan if self.most is None else float(self.most)
        raised = self.values * most / np.where(self._applicable == 0, np.nan, self._applicable)
        return np.where(self.left == 0, self.values, raised)

    @property
    def counted(self) -> Floats:
        """The results, with the extra points of those who have nothing else."""
        return np.where(self.only_extra, self.values, self.results) if self.left.any() else self.values

    @property
    def _applicable(self) -> Floats:
        """The points that remain in the denominator, without the last digits in which float64 sums err."""
        return np.asarray(np.round((np.nan if self.most is None else float(self.most)) - self.left, DIGITS))


def without(shape: tuple[int, int], kind: GapKind, most: Decimal | None) -> Marks:
    """Gaps of one kind throughout."""
    return Marks(np.full(shape, np.nan), np.full(shape, CODE[kind]), np.zeros(shape), most)
