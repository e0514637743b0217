"""The PAPI workbook as published, put back into its shape: its figures come in as the catalogue holds them."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from longdan.core.catalogue import read_units
from longdan.core.catalogue.indices import read_editions
from longdan.core.catalogue.results import ResultsDraft, read_workbook
from longdan.core.documents.sheets import Value
from tests.core.catalogue.spreadsheets import spreadsheet

SHARED = Path(__file__).parents[4] / "shared" / "data" / "papi"
CATALOGUE = files("longdan") / "catalogue"
YEARS = ("2018", "2019", "2022", "2023")

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="needs the figures of the workbook beside the repository")


def read(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def draft() -> ResultsDraft:
    """Sheets of four years, with those of 2020 and 2021 copied from 2019, as the published file has them."""
    values: Mapping[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
    for row in read("papi_long_2018_2019_2022_2023.csv"):
        values[row["year"], row["level"], row["code"]][row["province"]] = float(row["value"])
    labels = read("papi_rows_labels.csv")
    sheets = {year: _sheet([row for row in labels if row["year"] == year], values) for year in YEARS}
    editions = [index for index in read_editions(CATALOGUE / "indices") if index.index == "papi"]
    book = spreadsheet({**sheets, "2020": sheets["2019"], "2021": sheets["2019"]}, "papi.xlsx")
    return read_workbook(book, editions, read_units(CATALOGUE / "units"))


def _sheet(labels: list[dict[str, str]], values: Mapping[tuple[str, str, str], dict[str, float]]) -> list[list[Value]]:
    year = labels[0]["year"]
    provinces = sorted({name for key, row in values.items() if key[0] == year for name in row})
    rows: list[list[Value]] = [["", "", "", *provinces]]
    for row in labels:
        words = row["label_all"].split(" | ")
        figures = values[year, row["level"], row["code"]]
        rows.append([*words, *[""] * (3 - len(words)), *(figures.get(name, "") for name in provinces)])
    return rows


def test_the_copied_sheets_are_left_out(draft: ResultsDraft) -> None:
    assert {year.year: year.copy_of for year in draft.years if year.copy_of} == {2020: 2019, 2021: 2019}


def test_nothing_is_left_to_mend(draft: ResultsDraft) -> None:
    assert (draft.ready, [problem for year in draft.years for problem in year.problems]) == (True, [])


@pytest.mark.parametrize("name", ["contents", "subcontents", "indicators", "weighted"])
def test_every_published_figure_is_found(draft: ResultsDraft, name: str) -> None:
    facts = {(fact.input, fact.unit, str(fact.period)): fact.value for fact in draft.facts}
    text = (CATALOGUE / "published" / "papi" / f"{name}.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["year"] in YEARS]
    given = [
        (code, row["unit"], row["year"], cell)
        for row in rows
        for code, cell in row.items()
        if code not in ("unit", "year") and cell
    ]
    wrong = [one for one in given if one[:3] not in facts or abs(facts[one[:3]] - Decimal(one[3])) > Decimal("1e-6")]
    assert (len(given) > 60, wrong) == (True, [])
