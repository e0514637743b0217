"""The marks of one node for many units and periods as arrays."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from longdan.core.engine.arrays import Floats
from longdan.core.engine.marks import GapKind

Codes: TypeAlias = NDArray[np.uint8]
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
    def results(self) -> Floats:
        """The points as if all criteria concerned the unit; NaN where that is not known."""
        if not self.left.any():
            return self.values
        most = np.nan if self.most is None else float(self.most)
        applicable = most - self.left
        raised = self.values * most / np.where(applicable == 0, np.nan, applicable)
        return np.where(self.left == 0, self.values, raised)


def without(shape: tuple[int, int], kind: GapKind, most: Decimal | None) -> Marks:
    """Gaps of one kind throughout."""
    return Marks(np.full(shape, np.nan), np.full(shape, CODE[kind]), np.zeros(shape), most)
