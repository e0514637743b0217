"""A plan carried over to the next year: whose plan it becomes, and what in it still speaks of the old one."""

from dataclasses import replace

import pytest

from longdan.app.plans import actions
from longdan.app.plans.models import Plan, Reading
from longdan.app.plans.previewing import preview
from tests.builders import AT, HEADING, ON, WORDS, a_document, a_draft, a_plan, confirmed, three_tasks
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
