"""Criteria whose gains meet: under ceilings within ceilings, and where several read the same figures."""

from decimal import Decimal
from itertools import product

import pytest

from longdan.core.catalogue.indices import TOTAL, Index, Node, rules
from longdan.core.engine.figures import gather
from longdan.core.engine.improving.asking import Unreachable
from longdan.core.engine.improving.explaining import explain
from longdan.core.engine.improving.model import Improvement, LeastEffort, MostPoints
from longdan.core.engine.improving.proposing import propose
from longdan.core.engine.scoring import score
from longdan.core.facts import Fact
from longdan.core.periods import year
from tests.core.engine.trees import a_node, an_index

PERIOD = year(2026)
D = Decimal
LEVELS = (rules.Level("a", D(10)), rules.Level("b", D(9)), rules.Level("c", D(0)))


def nested(outer: int, inner: int) -> Index:
    nodes = [
        a_node("1", rules.Sum((), True), most=D(inner)),
        a_node("1.1", rules.Levels("1.1", LEVELS), parent="1", most=D(10)),
        a_node("1.2", rules.Bonus("1.2", D(1)), parent="1", most=D(2)),
        a_node("2", rules.Levels("2", LEVELS), most=D(10)),
        a_node("3", rules.Bonus("3", D(1)), most=D(3)),
    ]
    return an_index(nodes, rules.Sum((), True), most=outer)


def total(index: Index, figures: tuple[int, ...]) -> Decimal:
    facts = [Fact(code, "X", PERIOD, D(value)) for code, value in zip(("1.1", "1.2", "2", "3"), figures, strict=True)]
    value = score(index, gather(facts), "X", PERIOD).marks[TOTAL].value
    assert value is not None
    return value


NOW = (2, 0, 2, 0)


def asked(index: Index, goal: MostPoints | LeastEffort) -> Improvement | Unreachable:
    facts = [Fact(code, "X", PERIOD, D(value)) for code, value in zip(("1.1", "1.2", "2", "3"), NOW, strict=True)]
    return propose(index, gather(facts), "X", PERIOD, goal, {})


@pytest.mark.parametrize(("outer", "inner"), [(20, 10), (20, 11), (22, 10), (21, 12), (19, 10)])
def test_under_ceilings_within_ceilings_the_best_is_what_the_scores_of_all_ways_say(outer: int, inner: int) -> None:
    index = nested(outer, inner)
    best = max(total(index, figures) for figures in product((1, 2), range(3), (1, 2), range(4)))
    found = asked(index, MostPoints(D(100)))
    assert isinstance(found, Improvement)
    assert (found.score, found.proven) == (best, True)


def test_more_than_the_outer_ceiling_is_out_of_reach() -> None:
    assert isinstance(asked(nested(20, 10), LeastEffort(D(21))), Unreachable)


def test_criteria_that_read_the_same_figures_are_told_together_and_nothing_is_called_the_best() -> None:
    bands = (rules.Band(D(90), True, None, False, D(4)), rules.Band(None, False, D(90), False, D(2)))
    nodes: list[Node] = [
        a_node("1", rules.Proportion("on", "all", D(0), D(100)), most=D(4)),
        a_node("2", rules.Bands("on", "all", bands), most=D(4)),
        a_node("3", rules.YesNo("3"), most=D(2)),
    ]
    facts = [Fact(code, "X", PERIOD, D(value)) for code, value in (("on", 60), ("all", 100), ("3", 0))]
    found = propose(an_index(nodes), gather(facts), "X", PERIOD, LeastEffort(D("9.2")), {})
    assert isinstance(found, Improvement)
    told = explain(found)
    by_code = {line.code: "đọc chung số liệu với mục" in line.words for line in told.taken}
    assert ("các mục 1, 2 đọc chung số liệu" in told.summary, by_code) == (True, {"1": True, "2": True, "3": False})
