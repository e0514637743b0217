"""The door: what it takes, what it refuses, what it tells."""

import re
from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.test import Client
from django.utils import timezone

from longdan.app.agencies.models import Account, Role
from longdan.app.audit.models import Event
from longdan.app.people.actions.locks import release
from longdan.app.people.actions.passwords import invite
from longdan.app.people.models import OpenSession
from longdan.config import people_jobs as jobs
from tests.builders import a_post
from tests.cast import Cast

PASSWORD = "mot cau de nho 12"


@pytest.fixture(autouse=True)
def letters_leave(settings: Any) -> None:
    settings.LETTERS_LEAVE = True


@pytest.fixture
def cast(cast: Cast) -> Cast:
    for account in (post.account for post in (cast.an, cast.binh, cast.chi)):
        account.email = f"{account.username}@lamchau.example"
        account.set_password(PASSWORD)
        account.save()
    return cast


@pytest.fixture
def administrator(cast: Cast) -> Any:
    return a_post("Trần Quản", cast.home_affairs, Role.ADMINISTRATOR)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any) -> None:
    """The worker's letters are written at once."""
    by_name: dict[str, Callable[..., None]] = {"send_reset": jobs.send_reset, "send_invitation": jobs.send_invitation}

    def now(job: str, *told: Any, **options: Any) -> None:
        by_name[job.rpartition(".")[2]](*told)

    monkeypatch.setattr("longdan.app.people.jobs.async_task", now)


def tries(username: str, password: str, address: str = "10.0.0.1", client: Client | None = None) -> Any:
    sent = {"username": username, "password": password}
    return (client or Client()).post("/vao", sent, REMOTE_ADDR=address, HTTP_USER_AGENT="Firefox Windows")


def verbs() -> list[str]:
    return list(Event.objects.order_by("number").values_list("verb", flat=True))


def test_a_sign_in_stands_in_the_trail_and_among_the_sessions(cast: Cast) -> None:
    answer = tries(cast.an.account.username, PASSWORD)
    assert answer.status_code == 302
    assert verbs() == ["people.account.signed_in"]
    assert [one.address for one in OpenSession.objects.filter(account=cast.an.account)] == ["10.0.0.1"]


def test_a_right_password_is_refused_while_the_name_is_locked(cast: Cast) -> None:
    name = cast.an.account.username
    answers = [tries(name, "sai") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    locked = tries(name, PASSWORD)
    assert locked.status_code == 429
    assert "kể cả bằng mật khẩu đúng" in locked.content.decode()
    assert "người quản trị của tỉnh mở khóa" in locked.content.decode()


def test_a_lock_from_one_address_leaves_other_addresses_free(cast: Cast) -> None:
    name = cast.an.account.username
    for _ in range(5):
        tries(name, "sai", "203.0.113.9")
    assert tries(name, PASSWORD, "10.0.0.1").status_code == 302


def test_guessing_from_many_addresses_locks_the_name_everywhere(cast: Cast) -> None:
    name = cast.an.account.username
    for number in range(20):
        tries(name, "sai", f"203.0.113.{number // 4}")
    assert tries(name, PASSWORD, "10.0.0.1").status_code == 429


def test_attempts_at_a_locked_door_do_not_prolong_the_lock(cast: Cast) -> None:
    name = cast.an.account.username
    for _ in range(9):
        tries(name, "sai")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))
    assert tries(name, PASSWORD).status_code == 302


def test_an_administrator_releases_a_name(cast: Cast, administrator: Any) -> None:
    name = cast.an.account.username
    for _ in range(5):
        tries(name, "sai")
    release(account_id=cast.an.account_id, by=administrator, at=timezone.now())
    assert tries(name, PASSWORD).status_code == 302


def test_the_trail_tells_of_failures_and_of_the_lock_but_not_of_knocking_at_a_locked_door(cast: Cast) -> None:
    for _ in range(8):
        tries(cast.an.account.username, "sai")
    assert verbs() == ["people.account.not_let_in"] * 5 + ["people.account.locked"]


