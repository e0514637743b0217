"""What would be if some figures were others: marks that move, gaps that come and go, the place."""

from decimal import Decimal

import pytest

from longdan.core.catalogue.indices import rules
from longdan.core.engine.figures import gather
from longdan.core.engine.summaries.whatif import what_if_text
from longdan.core.engine.whatif import changed, places_then, what_if
from longdan.core.facts import Fact
from longdan.core.periods import year
from tests.core.engine.trees import a_node, an_index

D, PERIOD = Decimal, year(2025)
INDEX = an_index([a_node("1", rules.YesNo("1")), a_node("2", rules.MinMax("2", rules.ObservedRange(), False, False))], most=20)
FACTS = gather(
    Fact(code, unit, PERIOD, D(value))
    for unit, figures in {"X": {"1": "0", "2": "5"}, "Y": {"1": "1", "2": "0"}, "Z": {"1": "1", "2": "10"}}.items()
    for code, value in figures.items()
)


@pytest.mark.parametrize(
    ("changes", "moved"),
    [
        ({}, {}),
        ({"1": D(1)}, {"1": D(10), "total": D(10)}),
        ({"2": D(20)}, {"2": D(5), "total": D(5)}),
        ({"1": D(1), "2": D(0)}, {"1": D(10), "2": D(-5), "total": D(5)}),
        ({"2": None}, {"2": None, "total": None}),
    ],
    ids=["nothing", "one", "beyond the others", "two", "a figure lost"],
)
def test_the_marks_that_move_are_told_with_how_much(changes: dict[str, Decimal | None], moved: dict[str, Decimal | None]) -> None:
    assert what_if(INDEX, FACTS, "X", PERIOD, changes).moved == moved


def test_the_place_is_told_before_and_after() -> None:
    then = what_if(INDEX, FACTS, "X", PERIOD, {"1": D(1)})
    before, after = places_then({"X": None, "Y": D(10), "Z": D(20), "W": None}, "X", then)
    assert before is not None
    assert after is not None
    assert (before.place, after.place) == (3, 2)


def test_the_facts_themselves_stay_as_they_are() -> None:
    changed(FACTS, "X", PERIOD, {"1": None})
    assert FACTS.all("1", "X", PERIOD)[0].value == 0


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"1": D(7)}, "1: cần 1 (có) hoặc 0 (không), số liệu ghi 7."),
        ({"total": D(9)}, "total: điểm đặt thử không được dùng, vì mục này đã tính được"),
    ],
    ids=["a figure that cannot be", "a mark that is computed"],
)
def test_a_change_that_brings_no_mark_says_why(changes: dict[str, Decimal], says: str) -> None:
    assert says in what_if_text(INDEX, what_if(INDEX, FACTS, "X", PERIOD, changes), (None, None))
