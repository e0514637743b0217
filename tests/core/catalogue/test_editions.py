"""An edition is what its file says; each rule can be written and read again."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from longdan.core.catalogue.findings import Findings
from longdan.core.catalogue.indices import Index, Missing, read_edition, rules
from longdan.core.catalogue.indices.bounds import band_words, holds, read_band
from longdan.core.catalogue.indices.editions import CASES
from longdan.core.catalogue.indices.notation import NOTATIONS, Notation, read_rule, written
from longdan.core.catalogue.indices.writing import _block, edition_text
from longdan.core.catalogue.records import Record
from longdan.core.problems import ProblemsFound

ROOT = Path(__file__).parents[3]
BOOL = "tag:yaml.org,2002:bool"
EXAMPLE = Path(__file__).parent / "indices" / "vi-du" / "2025.yaml"


@pytest.fixture(scope="module")
def example() -> Index:
    return read_edition(EXAMPLE)


def test_the_example_uses_every_rule(example: Index) -> None:
    assert {type(node.rule) for node in example.nodes} == {notation.make for notation in NOTATIONS.values()}


def test_nodes_stand_in_the_order_of_the_file_each_under_its_parent(example: Index) -> None:
    assert [(node.code, node.parent) for node in example.nodes[:3]] == [("total", None), ("1", "total"), ("1.1", "1")]


def test_a_row_without_a_source_has_that_of_the_row_above(example: Index) -> None:
    nodes = example.by_code()
    assert [nodes[code].source.at for code in ("1", "1.1", "1.2", "2")] == ["Bảng 1", "Bảng 1, dòng 2", "Bảng 1", ""]


def test_a_title_in_english_is_kept_only_where_it_has_been_seen(example: Index) -> None:
    nodes = example.by_code()
    assert (nodes["1"].title.en, nodes["2"].title.en) == ("Leadership", None)


def test_what_is_not_known_says_so(example: Index) -> None:
    assert example.by_code()["4.2"].unknown == {Missing.TITLE, Missing.RULE}


def test_a_listed_row_has_no_points_and_no_effect(example: Index) -> None:
    listed = example.by_code()["3.1.4"]
    assert (listed.most, [part.code for part, _ in example.parts("3.1")]) == (None, ["3.1.1", "3.1.2", "3.1.3"])


def test_a_weighted_sum_takes_the_weights_of_its_children(example: Index) -> None:
    assert [(part.code, weight) for part, weight in example.parts("3")] == [
        ("3.1", Decimal("0.6")),
        ("3.2", Decimal("0.3")),
        ("3.3", Decimal("0.1")),
    ]


def test_another_view_puts_together_the_nodes_that_it_names(example: Index) -> None:
    assert [part.code for part, _ in example.parts("measured")] == ["3.1", "4"]


@pytest.mark.parametrize(
    ("code", "needs"),
    [("1.1", ("1.1",)), ("1.3", ("done", "due")), ("4.1", ("sipas/total",)), ("1", ()), ("3.3", ("3.1.4", "done"))],
)
def test_a_node_says_which_figures_it_needs(example: Index, code: str, needs: tuple[str, ...]) -> None:
    assert example.by_code()[code].needs == needs


@pytest.mark.parametrize("notation", NOTATIONS.values(), ids=lambda notation: notation.kind)
def test_the_example_of_each_rule_is_read_and_is_written_again(notation: Notation) -> None:
    rule = reading(f"rule: {notation.example}")
    again = yaml.safe_dump({"rule": written(rule, "1.1")}, allow_unicode=True, sort_keys=False)
    assert reading(again) == rule


def reading(text: str, code: str = "1.1") -> rules.Rule:
    found = Findings("thử")
    nodes = {str(key.value): value for key, value in yaml.compose(text, Loader=yaml.SafeLoader).value}
    rule = read_rule(Record("", 1, nodes, found), code)
    assert rule is not None, found.problems
    assert not found.problems
    return rule


BANDS = [
    ("trên 90", "91", True),
    ("trên 90", "90", False),
    (">= 90%", "90", True),
    ("từ 90% trở lên", "90", True),
    ("từ 70 đến 90", "90", True),
    ("70-90%", "70", True),
    ("70% đến dưới 90%", "90", False),
    ("trên 70 đến 90", "70", False),
    ("dưới 70", "70", False),
    ("đến 70", "70", True),
    ("≤ 70,5%", "70.5", True),
]


@pytest.mark.parametrize(("words", "figure", "inside"), BANDS)
def test_a_band_holds_what_its_words_say(words: str, figure: str, inside: bool) -> None:
    band = read_band(words, Decimal(1))
    assert band is not None
    assert holds(band, Decimal(figure)) is inside


@pytest.mark.parametrize("words", [words for words, _, _ in BANDS])
def test_a_band_written_again_is_the_same(words: str) -> None:
    band = read_band(words, Decimal(1))
    assert band is not None
    assert read_band(band_words(band), Decimal(1)) == band


@pytest.mark.parametrize("words", ["", "khá", "90 trở", "từ đến 3", "trên -5"])
def test_words_that_are_no_band_give_none(words: str) -> None:
    assert read_band(words, Decimal(1)) is None


SHIPPED = sorted(path for path in (ROOT / "src/longdan/catalogue/indices").glob("*/*.yaml") if not path.name.endswith(CASES))


@pytest.mark.parametrize("file", [EXAMPLE, *SHIPPED], ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_an_edition_written_as_a_file_reads_back_the_same(file: Path, tmp_path: Path) -> None:
    index = read_edition(file)
    (copy := tmp_path / file.name).write_text(edition_text(index), encoding="utf-8")
    assert read_edition(copy) == index


@pytest.mark.parametrize(
    "word", ["null", "~", "a: b", "[x]", "{x}", "a, b", "- a", "#a", "'", '"', "a\\b", "true", "đ #", "?", "* x"]
)
def test_words_that_mean_something_in_yaml_are_written_in_quotes(word: str) -> None:
    node = yaml.compose("\n".join(_block({"note": word}, 0)), Loader=yaml.SafeLoader)
    assert [(value.value, value.tag) for _, value in node.value] == [(word, "tag:yaml.org,2002:str" if word != "true" else BOOL)]


@pytest.mark.parametrize(
    "wrong", ["{kind: mean, times: nhiều}", "{kind: weighted-sum, times: nhiều}", "{kind: proportion, none_below: ít}"]
)
def test_a_number_in_words_is_told_and_nothing_breaks(wrong: str, tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("rule: yes-no", f"rule: {wrong}")
    (file := tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound, match="không phải là số"):
        read_edition(file)


@pytest.mark.parametrize("years", ["2023–2027", "2023—2027"])
def test_years_may_have_the_dash_that_word_processors_make(years: str, tmp_path: Path) -> None:
    text = re.sub(r"(?m)^years: .*$", f"years: {years}", EXAMPLE.read_text(encoding="utf-8"))
    (file := tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    index = read_edition(file)
    assert (index.first_year, index.last_year) == (2023, 2027)
