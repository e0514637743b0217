"""Bulk scoring of the shipped editions says what the exact engine says, and keeps its tables straight."""

from decimal import Decimal
from importlib.resources import files

import numpy as np
import pytest

from longdan.core.catalogue.indices import Index, read_editions, rules
from longdan.core.catalogue.indices.cases import Case, read_cases
from longdan.core.engine.bulk.scoring import score_all
from longdan.core.engine.bulk.table import tabulate
from longdan.core.engine.figures import gather
from longdan.core.engine.marks import GapKind
from longdan.core.engine.scoring import score
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import year
from tests.core.engine.agreement import differences
from tests.core.engine.trees import a_node, an_index

FOLDER = files("longdan") / "catalogue" / "indices"
CASES = [
    pytest.param(index, case, id=f"{index.index}/{index.edition}: {case.name}")
    for index in read_editions(FOLDER)
    for case in read_cases(FOLDER / index.index / f"{index.edition}.cases.yaml", index)
]


@pytest.mark.parametrize(("index", "case"), CASES)
def test_a_case_of_a_shipped_edition_gives_the_same_in_bulk(index: Index, case: Case) -> None:
    facts = gather(case.facts, case.not_applicable)
    scores = score_all(index, tabulate(facts, units=[case.unit], periods=[case.period]))
    assert list(differences(score(index, facts, case.unit, case.period), scores)) == []


def a_fact(code: str, unit: str, value: str, number: int = 2025, kind: FactKind = FactKind.PUBLISHED) -> Fact:
    return Fact(code, unit, year(number), Decimal(value), kind=kind)


def test_a_share_on_the_border_falls_where_the_exact_one_falls() -> None:
    # 100 × 0.07 / 0.1 is 70.00000000000001 in float64
    band = rules.Bands(
        "a",
        "b",
        (rules.Band(None, False, Decimal(70), True, Decimal(1)), rules.Band(Decimal(70), False, None, False, Decimal(10))),
    )
    index, facts = an_index([a_node("1", band)]), gather([a_fact("a", "An", "0.07"), a_fact("b", "An", "0.1")])
    assert score_all(index, tabulate(facts)).marks["1"].values[0, 0] == 1


def test_units_without_any_figure_are_gaps_and_no_zeros() -> None:
    index = an_index([a_node("1", rules.YesNo("1"))])
    marks = score_all(index, tabulate(gather([a_fact("1", "An", "1")]), units=["An", "Bình"])).marks["1"]
    assert marks.values[0, 0] == 10
    assert np.isnan(marks.values[1, 0])


def test_kinds_are_chosen_in_the_order_that_is_asked_for() -> None:
    facts = gather([a_fact("1", "An", "1"), a_fact("1", "An", "0", kind=FactKind.SELF_SCORED)])
    index = an_index([a_node("1", rules.YesNo("1"))])
    chosen = [
        score_all(index, tabulate(facts, kinds)).marks["1"].values[0, 0]
        for kinds in ((FactKind.PUBLISHED, FactKind.SELF_SCORED), (FactKind.SELF_SCORED, FactKind.PUBLISHED))
    ]
    assert chosen == [10, 0]


def test_the_because_on_demand_names_the_figures() -> None:
    index = an_index([a_node("1", rules.MinMax("x", rules.ObservedRange(2), False, False))])
    facts = gather(
        [a_fact("x", "An", "5"), a_fact("x", "Bình", "9"), a_fact("x", "Chi", "1", 2024), a_fact("x", "Dung", "0", 2023)]
    )
    mark = score_all(index, tabulate(facts)).exact("An", year(2025)).marks["1"]
    assert (mark.value, [(one.unit, one.value) for one in mark.because.figures]) == (
        5,
        [("An", 5), ("Chi", 1), ("Bình", 9)],
    )


def test_the_gaps_of_one_node_are_told_apart() -> None:
    index = an_index([a_node("1", rules.YesNo("1")), a_node("2", rules.Unknown())])
    marks = score_all(index, tabulate(gather([a_fact("1", "An", "7")]), units=["An", "Bình"])).marks
    found = {code: [list(GapKind)[gap - 1] for gap in marks[code].gaps[:, 0]] for code in marks}
    assert found == {
        "total": [GapKind.INCOMPLETE, GapKind.INCOMPLETE],
        "1": [GapKind.REFUSED, GapKind.MISSING],
        "2": [GapKind.UNKNOWN, GapKind.UNKNOWN],
    }
