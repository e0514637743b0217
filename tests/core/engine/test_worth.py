"""What a point is worth in the total is what the total gains when it is won."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from longdan.core.catalogue.indices import Scored, rules
from longdan.core.engine.figures import gather
from longdan.core.engine.scoring import score
from longdan.core.engine.whatif import changed
from longdan.core.engine.worth import worth
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import year
from tests.core.engine.papi import papi
from tests.core.engine.trees import a_node, an_index

PERIOD = year(2025)
LEAVES = ("1.1", "1.2", "2.1", "2.2", "3.1", "3.2")
INDEX = an_index(
    [
        a_node("1", rules.Sum((), capped=False), most=20),
        *(a_node(code, rules.YesNo(code), parent="1") for code in ("1.1", "1.2")),
        a_node("2", rules.Mean((), Decimal(1))),
        *(a_node(code, rules.YesNo(code), parent="2") for code in ("2.1", "2.2")),
        a_node("2.3", rules.Published("2.3"), parent="2", scored=Scored.ZERO),
        a_node("3", rules.WeightedSum((("3.1", Decimal("0.3")), ("3.2", Decimal("0.7"))), Decimal(1))),
        *(a_node(code, rules.YesNo(code), parent="3") for code in ("3.1", "3.2")),
    ],
    rules.WeightedSum((("1", Decimal("0.2")), ("2", Decimal("0.5")), ("3", Decimal("0.3"))), Decimal(1)),
)


@given(st.sets(st.sampled_from(LEAVES)), st.sets(st.sampled_from(LEAVES)), st.sampled_from(LEAVES))
def test_winning_a_criterion_adds_its_worth_to_the_result(met: set[str], not_concerned: set[str], won: str) -> None:
    assume(won not in met | not_concerned)
    figures = [Fact(code, "X", PERIOD, Decimal(code in met)) for code in LEAVES]
    facts = gather(figures, [NotApplicable(code, "X", PERIOD) for code in not_concerned])
    card = score(INDEX, facts, "X", PERIOD)
    then = score(INDEX, changed(facts, "X", PERIOD, {won: Decimal(1)}), "X", PERIOD)
    before, after = card.total.result, then.total.result
    assert before is not None
    assert after is not None
    assert float(after - before) == pytest.approx(float(10 * worth(INDEX, card=card)[won]), abs=1e-12)


@pytest.mark.parametrize(("code", "points"), [("1", "1"), ("1.1", "1"), ("1.1.1", "0.125"), ("7.2.1", "0.1111111")])
def test_in_papi_a_point_of_a_dimension_is_one_of_the_total(code: str, points: str) -> None:
    assert float(worth(papi("2021-2024"))[code]) == pytest.approx(float(points), abs=1e-6)


def test_rows_that_are_only_listed_or_count_as_nothing_are_worth_nothing() -> None:
    assert {"4.1.4", "3.3.3"} & worth(papi("2021-2024")).keys() == set()
