"""Two administrators at the same moment, in real threads with real transactions: one is told, nobody waits for ever."""

from collections.abc import Callable
from datetime import date, timedelta
from threading import Event, Thread, Timer

import pytest
from django.db import connection, transaction

from longdan.app.agencies.actions.changing import locked_province
from longdan.app.agencies.models import Account, Agency, Post, Role
from longdan.app.audit.actions import record
from longdan.app.audit.queries import first_break
from longdan.app.people.actions.handing_over import hand_over
from longdan.app.people.actions.passwords import accept_invitation, invite, invite_everybody
from longdan.app.people.actions.posts import Name, Seat, add_person, change_person, change_post, close_account, end_post
from longdan.app.people.actions.sheets import confirm_sheet
from longdan.app.people.models import Invitation
from longdan.app.people.previewing.comparing import preview
from longdan.app.plans.models import Reading
from longdan.core.problems import ProblemsFound
from tests.app.people.test_sheets import as_she_is, given
from tests.app.test_two_at_once import at_once, codes
from tests.builders import AT, ON, a_post, a_ready_reading
from tests.cast import Cast, a_cast

pytestmark = pytest.mark.django_db(transaction=True)
LATER = ON + timedelta(days=7)


@pytest.fixture
def people() -> Cast:
    return a_cast()


@pytest.fixture
def admins(people: Cast) -> tuple[Post, Post]:
    one, two = (a_post(name, people.home_affairs, Role.ADMINISTRATOR) for name in ("Trần Văn Quản", "Đỗ Thị Trị"))
    return one, two


def ending(of: Post, by: Post) -> Callable[[], object]:
    return lambda: end_post(post_id=of.pk, until=ON, by=by, at=AT)


def lowering(of: Post, by: Post) -> Callable[[], object]:
    return lambda: change_post(post_id=of.pk, title="Chuyên viên", role=Role.AGENCY_STAFF, by=by, at=AT)


def closing(of: Post, by: Post) -> Callable[[], object]:
    return lambda: close_account(account_id=of.account_id, by=by, at=AT)


@pytest.mark.parametrize("deed", [ending, lowering, closing])
@pytest.mark.parametrize("_time", range(3))
def test_of_two_administrators_who_end_each_other_one_is_left(
    admins: tuple[Post, Post], deed: Callable[[Post, Post], Callable[[], object]], _time: int
) -> None:
    one, two = admins
    came = codes(at_once(deed(two, one), deed(one, two)))
    assert came.count("people.last-administrator") == 1


@pytest.mark.parametrize("_time", range(3))
def test_of_two_equal_sign_in_names_the_second_is_told(people: Cast, admins: tuple[Post, Post], _time: int) -> None:
    def adding(by: Post) -> Callable[[], object]:
        seat = Seat(people.science.pk, Role.AGENCY_STAFF, "Chuyên viên", ON)
        return lambda: add_person(name=Name("Lê Thị Mới", "moilt"), seat=seat, by=by, at=AT)

    assert sorted(codes(at_once(adding(admins[0]), adding(admins[1])))) == ["Account", "people.username-taken"]


def test_names_that_are_made_at_once_differ(people: Cast, admins: tuple[Post, Post]) -> None:
    seat = Seat(people.science.pk, Role.AGENCY_STAFF, "Chuyên viên", ON)
    came = at_once(*(lambda by=by: add_person(name=Name("Lê Thị Mới"), seat=seat, by=by, at=AT) for by in admins))
    assert {getattr(one, "username", one) for one in came} == {"moilt", "moilt2"}


def test_two_who_take_the_same_sign_in_name_are_not_broken_off(people: Cast, admins: tuple[Post, Post]) -> None:
    def changing(post: Post, by: Post) -> Callable[[], object]:
        return lambda: change_person(account_id=post.account_id, name=Name("Tên Khác", "ten.khac"), by=by, at=AT)

    came = at_once(changing(people.an, admins[0]), changing(people.binh, admins[1]))
    assert sorted(codes(came)) == ["Account", "people.username-taken"]


