"""What happens to an assignment: every state with every step, who may take it, and what it leaves behind."""

import pytest

from longdan.app.agencies.access import NotAllowed
from longdan.app.agencies.models import Post, Role
from longdan.app.audit.models import Event
from longdan.app.plans.models import Assignment, AssignmentState, Plan
from longdan.app.work import actions, states
from longdan.app.work.access import steps
from longdan.app.work.models import StepTaken, Update
from longdan.app.work.queries import task
from longdan.app.work.states import Step
from longdan.core.problems import ProblemsFound
from tests.builders import AT, a_post, the_assignment
from tests.cast import Cast

# Where each step leads from each state; "-": refused.
TABLE = """
             accept    decline   report     submit     withdraw   send_back  finish  reopen    cancel     reassign
assigned     accepted  declined  under_way  submitted  -          -          -       -         cancelled  -
accepted     -         -         under_way  submitted  assigned   -          -       -         cancelled  -
under_way    -         -         under_way  submitted  -          -          -       -         cancelled  -
submitted    -         -         -          -          under_way  returned   done    -         cancelled  -
returned     -         -         under_way  submitted  -          -          -       -         cancelled  -
done         -         -         -          -          -          -          -       returned  -          -
cancelled    -         -         -          -          -          -          -       -         -          assigned
declined     -         -         -          -          -          -          -       -         -          assigned
"""


def cells() -> list[tuple[str, Step, str]]:
    head, *lines = TABLE.strip("\n").splitlines()
    pairs = [(line.split()[0], zip(head.split(), line.split()[1:], strict=True)) for line in lines]
    return [(state, Step(step), result) for state, row in pairs for step, result in row]


OWN_STEPS = (Step.ACCEPT, Step.DECLINE, Step.REPORT, Step.SUBMIT, Step.WITHDRAW)


def take(step: Step, assignment: Assignment, by: Post, said: str = "Đã làm xong bước một") -> None:
    more: dict[Step, dict[str, object]] = {
        Step.REPORT: {"text": said, "percent": 40},
        Step.SUBMIT: {"text": said},
        Step.SEND_BACK: {"reason": said},
        Step.CANCEL: {"reason": said},
        Step.DECLINE: {"reason": said},
        Step.REOPEN: {"reason": said},
        Step.REASSIGN: {"reason": said},
    }
    getattr(actions, step)(assignment_id=assignment.pk, by=by, at=AT, **more.get(step, {}))


def test_the_table_names_every_state_and_every_step() -> None:
    assert {(state, step) for state, step, _ in cells()} == {(state, step) for state in AssignmentState for step in Step}
    assert {(state, step): after for state, step, after in cells() if after != "-"} == states.AFTER


@pytest.mark.parametrize(("state", "step", "result"), cells())
def test_a_step_leads_where_the_table_says(cast: Cast, plan: Plan, state: str, step: Step, result: str) -> None:
    assignment = the_assignment(plan, cast.commune)
    Assignment.objects.filter(pk=assignment.pk).update(state=state, state_reason="có lý do", requested=True)
    head = a_post("Lường Văn Hặc", cast.commune, Role.AGENCY_LEAD, "Chủ tịch UBND xã")
    by = head if step in OWN_STEPS else cast.chi
    if result == "-":
        with pytest.raises(ProblemsFound, match="không thể"):
            take(step, assignment, by)
    else:
        take(step, assignment, by)
    assignment.refresh_from_db()
    assert assignment.state == (state if result == "-" else result)
    assert StepTaken.objects.count() == Event.objects.filter(thing="assignment").count() == (0 if result == "-" else 1)


def test_the_whole_road_from_given_to_done(cast: Cast, plan: Plan) -> None:
    assignment = the_assignment(plan, cast.commune)
    take(Step.ACCEPT, assignment, cast.an)
    take(Step.REPORT, assignment, cast.an)
    take(Step.SUBMIT, assignment, cast.an)
    take(Step.SEND_BACK, assignment, cast.chi, "Thiếu số liệu tháng 2")
    assignment.refresh_from_db()
    assert (assignment.state, assignment.state_reason) == (AssignmentState.RETURNED, "Thiếu số liệu tháng 2")
    take(Step.SUBMIT, assignment, cast.an)
    take(Step.FINISH, assignment, cast.chi)
    page = task(cast.an, assignment.task_id, at=AT)
    assert [duty.state for duty in page.duties] == ["done", "assigned"]
    assert list(Update.objects.values_list("percent", flat=True)) == [100, 100, 40]
    assert [entry.words for entry in reversed(page.history)] == [
        "nhận việc", "báo cáo tiến độ", "nộp kết quả", "trả lại", "nộp kết quả", "duyệt hoàn thành",
    ]  # fmt: skip


