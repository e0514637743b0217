"""A mark or a figure far beyond its scale is never printed without a word: 53 typed for a share of 0.53."""

from decimal import Decimal

import pytest

from longdan.core.catalogue.indices import Index, rules
from longdan.core.engine.exchange import as_json
from longdan.core.engine.figures import gather
from longdan.core.engine.scales import beyond_scale
from longdan.core.engine.scoring import score
from longdan.core.engine.summaries.scorecards import scorecard_text
from longdan.core.facts import Fact
from longdan.core.periods import year
from tests.core.engine.trees import a_node, an_index

D, PERIOD = Decimal, year(2025)
SHARE = rules.MinMax("1", rules.FixedRange(D(0), D(1)), False, False)
WIDE = rules.MinMax("1", rules.FixedRange(D(0), D(5)), False, False)
CAPPED = rules.MinMax("1", rules.FixedRange(D(0), D(1)), False, True)


def scored(rule: rules.Rule, figure: str, **more: object) -> tuple[Index, str, str]:
    index = an_index([a_node("1", rule, **more)])  # type: ignore[arg-type]
    card = score(index, gather([Fact("1", "X", PERIOD, D(figure))]), "X", PERIOD)
    nodes = index.by_code()
    told = {code: beyond_scale(nodes[code], mark) for code, mark in card.marks.items()}
    assert [one["beyond"] or "" for one in as_json(index, card)["marks"]] == list(told.values())
    assert all(words.split(" – ")[0].split()[-1] in scorecard_text(index, card) for words in told.values() if words)
    return index, told["total"], told["1"]


@pytest.mark.parametrize(
    ("rule", "figure", "of_node"),
    [
        (SHARE, "53", "chú ý: số liệu 53 nằm ngoài khoảng 0 đến 1 của mục 1 – nếu là phần trăm thì ghi 0.53"),
        (SHARE, "530", "chú ý: số liệu 530 nằm ngoài khoảng 0 đến 1 của mục 1 – kiểm tra lại số"),
        (WIDE, "53", "chú ý: số liệu 53 nằm ngoài khoảng 0 đến 5 của mục 1 – kiểm tra lại số"),
        (SHARE, "-0.2", "chú ý: số liệu -0.2 nằm ngoài khoảng 0 đến 1 của mục 1 – kiểm tra lại số"),
        (SHARE, "1.005", ""),
        (SHARE, "0.53", ""),
        (CAPPED, "53", ""),
    ],
)
def test_a_figure_beyond_the_range_of_its_rule_is_told_with_the_mend(rule: rules.Rule, figure: str, of_node: str) -> None:
    assert scored(rule, figure)[2] == of_node


def test_a_total_beyond_its_most_points_is_told_where_the_parts_have_none() -> None:
    _, total, part = scored(rules.Published("1"), "653", most=None)
    assert (part, total.startswith("chú ý: 653 điểm nằm ngoài thang 0 đến 10 – ")) == ("", True)
