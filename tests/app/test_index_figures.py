"""Figures of an edition come in by a sheet: a preview, then an act; kinds never overwrite one another, a gap is no zero."""

from decimal import Decimal

import pytest

from longdan.app.agencies.models import Post, Role
from longdan.app.indices.actions import confirm_source, receive_source
from longdan.app.indices.models import IndexFigure, IndexSource, SourceKind
from longdan.app.indices.previewing import FiguresPreview, source_preview
from longdan.app.indices.queries import edition
from longdan.app.indices.queries.shipped import published
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.builders import AT, a_post
from tests.cast import Cast

pytestmark = pytest.mark.django_db
EDITION = {"index": "papi", "edition": "2021-2024"}
HEAD = "input,unit,period,value,kind\n"


@pytest.fixture
def coordinator(cast: Cast) -> Post:
    return a_post("Trần Phối", cast.home_affairs, Role.COORDINATOR)


def received(by: Post, rows: str) -> IndexSource:
    file = SourceFile("so-lieu.csv", (HEAD + rows).encode())
    return receive_source(file=file, kind=SourceKind.FIGURES, said=EDITION, by=by, at=AT)


def shown(by: Post, rows: str) -> FiguresPreview:
    found = source_preview(by, received(by, rows).pk)
    assert isinstance(found, FiguresPreview)
    return found


def confirmed(by: Post, rows: str) -> None:
    confirm_source(source_id=received(by, rows).pk, by=by, at=AT)


def values() -> set[tuple[str, str, Decimal | None]]:
    return {(row.input, row.kind, row.value) for row in IndexFigure.objects.all()}


def test_nothing_is_stored_until_somebody_confirms(coordinator: Post) -> None:
    assert len(shown(coordinator, "1,14,2024,5.5,target\n").added) == 1
    assert values() == set()


def test_kinds_stand_beside_one_another(coordinator: Post) -> None:
    confirmed(coordinator, "1,14,2024,5.5,target\n1,14,2024,5.1,forecast\n")
    assert values() == {("1", "target", Decimal("5.5")), ("1", "forecast", Decimal("5.1"))}


def test_an_empty_cell_is_a_gap_and_takes_nothing_away(coordinator: Post) -> None:
    confirmed(coordinator, "1,14,2024,5.5,target\n")
    confirmed(coordinator, "1,14,2024,,target\n2,14,2024,6,target\n")
    assert values() == {("1", "target", Decimal("5.5")), ("2", "target", Decimal(6))}


def test_the_same_figures_again_change_nothing_and_others_are_told_apart(coordinator: Post) -> None:
    confirmed(coordinator, "1,14,2024,5.5,target\n2,14,2024,6,target\n")
    again = shown(coordinator, "1,14,2024,5.5,target\n2,14,2024,6.5,target\n3,14,2024,7,target\n")
    assert (len(again.added), [(old.value, new.value) for old, new in again.changed], again.same) == (
        1,
        [(Decimal(6), Decimal("6.5"))],
        1,
    )


def test_a_figure_other_than_the_catalogue_s_own_is_told(coordinator: Post) -> None:
    known = next(fact for fact in published("papi") if fact.period.year == 2024 and fact.input == "1")
    row = f"{known.input},{known.unit},2024,{{}},{known.kind}\n"
    told = [[one.what for one in shown(coordinator, row.format(value)).remarks] for value in (known.value, known.value + 1)]
    assert told == [[], [f"tệp ghi {known.value + 1}, khác số đã có trong danh mục ({known.value})"]]


def test_a_percent_typed_for_a_share_is_told_in_the_preview(coordinator: Post) -> None:
    found = shown(coordinator, "1.1.2,14,2024,53,target\n1.1.2,15,2024,0.53,target\n")
    assert [one.fix for one in found.remarks] == ["nếu là phần trăm thì ghi 0.53"]


def test_what_is_wrong_comes_all_at_once_and_nothing_is_stored(coordinator: Post) -> None:
    wrong = received(coordinator, "99,14,2024,5.5,target\n1,14,mai,5.5,target\n1,14,2024,nhiều,target\n2,14,2024,6,target\n")
    with pytest.raises(ProblemsFound) as found:
        confirm_source(source_id=wrong.pk, by=coordinator, at=AT)
    assert len(found.value.problems) == 3
    assert values() == set()


def test_a_target_never_becomes_a_mark(coordinator: Post, cast: Cast) -> None:
    before = edition(cast.an, "papi", "2021-2024", unit="14", year=2024).trees[0].mark
    confirmed(coordinator, "total,14,2024,80,target\n")
    after = edition(cast.an, "papi", "2021-2024", unit="14", year=2024).trees[0].mark
    assert before is not None
    assert after is not None
    assert before.value == after.value


def results(by: Post, text: str) -> FiguresPreview:
    file = SourceFile("ket-qua.csv", text.encode())
    source = receive_source(file=file, kind=SourceKind.RESULTS, said={"index": "papi"}, by=by, at=AT)
    found = source_preview(by, source.pk)
    assert isinstance(found, FiguresPreview)
    return found


def test_published_results_that_the_catalogue_has_are_not_brought_in_again(coordinator: Post) -> None:
    known = next(fact for fact in published("papi") if fact.input == "1" and fact.period.year == 2023 and fact.unit == "01")
    found = results(coordinator, f"unit,year,1\n01,2023,{known.value}\n")
    assert (len(found.added), found.same) == (0, 1)


def test_strange_provinces_and_texts_in_number_cells_are_told_and_nothing_can_be_confirmed(coordinator: Post) -> None:
    found = results(coordinator, "unit,year,1\nAtlantis,2023,5\n01,2023,cao\n")
    assert {problem.code for problem in found.problems} >= {"results.unknown-province", "results.no-number"}
    assert not found.may_confirm
