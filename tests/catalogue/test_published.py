"""The published results that are shipped: what was printed independently agrees, slips are told, a blank is no zero."""

from collections import Counter
from decimal import Decimal
from functools import cache
from importlib.resources import files
from statistics import mean, median

import pytest

from longdan.core.catalogue import read_units
from longdan.core.catalogue.indices import TOTAL, Grouping, GroupRule, Index, read_editions
from longdan.core.catalogue.published import Certainty, CitedFigure, Results, Statistic, read_results
from longdan.core.engine.comparing.groups import group_units
from longdan.core.engine.figures import gather
from longdan.core.engine.marks import Origin
from longdan.core.engine.scoring import score
from longdan.core.engine.summaries.identities import slips_text
from longdan.core.facts import FactKind
from longdan.core.periods import year

CATALOGUE = files("longdan") / "catalogue"
UNITS = read_units(CATALOGUE / "units")
ALL = ("dti", "paca", "papi", "par-index", "par-index-ministries", "pci", "service-index", "sipas")
FORMER = {unit.code for unit in UNITS.former_provinces} | {unit.code for unit in UNITS.provinces if unit.valid_from is None}
Key = tuple[str, str, int]  # node, unit, year


@cache
def results(index: str) -> Results:
    return read_results(CATALOGUE / "published" / index, UNITS)


@cache
def values(index: str) -> dict[Key, Decimal]:
    return {(fact.input, fact.unit, fact.period.year): fact.value for fact in results(index).facts}


@cache
def editions() -> tuple[Index, ...]:
    return read_editions(CATALOGUE / "indices")


def edition(index: str, number: int) -> Index:
    return next(one for one in editions() if one.index == index and one.first_year <= number <= (one.last_year or number))


@cache
def recomputed(index: str, number: int) -> dict[tuple[str, str], tuple[Decimal, Decimal]]:
    """(node, unit) → the mark that the engine reckons from what is below, with the mark that was published."""
    facts, index_edition, found = gather(results(index).facts), edition(index, number), {}
    for unit in sorted({unit for _, unit, when in values(index) if when == number}):
        for code, mark in score(index_edition, facts, unit, year(number)).marks.items():
            if mark.value is not None and mark.stated and mark.because.origin is Origin.COMPUTED:
                found[code, unit] = mark.value, mark.stated[0].value
    return found


def worst(index: str, number: int, but: tuple[tuple[str, str], ...] = ()) -> Decimal:
    return max(abs(ours - printed) for key, (ours, printed) in recomputed(index, number).items() if key not in but)


def marks(index: str, node: str, number: int) -> dict[str, Decimal | None]:
    """The published marks of a node in a year, of every province of that time; None where nothing was published."""
    return {unit: values(index).get((node, unit, number)) for unit in sorted(FORMER)}


@pytest.mark.parametrize("index", ALL)
def test_published_results_read_and_each_series_names_its_source(index: str) -> None:
    assert all(series.source.text and series.licence and series.seen.year >= 2026 for series in results(index).series)


@pytest.mark.parametrize("index", [name for name in ALL if name != "par-index-ministries"])
def test_what_was_published_stands_in_the_tree_of_its_year(index: str) -> None:
    strange = {
        (node, number)
        for node, _, number in values(index)
        if node != "respondents" and (index, number) != ("par-index", 2016) and node not in edition(index, number).by_code()
    }
    assert strange == set()


@pytest.mark.parametrize("index", ALL)
def test_the_unit_codes_of_a_year_are_of_one_list(index: str) -> None:
    lists = {(number, series.units) for series in results(index).series for number in series.years}
    assert sorted((number, results(index).units_in(number)) for number in dict(lists)) == sorted(lists)


@pytest.mark.parametrize(
    ("number", "provinces", "whole"),
    [
        (2011, 63, 63),
        (2014, 61, 61),
        (2018, 63, 61),
        (2019, 63, 63),
        (2021, 60, 60),
        (2022, 63, 61),
        (2023, 61, 61),
        (2024, 61, 61),
    ],
)
def test_papi_has_the_provinces_that_were_published(number: int, provinces: int, whole: int) -> None:
    seen = Counter(node == TOTAL for node, _, when in values("papi") if when == number and node in (TOTAL, "6"))
    assert (seen[False], seen[True]) == (provinces, whole)


