"""What one press sends twice happens once; what is said again a while later is said again."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db.models import Model

from longdan.app.agencies.models import Post
from longdan.app.audit.models import Event
from longdan.app.plans import actions as plans
from longdan.app.plans.models import Assignment, Plan
from longdan.app.work import actions
from longdan.app.work.models import Comment, Difficulty, Evidence, Mention, Update
from longdan.core.documents.sources import SourceFile
from tests.builders import AT, the_assignment
from tests.cast import Cast

REPORT = SourceFile("Biên bản.txt", b"Bien ban")
SECOND, LATER = AT + timedelta(seconds=2), AT + timedelta(minutes=2)
Sending = Callable[[Assignment, Post, datetime], object]
SENDINGS: dict[type[Model], Sending] = {
    Comment: lambda duty, by, at: actions.comment(task_id=duty.task_id, by=by, text="Xin hỏi @Lê Thị Chi", at=at),
    Difficulty: lambda duty, by, at: actions.raise_difficulty(
        assignment_id=duty.pk, by=by, text="Thiếu người", proposal="Thêm người", at=at
    ),
    Update: lambda duty, by, at: actions.report(assignment_id=duty.pk, by=by, text="Đã rà soát", percent=40, at=at),
    Evidence: lambda duty, by, at: actions.add_evidence(assignment_id=duty.pk, files=[REPORT], by=by, at=at),
}


@pytest.fixture
def duty(cast: Cast, kept_plan: Plan) -> Assignment:
    return the_assignment(kept_plan, cast.commune)


@pytest.mark.parametrize("table", SENDINGS)
@pytest.mark.parametrize(("again", "rows"), [(AT, 1), (SECOND, 1), (LATER, 2)])
def test_sent_twice_by_one_press_is_once_and_said_again_later_is_twice(
    cast: Cast, duty: Assignment, table: type[Model], again: datetime, rows: int
) -> None:
    for at in (AT, again):
        SENDINGS[table](duty, cast.an, at)
    events = Event.objects.filter(at__gte=AT, account_id=cast.an.account_id)
    assert (table._default_manager.count(), events.count()) == (rows, rows)


def test_who_is_called_by_words_that_came_twice_is_called_once(cast: Cast, duty: Assignment) -> None:
    for _ in range(2):
        SENDINGS[Comment](duty, cast.an, AT)
    assert Mention.objects.count() == 1


@pytest.mark.parametrize("table", SENDINGS)
def test_another_says_the_same_words_at_the_same_moment(cast: Cast, duty: Assignment, table: type[Model]) -> None:
    colleague = Post.objects.get(pk=cast.an.pk)
    colleague.pk = None
    colleague.account = cast.binh_staff.account
    colleague.save()
    for by in (cast.an, colleague):
        SENDINGS[table](duty, by, AT)
    assert table._default_manager.count() == 2


def test_a_figure_that_is_set_right_and_back_at_once_counts(cast: Cast, duty: Assignment) -> None:
    for percent in (40, 60, 40):
        actions.report(assignment_id=duty.pk, by=cast.an, text="Đã rà soát", percent=percent, at=AT)
    duty.refresh_from_db()
    assert (duty.percent, Update.objects.count()) == (40, 3)


def test_what_was_taken_back_may_be_said_again_at_once(cast: Cast, duty: Assignment) -> None:
    SENDINGS[Comment](duty, cast.an, AT)
    actions.withdraw_comment(comment_id=Comment.objects.get().pk, by=cast.an, at=AT)
    (evidence,) = actions.add_evidence(assignment_id=duty.pk, files=[REPORT], by=cast.an, at=AT)
    actions.withdraw_evidence(evidence_id=evidence.pk, reason="Nhầm", by=cast.an, at=AT)
    for table in (Comment, Evidence):
        SENDINGS[table](duty, cast.an, SECOND)
    assert [table._default_manager.filter(withdrawn_at=None).count() for table in (Comment, Evidence)] == [1, 1]  # type: ignore[misc]


@pytest.mark.parametrize(("again", "section", "rows"), [(SECOND, "", 1), (LATER, "", 2), (SECOND, "I", 2)])
def test_a_task_added_twice_by_one_press_is_one(cast: Cast, kept_plan: Plan, again: datetime, section: str, rows: int) -> None:
    before = kept_plan.tasks.count()
    kept_plan.sections.get_or_create(path="I", defaults={"title": "Phần một", "order": 0})
    for at, into in ((AT, ""), (again, section)):
        plans.add_task(plan_id=kept_plan.pk, by=cast.chi, text="Rà soát thủ tục", section=into, at=at)
    assert kept_plan.tasks.count() - before == rows


def test_of_several_files_those_that_came_before_are_not_added_again(cast: Cast, duty: Assignment) -> None:
    other = SourceFile("Danh sách.txt", b"Danh sach")
    for files in ([REPORT], [REPORT, other]):
        made = actions.add_evidence(assignment_id=duty.pk, files=files, by=cast.an, at=AT)
    assert ([one.title for one in made], Evidence.objects.count()) == (["Biên bản", "Danh sách"], 2)
