"""A plan carried over to the next year: whose plan it becomes, and what in it still speaks of the old one."""

from dataclasses import replace

import pytest

from longdan.app.plans import actions
from longdan.app.plans.models import Plan, Reading
from longdan.app.plans.previewing import Doubt, preview
from longdan.core.plans.draft import Target
from tests.builders import AT, HEADING, ON, WORDS, a_document, a_draft, a_plan, a_quote, a_task, confirmed, three_tasks
from tests.cast import Cast


def carried_on(cast: Cast, plan: Plan, **heading: str) -> Reading:
    """The plan as it would be carried over, under a heading that a person corrected."""
    reading = actions.carry_over(plan_id=plan.pk, by=cast.chi, at=AT)
    for field, value in heading.items():
        actions.correct(reading_id=reading.pk, by=cast.chi, verb="edit", item="heading", field=field, value=value, at=AT)
    return reading


@pytest.mark.parametrize("number", ["", "20/KH-UBND"])
def test_two_plans_of_one_title_are_carried_over_to_two_plans(cast: Cast, number: str) -> None:
    of, other = a_document(*WORDS), replace(HEADING, number="13/KH-UBND")
    one, two = a_plan(cast.chi), a_plan(cast.chi, of, a_draft(of, three_tasks(of)[:2], other), content=b"khac")
    first = confirmed(carried_on(cast, one, number=number), cast.chi)
    second = carried_on(cast, two, number=number)
    assert preview(cast.chi, second.pk, on=ON).plan_in_force is None
    after = confirmed(second, cast.chi)
    assert (first.tasks.count(), after.tasks.count(), after.predecessor) == (3, 2, two)


def test_who_carries_a_plan_over_again_changes_what_was_carried(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    plan.owner = cast.science
    plan.save()
    again = actions.carry_over(plan_id=plan.pk, by=cast.binh, at=AT)
    after = confirmed(carried_on(cast, plan, title="Kế hoạch khác tên"), cast.chi)
    found = preview(cast.binh, again.pk, on=ON).plan_in_force
    assert found == (after.pk, after.title)


def test_the_document_of_the_next_year_that_came_first_becomes_what_is_carried(cast: Cast) -> None:
    of = a_document(*WORDS)
    plan, heading = a_plan(cast.chi), replace(HEADING, number="3/KH-UBND", issued=None, year=2027)
    came = a_plan(cast.chi, of, a_draft(of, heading=heading), content=b"nam sau")
    assert confirmed(carried_on(cast, plan, number="3/KH-UBND"), cast.chi) == came
    came.refresh_from_db()
    assert came.predecessor == plan


def test_a_plan_is_never_carried_over_into_itself(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    after = confirmed(carried_on(cast, plan, number="12/KH-UBND", issued="15/01/2026"), cast.chi)
    assert (after != plan, after.predecessor) == (True, plan)


@pytest.mark.parametrize(
    ("words", "product", "doubtful"),
    [
        ("Hoàn thành trước ngày 30/11/2026.", None, True),
        ("Công khai kết quả.", "Báo cáo năm 2026", True),
        ("Công khai kết quả hằng năm.", "Báo cáo", False),
        ("Hoàn thành trước ngày 30/11/2027.", None, False),
    ],
)
def test_words_that_still_hold_the_old_year_are_doubtful(cast: Cast, words: str, product: str | None, doubtful: bool) -> None:
    of = a_document(*WORDS, words)
    plan = a_plan(cast.chi, of, a_draft(of, [a_task(of, words, lead=("Sở Nội vụ",), due="2026-11-30", product=product)]))
    (task,) = preview(cast.chi, carried_on(cast, plan).pk, on=ON).preview.tasks
    assert (Doubt.OLD_YEAR in task.doubts, task.doubtful) == (doubtful, doubtful)


def test_the_old_year_is_no_doubt_any_more_once_somebody_wrote_the_new_one(cast: Cast) -> None:
    of = a_document(*WORDS, "Xong trước ngày 30/11/2026.")
    plan = a_plan(cast.chi, of, a_draft(of, [*three_tasks(of), a_task(of, "Xong trước ngày 30/11/2026.", lead=("Sở Nội vụ",))]))
    reading = carried_on(cast, plan)
    first = preview(cast.chi, reading.pk, on=ON).preview.doubtful_first()[0]
    new = "Xong trước ngày 30/11/2027."
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="edit", item=first.id, field="text", value=new, at=AT)
    assert Doubt.OLD_YEAR in first.doubts
    assert Doubt.OLD_YEAR not in preview(cast.chi, reading.pk, on=ON).preview.doubts()


def test_targets_that_are_not_carried_over_are_counted(cast: Cast) -> None:
    of = a_document(*WORDS, "Tỷ lệ hài lòng đạt 90%.")
    target = Target("Tỷ lệ hài lòng đạt 90%.", "rate", 90.0, a_quote(of, "Tỷ lệ hài lòng đạt 90%."))
    plan = a_plan(cast.chi, of, a_draft(of, targets=(target,)))
    assert preview(cast.chi, carried_on(cast, plan).pk, on=ON).targets_left == 1