@pytest.mark.parametrize("number", [2018, 2019, 2022, 2023])
def test_papi_contents_and_totals_are_the_sums_of_their_parts(number: int) -> None:
    slip = (("1", "01"), (TOTAL, "01")) if number == 2022 else ()
    assert worst("papi", number, slip) < Decimal("3e-6")


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        (2018, ("1.1", "3.2", "3.3", "4.1", "4.3", "7.1", "7.2", "7.3", "8.1", "8.2")),
        (2019, ("1.1", "3.2", "3.3", "4.1", "4.3", "7.2", "7.3", "8.1", "8.2")),
        (2022, ("1.1", "3.2", "3.3", "4.1", "4.3", "7.2", "7.3", "8.2", "8.3")),
        (2023, ("1.1", "3.2", "3.3", "4.1", "4.3", "7.2", "7.3", "8.2", "8.3")),
    ],
)
def test_subcontents_that_can_be_recomputed_agree_with_the_published_ones(number: int, codes: tuple[str, ...]) -> None:
    errors = {
        code: max(abs(ours - printed) for (node, _), (ours, printed) in recomputed("papi", number).items() if node == code)
        for code in codes
    }
    assert {code: error for code, error in errors.items() if error > Decimal("1e-6")} == {}


def test_no_other_subcontent_is_said_to_be_recomputed() -> None:
    assert Counter(node for node, _ in recomputed("papi", 2023) if "." in node).keys() == {
        *("1.1", "3.2", "3.3", "4.1", "4.3", "7.2", "7.3", "8.2", "8.3")
    }


def test_subcontent_8_1_of_2022_is_the_mean_of_its_two_indicators() -> None:
    facts, index = gather(results("papi").facts), edition("papi", 2022)
    printed = {unit: value for (node, unit, number), value in values("papi").items() if (node, number) == ("8.1", 2022)}
    ours = {unit: score(index, facts, unit, year(2022)).marks["8.1-2022"].value for unit in printed}
    errors = [abs(mark - printed[unit]) for unit, mark in ours.items() if mark is not None]
    assert (len(errors), max(errors) < Decimal("1e-6")) == (62, True)


def test_the_slip_of_ha_noi_in_2022_is_kept_as_printed() -> None:
    ours, printed = recomputed("papi", 2022)["1", "01"]
    assert (printed, round(ours - printed, 4)) == (Decimal("5.8254476"), Decimal("0.0007"))


def test_the_weighted_total_of_2019_agrees() -> None:
    errors = [abs(ours - printed) for (node, _), (ours, printed) in recomputed("papi", 2019).items() if node == "weighted"]
    assert (len(errors), max(errors) < Decimal("1e-5")) == (63, True)


@pytest.mark.parametrize("number", [2013, 2014, 2015, 2016])
def test_the_pci_of_63_provinces_is_the_weighted_sum_of_its_subindices(number: int) -> None:
    totals = [abs(ours - printed) for (node, _), (ours, printed) in recomputed("pci", number).items() if node == TOTAL]
    assert (len(totals), max(totals) < Decimal("1e-5")) == (63, True)


def test_the_parts_of_the_par_index_make_the_printed_totals() -> None:
    facts, wrong = gather(results("par-index").facts), {}
    rows = {(unit, number) for node, unit, number in values("par-index") if node == "verified"}
    for unit, number in rows:
        ours = score(edition("par-index", number), facts, unit, year(number)).marks["by-source"].value
        if ours is None or abs(ours - values("par-index")[TOTAL, unit, number]) > Decimal("0.02"):
            wrong[unit, number] = ours
    assert (len(rows), wrong) == (11, {})


def test_the_domains_of_quang_nam_make_its_printed_par_index() -> None:
    made = {
        number: sum(one.value or 0 for one in results("par-index").cited if one.year == number and one.node.isdigit())
        for number in (2022, 2023)
    }
    assert made == {number: values("par-index")[TOTAL, "49", number] for number in made}


def test_both_points_of_17_ministries_make_their_printed_par_index() -> None:
    table = values("par-index-ministries")
    units = {unit for _, unit, _ in table}
    off = [abs(table["verified", unit, 2023] + table["survey", unit, 2023] - table[TOTAL, unit, 2023]) for unit in units]
    published_mean = round(mean(table[TOTAL, unit, 2023] for unit in units), 2)
    assert (len(units), max(off) <= Decimal("0.02"), published_mean) == (17, True, Decimal("84.38"))


@pytest.mark.parametrize("anchor", results("papi").anchors, ids=lambda one: f"{one.unit} {one.year} {one.node}")
def test_what_the_press_printed_agrees_or_is_called_doubtful(anchor: CitedFigure) -> None:
    off = abs(values("papi")[anchor.node, anchor.unit, anchor.year] - (anchor.value or 0))
    assert (off > Decimal("0.006")) == (anchor.certainty is Certainty.DOUBTFUL)


