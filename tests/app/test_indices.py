"""Editions and marks as people see them: the published figures, each series its own, gaps never zeros."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from longdan.app.agencies.models import Post, Role
from longdan.app.indices.actions import confirm_source, drop_source, receive_source
from longdan.app.indices.models import IndexSource, SourceKind
from longdan.app.indices.previewing import EditionPreview, source_preview
from longdan.app.indices.previewing import editions as reading
from longdan.app.indices.queries import edition, edition_file, editions
from longdan.core.catalogue.annexes import AnnexHead
from longdan.core.catalogue.exchange import read_exchange
from longdan.core.catalogue.indices import Standing, UnitLevel
from longdan.core.catalogue.indices.draft import EditionDraft
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.builders import AT, a_post, an_edition
from tests.cast import Cast
from tests.core.catalogue.spreadsheets import spreadsheet

pytestmark = pytest.mark.django_db
PAPI = ("papi", "2021-2024")


def test_the_list_begins_each_index_with_its_latest_edition(cast: Cast) -> None:
    papi = [row.index.edition for row in editions(cast.an) if row.index.index == "papi"]
    assert papi == sorted(papi, reverse=True)
    assert papi[0] == "2021-2024"


def test_without_a_unit_there_is_the_tree_and_no_mark(cast: Cast) -> None:
    page = edition(cast.an, *PAPI)
    assert page.year is None
    assert page.trees[0].mark is None
    assert len(page.trees[0].branches) == 8


def test_a_unit_without_a_year_is_shown_in_the_latest_of_its_years(cast: Cast) -> None:
    assert edition(cast.an, *PAPI, unit="14").year == 2024


@pytest.mark.parametrize(("unit", "year", "total"), [("46", 2023, "46.0415"), ("01", 2023, "43.9603"), ("24", 2022, None)])
def test_the_total_is_the_published_one_and_a_gap_stays_a_gap(cast: Cast, unit: str, year: int, total: str | None) -> None:
    mark = edition(cast.an, *PAPI, unit=unit, year=year).trees[0].mark
    assert mark is not None
    assert (None if mark.value is None else f"{mark.value:.4f}") == total


def test_provinces_that_were_merged_stand_side_by_side(cast: Cast) -> None:
    series = edition(cast.an, *PAPI, unit="27", year=2023).series
    assert series is not None
    assert series.merged
    assert {row.name for row in series.rows} == {"tỉnh Bắc Giang", "tỉnh Bắc Ninh"}


def test_a_year_without_result_is_a_gap_in_the_series(cast: Cast) -> None:
    series = edition(cast.an, *PAPI, unit="27", year=2023).series
    assert series is not None
    totals = dict(zip(series.years, series.rows[0].totals, strict=True))
    assert totals[2022] is None
    assert totals[2023] != Decimal(0)


def test_results_that_were_printed_for_the_provinces_of_today_stand_with_them(cast: Cast) -> None:
    page = edition(cast.an, "dti", "2024", unit="31", year=2024)
    assert page.series is not None
    assert (page.unit_name, [row.name for row in page.series.rows]) == ("thành phố Hải Phòng", ["thành phố Hải Phòng"])


def test_an_edition_that_is_not_there_is_refused_with_the_way_out(cast: Cast) -> None:
    with pytest.raises(ProblemsFound, match="không có bộ chỉ số này"):
        edition(cast.an, "papi", "1999")


@pytest.fixture
def coordinator(cast: Cast) -> Post:
    return a_post("Trần Phối", cast.home_affairs, Role.COORDINATOR)


def received(coordinator: Post, file: SourceFile) -> IndexSource:
    return receive_source(file=file, kind=SourceKind.SHEET, by=coordinator, at=AT)


def test_a_sheet_becomes_an_edition_of_the_province_alone(coordinator: Post, cast: Cast) -> None:
    made = confirm_source(source_id=received(coordinator, an_edition()).pk, by=coordinator, at=AT)
    assert (made.index, made.edition) in {(row.index.index, row.index.edition) for row in editions(cast.an)}
    assert "thu-2030" not in {row.index.edition for row in editions(cast.dung)}


def test_the_same_sheet_again_is_the_same_preview(coordinator: Post) -> None:
    assert received(coordinator, an_edition()).pk == received(coordinator, an_edition()).pk


def test_the_same_edition_again_changes_nothing(coordinator: Post) -> None:
    confirm_source(source_id=received(coordinator, an_edition()).pk, by=coordinator, at=AT)
    shown = source_preview(coordinator, received(coordinator, an_edition()).pk)
    assert (shown.unchanged, shown.added, shown.changed, shown.gone) == (True, (), (), ())


def test_an_edition_of_the_catalogue_is_never_replaced(coordinator: Post) -> None:
    source = received(coordinator, an_edition("sample-communes"))
    assert [problem.code for problem in source_preview(coordinator, source.pk).problems] == ["indices.edition-shipped"]
    with pytest.raises(ProblemsFound, match="đã có bộ cùng tên"):
        confirm_source(source_id=source.pk, by=coordinator, at=AT)


def test_a_file_that_is_no_sheet_is_shown_with_what_is_wrong(coordinator: Post) -> None:
    shown = source_preview(coordinator, received(coordinator, SourceFile("anh.xlsx", b"khong phai bang tinh")).pk)
    assert shown.problems
    assert not shown.may_confirm


def test_of_two_who_end_a_file_the_second_is_told(coordinator: Post) -> None:
    source = received(coordinator, an_edition())
    drop_source(source_id=source.pk, by=coordinator, at=AT)
    with pytest.raises(ProblemsFound, match="đã ở trạng thái “đã bỏ”"):
        confirm_source(source_id=source.pk, by=coordinator, at=AT)


def test_an_edition_leaves_as_a_sheet_that_reads_back_the_same(cast: Cast) -> None:
    content = edition_file(cast.an, "papi", "2021-2024")
    assert read_exchange(SourceFile("papi.xlsx", content)).index == edition(cast.an, *PAPI).index


def test_the_state_of_an_annex_is_the_day_here_not_in_greenwich(coordinator: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[AnnexHead] = []
    monkeypatch.setattr(reading, "read_document", lambda *_: None)
    monkeypatch.setattr(reading, "read_annex", lambda _, head: heads.append(head) or EditionDraft(None, ()))
    said = {"index": "thu", "edition": "2026", "standing": Standing.OWN, "level": UnitLevel.COMMUNE, "years": "2026"}
    night = datetime(2026, 3, 1, 18, tzinfo=UTC)  # one o'clock of the next day in Hà Nội
    made = receive_source(file=SourceFile("phu-luc.docx", b"x"), kind=SourceKind.ANNEX, said=said, by=coordinator, at=night)
    source_preview(coordinator, made.pk)
    assert [head.state for head in heads] == [date(2026, 3, 2)]


def test_of_two_sets_in_one_annex_the_file_handed_in_again_says_which(coordinator: Post) -> None:
    header, codes = ("TT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"), ("1.1", "Ban hành kế hoạch", "4", "Đạt: 4; không đạt: 0")
    tables = [(header, ("1", name, "4", ""), codes) for name in ("CỦA SỞ", "CỦA XÃ")]
    file = spreadsheet({"Phụ lục I": tables[0], "Phụ lục II": tables[1]}, "phu-luc.xlsx")
    said = {"index": "thu", "edition": "2026", "title": "Thử", "act": "01/QĐ-UBND", "responsible": "Sở Nội vụ", "years": "2026"}
    words = {**said, "standing": Standing.OWN, "level": UnitLevel.COMMUNE}
    first, again = (
        source_preview(coordinator, receive_source(file=file, kind=SourceKind.ANNEX, said=one, by=coordinator, at=AT).pk)
        for one in (words, {**words, "part": "2"})
    )
    assert ([one.code for one in first.problems], again.source.pk) == (["catalogue.several-sets"], first.source.pk)
    assert isinstance(again, EditionPreview)
    assert again.draft.index
    assert (again.may_confirm, [node.title.vi for node in again.draft.index.children("total")]) == (True, ["CỦA XÃ"])
