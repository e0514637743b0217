"""What people say at a task: comments, whom they call, drafts that are kept while one types."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from longdan.app.agencies.access import NotAllowed
from longdan.app.audit.models import Event
from longdan.app.plans.models import Task
from longdan.app.work import actions
from longdan.app.work.matching import Person, called, told_apart
from longdan.app.work.models import Comment, Draft, Mention
from longdan.app.work.queries import people_to_call, task, today
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, a_plan, a_post
from tests.cast import Cast

AN, CHI, CHI_TWO, CHI_HERE, LAN, SHORTER = told_apart([
    Person(1, "Lò Văn An", "Chuyên viên", "UBND xã An Bình"), Person(2, "Lê Thị Chi", "Trưởng phòng", "Sở Nội vụ"),
    Person(3, "Lê Thị Chi", "Phó Giám đốc", "Sở Y tế"), Person(6, "Lê Thị Chi", "Chuyên viên", "Sở Nội vụ"),
    Person(4, "Bùi Thị Lan Hương", "Chuyên viên", "Sở Y tế"), Person(5, "Bùi Thị Lan", "Chuyên viên", "Sở Y tế"),
])  # fmt: skip
EVERYBODY = [AN, CHI, CHI_TWO, CHI_HERE, LAN, SHORTER]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@Lò Văn An xem giúp", [AN]),
        ("Nhờ @lo van an, và @le thi chi (sở y tế) gửi số liệu", [AN, CHI_TWO]),
        ("@Lê Thị Chi (số 6) đã rõ", [CHI_HERE]),
        ("@Lò Văn An (khẩn), @Lò Văn An", [AN]),
        ("@Bùi Thị Lan Hương ơi", [LAN]),
        ("@Bùi Thị Lan gửi nhé", [SHORTER]),
        ("Hẹn @ 5 giờ; thư gửi an@vd.vn", []),
        ("Không gọi ai", []),
    ],
)
def test_a_call_means_the_longest_name_that_it_begins_with(text: str, found: list[Person]) -> None:
    assert list(called(text, EVERYBODY)) == found


@pytest.mark.parametrize("one", EVERYBODY, ids=lambda one: one.handle)
def test_whoever_is_offered_is_meant_by_what_is_offered(one: Person) -> None:
    assert called(f"Nhờ @{one.handle} xem", EVERYBODY) == (one,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@Lê Thị Chi xem", r"@Lê Thị Chi \(số 2\), @Lê Thị Chi \(Sở Y tế\), @Lê Thị Chi \(số 6\)"),
        ("@Lê Thị Chi (Sở Nội vụ) xem", "2 người cùng tên"),
        ("@Nguyễn Không Ai xem", "không có ai tên như vậy"),
        ("@chi.2 xem", "không có ai tên như vậy"),
    ],
)
def test_a_call_that_is_nobodys_name_or_several_peoples_says_what_to_write(text: str, words: str) -> None:
    with pytest.raises(ProblemsFound, match=words):
        called(text, EVERYBODY)


@pytest.fixture
def one(cast: Cast) -> Task:
    return a_plan(cast.chi).tasks.all()[0]


def say(one: Task, by: object, text: str) -> Comment:
    actions.comment(task_id=one.pk, by=by, text=text, at=AT)  # type: ignore[arg-type]
    return Comment.objects.latest("pk")


def test_who_is_called_sees_it_until_it_is_read(cast: Cast, one: Task) -> None:
    say(one, cast.chi, "@Lò Văn An gửi số liệu tháng này")
    assert [row.text for row in today(cast.an, on=ON).mentions] == ["@Lò Văn An gửi số liệu tháng này"]
    assert today(cast.binh, on=ON).mentions == ()
    assert task(cast.an, one.pk, at=AT).called
    actions.read_mentions(task_id=one.pk, by=cast.an, at=AT)
    assert today(cast.an, on=ON).mentions == ()
    assert not task(cast.an, one.pk, at=AT).called


def test_words_taken_back_call_nobody_and_can_be_said_again(cast: Cast, one: Task) -> None:
    made = say(one, cast.chi, "@Lò Văn An xem")
    actions.withdraw_comment(comment_id=made.pk, by=cast.chi, at=AT)
    assert today(cast.an, on=ON).mentions == ()
    assert [entry.text for entry in task(cast.an, one.pk, at=AT).history if entry.kind == "comment"] == [""]
    actions.restore_comment(comment_id=made.pk, by=cast.chi, at=AT)
    assert len(today(cast.an, on=ON).mentions) == 1
    assert Event.objects.filter(thing="comment").count() == 3


def test_nobody_takes_back_what_another_said(cast: Cast, one: Task) -> None:
    made = say(one, cast.chi, "Xem giúp")
    with pytest.raises(ProblemsFound, match="chỉ người viết"):
        actions.withdraw_comment(comment_id=made.pk, by=cast.an, at=AT)


def test_those_who_only_look_and_those_of_elsewhere_say_nothing(cast: Cast, one: Task) -> None:
    for stranger in (cast.auditor, cast.dung):
        with pytest.raises(NotAllowed):
            say(one, stranger, "Xin chào")
    assert not Comment.objects.exists()


def test_a_refused_call_says_nothing(cast: Cast, one: Task) -> None:
    with pytest.raises(ProblemsFound):
        say(one, cast.chi, "@Phạm Dung xem")  # of another province
    assert not Mention.objects.exists()
    assert not Comment.objects.exists()


def test_people_of_one_province_are_offered_by_words_without_diacritics(cast: Cast) -> None:
    ended = a_post("Vũ Thanh Xa", cast.science, cast.binh.role)
    ended.until = ON
    ended.save()
    assert [person.full_name for person in people_to_call(cast.chi, on=ON, search="vu thanh")] == ["Vũ Thanh Bình"]
    assert people_to_call(cast.chi, on=ON, search="phạm dung") == ()
    assert [person.full_name for person in people_to_call(cast.chi, on=ON, search="bình (khoa hoc")] == ["Vũ Thanh Bình"]


def test_how_people_sign_in_is_offered_to_nobody(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.an.account, backend="django.contrib.auth.backends.ModelBackend")
    told = client.get(reverse("suggest-people"), {"q": "Thanh Bình"}).content.decode()
    assert cast.binh.account.username not in told
    assert json.loads(told)["people"] == [
        {"call": "Vũ Thanh Bình", "name": "Vũ Thanh Bình", "place": "Giám đốc, Sở Khoa học và Công nghệ"}
    ]


@pytest.mark.parametrize("place", ["", "x" * 60, "comment-", "trộm", "comment-1-2", "accept-12345678901234567890", "accept\n"])
def test_a_draft_lies_in_a_field_of_the_page_only(cast: Cast, one: Task, place: str) -> None:
    with pytest.raises(ProblemsFound, match="không có ô nào"):
        actions.keep_draft(task_id=one.pk, place=place, text="Nháp", by=cast.an, at=AT)


def test_a_post_keeps_so_many_drafts_the_oldest_make_room(cast: Cast, one: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longdan.app.work.actions.drafting.MOST", 3)
    for number in range(5):
        actions.keep_draft(task_id=one.pk, place=f"submit-{number}", text="Nháp", by=cast.an, at=AT + timedelta(minutes=number))
    actions.keep_draft(task_id=one.pk, place="comment", text="Của Chi", by=cast.chi, at=AT)
    assert set(Draft.objects.values_list("place", flat=True)) == {"submit-2", "submit-3", "submit-4", "comment"}


def test_a_draft_is_kept_shown_again_and_forgotten_once_it_is_sent(cast: Cast, one: Task) -> None:
    for words in ("Nhờ các", "Nhờ các anh chị"):
        actions.keep_draft(task_id=one.pk, place="comment", text=words, by=cast.chi, at=AT)
    assert task(cast.chi, one.pk, at=AT).drafts["comment"].text == "Nhờ các anh chị"
    assert task(cast.chi_two, one.pk, at=AT).drafts == {}
    say(one, cast.chi, "Nhờ các anh chị gửi sớm")
    assert not Draft.objects.exists()


def test_an_emptied_field_keeps_no_draft(cast: Cast, one: Task) -> None:
    actions.keep_draft(task_id=one.pk, place="comment", text="Nhờ", by=cast.chi, at=AT)
    actions.keep_draft(task_id=one.pk, place="comment", text="  ", by=cast.chi, at=AT)
    assert not Draft.objects.exists()


def test_a_draft_that_is_no_longer_words_is_refused(cast: Cast, one: Task) -> None:
    with pytest.raises(ProblemsFound, match="quá dài"):
        actions.keep_draft(task_id=one.pk, place="comment", text="a" * 20_001, by=cast.chi, at=AT)


def test_two_who_write_at_the_same_task_are_told_of_each_other(cast: Cast, one: Task) -> None:
    actions.keep_draft(task_id=one.pk, place="comment", text="Nhờ", by=cast.chi, at=AT)
    assert task(cast.chi_two, one.pk, at=AT + timedelta(minutes=14)).others_writing == ("Lê Thị Chi",)
    assert task(cast.chi_two, one.pk, at=AT + timedelta(minutes=16)).others_writing == ()
    assert task(cast.chi, one.pk, at=AT).others_writing == ()
    assert task(cast.an, one.pk, at=AT).others_writing == ()  # of another agency
