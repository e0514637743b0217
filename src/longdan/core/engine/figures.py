"""The figures that scoring reads, found by input, kind, period and unit, each kind apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import Period
from longdan.core.problems import Problem, ProblemsFound

OFFICIAL = (FactKind.PUBLISHED, FactKind.VERIFIED)  # the kinds that count unless the caller says otherwise, first come first
EVER = 1000  # years of history that are looked at
Sheet = Mapping[str, Fact]  # by unit
NO_SHEETS: Mapping[tuple[FactKind, Period], Sheet] = {}
NO_SHEET: Sheet = {}


@dataclass(frozen=True, slots=True)
class Facts:
    """Figures of many units. ``by_input``: input → (kind, period) → unit → the fact; ``named``: units that may have none."""

    by_input: Mapping[str, Mapping[tuple[FactKind, Period], Sheet]]
    not_applicable: frozenset[tuple[str, str, Period]]  # node, unit, period
    named: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Fact]:
        return (fact for sheets in self.by_input.values() for sheet in sheets.values() for fact in sheet.values())

    def all(self, code: str, unit: str, period: Period) -> tuple[Fact, ...]:
        """The facts of every kind for one input of one unit in one period."""
        sheets = self.by_input.get(code, NO_SHEETS)
        return tuple(fact for kind in FactKind if (fact := sheets.get((kind, period), NO_SHEET).get(unit)))

    def chosen(self, code: str, unit: str, period: Period, kinds: tuple[FactKind, ...]) -> Fact | None:
        """The fact of the first of these kinds that there is one of."""
        sheets = self.by_input.get(code, NO_SHEETS)
        found = (sheets.get((kind, period), NO_SHEET).get(unit) for kind in kinds)
        return next((fact for fact in found if fact), None)

    def sheet(self, code: str, period: Period, kinds: tuple[FactKind, ...]) -> Sheet:
        """The chosen facts of all units for one input in one period."""
        sheets = [sheet for kind in kinds if (sheet := self.by_input.get(code, NO_SHEETS).get((kind, period)))]
        if len(sheets) < 2:
            return next(iter(sheets), NO_SHEET)
        return {unit: fact for sheet in reversed(sheets) for unit, fact in sheet.items()}

    def field(self, code: str, period: Period, years: int, kinds: tuple[FactKind, ...]) -> Iterator[Fact]:
        """The chosen facts of all units in the same days of the last ``years`` years, those of ``period`` included."""
        for when in sorted({when for _, when in self.by_input.get(code, NO_SHEETS)}):
            if same_days(when, period, years):
                yield from self.sheet(code, when, kinds).values()

    def units(self) -> tuple[str, ...]:
        """Every unit that there is word of, sorted: with a figure, with what does not concern it, or with gaps alone."""
        measured = {unit for sheets in self.by_input.values() for sheet in sheets.values() for unit in sheet}
        return tuple(sorted(measured | {unit for _, unit, _ in self.not_applicable} | self.named))

    def periods(self) -> tuple[Period, ...]:
        """Every period with a figure, or with what does not concern a unit, the earliest first."""
        measured = {period for sheets in self.by_input.values() for _, period in sheets}
        return tuple(sorted(measured | {period for _, _, period in self.not_applicable}))


def gather(facts: Iterable[Fact], not_applicable: Iterable[NotApplicable] = (), named: Iterable[str] = ()) -> Facts:
    """The facts, ready to be scored; refuses two facts of one kind for the same input, unit and period.

    ``named``: units that belong to the field, whether they have figures or not.
    """
    by_input: defaultdict[str, defaultdict[tuple[FactKind, Period], dict[str, Fact]]] = defaultdict(lambda: defaultdict(dict))
    problems = []
    for fact in facts:
        if by_input[fact.input][fact.kind, fact.period].setdefault(fact.unit, fact) is not fact:
            problems.append(_repeated(fact))
    if problems:
        raise ProblemsFound(problems)
    absent = frozenset((one.node, one.unit, one.period) for one in not_applicable)
    return Facts({code: dict(sheets) for code, sheets in by_input.items()}, absent, frozenset(named))


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
