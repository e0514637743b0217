"""Small changes to a plan in force: who may, what they leave behind, how they are taken back."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.models import Post
from longdan.app.audit.models import Event
from longdan.app.plans import actions
from longdan.app.plans.models import Assignment, Plan, Task, TaskChange
from longdan.app.plans.queries.editing import task_to_edit
from longdan.app.work import actions as work
from longdan.core.problems import ProblemsFound
from tests.builders import AT, ON, WORDS, a_document, a_draft, a_plan, a_task, the_assignment, three_tasks
from tests.cast import Cast


def first(plan: Plan) -> Task:
    task = plan.tasks.order_by("order").first()
    assert task
    return task


def code(deed: Callable[[], object]) -> str:
    with pytest.raises(ProblemsFound) as told:
        deed()
    return told.value.problems[0].code


@pytest.mark.parametrize(
    ("field", "value", "stored", "told"),
    [
        ("text", "Rà soát mọi thủ tục.", "Rà soát mọi thủ tục.", f"nội dung: {WORDS[3]} → Rà soát mọi thủ tục."),
        ("product", "", "", "sản phẩm: Báo cáo → (trống)"),
        ("due", "30/4/2026", "2026-04-30", "thời hạn: 31/03/2026 → 30/04/2026"),
        ("due", "4/2026", "2026-04-30", "thời hạn: 31/03/2026 → 04/2026"),
        ("due", "6 tháng đầu năm", "2026-06-30", "thời hạn: 31/03/2026 → 06/2026"),
        ("due", "", "None", "thời hạn: 31/03/2026 → (trống)"),
        ("recurrence", "hằng quý", "hằng quý", "lặp lại: (trống) → hằng quý"),
    ],
)
def test_a_place_is_changed_traced_and_taken_back(cast: Cast, field: str, value: str, stored: str, told: str) -> None:
    task = first(a_plan(cast.chi))
    before = str(getattr(task, field))
    change = actions.edit_task(task_id=task.pk, by=cast.chi, field=field, value=value, at=AT)
    task.refresh_from_db()
    assert (str(getattr(task, field)), Event.objects.get(verb="plans.task.edit").detail) == (stored, told)
    assert change
    actions.undo_change(change_id=change.pk, by=cast.chi, at=AT)
    task.refresh_from_db()
    assert (str(getattr(task, field)), Event.objects.get(verb="plans.task.undone").detail) == (before, told)


def test_what_is_the_same_is_no_change(cast: Cast) -> None:
    task = first(a_plan(cast.chi))
    assert actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value=" Báo cáo ", at=AT) is None
    assert TaskChange.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("text", " ", "plans.preview.no-text"),
        ("due", "31/02/2026", "plans.preview.day"),
        ("due", "9" * 61, "plans.change.long"),
        ("recurrence", "x" * 61, "plans.change.long"),
        ("text", "a\0b", "plans.change.long"),
        ("key", "x", "plans.change.field"),
        ("x" * 500, "x", "plans.change.field"),
    ],
)
def test_what_cannot_be_meant_is_refused(cast: Cast, field: str, value: str, expected: str) -> None:
    task = first(a_plan(cast.chi))
    assert code(lambda: actions.edit_task(task_id=task.pk, by=cast.chi, field=field, value=value, at=AT)) == expected


@pytest.mark.parametrize("who", ["an", "binh", "binh_staff", "leader", "auditor", "dung"])
def test_only_who_looks_after_the_plan_may_change_it(cast: Cast, who: str) -> None:
    by: Post = getattr(cast, who)
    plan = a_plan(cast.chi)
    task = first(plan)
    deeds: list[Callable[[], object]] = [
        lambda: actions.edit_task(task_id=task.pk, by=by, field="product", value="x", at=AT),
        lambda: actions.add_task(plan_id=plan.pk, by=by, text="x", at=AT),
        lambda: actions.withdraw_task(task_id=task.pk, by=by, reason="x", at=AT),
        lambda: actions.assign_task(task_id=task.pk, by=by, role="lead", agency="Sở Nội vụ", at=AT),
        lambda: actions.carry_over(plan_id=plan.pk, by=by, at=AT),
    ]
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()


def test_a_task_that_is_withdrawn_keeps_its_reports_and_comes_back(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.commune)
    work.report(assignment_id=duty.pk, by=cast.an, text="Đã làm", percent=40, at=AT)
    change = actions.withdraw_task(task_id=duty.task_id, by=cast.chi, reason="Trùng với kế hoạch khác", at=AT)
    assert Task.objects.get(pk=duty.task_id).withdrawn_at
    assert code(lambda: actions.withdraw_task(task_id=duty.task_id, by=cast.chi, reason="x", at=AT)) == "plans.change.withdrawn"
    actions.undo_change(change_id=change.pk, by=cast.chi, at=AT)
    duty.refresh_from_db()
    assert (Task.objects.get(pk=duty.task_id).withdrawn_at, duty.state, duty.percent) == (None, "under_way", 40)


def test_withdrawing_and_releasing_need_a_reason(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    duty = the_assignment(plan, cast.commune)
    assert code(lambda: actions.withdraw_task(task_id=duty.task_id, by=cast.chi, reason=" ", at=AT)) == "plans.change.reason"
    assert code(lambda: actions.release_agency(assignment_id=duty.pk, by=cast.chi, reason="", at=AT)) == "plans.change.reason"


def test_a_task_added_by_hand_outlives_an_amended_document(cast: Cast) -> None:
    plan = a_plan(cast.chi)
    added = actions.add_task(plan_id=plan.pk, by=cast.chi, text="Kiểm tra đột xuất tại ba xã.", section="II", at=AT)
    of = a_document(*WORDS, "Bổ sung kinh phí.")
    a_plan(cast.chi, of, a_draft(of, [*three_tasks(of), a_task(of, "Bổ sung kinh phí.")]), content=b"sua doi")
    added.refresh_from_db()
    assert (added.withdrawn_at, plan.tasks.filter(withdrawn_at__isnull=True).count()) == (None, 5)


@pytest.mark.parametrize(("typed", "count"), [("sở kh&cn", 1), ("UBND các xã, phường, đặc khu", 2)])
def test_an_agency_or_a_group_is_given_a_task_and_released_by_undoing(cast: Cast, typed: str, count: int) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[5])
    change = actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency=typed, at=AT)
    assert task.assignments.filter(role="lead", state="assigned").count() == count
    actions.undo_change(change_id=change.pk, by=cast.chi, at=AT)
    assert set(task.assignments.values_list("state", flat=True)) == {"cancelled"}


def test_who_has_a_task_is_not_given_it_twice(cast: Cast) -> None:
    task = first(a_plan(cast.chi))
    assert code(
        lambda: actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency="Sở Nội vụ", at=AT)
    ) == "plans.change.given"  # fmt: skip


def test_an_agency_is_released_with_a_reason_and_back_as_it_was(cast: Cast) -> None:
    duty = the_assignment(a_plan(cast.chi), cast.commune)
    work.report(assignment_id=duty.pk, by=cast.an, text="Đã làm", percent=40, at=AT)
    change = actions.release_agency(assignment_id=duty.pk, by=cast.chi, reason="Chuyển cho phường", at=AT)
    assert (Assignment.objects.get(pk=duty.pk).state, change.before) == ("cancelled", "under_way")
    actions.undo_change(change_id=change.pk, by=cast.chi, at=AT)
    duty.refresh_from_db()
    assert (duty.state, duty.percent) == ("under_way", 40)


def test_what_was_given_is_not_taken_back_once_work_on_it_is_reported(cast: Cast) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[5])
    change = actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency="UBND xã An Bình", at=AT)
    work.report(assignment_id=task.assignments.get().pk, by=cast.an, text="Đã làm", percent=10, at=AT)
    assert code(lambda: actions.undo_change(change_id=change.pk, by=cast.chi, at=AT)) == "plans.change.begun"


def test_an_earlier_change_is_not_taken_back_under_a_later_one(cast: Cast) -> None:
    task = first(a_plan(cast.chi))
    earlier = actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value="Biên bản", at=AT)
    actions.edit_task(task_id=task.pk, by=cast.chi, field="product", value="Quyết định", at=AT)
    assert earlier
    assert code(lambda: actions.undo_change(change_id=earlier.pk, by=cast.chi, at=AT)) == "plans.change.later"


def test_what_was_changed_is_listed_in_words(cast: Cast) -> None:
    task = first(a_plan(cast.chi))
    actions.edit_task(task_id=task.pk, by=cast.chi, field="due", value="4/2026", at=AT)
    actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency="UBND xã An Bình", at=AT)
    actions.withdraw_task(task_id=task.pk, by=cast.chi, reason="Trùng", at=AT)
    rows = [(row.words, row.before, row.after, row.reason) for row in task_to_edit(cast.chi, task.pk, on=ON).changes]
    assert rows == [
        ("Rút nhiệm vụ", "", "", "Trùng"),
        ("Giao thêm", "", "UBND xã An Bình", ""),
        ("Sửa thời hạn", "31/03/2026", "04/2026", ""),
    ]


@pytest.mark.parametrize(("typed", "state"), [("UBND xã An Bình", "cancelled"), ("UBND các xã, phường, đặc khu", "accepted")])
def test_what_was_given_and_only_accepted_is_taken_back_or_that_is_refused(cast: Cast, typed: str, state: str) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[5])
    change = actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency=typed, at=AT)
    given = task.assignments.get(agency=cast.commune)
    work.accept(assignment_id=given.pk, by=cast.an, at=AT + timedelta(hours=1))
    with nullcontext() if state == "cancelled" else pytest.raises(ProblemsFound):
        actions.undo_change(change_id=change.pk, by=cast.chi, at=AT + timedelta(hours=2))
    given.refresh_from_db()
    assert (given.state, TaskChange.objects.get(pk=change.pk).undone_at is None) == (state, state == "accepted")


def test_what_was_reported_later_is_not_taken_back(cast: Cast) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[5])
    change = actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency="UBND xã An Bình", at=AT)
    later = AT + timedelta(hours=1)
    work.report(assignment_id=task.assignments.get().pk, by=cast.an, text="Đã làm", percent=10, at=later)
    assert code(lambda: actions.undo_change(change_id=change.pk, by=cast.chi, at=later)) == "plans.change.begun"


@pytest.mark.parametrize("typed", ["khoa học", "KHOA HOC", "Sở KH&CN", "công nghệ", "sở khoa học và công nghệ"])
def test_a_name_typed_without_choosing_is_taken_where_it_names_one_agency(cast: Cast, typed: str) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[5])
    actions.assign_task(task_id=task.pk, by=cast.chi, agency=typed, role="lead", at=AT)
    assert task.assignments.get(agency=cast.science)


@pytest.mark.parametrize(("typed", "words"), [("Sở", "gõ vài chữ"), ("UBND", "chọn đúng tên"), ("Sở Không Có", "gõ vài chữ")])
def test_a_name_typed_that_names_several_or_nobody_is_refused_with_what_to_do(cast: Cast, typed: str, words: str) -> None:
    plan = a_plan(cast.chi)
    with pytest.raises(ProblemsFound, match=words):
        actions.assign_task(task_id=plan.tasks.get(text=WORDS[5]).pk, by=cast.chi, agency=typed, role="lead", at=AT)


def test_undoing_the_release_of_what_was_sent_back_restores_the_reason(cast: Cast) -> None:
    duty = the_assignment(a_plan(cast.chi), cast.home_affairs)
    work.submit(assignment_id=duty.pk, by=cast.chi, text="Xong", at=AT)
    work.send_back(assignment_id=duty.pk, by=cast.chi, reason="Thiếu số liệu", at=AT)
    change = actions.release_agency(assignment_id=duty.pk, by=cast.chi, reason="Chia lại", at=AT)
    actions.undo_change(change_id=change.pk, by=cast.chi, at=AT)
    duty.refresh_from_db()
    assert (duty.state, duty.state_reason, duty.percent) == ("returned", "Thiếu số liệu", 100)


def test_a_release_is_not_undone_once_the_agency_has_the_task_again(cast: Cast) -> None:
    duty = the_assignment(a_plan(cast.chi), cast.home_affairs)
    change = actions.release_agency(assignment_id=duty.pk, by=cast.chi, reason="Chia lại", at=AT)
    work.reassign(assignment_id=duty.pk, by=cast.chi, reason="Giao lại", at=AT)
    assert code(lambda: actions.undo_change(change_id=change.pk, by=cast.chi, at=AT)) == "plans.change.later"
    assert not Event.objects.filter(verb="plans.task.undone").exists()


def test_the_adding_of_a_task_is_undone_only_while_the_task_stands(cast: Cast) -> None:
    task = actions.add_task(plan_id=a_plan(cast.chi).pk, by=cast.chi, text="Việc thêm", at=AT)
    added = TaskChange.objects.get(task=task)
    withdrawn = actions.withdraw_task(task_id=task.pk, by=cast.chi, reason="Trùng", at=AT)
    assert code(lambda: actions.undo_change(change_id=added.pk, by=cast.chi, at=AT)) == "plans.change.later"
    actions.undo_change(change_id=withdrawn.pk, by=cast.chi, at=AT)
    actions.undo_change(change_id=added.pk, by=cast.chi, at=AT)
    task.refresh_from_db()
    assert task.withdrawn_at == AT


@pytest.mark.parametrize("undone", [0, 1])
def test_of_two_that_were_given_a_task_each_is_taken_back_by_itself(cast: Cast, undone: int) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[5])
    names = ("Sở Nội vụ", "Sở KH&CN")
    changes = [actions.assign_task(task_id=task.pk, by=cast.chi, role="lead", agency=name, at=AT) for name in names]
    actions.undo_change(change_id=changes[undone].pk, by=cast.chi, at=AT)
    left = task.assignments.exclude(state="cancelled").get()
    assert left == changes[1 - undone].assignment


def test_a_group_is_taken_back_whatever_an_agency_given_before_has_done_since(cast: Cast) -> None:
    task = a_plan(cast.chi).tasks.get(text=WORDS[5])
    actions.assign_task(task_id=task.pk, by=cast.chi, role="responsible", agency="Sở Nội vụ", at=AT)
    group = actions.assign_task(
        task_id=task.pk, by=cast.chi, role="responsible", agency="UBND các xã, phường, đặc khu", at=AT + timedelta(minutes=1)
    )
    alone = task.assignments.get(agency=cast.home_affairs)
    work.accept(assignment_id=alone.pk, by=cast.chi, at=AT + timedelta(minutes=2))
    actions.undo_change(change_id=group.pk, by=cast.chi, at=AT + timedelta(minutes=3))
    assert task.assignments.exclude(state="cancelled").get() == alone
