"""Every edition of the catalogue reads, and every case that people have told for it holds."""

from functools import cache
from importlib.resources import files

import pytest

from longdan.core.catalogue.indices import Index, Missing, Scored, Standing, read_editions
from longdan.core.catalogue.indices.cases import Case, read_cases
from longdan.core.catalogue.indices.editions import CASES
from longdan.core.catalogue.indices.notation import KINDS
from longdan.core.catalogue.indices.rules import Mean, Unknown, WeightedSum
from longdan.core.engine.case_checks import wrong_marks

FOLDER = files("longdan") / "catalogue" / "indices"

# index/edition: rows on the first, second and third level below the total
ROWS = {
    "papi/2011-2015": (6, 22, 0),
    "papi/2016-2017": (6, 22, 0),
    "papi/2018": (8, 28, 114),
    "papi/2019-2020": (8, 29, 122),
    "papi/2021-2024": (8, 28, 120),
    "pci/2013-2015": (10, 0, 0),
    "pci/2016": (10, 111, 0),
    "pci/2017-2024": (10, 0, 0),
    "sipas/2017-2021": (5, 0, 0),
    "sipas/2022": (2, 8, 0),
    "sipas/2023-2026": (4, 25, 0),
    "par-index/2017": (8, 0, 0),
    "par-index/2018-2019": (8, 0, 0),
    "par-index/2020-2021": (8, 0, 0),
    "par-index/2022-2023": (8, 0, 0),
    "par-index/2024": (8, 0, 0),
    "dti/2022-2023": (9, 0, 0),
    "dti/2024": (8, 0, 0),
    "paca/2022": (4, 4, 11),
    "paca/2023": (4, 0, 0),
    "service-index/2022": (6, 16, 0),
}


@cache
def editions() -> dict[str, Index]:
    return {f"{one.index}/{one.edition}": one for one in read_editions(FOLDER)}


@cache
def cases() -> dict[str, tuple[str, Case]]:
    named = {}
    for place in FOLDER.iterdir():
        for file in place.iterdir() if place.is_dir() else ():
            if file.name.endswith(CASES):
                edition = f"{place.name}/{file.name.removesuffix(CASES)}"
                named |= {f"{edition}: {case.name}": (edition, case) for case in read_cases(file, editions()[edition])}
    return named


def below(index: Index, depth: int) -> int:
    """How many rows stand at a depth below the total."""
    level = [index.total.code]
    for _ in range(depth):
        level = [node.code for node in index.nodes if node.parent in level]
    return len(level)


@pytest.mark.parametrize("name", ROWS)
def test_an_edition_has_the_rows_that_were_published(name: str) -> None:
    assert tuple(below(editions()[name], depth) for depth in (1, 2, 3)) == ROWS[name]


@pytest.mark.parametrize("name", sorted(cases()))
def test_a_case_gives_the_marks_that_people_told(name: str) -> None:
    edition, case = cases()[name]
    assert wrong_marks(editions()[edition], [case]) == ()


def test_every_edition_has_a_case() -> None:
    without = set(editions()) - {edition for edition, _ in cases().values()}
    assert without == set(), "write <edition>.cases.yaml beside it: docs/how-to/add-an-index-edition.md, step 6"


def test_the_sample_sets_use_every_kind_of_rule_but_unknown() -> None:
    samples = [one for one in editions().values() if one.standing is Standing.SAMPLE]
    used = {type(node.rule) for one in samples for node in one.nodes}
    assert set(KINDS) - used == {Unknown}


@pytest.mark.parametrize("name", ["par-index-internal/sample-departments", "par-index-internal/sample-communes"])
def test_a_sample_set_has_about_ninety_leaves_in_eight_domains_of_100_points(name: str) -> None:
    index = editions()[name]
    domains = [node for node in index.children("total") if node.code.isdigit()]
    assert (len(domains), sum(node.most or 0 for node in domains), 85 <= len(index.leaves()) <= 95) == (8, 100, True)


def test_what_is_official_says_what_nobody_has_seen() -> None:
    silent = {name for name in ROWS if not editions()[name].unknown}
    assert silent == set()


def test_no_weight_stands_beside_the_word_that_it_is_unknown() -> None:
    both = {
        f"{name} {node.code}"
        for name, one in editions().items()
        for node in one.nodes
        if Missing.WEIGHT in node.unknown and node.weight is not None
    }
    assert both == set()


def test_weights_of_a_whole_that_are_all_known_make_one() -> None:
    wrong = {}
    for name, one in editions().items():
        for node in one.nodes:
            weights = [child.weight for child in one.children(node.code) if child.scored is Scored.SCORED]
            if isinstance(node.rule, WeightedSum) and not node.rule.weights and None not in weights and sum(weights) != 1:
                wrong[f"{name} {node.code}"] = sum(weights)
    assert wrong == {}


def test_official_years_of_an_index_do_not_overlap() -> None:
    official = [one for one in editions().values() if one.standing is Standing.OFFICIAL]
    overlapping = {
        (one.index, one.edition, other.edition)
        for one in official
        for other in official
        if one.index == other.index and one is not other and one.first_year <= other.first_year <= (one.last_year or 9999)
    }
    assert overlapping == set()


def test_every_source_that_an_edition_lists_is_cited() -> None:
    idle = {}
    for name, one in editions().items():
        places = [node.source for node in one.nodes] + [grouping.source for grouping in one.groupings]
        places += [one_break.source for one_break in one.breaks] + ([one.intervals.source] if one.intervals else [])
        if uncited := {source.key for source in one.sources} - {place.citation.key for place in places}:
            idle[name] = uncited
    assert idle == {}


def test_formulas_of_papi_that_were_found_from_results_say_so() -> None:
    found = {
        (name, node.source.citation.key)
        for name, one in editions().items()
        for node in one.nodes
        if one.index == "papi" and isinstance(node.rule, Mean)
    }
    assert {key for _, key in found} == {"computed"}
