"""A unit is dissolved while a plan that names it is being confirmed: whoever comes second looks again, nothing is lost."""

import pytest

from longdan.app.agencies.actions.changing import Order
from longdan.app.agencies.models import Agency, Role
from longdan.app.plans import actions as plans
from longdan.app.plans.models import Assignment, Plan, Reading
from longdan.app.plans.previewing import preview as plan_preview
from longdan.app.reform.actions import reorganise
from longdan.app.reform.previewing import Asked
from longdan.app.reform.previewing import preview as reform_preview
from longdan.core.problems import ProblemsFound
from tests.app.test_two_at_once import at_once, codes
from tests.builders import AT, ON, WORDS, a_document, a_draft, a_post, a_ready_reading, a_task, confirmed
from tests.cast import Cast, a_cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people() -> Cast:
    return a_cast()


@pytest.fixture
def reading(people: Cast) -> Reading:
    """A plan that gives the department of science something to do, waiting to be confirmed."""
    of = a_document(*WORDS)
    return a_ready_reading(people.chi, of, a_draft(of, [a_task(of, WORDS[3], lead=("Sở Khoa học và Công nghệ",))]))


def dissolve(people: Cast, seen: str = "") -> object:
    what = Asked((people.science.pk,), ("Sở Nội vụ",), Order(ON, "QĐ 1"))
    seen = seen or reform_preview(people.chi, what, on=ON).token
    return reorganise(asked=what, choices={}, seen=seen, by=people.chi, at=AT)


def doers(plan: Plan) -> list[str]:
    return list(Assignment.objects.filter(task__plan=plan, state="assigned").values_list("agency__name", flat=True))


def test_who_confirms_after_it_was_dissolved_is_told_and_finds_the_heir(people: Cast, reading: Reading) -> None:
    seen = plan_preview(people.chi, reading.pk, on=ON).token
    dissolve(people)
    with pytest.raises(ProblemsFound, match="đã thay đổi"):
        plans.confirm(reading_id=reading.pk, by=people.chi, seen=seen, at=AT)
    assert doers(confirmed(reading, people.chi)) == ["Sở Nội vụ"]


def test_what_a_person_chose_before_it_was_dissolved_is_only_proposed(people: Cast, reading: Reading) -> None:
    item = plan_preview(people.chi, reading.pk, on=ON).preview.tasks[0].assignments[0].id
    plans.correct(reading_id=reading.pk, by=people.chi, verb="match", item=item, value=f"agency:{people.science.pk}", at=AT)
    seen = plan_preview(people.chi, reading.pk, on=ON).token
    dissolve(people)
    with pytest.raises(ProblemsFound, match="đã thay đổi"):
        plans.confirm(reading_id=reading.pk, by=people.chi, seen=seen, at=AT)
    match = plan_preview(people.chi, reading.pk, on=ON).preview.tasks[0].assignments[0].match
    assert (match.agency, match.through, match.sure) == (people.home_affairs.pk, people.science.pk, False)


def test_who_dissolves_after_it_was_confirmed_sees_the_new_work_first(people: Cast, reading: Reading) -> None:
    what = Asked((people.science.pk,), ("Sở Nội vụ",), Order(ON, "QĐ 1"))
    seen = reform_preview(people.chi, what, on=ON).token
    plan = confirmed(reading, people.chi)
    with pytest.raises(ProblemsFound, match="đã thay đổi"):
        dissolve(people, seen)
    dissolve(people)
    assert doers(plan) == ["Sở Nội vụ"]


@pytest.mark.parametrize("_time", range(4))
def test_of_both_at_once_one_comes_first_and_the_other_looks_again(people: Cast, reading: Reading, _time: int) -> None:
    seen = plan_preview(people.chi, reading.pk, on=ON).token
    what = Asked((people.science.pk,), ("Sở Nội vụ",), Order(ON, "QĐ 1"))
    token = reform_preview(people.chi, what, on=ON).token
    came = at_once(
        lambda: plans.confirm(reading_id=reading.pk, by=people.chi, seen=seen, at=AT),
        lambda: dissolve(people, token),
    )
    assert sorted(codes(came)) in (["Done", "plans.preview.changed"], ["Plan", "reform.changed"])
    ended = Agency.objects.get(pk=people.science.pk).ended
    assert Plan.objects.exists() is not ended


def test_who_confirms_while_the_desk_itself_goes_over_to_an_heir_is_told_so_and_not_that_there_is_nothing(people: Cast) -> None:
    admin = a_post("Trần Quản", people.home_affairs, Role.ADMINISTRATOR)
    mine = a_ready_reading(people.chi)
    seen = plan_preview(people.chi, mine.pk, on=ON).token
    what = Asked((people.home_affairs.pk,), (people.science.name,), Order(ON, "QĐ 1"))
    token = reform_preview(admin, what, on=ON).token
    came = at_once(
        lambda: reorganise(asked=what, choices={}, seen=token, by=admin, at=AT),
        lambda: plans.confirm(reading_id=mine.pk, by=people.chi, seen=seen, at=AT),
    )
    assert [one for one in came if isinstance(one, Exception) and not isinstance(one, ProblemsFound)] == []