@pytest.mark.parametrize("step", [Step.ACCEPT, Step.REPORT, Step.SUBMIT])
def test_nobody_reports_for_another_agency(cast: Cast, plan: Plan, step: Step) -> None:
    for stranger in (cast.binh, cast.chi, cast.dung, cast.leader, cast.auditor):
        with pytest.raises(NotAllowed):
            take(step, the_assignment(plan, cast.commune), stranger)


@pytest.mark.parametrize("step", [Step.SEND_BACK, Step.FINISH, Step.CANCEL])
def test_only_those_who_gave_a_task_judge_it(cast: Cast, plan: Plan, step: Step) -> None:
    assignment = the_assignment(plan, cast.commune)
    take(Step.SUBMIT, assignment, cast.an)
    for stranger in (cast.an, cast.binh, cast.dung, cast.leader, cast.auditor):
        with pytest.raises(NotAllowed):
            take(step, assignment, stranger)


@pytest.mark.parametrize(
    ("step", "words"),
    [(Step.REPORT, "nội dung báo cáo"), (Step.SUBMIT, "kết quả"), (Step.SEND_BACK, "lý do"), (Step.CANCEL, "lý do")],
)
def test_who_says_nothing_is_asked_to(cast: Cast, plan: Plan, step: Step, words: str) -> None:
    assignment = the_assignment(plan, cast.commune)
    by = cast.an
    if step in (Step.SEND_BACK, Step.CANCEL):
        take(Step.SUBMIT, assignment, cast.an)
        by = cast.chi
    with pytest.raises(ProblemsFound, match=words):
        take(step, assignment, by, said="   ")


@pytest.mark.parametrize("percent", [-1, 101])
def test_more_than_all_is_refused(cast: Cast, plan: Plan, percent: int) -> None:
    with pytest.raises(ProblemsFound, match="0–100"):
        actions.report(assignment_id=the_assignment(plan, cast.commune).pk, by=cast.an, text="Xong", percent=percent, at=AT)


def test_a_withdrawn_task_takes_no_steps(cast: Cast, plan: Plan) -> None:
    plan.tasks.update(withdrawn_at=AT)
    with pytest.raises(ProblemsFound, match="không còn nhiệm vụ này"):
        take(Step.ACCEPT, the_assignment(plan, cast.commune), cast.an)


@pytest.mark.parametrize(
    ("who", "state", "offered"),
    [
        ("an", "assigned", {Step.ACCEPT, Step.REPORT, Step.SUBMIT}),
        ("an", "submitted", {Step.WITHDRAW}),
        ("an", "done", set[Step]()),
        ("chi", "done", {Step.REOPEN}),
        ("chi", "cancelled", {Step.REASSIGN}),
        ("chi", "assigned", {Step.CANCEL}),
        ("chi", "submitted", {Step.SEND_BACK, Step.FINISH, Step.CANCEL}),
        ("binh", "assigned", set[Step]()),
        ("auditor", "submitted", set[Step]()),
    ],
)
def test_a_page_offers_only_the_steps_that_would_be_taken(
    cast: Cast, plan: Plan, who: str, state: str, offered: set[Step]
) -> None:
    assignment = the_assignment(plan, cast.commune)
    assignment.state = state
    assert set(steps(assignment, getattr(cast, who))) == offered


def test_what_was_handed_in_and_taken_back_twice_is_again_as_far_as_was_reported(cast: Cast, plan: Plan) -> None:
    duty = the_assignment(plan, cast.commune)
    actions.report(assignment_id=duty.pk, by=cast.an, text="Đang làm", percent=40, at=AT)
    for _ in range(2):
        actions.submit(assignment_id=duty.pk, by=cast.an, text="Xong", at=AT)
        assert actions.withdraw(assignment_id=duty.pk, by=cast.an, at=AT).percent == 40
