"""Points, weights, counts of the editions, written down a second time from the sources: both writings must agree."""

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files

import pytest

from longdan.core.catalogue.citations import Verification
from longdan.core.catalogue.indices import Index, read_editions

# index/edition: node: most points (? unknown)
POINTS = {
    "par-index/2017": "1 ?, 2 ?, 3 14.5, 4 ?, 5 16, 6 7, 7 ?, 8 15.5, verified 65.5, survey 34.5, total 100",
    "par-index/2018-2019": "1 ?, 2 ?, 3 ?, 4 ?, 5 ?, 6 ?, 7 ?, 8 ?, verified ?, survey ?, total 100",
    "par-index/2020-2021": "1 ?, 2 ?, 3 ?, 4 ?, 5 ?, 6 ?, 7 ?, 8 ?, verified ?, survey ?, total 100",
    "par-index/2022-2023": "1 ?, 2 ?, 3 ?, 4 ?, 5 ?, 6 ?, 7 ?, 8 ?, verified 68, survey 32, total 100",
    "par-index/2024": "1 9.5, 2 ?, 3 ?, 4 ?, 5 ?, 6 ?, 7 ?, 8 ?, total 100",
    "dti/2022-2023": "1 100, 2 100, 3 100, 4 100, 5 100, 6 0, 7 200, 8 150, 9 150, digital-government 700, digital-economy ?, "
    "digital-society ?, total 1000",
    "dti/2024": "1 ?, 2 ?, 3 ?, 4 ?, 5 ?, 6 ?, 7 ?, 8 ?, total 1",
    "paca/2022": "A 20, A.1 5, A.1.1 1, A.1.2 4, A.2 15, A.2.1 4, A.2.2 4, A.2.3 4, A.2.4 1, A.2.5 2, B 30, B.1 26, B.1.1 5, "
    "B.1.2 1, B.1.3 1, B.1.4 ?, B.2 4, C 40, D 10, total 100",
    "paca/2023": "A 20, B 30, C 40, D 10, total 100",
    "service-index/2022": "transparency 18, transparency.announced 6, transparency.published 4, transparency.complete 2, "
    "transparency.synchronised 6, progress 20, online 12, online.service ?, online.submitted ?, payment 10, digitised 22, "
    "digitised.results 6, digitised.components 4, digitised.copies 2, digitised.reuse 2, digitised.store 4, "
    "digitised.population-1 2, digitised.population-2 2, satisfaction 18, satisfaction.feedback-on-time 6, "
    "satisfaction.feedback 6, satisfaction.procedures 6, total 100",
}
# year: least mark (- not said) and size of each group, the best first
PAR_GROUPS = {
    2018: "80 9, 75 36, 70 15, 0 3",
    2020: "90.51 2, - 56, 73.25 5",
    2021: "90 3, 80 59, - 1",
    2022: "90 2, 80 56, 70 5",
    2023: "90 7, 80 56",
    2024: "90 13, 80 50",
}
FULL_FROM = {
    "online.service": 80,
    "online.submitted": 50,
    "digitised.components": 80,
    "digitised.reuse": 80,
    "satisfaction.procedures": 90,
}
PCI_WEIGHTS = {"1": 5, "2": 5, "3": 20, "4": 5, "5": 10, "6": 5, "7": 5, "8": 20, "9": 20, "10": 5}
ACTS = {
    "par-index/2017": "2948/QĐ-BNV ngày 28/12/2017",
    "par-index/2018-2019": None,
    "par-index/2020-2021": "1149/QĐ-BNV ngày 30/12/2020",
    "par-index/2022-2023": "876/QĐ-BNV ngày 10/11/2022",
    "par-index/2024": None,
    "sipas/2017-2021": "2640/QĐ-BNV ngày 10/10/2017",
    "sipas/2022": None,
    "sipas/2023-2026": "1001/QĐ-BNV ngày 11/12/2023",
    "dti/2022-2023": "922/QĐ-BTTTT ngày 20/5/2022",
    "dti/2024": "405/QĐ-BKHCN ngày 03/4/2025",
    "paca/2022": "152/QĐ-TTCP ngày 14/4/2023",
    "paca/2023": "157/QĐ-TTCP",
    "service-index/2022": "766/QĐ-TTg ngày 23/6/2022",
}
# the sources of which the text of the rule itself was read; all others of these editions were read about
TEXTS_READ = {"sipas/2017-2021": {"plan"}, "paca/2022": {"text"}}


