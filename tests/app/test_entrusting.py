"""Within an agency each assignment may have one person in charge of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.models import Post, Role
from longdan.app.audit.models import Event
from longdan.app.people.actions.handing_over import hand_over
from longdan.app.plans.models import Assignment
from longdan.app.work import actions
from longdan.app.work.queries import Share, task, today
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, a_plan, a_post, the_assignment
from tests.cast import Cast


@pytest.fixture
def duty(cast: Cast) -> Assignment:
    """The commune's assignment."""
    return the_assignment(a_plan(cast.chi), cast.commune)


def entrust(duty: Assignment, to: Post | None, by: Post) -> int:
    return actions.entrust(assignment_ids=[duty.pk], to=to.pk if to else None, by=by, at=AT)


def fresh(post: Post, share: Share | None = None) -> int:
    return today(post, on=ON, share=share).fresh.count


def test_who_is_in_charge_stands_at_the_task(cast: Cast, duty: Assignment) -> None:
    entrust(duty, cast.an, cast.an)
    shown = next(one for one in task(cast.an, duty.task_id, at=AT).duties if one.assignment_id == duty.pk)
    assert (shown.officer, shown.officer_id) == (cast.an.account.full_name, cast.an.pk)


def test_the_day_of_one_of_the_staff_shows_their_own_part(cast: Cast, duty: Assignment) -> None:
    colleague = a_post("Lò Thị Mai", cast.commune, Role.AGENCY_STAFF)
    assert fresh(colleague) == 1, "nobody is in charge: the day is the agency's"
    entrust(duty, colleague, cast.an)
    assert (fresh(colleague), fresh(cast.an, Share.MINE), fresh(cast.an, Share.NOBODYS)) == (1, 0, 0)


def test_whoever_leads_an_agency_sees_all_of_it(cast: Cast, duty: Assignment) -> None:
    lead = a_post("Lò Văn Bình", cast.commune, Role.AGENCY_LEAD)
    entrust(duty, cast.an, lead)
    assert (fresh(lead), fresh(lead, Share.MINE)) == (1, 0)


REFUSED: dict[str, Callable[[Cast], Post]] = {
    "work.entrust.elsewhere": lambda cast: cast.binh,
    "work.entrust.not-held": lambda cast: a_post("Lò Văn Xem", cast.commune, Role.AUDITOR),
}


@pytest.mark.parametrize("code", REFUSED)
def test_only_somebody_who_works_there_is_put_in_charge(cast: Cast, duty: Assignment, code: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        entrust(duty, REFUSED[code](cast), cast.an)
    assert [problem.code for problem in found.value.problems] == [code]


def test_what_is_closed_has_nobody_put_in_charge(cast: Cast, duty: Assignment) -> None:
    actions.cancel(assignment_id=duty.pk, by=cast.chi, reason="Không cần nữa", at=AT)
    with pytest.raises(ProblemsFound, match="đã khép lại"):
        entrust(duty, cast.an, cast.an)


def test_of_several_all_change_or_none(cast: Cast, duty: Assignment) -> None:
    others = the_assignment(duty.task.plan, cast.home_affairs)
    with pytest.raises(NotAllowed):
        actions.entrust(assignment_ids=[duty.pk, others.pk], to=cast.an.pk, by=cast.an, at=AT)
    assert not Assignment.objects.filter(officer__isnull=False).exists()


def test_the_same_again_changes_nothing(cast: Cast, duty: Assignment) -> None:
    assert [entrust(duty, cast.an, cast.an), entrust(duty, cast.an, cast.an)] == [1, 0]
    assert Event.objects.filter(verb="work.assignment.entrusted").count() == 1


def test_it_is_taken_back(cast: Cast, duty: Assignment) -> None:
    entrust(duty, cast.an, cast.an)
    entrust(duty, None, cast.an)
    assert fresh(cast.an, Share.NOBODYS) == 1


def test_whoever_leaves_is_in_charge_no_more(cast: Cast, duty: Assignment) -> None:
    entrust(duty, cast.an, cast.an)
    Post.objects.filter(pk=cast.an.pk).update(until=ON)
    colleague = a_post("Lò Thị Mai", cast.commune, Role.AGENCY_STAFF)
    assert fresh(colleague, Share.NOBODYS) == 1


def test_a_hand_over_hands_it_on(cast: Cast, duty: Assignment) -> None:
    admin = a_post("Trần Quản", cast.home_affairs, Role.ADMINISTRATOR)
    successor = a_post("Lò Thị Mai", cast.commune, Role.AGENCY_STAFF)
    entrust(duty, cast.an, cast.an)
    hand_over(post_id=cast.an.pk, to=successor.account_id, title="Công chức", effective=ON - timedelta(days=1), by=admin, at=AT)
    duty.refresh_from_db()
    assert duty.officer == successor
