"""What people say at a task: comments, whom they call, drafts that are kept while one types."""

from datetime import timedelta

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.audit.models import Event
from longdan.app.plans.models import Task
from longdan.app.work import actions
from longdan.app.work.matching import Person, called
from longdan.app.work.models import Comment, Draft, Mention
from longdan.app.work.queries import people_to_call, task, today
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, a_plan, a_post
from tests.cast import Cast

AN, CHI, CHI_TWO = Person(1, "an.lv", "Lò Văn An"), Person(2, "chi", "Lê Thị Chi"), Person(3, "chi.2", "Lê Thị Chi")
LAN = Person(4, "lan", "Bùi Thị Lan Hương")
SHORTER = Person(5, "ng", "Bùi Thị Lan")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@Lò Văn An xem giúp", [AN]),
        ("Nhờ @lo van an, và @chi gửi số liệu", [AN, CHI]),
        ("(@an.lv) đã rõ", [AN]),
        ("@an.lv.", [AN]),
        ("@Lò Văn An, @an.lv", [AN]),
        ("@Bùi Thị Lan Hương ơi", [LAN]),
        ("@Bùi Thị Lan gửi nhé", [SHORTER]),
        ("Hẹn @ 5 giờ; thư gửi an@vd.vn", []),
        ("Không gọi ai", []),
    ],
)
def test_a_call_means_the_longest_name_that_it_begins_with(text: str, found: list[Person]) -> None:
    assert list(called(text, [AN, CHI, LAN, SHORTER])) == found


@pytest.mark.parametrize(
    ("text", "words"), [("@Lê Thị Chi xem", "@chi, @chi.2"), ("@Nguyễn Không Ai xem", "không có ai tên như vậy")]
)
def test_a_call_that_is_nobodys_name_or_several_peoples_says_what_to_write(text: str, words: str) -> None:
    with pytest.raises(ProblemsFound, match=words):
        called(text, [AN, CHI, CHI_TWO])


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
