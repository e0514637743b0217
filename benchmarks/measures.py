"""One measured figure beside its yardstick and its budget, and the table of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure; ``yardstick`` is what was measured beside it in the same run, ``most`` the budget."""

    what: str
    value: float
    unit: str
    most: float | None = None
    yardstick: str = ""

    @property
    def kept(self) -> bool:
        return self.most is None or self.value <= self.most


def seconds(work: Callable[[], object], *, times: int = 11) -> float:
    """The median time of a call, after one that warms up."""
    work()
    taken = []
    for _ in range(times):
        started = perf_counter()
        work()
        taken.append(perf_counter() - started)
    return median(taken)


def table(measures: Iterable[Measure]) -> str:
    lines = ["| what | measured | budget | beside it, in the same run |", "|---|---|---|---|"]
    for one in measures:
        budget = "–" if one.most is None else f"≤ {one.most:g} {one.unit}{'' if one.kept else ' **over**'}"
        lines.append(f"| {one.what} | {one.value:.3g} {one.unit} | {budget} | {one.yardstick or '–'} |")
    return "\n".join(lines)
