"""People and posts: added, changed, handed over, ended, closed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.models import Account, Post, Role
from longdan.app.agencies.queries import posts_of
from longdan.app.audit.models import Event
from longdan.app.people.actions.handing_over import hand_over, move
from longdan.app.people.actions.posts import (
    Name,
    Seat,
    add_person,
    change_person,
    close_account,
    end_post,
    free_username,
    give_post,
    open_account,
)
from longdan.app.people.actions.sessions import end_other_sessions, end_session
from longdan.app.people.actions.signing import signed_in
from longdan.app.people.queries.listing import Wanted, people
from longdan.app.people.queries.people import person
from longdan.app.plans.models import Reading
from longdan.app.work.models import CalendarFeed, Comment, Draft, Mention
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, a_plan, a_post, a_ready_reading, the_assignment
from tests.cast import Cast

TOMORROW = ON + timedelta(days=1)


@pytest.fixture
def admin(cast: Cast) -> Post:
    return a_post("Trần Văn Quản", cast.home_affairs, Role.ADMINISTRATOR, "Chuyên viên")


def seat(cast: Cast, **more: Any) -> Seat:
    return Seat(**{"agency_id": cast.science.pk, "role": Role.AGENCY_STAFF, "title": "Chuyên viên", "since": ON} | more)


def code(told: pytest.ExceptionInfo[ProblemsFound]) -> list[str]:
    return [problem.code for problem in told.value.problems]


def test_somebody_new_holds_a_post_and_has_no_password_yet(cast: Cast, admin: Post) -> None:
    account = add_person(name=Name("Lê Thị Chi"), seat=seat(cast), by=admin, at=AT)
    assert (account.username, account.has_usable_password()) == ("chilt", False)
    assert [post.title for post in posts_of(account, on=ON)] == ["Chuyên viên"]


def test_names_to_sign_in_with_are_numbered_where_they_meet(cast: Cast, admin: Post) -> None:
    for _ in range(2):
        add_person(name=Name("Lê Thị Chi"), seat=seat(cast), by=admin, at=AT)
    assert free_username("Lương Thu Chí") == "chilt3"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (Name(" ", "ai"), ["people.no-name"]),
        (Name("Ai Đó", "Có Dấu"), ["people.username"]),
        (Name("Ai Đó", "ai", "khong-phai-thu"), ["people.mail"]),
        (Name("", "Có Dấu", "@"), ["people.no-name", "people.username", "people.mail"]),
    ],
)
def test_everything_wrong_with_a_person_is_told_at_once(cast: Cast, admin: Post, name: Name, codes: list[str]) -> None:
    with pytest.raises(ProblemsFound) as told:
        add_person(name=name, seat=seat(cast), by=admin, at=AT)
    assert code(told) == codes


def test_a_name_to_sign_in_with_belongs_to_one(cast: Cast, admin: Post) -> None:
    with pytest.raises(ProblemsFound) as told:
        change_person(account_id=cast.binh.account_id, name=Name("Vũ Bình", cast.an.account.username), by=admin, at=AT)
    assert code(told) == ["people.username-taken"]


def test_a_change_says_what_it_was_before(cast: Cast, admin: Post) -> None:
    change_person(account_id=cast.an.account_id, name=Name("Lò Văn Ân", "anlv"), by=admin, at=AT)
    assert "họ và tên: Lò Văn An → Lò Văn Ân" in Event.objects.latest("number").detail


def test_nobody_holds_the_same_role_twice_at_one_agency(cast: Cast, admin: Post) -> None:
    with pytest.raises(ProblemsFound) as told:
        give_post(account_id=cast.binh_staff.account_id, seat=seat(cast), by=admin, at=AT)
    assert code(told) == ["people.post-twice"]


def test_an_agency_that_is_no_more_takes_nobody(cast: Cast, admin: Post) -> None:
    cast.science.valid_to = ON
    cast.science.save()
    with pytest.raises(ProblemsFound) as told:
        give_post(account_id=cast.an.account_id, seat=seat(cast), by=admin, at=AT)
    assert code(told) == ["people.agency-ended"]


def test_a_post_is_held_until_the_day_before_it_ends(cast: Cast, admin: Post) -> None:
    end_post(post_id=cast.an.pk, until=TOMORROW, by=admin, at=AT)
    assert [len(posts_of(cast.an.account, on=day)) for day in (ON, TOMORROW)] == [1, 0]


def test_a_post_does_not_end_before_it_began(cast: Cast, admin: Post) -> None:
    with pytest.raises(ProblemsFound) as told:
        end_post(post_id=cast.an.pk, until=cast.an.since, by=admin, at=AT)
    assert "02/01/2026" in told.value.problems[0].fix


@pytest.mark.parametrize("act", ["post", "account"])
def test_the_last_administrator_stays(cast: Cast, admin: Post, act: str) -> None:
    other = a_post("Người Khác", cast.home_affairs, Role.ADMINISTRATOR)
    Account.objects.filter(pk=other.account_id).update(is_active=False)
    acts = {
        "post": lambda: end_post(post_id=admin.pk, until=TOMORROW, by=other, at=AT),
        "account": lambda: close_account(account_id=admin.account_id, by=other, at=AT),
    }
    with pytest.raises(ProblemsFound) as told:
        acts[act]()
    assert code(told) == ["people.last-administrator"]


def test_an_administrator_of_one_province_does_nothing_in_another(cast: Cast, admin: Post) -> None:
    with pytest.raises(NotAllowed):
        close_account(account_id=cast.dung.account_id, by=admin, at=AT)


def in_a_browser(account: Account) -> str:
    store = SessionStore()
    store.create()
    assert store.session_key
    signed_in(account=account, session_key=store.session_key, address="10.0.0.1", browser="Firefox", at=AT)
    return store.session_key


def test_closing_an_account_ends_its_sessions_at_once(cast: Cast, admin: Post) -> None:
    key = in_a_browser(cast.an.account)
    close_account(account_id=cast.an.account_id, by=admin, at=AT)
    assert not Session.objects.filter(session_key=key).exists()
    assert open_account(account_id=cast.an.account_id, by=admin, at=AT).is_active


def test_all_other_sessions_end_and_this_one_stays(cast: Cast) -> None:
    keys = [in_a_browser(cast.an.account) for _ in range(3)]
    assert end_other_sessions(account=cast.an.account, keep=keys[1], at=AT) == 2
    assert set(Session.objects.values_list("session_key", flat=True)) == {keys[1]}


def test_nobody_ends_the_session_of_another(cast: Cast) -> None:
    in_a_browser(cast.an.account)
    with pytest.raises(cast.an.account.open_sessions.model.DoesNotExist):
        end_session(account=cast.binh.account, session_id=cast.an.account.open_sessions.get().pk, at=AT)


def hands_over(cast: Cast, admin: Post, to: int | Name, effective: date = ON, post: Post | None = None) -> Any:
    old = post or cast.binh
    return hand_over(post_id=old.pk, to=to, title=old.title, effective=effective, by=admin, at=AT)


def test_whoever_takes_a_post_over_holds_it_from_the_day_on_which_the_other_does_not(cast: Cast, admin: Post) -> None:
    made = hands_over(cast, admin, cast.an.account_id)
    assert (made.new.agency, made.new.role, made.new.since) == (cast.science, Role.AGENCY_LEAD, ON)
    assert posts_of(cast.binh.account, on=ON) == ()


def test_somebody_new_may_take_a_post_over(cast: Cast, admin: Post) -> None:
    made = hands_over(cast, admin, Name("Đỗ Mới"))
    assert (made.new.account.username, made.new.title) == ("moid", "Giám đốc")


def test_a_colleague_takes_it_over_in_the_post_that_they_have(cast: Cast, admin: Post) -> None:
    colleague = a_post("Cầm Thị Hoa", cast.science, Role.AGENCY_STAFF)
    assert hands_over(cast, admin, colleague.account_id, post=cast.binh_staff).new == colleague


def test_what_is_open_goes_along_and_what_was_done_keeps_the_old_name(cast: Cast, admin: Post) -> None:
    open_one, done = a_ready_reading(cast.binh, content=b"mo"), a_plan(cast.binh, content=b"xong")
    task = the_assignment(done, cast.home_affairs).task
    said = Comment.objects.create(task=task, text="@Vũ Thanh Bình xem giúp", by=cast.chi, at=AT)
    Mention.objects.create(comment=said, account=cast.binh.account)
    Draft.objects.create(by=cast.binh, task=task, place="comment", text="Đang viết", at=AT)
    feed = CalendarFeed.objects.create(post=cast.binh, digest="x" * 64, made_at=AT)
    new = hands_over(cast, admin, cast.an.account_id).new
    feed.refresh_from_db()
    open_one.refresh_from_db()
    assert (open_one.received_by, Draft.objects.get().by, Mention.objects.get().account) == (new, new, new.account)
    assert feed.revoked_at == AT
    assert Reading.objects.get(plan=done).received_by == cast.binh
    assert Event.objects.get(verb="plans.plan.confirmed").account == cast.binh.account


def test_a_hand_over_of_a_later_day_waits_for_it(cast: Cast, admin: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr("longdan.app.people.jobs.schedule", lambda *job, **options: asked.append((job, options)))
    reading = a_ready_reading(cast.binh)
    made = hands_over(cast, admin, cast.an.account_id, effective=TOMORROW)
    reading.refresh_from_db()
    assert reading.received_by == cast.binh
    assert asked[0][1]["next_run"].isoformat() == "2026-03-03T00:00:00+07:00"
    move(hand_over_id=made.pk, at=AT + timedelta(days=1))
    reading.refresh_from_db()
    assert reading.received_by == made.new


def test_a_desk_is_moved_once(cast: Cast, admin: Post) -> None:
    made = hands_over(cast, admin, cast.an.account_id)
    count = Event.objects.count()
    move(hand_over_id=made.pk, at=AT)
    assert Event.objects.count() == count


@pytest.mark.parametrize("wrong", ["himself", "closed", "too early", "ended"])
def test_a_hand_over_that_makes_no_sense_changes_nothing(cast: Cast, admin: Post, wrong: str) -> None:
    if wrong == "closed":
        Account.objects.filter(pk=cast.an.account_id).update(is_active=False)
    if wrong == "ended":
        end_post(post_id=cast.binh.pk, until=TOMORROW, by=admin, at=AT)
    to = cast.binh.account_id if wrong == "himself" else cast.an.account_id
    before = Post.objects.count()
    with pytest.raises(ProblemsFound):
        hands_over(cast, admin, to, effective=cast.binh.since if wrong == "too early" else ON)
    assert Post.objects.count() == before


def test_people_are_found_without_diacritics_and_sorted_by_given_name(cast: Cast, admin: Post) -> None:
    assert [row.full_name for row in people(admin, Wanted("so khoa hoc"), at=AT, on=ON).rows] == ["Vũ Thanh Bình", "Bùi Thị Nhài"]


def test_only_administrators_see_sign_in_names_and_addresses(cast: Cast, admin: Post) -> None:
    seen = [person(by, cast.binh.account_id, at=AT, on=ON).person.username for by in (admin, cast.chi, cast.binh)]
    assert seen == [cast.binh.account.username, "", cast.binh.account.username]


def test_the_people_of_another_province_are_not_found(cast: Cast, admin: Post) -> None:
    with pytest.raises(Account.DoesNotExist):
        person(admin, cast.dung.account_id, at=AT, on=ON)


def test_the_last_administrator_hands_over_only_to_somebody_who_can_sign_in(cast: Cast) -> None:
    admin = a_post("Trần Quản", cast.home_affairs, Role.ADMINISTRATOR)
    admin.account.set_password("mot mat khau dai")
    admin.account.save()
    name = Name("Đỗ Thị Mới", "", "")
    with pytest.raises(ProblemsFound, match="chưa đặt mật khẩu"):
        hand_over(post_id=admin.pk, to=name, title="Quản trị", effective=ON, by=admin, at=AT)
