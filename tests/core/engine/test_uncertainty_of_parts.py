"""A unit that some criteria do not concern has the standard error of what counts for it."""

from decimal import Decimal

import pytest

from longdan.core.catalogue.indices import TOTAL, rules
from longdan.core.engine.comparing.field import errors_of
from longdan.core.engine.figures import OFFICIAL, gather
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import year
from tests.core.engine.trees import a_node, an_index

D, PERIOD = Decimal, year(2025)


@pytest.mark.parametrize(("rule", "error"), [(rules.Mean((), D(1)), 0.25), (rules.Sum((), False), 0.75)], ids=["mean", "sum"])
def test_the_error_is_carried_over_the_parts_that_remain(rule: rules.Rule, error: float) -> None:
    index = an_index([a_node(code, rules.Published(code)) for code in "123"], rule, most=10 if error < 0.5 else 30)
    facts = [Fact("2", "x", PERIOD, D(5), D("0.4")), Fact("3", "x", PERIOD, D(6), D("0.3"))]
    known = gather(facts, [NotApplicable("1", "x", PERIOD)])
    assert errors_of(index, known, TOTAL, PERIOD, OFFICIAL, 0.0) == {"x": pytest.approx(error)}
