"""Holds an edition to its cases: given figures, and the marks that people have reckoned for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.cases import Case
from longdan.core.catalogue.indices.model import Index
from longdan.core.engine.figures import gather
from longdan.core.engine.scoring import score


@dataclass(frozen=True, slots=True)
class WrongMark:
    """A mark that comes out otherwise than a case says; None: a gap."""

    case: str
    node: str
    expected: Decimal | None
    found: Decimal | None


def wrong_marks(index: Index, cases: Iterable[Case]) -> tuple[WrongMark, ...]:
    """Every mark that an edition gives otherwise than its cases say, beyond what they allow for rounding."""
    return tuple(one for case in cases for one in _of_case(index, case))


def _of_case(index: Index, case: Case) -> Iterator[WrongMark]:
    marks = score(index, gather(case.facts, case.not_applicable), case.unit, case.period).marks
    for code, expected in case.marks:
        found = marks[code].value
        same = found is expected if found is None or expected is None else abs(found - expected) <= case.within
        if not same:
            yield WrongMark(case.name, code, expected, found)
