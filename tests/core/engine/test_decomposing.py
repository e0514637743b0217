"""A change taken apart adds up again, whatever brought it about; a wider scope is no progress."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.model import Break, Index, Succession, Text
from longdan.core.engine.decomposing.additive import Moved, Part, decompose
from longdan.core.engine.decomposing.scorecards import causes
from longdan.core.engine.figures import gather
from longdan.core.engine.marks import Scorecard
from longdan.core.engine.scoring import score
from longdan.core.facts import Fact, NotApplicable
from longdan.core.periods import year
from tests.core.engine.trees import PLACE, a_node, an_index

D = Decimal
PARTS = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.decimals(0, 3, places=2), st.decimals(0, 10, places=3)), max_size=6
)


@given(PARTS, PARTS)
def test_the_parts_of_a_change_add_up_to_it_exactly(before: dict[str, Part], after: dict[str, Part]) -> None:
    found = decompose(before, after)
    moved = sum(one.by_mark + one.by_weight for one in found.moved)
    assert moved + sum(found.came.values()) + sum(found.left.values()) == found.change


def test_marks_weights_and_scope_are_told_apart() -> None:
    before = {"a": (D(1), D(4)), "b": (D(2), D(3)), "old": (D(1), D(5))}
    after = {"a": (D(1), D(6)), "b": (D(1), D(5)), "new": (D(1), D(7))}
    found = decompose(before, after)
    assert (found.change, found.moved, found.came, found.left) == (
        D(3),
        (Moved("a", D(2), D(0)), Moved("b", D(3), D(-4))),
        {"new": D(7)},
        {"old": D(-5)},
    )


@given(PARTS)
def test_marks_and_weights_each_do_what_they_do_in_the_mean_of_both_orders(before: dict[str, Part]) -> None:
    after = {code: (weight / 2 + 1, mark / 3 + 1) for code, (weight, mark) in before.items()}
    found = decompose(before, after)

    def whole(weights: dict[str, Part], marks: dict[str, Part]) -> Decimal:
        return sum((weights[code][0] * marks[code][1] for code in before), D(0))

    marks_first, marks_last = whole(before, after) - whole(before, before), whole(after, after) - whole(after, before)
    assert float(sum(one.by_mark for one in found.moved)) == pytest.approx(float(marks_first + marks_last) / 2, abs=1e-12)


def card(index: Index, figures: Mapping[str, str], when: int = 2025) -> tuple[Index, Scorecard]:
    facts = gather(Fact(code, "X", year(when), Decimal(value)) for code, value in figures.items())
    return index, score(index, facts, "X", year(when))


OLD = an_index([a_node(code, rules.Published(code)) for code in ("1", "2", "3")], most=30)
NEW = an_index(
    [
        a_node("1", rules.Published("1"), succeeds=("1",)),
        a_node("2", rules.Published("2"), succeeds=()),
        a_node("4", rules.Published("4"), succeeds=("2",)),
    ],
    edition="2026",
    succeeds=Succession("2025", same_codes=False),
    most=30,
)


def test_two_scorecards_of_one_edition_differ_by_their_nodes() -> None:
    before, after = card(OLD, {"1": "5", "2": "6", "3": "7"}), card(OLD, {"1": "8", "2": "6", "3": "6.5"})
    found = causes(before, after)
    assert found is not None
    assert ({one.code: one.by_mark for one in found.parts.moved}, found.change, found.rest) == (
        {"1": D(3), "2": D(0), "3": D("-0.5")},
        D("2.5"),
        D(0),
    )


def test_scorecards_of_two_editions_are_paired_by_successors_only() -> None:
    found = causes(card(OLD, {"1": "5", "2": "6", "3": "7"}), card(NEW, {"1": "8", "2": "9", "4": "6.5"}))
    assert found is not None
    assert ([one.code for one in found.parts.moved], dict(found.parts.came), dict(found.parts.left), found.rest) == (
        ["1", "4"],
        {"2": D(9)},
        {"3": D(-7)},
        D(0),
    )


def test_a_ceiling_is_the_rest_that_no_part_did() -> None:
    index = an_index([a_node("1", rules.Published("1")), a_node("2", rules.Published("2"))], rules.Sum((), capped=True), most=15)
    found = causes(card(index, {"1": "6", "2": "6"}), card(index, {"1": "10", "2": "9"}))
    assert found is not None
    assert (found.change, found.parts.change, found.rest) == (D(3), D(7), D(-4))


def test_a_part_that_no_longer_concerns_the_unit_leaves_and_raises_the_weights_of_the_others() -> None:
    index = an_index([a_node("1", rules.Published("1")), a_node("2", rules.Published("2"))], rules.Mean((), Decimal(1)))
    before = card(index, {"1": "6", "2": "8"}, 2025)
    facts = gather([Fact("1", "X", year(2026), D(6))], [NotApplicable("2", "X", year(2026))])
    found = causes(before, (index, score(index, facts, "X", year(2026))))
    assert found is not None
    weights = sum(one.by_weight for one in found.parts.moved)
    assert (found.change, weights, dict(found.parts.left), found.rest) == (D(-1), D(3), {"2": D(-4)}, D(0))


def test_a_part_whose_series_broke_is_named_among_the_causes() -> None:
    leaves = [a_node("1", rules.Sum((), capped=False)), a_node("1.1", rules.Published("1.1"), parent="1")]
    index = an_index(
        [*leaves, a_node("2", rules.Published("2"))], most=20, breaks=(Break(2026, ("1.1",), Text("đổi cách đo"), PLACE),)
    )
    found = causes(card(index, {"1.1": "5", "2": "6"}, 2025), card(index, {"1.1": "7", "2": "8"}, 2026))
    assert found is not None
    assert (found.broken, found.change) == ({"1"}, D(4))


def test_a_unit_left_with_extra_points_alone_has_a_change_that_adds_up() -> None:
    domain = [a_node("1", rules.Sum((), capped=False)), a_node("1.1", rules.Published("1.1"), parent="1")]
    index = an_index(
        [*domain, a_node("1.2", rules.Bonus("1.2", D(1)), parent="1"), a_node("2", rules.Published("2"))],
        rules.Mean((), D(1)),
    )
    before = card(index, {"1.1": "6", "1.2": "0", "2": "8"}, 2025)
    figures = [Fact("1.2", "X", year(2026), D(1)), Fact("2", "X", year(2026), D(8))]
    found = causes(before, (index, score(index, gather(figures, [NotApplicable("1.1", "X", year(2026))]), "X", year(2026))))
    assert found is not None
    assert (found.change, found.rest) == (D(2), D(0))


def test_a_change_to_or_from_a_gap_has_no_causes() -> None:
    assert causes(card(OLD, {"1": "5", "2": "6"}), card(OLD, {"1": "5", "2": "6", "3": "7"})) is None
