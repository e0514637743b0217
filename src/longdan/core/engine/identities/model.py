"""An identity that published results should hold, with how far they hold it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.published import Slip
from longdan.core.engine.writing import number

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Deviation:
    """One case: by how much what was published differs from what follows; ``slip``: what is known to be wrong there."""

    where: str
    error: Decimal
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """``worst``: the largest error of all ``cases`` but the known ``slips``; ``measure``: what errors are counted in."""

    index: str
    title: str
    cases: int
    worst: Decimal
    where: str
    allowed: Decimal
    slips: tuple[Deviation, ...]
    measure: str = "điểm"

    @property
    def holds(self) -> bool:
        return self.worst <= self.allowed


def identity(index: str, title: str, found: Iterable[Deviation], allowed: Decimal, measure: str = "điểm") -> Identity | None:
    """What the cases amount to; None where there is none."""
    cases = list(found)
    if not cases:
        return None
    slips = tuple(case for case in cases if case.slip is not None and case.error > allowed)
    worst = max((case for case in cases if case not in slips), key=lambda case: case.error, default=Deviation("", NOTHING))
    return Identity(index, title, len(cases), worst.error, worst.where, allowed, slips, measure)


def small(error: Decimal) -> str:
    """An error with two digits that count: "0", "0,01", "4,8e-7"."""
    if not error:
        return "0"
    return number(error, 4) if error >= Decimal("0.001") else f"{error:.1e}".replace(".", ",")