@cache
def editions() -> dict[str, Index]:
    return {f"{one.index}/{one.edition}": one for one in read_editions(files("longdan") / "catalogue" / "indices")}


def counted(name: str, word: str) -> int:
    """How many criteria of a kind the notes of an edition's domains count."""
    notes = " ".join(node.note or "" for node in editions()[name].children("total"))
    return sum(int(number) for number in re.findall(rf"(\d+) {word}(?=[,.;])", notes))


@pytest.mark.parametrize("name", POINTS)
def test_the_points_of_an_edition_are_those_of_its_source(name: str) -> None:
    ours = {node.code: "?" if node.most is None else f"{node.most.normalize():f}" for node in editions()[name].nodes}
    theirs = dict(pair.split() for pair in POINTS[name].split(", "))
    assert {code: ours[code] for code in theirs} == theirs


@pytest.mark.parametrize("year", PAR_GROUPS)
def test_the_groups_of_par_index_have_the_cuts_and_sizes_that_were_printed(year: int) -> None:
    [how] = [found for one in editions().values() if one.index == "par-index" and (found := one.grouping(year))]
    ours = [("-" if group.low is None else f"{group.low:f}", str(group.count)) for group in how.groups]
    assert ours == [tuple(pair.split()) for pair in PAR_GROUPS[year].split(", ")]


@pytest.mark.parametrize("year", PAR_GROUPS)
def test_the_groups_of_par_index_hold_all_63_provinces(year: int) -> None:
    [how] = [found for one in editions().values() if one.index == "par-index" and (found := one.grouping(year))]
    assert sum(group.count or 0 for group in how.groups) == 63


@pytest.mark.parametrize(
    ("name", "word", "total"),
    [
        ("par-index/2018-2019", "tiêu chí", 43),
        ("par-index/2018-2019", "tiêu chí thành phần", 95),
        ("dti/2022-2023", "chỉ số thành phần", 98),
    ],
)
def test_criteria_counted_domain_by_domain_make_the_number_that_was_printed(name: str, word: str, total: int) -> None:
    assert counted(name, word) == total


def test_the_criteria_of_the_digital_government_pillar_make_78() -> None:
    index = editions()["dti/2022-2023"]
    counts = [int((index.by_code()[str(code)].note or "").split()[0]) for code in range(1, 8)]
    assert (sum(counts), sum(index.by_code()[str(code)].most or 0 for code in range(1, 8))) == (78, 700)


def test_what_is_known_of_the_domains_of_2017_leaves_47_points_for_the_others() -> None:
    known = [node.most for node in editions()["par-index/2017"].children("total") if node.most is not None]
    assert 100 - sum(known) == 47


@pytest.mark.parametrize("name", ["pci/2013-2015", "pci/2016"])
def test_the_weights_of_pci_are_those_that_give_the_published_scores(name: str) -> None:
    index = editions()[name]
    assert {node.code: node.weight for node in index.children("total")} == {
        code: Decimal(weight) / 100 for code, weight in PCI_WEIGHTS.items()
    }


def test_weights_of_pci_after_2016_are_said_to_be_unknown() -> None:
    assert {node.weight for node in editions()["pci/2017-2024"].children("total")} == {None}


def test_full_marks_of_the_service_index_begin_where_its_formula_says() -> None:
    nodes = editions()["service-index/2022"].by_code()
    assert {code: getattr(nodes[code].rule, "full_from", None) for code in FULL_FROM} == FULL_FROM


@pytest.mark.parametrize("name", ACTS)
def test_the_act_is_cited_as_far_as_it_is_known(name: str) -> None:
    act = editions()[name].act
    assert (ACTS[name] in act) if act and ACTS[name] else act == ACTS[name]


@pytest.mark.parametrize("name", ACTS)
def test_only_a_rule_whose_text_was_read_is_marked_as_seen(name: str) -> None:
    seen = {source.key for source in editions()[name].sources if source.mark is Verification.SEEN}
    assert seen == TEXTS_READ.get(name, set())
