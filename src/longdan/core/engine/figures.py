"""The figures that scoring reads, found by input, unit and period, each kind apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import Period
from longdan.core.problems import Problem, ProblemsFound

OFFICIAL = (FactKind.PUBLISHED, FactKind.VERIFIED)  # the kinds that count unless the caller says otherwise, first come first
Cell = tuple[str, Period]  # unit, period


@dataclass(frozen=True, slots=True)
class Facts:
    """Figures of many units. ``by_input``: input → (unit, period) → the facts, at most one of a kind."""

    by_input: Mapping[str, Mapping[Cell, tuple[Fact, ...]]]
    not_applicable: frozenset[tuple[str, str, Period]]  # node, unit, period

    def all(self, code: str, unit: str, period: Period) -> tuple[Fact, ...]:
        """The facts of every kind for one input of one unit in one period."""
        return self.by_input.get(code, {}).get((unit, period), ())

    def chosen(self, code: str, unit: str, period: Period, kinds: tuple[FactKind, ...]) -> Fact | None:
        """The fact of the first of these kinds that there is one of."""
        return chosen(self.all(code, unit, period), kinds)

    def field(self, code: str, period: Period, years: int, kinds: tuple[FactKind, ...]) -> Iterator[Fact]:
        """The chosen facts of all units in the same days of the last ``years`` years, those of ``period`` included."""
        for (_, when), facts in self.by_input.get(code, {}).items():
            if same_days(when, period, years) and (fact := chosen(facts, kinds)):
                yield fact

    def units(self) -> tuple[str, ...]:
        """Every unit with a figure, sorted."""
        return tuple(sorted({unit for cells in self.by_input.values() for unit, _ in cells}))

    def periods(self) -> tuple[Period, ...]:
        """Every period with a figure, the earliest first."""
        return tuple(sorted({period for cells in self.by_input.values() for _, period in cells}))


def gather(facts: Iterable[Fact], not_applicable: Iterable[NotApplicable] = ()) -> Facts:
    """The facts, ready to be scored; refuses two facts of one kind for the same input, unit and period."""
    by_input: defaultdict[str, dict[Cell, tuple[Fact, ...]]] = defaultdict(dict)
    problems = []
    for fact in facts:
        cells, cell = by_input[fact.input], (fact.unit, fact.period)
        before = cells.get(cell, ())
        if any(one.kind is fact.kind for one in before):
            problems.append(_repeated(fact))
        cells[cell] = (*before, fact)
    if problems:
        raise ProblemsFound(problems)
    return Facts(dict(by_input), frozenset((one.node, one.unit, one.period) for one in not_applicable))


def chosen(facts: tuple[Fact, ...], kinds: tuple[FactKind, ...]) -> Fact | None:
    if len(facts) == 1:
        return facts[0] if facts[0].kind in kinds else None
    by_kind = {fact.kind: fact for fact in facts}
    return next((by_kind[kind] for kind in kinds if kind in by_kind), None)


def same_days(when: Period, period: Period, years: int) -> bool:
    """Whether a period lies on the days of ``period`` in one of the ``years`` years that end with it."""
    if when == period:
        return True
    days, others = ((one.first.month, one.first.day, one.last.month) for one in (period, when))
    return days == others and 0 <= period.year - when.year < years


def _repeated(fact: Fact) -> Problem:
    where = f"{fact.input} · {fact.unit} · {fact.period}"
    what = f"có hai số liệu cùng loại “{fact.kind}”"
    return Problem("engine.repeated-figure", where, what, "giữ lại một số liệu cho mỗi đầu vào, đơn vị, kỳ và loại")