def test_a_name_that_nobody_has_is_answered_like_one_that_somebody_has(cast: Cast) -> None:
    def said(name: str) -> list[tuple[int, str]]:
        answers = [tries(name, "sai") for _ in range(6)]
        plain = [re.sub(r'csrf[^>]*value="[^"]*"|value="[^"]*"', "", one.content.decode()) for one in answers]
        return [(one.status_code, text) for one, text in zip(answers, plain, strict=True)]

    assert said("khongco") == said(cast.an.account.username)


def test_the_session_is_another_after_signing_in(cast: Cast) -> None:
    client = Client()
    client.get("/vao")
    client.session["giu"] = 1
    session = client.session
    session["giu"] = 1
    session.save()
    client.cookies["sessionid"] = session.session_key or ""
    before = session.session_key
    tries(cast.an.account.username, PASSWORD, client=client)
    assert client.cookies["sessionid"].value != before


def test_nothing_is_remembered_when_the_browser_closes(cast: Cast) -> None:
    answer = tries(cast.an.account.username, PASSWORD)
    cookie = answer.cookies["sessionid"]
    assert (cookie["expires"], cookie["max-age"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")


def test_a_closed_account_is_answered_like_a_wrong_password_and_its_sessions_are_over(cast: Cast) -> None:
    client = Client()
    tries(cast.an.account.username, PASSWORD, client=client)
    Account.objects.filter(pk=cast.an.account_id).update(is_active=False)
    assert client.get("/").status_code == 302
    assert "chưa đúng" in tries(cast.an.account.username, PASSWORD).content.decode()


def test_a_forgotten_password_is_set_anew_by_a_letter(cast: Cast, worker: None) -> None:
    client = Client()
    client.post("/vao/quen-mat-khau", {"email": cast.an.account.email})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)
    assert link
    form = client.get(link[1], follow=True)
    sent = {"new_password1": "cau moi rat de nho", "new_password2": "cau moi rat de nho"}
    client.post(form.redirect_chain[-1][0], sent)
    assert tries(cast.an.account.username, "cau moi rat de nho").status_code == 302
    assert "không còn dùng được" in Client().get(link[1], follow=True).content.decode()


def test_asking_for_a_letter_says_the_same_whether_there_is_such_an_account(cast: Cast, worker: None) -> None:
    answers = [Client().post("/vao/quen-mat-khau", {"email": to}) for to in (cast.an.account.email, "khong@co.example")]
    assert len({(one.status_code, one.headers["Location"]) for one in answers}) == 1
    assert [one.to for one in mail.outbox] == [[cast.an.account.email]]


def test_letters_do_not_pile_up(cast: Cast, worker: None) -> None:
    for _ in range(3):
        Client().post("/vao/quen-mat-khau", {"email": cast.an.account.email})
    assert len(mail.outbox) == 1


def refusing(*letter: object, **options: object) -> None:
    raise SMTPServerDisconnected("no server")


@pytest.mark.parametrize(("left", "again", "told"), [(2, [1], []), (0, [], ["people.letter.not_sent"])])
def test_a_letter_that_does_not_leave_is_tried_again_then_told(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, left: int, again: list[int], told: list[str]
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("longdan.web.workspace.letters.send_mail", refusing)
    monkeypatch.setattr("longdan.config.people_jobs.schedule", lambda job, *told, **options: asked.append(told[-1]))
    jobs.send_reset(cast.an.account_id, "http://testserver", left)
    assert (asked, verbs()) == (again, told)


def test_where_no_letters_leave_the_page_says_whom_to_ask(cast: Cast, settings: Any) -> None:
    settings.LETTERS_LEAVE = False
    assert "nhờ người quản trị" in Client().get("/vao/quen-mat-khau").content.decode()


@pytest.fixture
def code(cast: Cast, administrator: Any) -> str:
    cast.an.account.set_unusable_password()
    cast.an.account.save()
    return invite(account_id=cast.an.account_id, by=administrator, at=timezone.now())


def chooses(code: str, first: str = PASSWORD, again: str = PASSWORD) -> Any:
    client = Client()
    client.post("/vao/moi", {"ma": code})
    return client.post("/vao/moi/mat-khau", {"new_password1": first, "new_password2": again})


def test_an_invitation_sets_a_first_password_once(cast: Cast, code: str) -> None:
    assert chooses(code.lower().replace("-", "")).status_code == 302
    assert tries(cast.an.account.username, PASSWORD).status_code == 302
    assert chooses(code, "mot mat khau khac", "mot mat khau khac").status_code == 410


def test_the_link_of_a_letter_asks_for_the_password_at_an_address_without_its_code(code: str) -> None:
    client = Client()
    answer = client.get(f"/vao/moi/{code}", follow=True)
    assert (answer.redirect_chain, "Lò Văn An" in answer.content.decode()) == ([("/vao/moi/mat-khau", 302)], True)


def test_without_a_code_nobody_is_asked_for_a_first_password(db: None) -> None:
    assert Client().get("/vao/moi/mat-khau")["Location"] == "/vao/moi"


def test_a_newer_invitation_makes_the_older_worthless(cast: Cast, administrator: Any, code: str) -> None:
    invite(account_id=cast.an.account_id, by=administrator, at=timezone.now())
    assert chooses(code).status_code == 410


def test_an_invitation_runs_out(cast: Cast, administrator: Any) -> None:
    code = invite(account_id=cast.an.account_id, by=administrator, at=timezone.now() - timedelta(days=8))
    assert chooses(code).status_code == 410


@pytest.mark.parametrize(
    ("first", "again", "told"),
    [
        ("ngan", "ngan", "ít nhất 10 ký tự"),
        ("mot cau de nho", "mot cau de", "không giống nhau"),
        ("password123", "password123", "dễ đoán"),
        ("lo van anh", "lo van anh", "giống tên"),
    ],
)
def test_a_weak_or_mistyped_password_is_told_why(code: str, first: str, again: str, told: str) -> None:
    assert told in chooses(code, first, again).content.decode()


HEADERS = {
    "Content-Security-Policy": "script-src 'self'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ["/vao", "/vao/quen-mat-khau", "/vao/moi"])
def test_every_page_at_the_door_forbids_what_it_does_not_need(db: None, address: str) -> None:
    answer = Client().get(address)
    assert {name: wanted in answer.headers.get(name, "") for name, wanted in HEADERS.items()} == dict.fromkeys(HEADERS, True)


@pytest.mark.parametrize(("behind", "address"), [(False, "10.0.0.9"), (True, "198.51.100.7")])
def test_behind_a_proxy_the_address_is_what_the_proxy_wrote_last(cast: Cast, settings: Any, behind: bool, address: str) -> None:
    settings.BEHIND_PROXY = behind
    sent = {"username": cast.an.account.username, "password": PASSWORD}
    Client().post("/vao", sent, REMOTE_ADDR="10.0.0.9", headers={"X-Forwarded-For": "1.2.3.4, 198.51.100.7"})
    assert OpenSession.objects.get().address == address


def test_whoever_changes_the_password_stands_among_their_own_sessions_still(cast: Cast) -> None:
    client = Client()
    tries(cast.an.account.username, PASSWORD, client=client)
    sent = {"old_password": PASSWORD, "new_password1": "mot cau moi khac 34", "new_password2": "mot cau moi khac 34"}
    assert client.post("/toi/mat-khau", sent).status_code == 302
    assert OpenSession.objects.get(account=cast.an.account).key == client.session.session_key


def test_blanks_around_a_name_do_not_hide_a_failure_from_the_trail(cast: Cast) -> None:
    tries(f" {cast.an.account.username} ", "sai mat khau 00")
    assert verbs() == ["people.account.not_let_in"]
