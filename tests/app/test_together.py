"""Two people in one preview: each is told of the other early, and nobody confirms or takes back what he has not seen."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from longdan.app.agencies.models import Post
from longdan.app.plans import actions
from longdan.app.plans.models import Reading
from longdan.app.plans.previewing import PreviewPage, mark_of, preview, together
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, a_post, a_ready_reading
from tests.cast import Cast


def edited(reading: Reading, by: Post, words: str, *, seen: str = "", minutes: int = 0) -> PreviewPage:
    item = preview(by, reading.pk, on=ON).preview.tasks[0].id
    return actions.correct_and_look(
        reading_id=reading.pk, by=by, verb="edit", item=item, field="product", value=words, seen=seen,
        at=AT + timedelta(minutes=minutes),
    )  # fmt: skip


@pytest.fixture
def reading(cast: Cast) -> Reading:
    return a_ready_reading(cast.chi)


@pytest.fixture
def hoa(cast: Cast) -> Post:
    """A colleague of the coordinator at her desk."""
    return a_post("Trần Thị Hoa", cast.chi.agency, cast.chi.role)


def test_one_who_opens_a_preview_is_told_who_else_corrected_it_and_when(cast: Cast, reading: Reading, hoa: Post) -> None:
    edited(reading, hoa, "báo cáo", minutes=5)
    (other,) = preview(cast.chi, reading.pk, on=ON).together.others
    assert (other.by, other.at) == ("Trần Thị Hoa", AT + timedelta(minutes=5))


def test_whoever_corrects_alone_is_told_of_nobody(cast: Cast, reading: Reading) -> None:
    page = edited(reading, cast.chi, "báo cáo")
    assert (page.together.others, page.together.changed) == ((), False)


def test_an_open_page_learns_that_somebody_else_corrected(cast: Cast, reading: Reading, hoa: Post) -> None:
    seen = preview(cast.chi, reading.pk, on=ON).mark
    before = together(cast.chi, reading.pk, seen=seen).changed
    edited(reading, hoa, "báo cáo")
    now = together(cast.chi, reading.pk, seen=seen)
    assert (before, now.changed, now.last.by if now.last else "", now.last.mine if now.last else True) == (
        False, True, "Trần Thị Hoa", False,
    )  # fmt: skip


def test_an_open_page_learns_that_a_correction_was_taken_back(cast: Cast, reading: Reading, hoa: Post) -> None:
    seen = edited(reading, cast.chi, "báo cáo").mark
    actions.undo(reading_id=reading.pk, by=hoa, at=AT)
    assert together(cast.chi, reading.pk, seen=seen).changed


def test_a_page_that_missed_a_correction_stays_behind_after_its_own(cast: Cast, reading: Reading, hoa: Post) -> None:
    seen = preview(cast.chi, reading.pk, on=ON).mark
    edited(reading, hoa, "báo cáo")
    after = edited(reading, cast.chi, "tờ trình", seen=seen)
    assert (after.together.changed, after.mark) == (True, seen)


def test_a_page_that_missed_nothing_moves_on_with_its_own_correction(cast: Cast, reading: Reading) -> None:
    seen = preview(cast.chi, reading.pk, on=ON).mark
    after = edited(reading, cast.chi, "báo cáo", seen=seen)
    assert (after.together.changed, after.mark) == (False, mark_of(list(reading.corrections.all())))


@pytest.mark.parametrize("turn", [actions.undo, actions.redo])
def test_nobody_takes_back_what_he_has_not_seen(cast: Cast, reading: Reading, hoa: Post, turn: Callable[..., bool]) -> None:
    seen = preview(cast.chi, reading.pk, on=ON).mark
    edited(reading, hoa, "báo cáo")
    with pytest.raises(ProblemsFound, match="đã thay đổi sau khi trang này được mở"):
        turn(reading_id=reading.pk, by=cast.chi, seen=seen, at=AT)


def test_the_correction_that_undo_takes_back_is_signed_where_another_made_it(cast: Cast, reading: Reading, hoa: Post) -> None:
    edited(reading, hoa, "báo cáo")
    assert preview(cast.chi, reading.pk, on=ON).last_correction == "sửa nội dung (Trần Thị Hoa)"


def test_an_open_page_learns_who_confirmed(cast: Cast, reading: Reading, hoa: Post) -> None:
    page = preview(cast.chi, reading.pk, on=ON)
    plan = actions.confirm(reading_id=reading.pk, by=hoa, seen=page.token, at=AT)
    found = together(cast.chi, reading.pk, seen=page.mark)
    assert (found.decided, found.decided_by, found.plan) == ("Đã xác nhận", "Trần Thị Hoa", plan.pk)
