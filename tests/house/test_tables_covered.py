"""The tables of states and rights leave nothing open: every state is reached, every role is named, every right has its words."""

import pytest
from django.db.models import TextChoices

from docs.pages.states import MACHINES, Table
from longdan.app.agencies.access import NAMES, REACH, Relation, Right
from longdan.app.agencies.models import Role

STATES = pytest.mark.parametrize(("first", "after"), [one[1:] for one in MACHINES], ids=[one[0] for one in MACHINES])


@STATES
def test_every_state_is_reached_from_the_first(first: TextChoices, after: Table) -> None:
    reached = {first}
    for _ in after:
        reached |= {then for (now, _), then in after.items() if now in reached}
    assert reached == set(type(first))


@STATES
def test_every_step_leads_somewhere(first: TextChoices, after: Table) -> None:
    steps = {step for _, step in after}
    assert steps == set(type(next(iter(steps))))


def test_every_right_has_its_words_and_somebody_who_holds_it() -> None:
    assert set(REACH) == set(NAMES) == set(Right)
    assert [right for right, roles in REACH.items() if not any(roles.values())] == []


def test_every_role_may_see_and_nobody_reaches_into_another_province() -> None:
    assert set(REACH[Right.SEE]) == set(Role)
    assert [right for right, roles in REACH.items() if any(Relation.OUTSIDE in reach for reach in roles.values())] == []


def test_an_auditor_changes_nothing() -> None:
    assert {right for right, roles in REACH.items() if roles.get(Role.AUDITOR)} == {Right.SEE, Right.EXPORT, Right.SEE_TRAIL}