def meanwhile(act: Callable[[], object], *, holding: Callable[[], object], trace: Callable[[], object]) -> list[object]:
    """Run ``act`` while another transaction holds rows and then leaves its trace; what both gave or raised."""
    came: list[object] = [None, None]
    held, waits = Event(), Event()

    def other() -> None:
        try:
            with transaction.atomic():
                holding()
                held.set()
                waits.wait(1.0)  # until the act is under way
                came[1] = trace()
        except Exception as raised:
            came[1] = raised
        finally:
            connection.close()

    def mine() -> None:
        held.wait(5.0)
        waits_soon.start()
        try:
            came[0] = act()
        except Exception as raised:
            came[0] = raised
        finally:
            connection.close()

    waits_soon = Timer(0.3, waits.set)
    threads = [Thread(target=other), Thread(target=mine)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def test_inviting_everybody_waits_for_whoever_takes_up_an_invitation(people: Cast, admins: tuple[Post, Post]) -> None:
    last = people.auditor.account
    invite(account_id=last.pk, by=admins[0], at=AT)
    if connection.vendor == "sqlite":
        return  # there one writes at a time
    came = meanwhile(
        lambda: invite_everybody(by=admins[0], at=AT),
        holding=lambda: Invitation.objects.select_for_update().get(account=last),
        trace=lambda: record(None, "people.invitation.accepted", last, at=AT),
    )
    assert [one for one in came if isinstance(one, Exception)] == []


def test_handing_over_waits_for_whoever_corrects_what_lies_on_the_desk(people: Cast, admins: tuple[Post, Post]) -> None:
    reading = a_ready_reading(people.binh)
    if connection.vendor == "sqlite":
        return
    came = meanwhile(
        lambda: hand_over(post_id=people.binh.pk, to=Name("Người Mới"), title="Giám đốc", effective=ON, by=admins[0], at=AT),
        holding=lambda: Reading.objects.select_for_update().get(pk=reading.pk),
        trace=lambda: record(people.binh, "plans.reading.corrected", reading, at=AT),
    )
    assert [one for one in came if isinstance(one, Exception)] == []


def moved(post: Post, heir: Agency) -> Callable[[], object]:
    return lambda: Post.objects.filter(pk=post.pk).update(agency=heir)


def handing(of: Post, by: Post) -> Callable[[], object]:
    return lambda: hand_over(post_id=of.pk, to=Name("Người Mới"), title="Giám đốc", effective=ON, by=by, at=AT)


@pytest.mark.parametrize("deed", [ending, lowering, handing])
def test_a_post_that_goes_to_another_agency_meanwhile_is_still_found(
    people: Cast, admins: tuple[Post, Post], deed: Callable[[Post, Post], Callable[[], object]]
) -> None:
    came = meanwhile(deed(people.binh, admins[0]), holding=moved(people.binh, people.home_affairs), trace=lambda: None)
    assert [one for one in came if isinstance(one, Exception)] == []


def test_whoever_takes_up_an_invitation_waits_for_whoever_makes_it_anew(people: Cast, admins: tuple[Post, Post]) -> None:
    account = people.an.account_id
    code = invite(account_id=account, by=admins[0], at=AT)
    if connection.vendor == "sqlite":
        return
    came = meanwhile(
        lambda: accept_invitation(code=code, password="mot cau dai de nho", at=AT),
        holding=lambda: Account.objects.select_for_update(no_key=True).get(pk=account),
        trace=lambda: invite(account_id=account, by=admins[0], at=AT),
    )
    assert codes(came) == ["people.invitation", "str"]


def a_sheet_for_both(people: Cast, by: Post) -> Callable[[], object]:
    """A sheet that changes two people, seen and confirmed."""
    mails = ((people.an, "an@lamchau.example"), (people.binh, "binh@lamchau.example"))
    sheet = given(by, *(as_she_is(post, email=mail, title="Phó Giám đốc") for post, mail in mails))
    token = preview(sheet, by=by, on=ON).token()
    return lambda: confirm_sheet(sheet_id=sheet.pk, seen=token, choices={}, by=by, at=AT)


def test_a_sheet_waits_for_whoever_changes_the_last_of_its_people(people: Cast, admins: tuple[Post, Post]) -> None:
    one = people.binh
    confirm = a_sheet_for_both(people, admins[0])
    if connection.vendor == "sqlite":
        return
    name = Name(one.account.full_name, one.account.username, "khac@lamchau.example")
    came = meanwhile(
        confirm,
        holding=lambda: Account.objects.select_for_update(no_key=True).get(pk=one.account_id),
        trace=lambda: change_person(account_id=one.account_id, name=name, by=admins[1], at=AT),
    )
    assert codes(came) == ["SheetPreview", "Account"]


def test_a_sheet_waits_for_whoever_ends_a_post_that_it_changes(people: Cast, admins: tuple[Post, Post]) -> None:
    confirm = a_sheet_for_both(people, admins[0])
    if connection.vendor == "sqlite":
        return
    came = meanwhile(confirm, holding=lambda: locked_province(admins[1]), trace=lambda: ending(people.binh, admins[1])())
    assert codes(came) == ["people.sheet.changed", "Post"]


def test_an_invitation_is_taken_up_once_while_everybody_is_invited_again(people: Cast, admins: tuple[Post, Post]) -> None:
    code = invite(account_id=people.an.account_id, by=admins[0], at=AT)
    came = at_once(
        lambda: accept_invitation(code=code, password="mot cau dai de nho", at=AT),
        lambda: invite_everybody(by=admins[0], at=AT),
    )
    raised = [one for one in came if isinstance(one, Exception) and not isinstance(one, ProblemsFound)]
    assert (raised, first_break()) == ([], None)


def until(post: Post, day: date) -> None:
    Post.objects.filter(pk=post.pk).update(until=day)


def test_whoever_leaves_next_week_is_no_administrator_who_stays(admins: tuple[Post, Post]) -> None:
    until(admins[0], LATER)
    with pytest.raises(ProblemsFound) as refused:
        end_post(post_id=admins[1].pk, until=ON, by=admins[0], at=AT)
    assert refused.value.problems[0].code == "people.last-administrator"


def test_whoever_hands_the_role_over_next_week_leaves_an_administrator(people: Cast, admins: tuple[Post, Post]) -> None:
    Account.objects.filter(pk=people.chi.account_id).update(password="x")
    hand_over(post_id=admins[0].pk, to=people.chi.account_id, title="Chuyên viên", effective=LATER, by=admins[1], at=AT)
    assert end_post(post_id=admins[1].pk, until=ON, by=admins[0], at=AT).until == ON