@pytest.mark.parametrize("number", [2019, 2022, 2023])
def test_intervals_labelled_95_percent_are_90_percent(number: int) -> None:
    off = {
        (one.unit, side)
        for one in results("papi").errors
        if one.year == number and one.low is not None and one.high is not None
        for side, end in (("low", one.low), ("high", one.high))
        if abs(abs(end - values("papi")[one.node, one.unit, number]) - Decimal("1.645") * one.standard_error) > Decimal("1e-4")
    }
    assert off == set()


def test_a_mark_bears_its_standard_error() -> None:
    hanoi = next(one for one in results("papi").facts if (one.input, one.unit, one.period.year) == (TOTAL, "01", 2023))
    assert hanoi.standard_error is not None


@pytest.mark.parametrize("index", ["papi", "pci"])
def test_no_mark_of_zero_stands_for_a_blank(index: str) -> None:
    scored = {node for one in editions() if one.index == index for node in one.by_code() if node.count(".") < 2}
    assert [key for key, value in values(index).items() if value == 0 and key[0] in scored] == []


def test_standard_errors_printed_as_zero_are_told_and_left_out() -> None:
    told = {
        slip.unit for series in results("papi").series if series.file == "uncertainty.csv" for slip in series.slips if slip.unit
    }
    have = {one.unit for one in results("papi").errors if (one.year, one.node) == (2022, TOTAL)}
    assert (told, told & have) == ({"94", "95", "96"}, set())


def counted() -> list[tuple[str, Grouping]]:
    """The groupings of whole fields that a rule reproduces; where labels alone were published there is nothing to check."""
    whole = [(one.index, grouping) for one in editions() for grouping in one.groupings if one.index in ("papi", "pci")]
    return [(index, grouping) for index, grouping in whole if grouping.rule is not GroupRule.PUBLISHED]


@pytest.mark.parametrize(
    ("index", "grouping"), counted(), ids=lambda one: one if isinstance(one, str) else f"{one.years} {one.node}"
)
def test_groups_come_out_in_the_sizes_that_were_published(index: str, grouping: Grouping) -> None:
    groups = group_units(marks(index, grouping.node, grouping.years[0]), grouping)
    sizes = Counter(group.key for group in groups.values() if group)
    assert {group.key: sizes[group.key] for group in grouping.groups} == {group.key: group.count for group in grouping.groups}


@pytest.mark.parametrize(
    ("number", "statistic", "kind"),
    [(2019, "mean", "published"), (2022, "mean", "published"), (2023, "median", "published"), (2024, "mean", "recomputed")],
)
def test_a_national_reference_is_the_statistic_that_it_says(number: int, statistic: str, kind: str) -> None:
    told = next(
        one.value
        for one in results("papi").references
        if (one.year, one.statistic, one.kind) == (number, Statistic(statistic), FactKind(kind))
    )
    totals = [value for value in marks("papi", TOTAL, number).values() if value is not None]
    ours = {"mean": mean, "median": median}[statistic](totals)
    assert abs(ours - told) < Decimal("0.01")


def test_the_national_figure_of_2018_is_neither_mean_nor_median() -> None:
    totals = [value for value in marks("papi", TOTAL, 2018).values() if value is not None]
    told = next(one.value for one in results("papi").references if one.statistic is Statistic.UNEXPLAINED)
    assert min(abs(told - mean(totals)), abs(told - median(totals))) > Decimal("0.2")


def test_doubtful_figures_become_no_facts() -> None:
    doubtful = {(one.node, one.unit, one.year) for one in results("sipas").cited if one.certainty is Certainty.DOUBTFUL}
    assert (len(doubtful), doubtful & set(values("sipas"))) == (1, set())


def test_the_catalogue_of_indices_stays_small() -> None:
    sizes = [
        file.read_bytes().__len__()
        for part in ("indices", "published")
        for place in (CATALOGUE / part).iterdir()
        if place.is_dir()
        for file in place.iterdir()
    ]
    assert sum(sizes) < 1_000_000


def test_what_is_wrong_with_the_sources_is_told_in_whole_sentences() -> None:
    told = " ".join(slips_text(map(results, ALL)).split())
    slips = [slip for index in ALL for series in results(index).series for slip in series.slips]
    assert [slip.what for slip in slips if " ".join(slip.what.split()) not in told] == []
