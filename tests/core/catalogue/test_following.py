"""An edition begun as a copy says that it is one; what ends where another begins is closed."""

from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from longdan.core.catalogue.indices import Index, Succession, closed, read_edition, read_editions
from longdan.core.catalogue.indices.following import following
from longdan.core.catalogue.indices.writing import edition_text

DAY = date(2030, 1, 2)


@cache
def editions() -> dict[str, Index]:
    return {f"{one.index}/{one.edition}": one for one in read_editions(files("longdan") / "catalogue" / "indices")}


@pytest.mark.parametrize("name", ["papi/2021-2024", "pci/2016", "par-index/2022-2023", "sipas/2023-2026", "paca/2022"])
def test_a_copy_keeps_rows_points_and_rules_and_leaves_what_held_for_the_old_years(name: str) -> None:
    old = editions()[name]
    new = following(old, "2030", 2030, DAY)
    assert [(one.code, one.title, one.most, one.rule, one.unknown) for one in new.nodes] == [
        (one.code, one.title, one.most, one.rule, one.unknown) for one in old.nodes
    ]
    assert (new.act, new.groupings, new.breaks, new.intervals, {one.note for one in new.nodes}) == (None, (), (), None, {""})


def test_a_copy_says_that_nobody_has_held_it_against_the_new_act() -> None:
    new = following(editions()["papi/2021-2024"], "2025", 2025, DAY)
    assert (new.succeeds, new.first_year, new.last_year, "chưa đối chiếu" in new.unknown[0]) == (
        Succession("2021-2024", same_codes=True),
        2025,
        None,
        True,
    )


def test_a_copy_lists_only_the_sources_that_it_cites() -> None:
    new = following(editions()["par-index/2024"], "2026", 2026, DAY)
    assert [one.key for one in new.sources] == ["news", "hoa-binh"]


@pytest.mark.parametrize("name", ["papi/2021-2024", "pci/2017-2024", "dti/2024", "service-index/2022", "ddci/template-communes"])
def test_a_copy_reads_back_as_it_was_written(tmp_path: Path, name: str) -> None:
    new = following(editions()[name], "2030", 2030, DAY)
    (file := tmp_path / "2030.yaml").write_text(edition_text(new), encoding="utf-8")
    assert read_edition(file) == new


def test_an_open_edition_ends_where_the_one_that_follows_it_begins() -> None:
    old = editions()["dti/2024"]
    new = following(old, "2026", 2026, DAY)
    assert [one.last_year for one in closed([old, new])] == [2025, None]


def test_an_edition_that_nobody_follows_stays_open() -> None:
    old = editions()["dti/2024"]
    other = replace(following(old, "2026", 2026, DAY), succeeds=None)
    assert [one.last_year for one in closed([old, other])] == [None, None]
