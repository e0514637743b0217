"""What a score keeps beside its marks: kinds of figures, marks that were stated, where figures come from."""

from decimal import Decimal

import pytest

from longdan.core.catalogue.indices import Break, Text, rules
from longdan.core.engine.figures import OFFICIAL, gather
from longdan.core.engine.marks import GapKind, Mark, Origin, Scorecard
from longdan.core.engine.scoring import score
from longdan.core.facts import Fact, FactKind, NotApplicable
from longdan.core.periods import read_period, year
from longdan.core.problems import ProblemsFound
from tests.core.engine.trees import PLACE, a_node, an_index

NOW = year(2025)
PUBLISHED, VERIFIED, SELF = FactKind.PUBLISHED, FactKind.VERIFIED, FactKind.SELF_SCORED


def fact(code: str, value: str, kind: FactKind = PUBLISHED, unit: str = "An") -> Fact:
    return Fact(code, unit, NOW, Decimal(value), kind=kind, source=f"nguồn {kind}")


def total(*facts: Fact, kinds: tuple[FactKind, ...] = OFFICIAL) -> Mark:
    index = an_index([a_node("1", rules.Published("1")), a_node("2", rules.Proportion("x", "y", Decimal(0), Decimal(100)))])
    return score(index, gather(facts), "An", NOW, kinds=kinds).total


@pytest.mark.parametrize(
    ("kinds", "value"),
    [(OFFICIAL, 5), ((VERIFIED, PUBLISHED), 7), ((SELF, PUBLISHED), 9), ((FactKind.TARGET,), None)],
)
def test_the_caller_says_which_kinds_count_and_in_which_order(kinds: tuple[FactKind, ...], value: int | None) -> None:
    facts = [fact("1", "5"), fact("1", "7", VERIFIED), fact("1", "9", SELF)]
    index = an_index([a_node("1", rules.Published("1"))])
    assert score(index, gather(facts), "An", NOW, kinds=kinds).total.value == value


def test_a_mark_tells_the_kinds_that_it_rests_on() -> None:
    mark = total(fact("1", "5"), fact("x", "1", SELF), fact("y", "2", VERIFIED), kinds=(VERIFIED, PUBLISHED, SELF))
    assert (mark.value, mark.kinds) == (10, {PUBLISHED, VERIFIED, SELF})


def test_a_stated_mark_stands_beside_a_computed_one_and_never_in_its_place() -> None:
    mark = total(fact("1", "5"), fact("x", "1"), fact("y", "2"), fact("total", "8"))
    assert (mark.value, mark.because.origin, [one.value for one in mark.stated]) == (10, Origin.COMPUTED, [8])


def test_a_stated_mark_is_taken_where_figures_are_missing_and_says_so() -> None:
    mark = total(fact("1", "5"), fact("2", "3", SELF), kinds=(PUBLISHED, SELF))
    assert (mark.value, mark.because.origin) == (8, Origin.COMPUTED)
    stated = total(fact("1", "5"), fact("total", "8"))
    assert (stated.value, stated.because.origin, stated.because.figures[0].source) == (8, Origin.STATED, "nguồn published")


def test_a_stated_mark_beyond_the_scale_is_refused() -> None:
    mark = total(fact("total", "11"))
    assert mark.gap
    assert (mark.gap.kind, mark.gap.words) == (GapKind.REFUSED, "11 cao hơn điểm tối đa của mục này (10)")


def test_a_gap_says_which_figures_are_missing_all_the_way_up() -> None:
    mark = total(fact("y", "2"))
    assert mark.gap
    assert (mark.gap.kind, mark.gap.nodes, mark.gap.missing) == (GapKind.INCOMPLETE, ("1", "2"), ("1", "x"))


def test_a_because_names_figures_rule_clause_and_document() -> None:
    index = an_index([a_node("2", rules.Proportion("x", "y", Decimal(80), Decimal(100)), most=4)])
    because = score(index, gather([fact("x", "9"), fact("y", "10")]), "An", NOW).marks["2"].because
    assert [(one.code, one.value, one.source) for one in because.figures] == [
        ("x", 9, "nguồn published"),
        ("y", 10, "nguồn published"),
    ]
    assert because.rule == "4 điểm × “x” / “y”, nhiều nhất 4 điểm; dưới 80 %: 0 điểm"
    assert because.place.citation.text == "bộ này"


