"""Confidence intervals of marks, with the level that they truly have beside the one that is printed."""

from dataclasses import dataclass
from statistics import NormalDist

from longdan.core.catalogue.indices.model import Intervals

NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``, which holds the true mark with probability ``level``."""

    low: float
    high: float
    level: float


@dataclass(frozen=True, slots=True)
class Label:
    """What a publication calls its intervals, what they are, and words that say both."""

    printed: float
    true: float
    words: str

    @property
    def right(self) -> bool:
        """Whether both agree to half a percent point."""
        return abs(self.printed - self.true) < 0.005


def quantile(level: float) -> float:
    """How many standard errors reach to each side of a mark at a level: 1.96 for 0.95, 1.645 for 0.90."""
    return NORMAL.inv_cdf(0.5 + level / 2.0)


def level_of(errors: float) -> float:
    """The level of an interval that reaches so many standard errors to each side."""
    return 2.0 * NORMAL.cdf(errors) - 1.0


def interval(mark: float, error: float, level: float = 0.95) -> Interval:
    reach = quantile(level) * error
    return Interval(mark - reach, mark + reach, level)


def label(published: Intervals) -> Label:
    """The label of an edition's published intervals, as the catalogue describes them."""
    return _label(float(published.printed_percent) / 100.0, level_of(float(published.z)))


def _label(printed: float, true: float) -> Label:
    shown, found = (f"{round(100 * level, 1):g}".replace(".", ",") for level in (printed, true))
    if abs(printed - true) < 0.005:
        return Label(printed, true, f"khoảng tin cậy {shown} %")
    return Label(printed, true, f"khoảng tin cậy {found} % (bản công bố ghi {shown} %, tính theo sai số chuẩn thì là {found} %)")
