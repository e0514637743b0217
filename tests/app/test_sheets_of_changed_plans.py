"""A sheet of a plan that people have changed by hand: who was released, what was merged, what was changed back."""

import pytest

from longdan.app.plans import actions
from longdan.app.plans.models import Assignment
from longdan.app.plans.previewing import preview
from longdan.app.work import actions as work
from tests.app.test_sheets_come_back import changes, edit, handed_in, rows_of, sent_back
from tests.builders import AT, ON, WORDS, a_plan, confirmed, the_assignment
from tests.cast import Cast


@pytest.mark.parametrize("how", ["released", "declined"])
def test_an_agency_that_no_longer_had_a_task_has_it_again_where_the_sheet_gives_it(cast: Cast, how: str) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.home_affairs)
    if how == "released":
        actions.release_agency(assignment_id=duty.pk, by=cast.chi, reason="Chia lại", at=AT)
    else:
        Assignment.objects.filter(pk=duty.pk).update(requested=True)
        work.decline(assignment_id=duty.pk, by=cast.chi, reason="Không nhận", at=AT)
    reading = sent_back(cast, plan, edit(0, lead="Sở Nội vụ"))
    page = preview(cast.chi, reading.pk, on=ON)
    confirmed(reading, cast.chi)
    duty.refresh_from_db()
    given = [one.match.agency for one in page.compared[page.preview.tasks[0].id].given]
    assert (given, duty.state, duty.state_reason) == ([cast.home_affairs.pk], "assigned", "")


def test_an_agency_of_a_group_that_was_released_stays_so_when_the_sheet_changes_another_place(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.ward)
    actions.release_agency(assignment_id=duty.pk, by=cast.chi, reason="Chia lại", at=AT)
    confirmed(sent_back(cast, plan, edit(1, product="Biên bản")), cast.chi)
    duty.refresh_from_db()
    assert (duty.state, the_assignment(plan, cast.commune).state) == ("cancelled", "assigned")


def test_two_rows_of_a_sheet_merged_are_one_task_in_force(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    reading = sent_back(cast, plan, edit(0, product="Biên bản"))
    first, second, third = preview(cast.chi, reading.pk, on=ON).preview.tasks
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="merge", item=first.id, value=second.id, at=AT)
    assert changes(cast, reading) == ["changed", "unchanged", "gone"]
    confirmed(reading, cast.chi)
    left = list(plan.tasks.filter(withdrawn_at__isnull=True).order_by("order").values_list("text", flat=True))
    assert left == [f"{WORDS[3].rstrip('.')}; {WORDS[4]}", third.text]


def test_the_same_sheet_sent_again_after_the_plan_was_changed_back_is_a_new_preview(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    head, rows = rows_of(cast, plan)
    edit(0, product="Biên bản")(rows)
    first = handed_in(cast, plan, rows, head)
    confirmed(first, cast.chi)
    change = actions.edit_task(task_id=plan.tasks.order_by("order")[0].pk, by=cast.chi, field="product", value="Báo cáo", at=AT)
    assert change
    second = handed_in(cast, plan, rows, head)
    assert (second.pk != first.pk, changes(cast, second)) == (True, ["changed", "unchanged", "unchanged"])


def test_a_very_long_task_still_tells_whose_a_change_is(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    task = plan.tasks.order_by("order")[0]
    task.text = ("Rà soát " * 4085).strip()
    task.keyed().save()
    head, rows = rows_of(cast, plan)
    actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value="Sửa ở màn hình", at=AT)
    assert changes(cast, handed_in(cast, plan, rows, head)) == ["unchanged"] * 3