def test_a_range_that_stops_at_a_break_says_so_in_the_because() -> None:
    range_ = rules.MinMax("x", rules.ObservedRange(3), reversed=False, capped=False)
    index = an_index([a_node("1", range_)], breaks=(Break(2024, ("1",), Text("đổi bảng hỏi"), PLACE),))
    seen = [
        Fact("x", unit, year(when), Decimal(value))
        for unit, when, value in (("An", 2025, 5), ("Bình", 2024, 10), ("Bình", 2023, 0))
    ]
    mark = score(index, gather(seen), "An", NOW).marks["1"]
    assert [str(one.period) for one in mark.because.figures[1:]] == ["2025", "2024"]
    assert mark.because.rule.endswith("; chuỗi đứt ở năm 2024 nên chỉ lấy số liệu từ năm 2024 (đổi bảng hỏi)")


def derived(*facts: Fact, others: dict[str, Scorecard]) -> Mark:
    index = an_index([a_node("1", rules.DerivedFromIndex("sipas", "total", Decimal(100)))])
    return score(index, gather(facts), "An", NOW, others=others).total


def test_what_is_derived_from_another_index_takes_its_scorecard() -> None:
    other = an_index([a_node("1", rules.Published("1"), most=100)], most=100, index="sipas")
    card = score(other, gather([fact("1", "80", VERIFIED)]), "An", NOW)
    mark = derived(others={"sipas": card})
    assert (mark.value, mark.kinds) == (8, {VERIFIED})


def test_a_fact_of_the_other_index_goes_before_its_scorecard() -> None:
    other = an_index([a_node("1", rules.Published("1"), most=100)], most=100, index="sipas")
    card = score(other, gather([fact("1", "80")]), "An", NOW)
    assert derived(fact("sipas/total", "50"), others={"sipas": card}).value == 5


def test_an_index_that_has_no_mark_leaves_a_gap() -> None:
    mark = derived(others={})
    assert mark.gap
    assert mark.gap.missing == ("sipas/total",)


def test_two_figures_of_one_kind_for_the_same_thing_are_refused() -> None:
    with pytest.raises(ProblemsFound, match="có hai số liệu cùng loại “published”"):
        gather([fact("1", "5"), fact("1", "6")])


def test_the_points_that_left_are_said_and_the_result_is_for_all_points() -> None:
    index = an_index([a_node("1", rules.Published("1"), most=6), a_node("2", rules.Published("2"), most=4)])
    card = score(index, gather([fact("1", "3")], [NotApplicable("2", "An", NOW)]), "An", NOW)
    assert (card.total.value, card.total.left, card.total.result) == (3, 4, 5)


def test_figures_of_a_half_year_answer_only_for_a_half_year() -> None:
    half = read_period("2025-H1")
    assert half
    index = an_index([a_node("1", rules.Published("1"))])
    facts = gather([Fact("1", "An", half, Decimal(5)), fact("1", "6")])
    assert [score(index, facts, "An", period).total.value for period in (half, NOW)] == [5, 6]


def test_an_observed_range_over_years_takes_the_same_half_of_each_year() -> None:
    halves = [period for text in ("2025-H1", "2024-H1", "2024-H2") if (period := read_period(text))]
    facts = gather(
        Fact("x", unit, period, Decimal(value)) for unit, period, value in zip("ABC", halves, (5, 10, 99), strict=True)
    )
    index = an_index([a_node("1", rules.MinMax("x", rules.ObservedRange(2), True, False))])
    assert score(index, facts, "A", halves[0]).total.value == 10


def test_the_figures_of_a_sum_add_up_to_it_where_a_node_does_not_concern_the_unit() -> None:
    leaves = [
        a_node("1.1", rules.YesNo("1.1"), parent="1", most=Decimal(5)),
        a_node("1.2", rules.YesNo("1.2"), parent="1", most=Decimal(7)),
    ]
    domain = a_node("1", rules.Sum((), capped=False), most=Decimal(12))
    index = an_index([domain, *leaves, a_node("2", rules.YesNo("2"), most=Decimal(8))])
    facts = gather([fact("1.2", "1"), fact("2", "1")], [NotApplicable("1.1", "An", NOW)])
    found = score(index, facts, "An", NOW).total
    assert (found.value, [one.value for one in found.because.figures]) == (15, [7, 8])


def test_a_penalty_of_nothing_is_a_plain_zero() -> None:
    index = an_index([a_node("1", rules.Penalty("1", Decimal(1)), most=Decimal(0), least=Decimal(-2))])
    assert str(score(index, gather([fact("1", "0")]), "An", NOW).marks["1"].value) == "0"
