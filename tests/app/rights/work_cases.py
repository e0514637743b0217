"""What is done with assignments, difficulties, evidence, comments."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from longdan.app.agencies.access import Right
from longdan.app.plans.models import AssignmentState as State
from longdan.app.plans.models import Task
from longdan.app.work.actions import commenting, difficulties, drafting, entrusting, feeding, proving, stepping
from longdan.app.work.actions.urging import urge
from longdan.app.work.states import DifficultyState, DifficultyStep, Step
from tests.app.rights.case import Call, Case
from tests.app.rights.scene import FILE, Scene
from tests.builders import AT, ON
from tests.core.documents.pictures import heic


def step(action: Callable[..., object], state: State, **more: object) -> Callable[[Scene], Call]:
    """A step of the department's assignment, which stands in the state that allows it."""

    def make(scene: Scene) -> Call:
        pk = scene.assignment(state, requested=action is stepping.decline).pk
        return lambda by: action(assignment_id=pk, by=by, at=AT, **more)

    return make


def difficulty(taken: DifficultyStep, state: DifficultyState) -> Callable[[Scene], Call]:
    def make(scene: Scene) -> Call:
        pk = scene.difficulty(state).pk
        return lambda by: difficulties.handle_difficulty(difficulty_id=pk, step=taken, by=by, text="Đồng ý", at=AT)

    return make


def urging(whom: str) -> Callable[[Scene], Call]:
    """The department's assignment of its own plan, late."""

    def make(scene: Scene) -> Call:
        given = scene.assignment()
        Task.objects.filter(pk=given.task_id).update(due=ON - timedelta(days=1), due_precision="day")
        told = {"plan_id": given.task.plan_id, "agency_id": given.agency_id}[whom]
        return lambda by: urge(by=by, at=AT, **{whom: told})

    return make


WORK: dict[str, Case] = {
    "work.accept": Case(Right.REPORT, step(stepping.accept, State.ASSIGNED)),
    "work.decline": Case(Right.DECLINE, step(stepping.decline, State.ASSIGNED, reason="Không thuộc chức năng")),
    "work.report": Case(Right.REPORT, step(stepping.report, State.ACCEPTED, text="Đã làm", percent=10)),
    "work.submit": Case(Right.REPORT, step(stepping.submit, State.UNDER_WAY, text="Đã xong")),
    "work.withdraw": Case(Right.REPORT, step(stepping.withdraw, State.SUBMITTED)),
    "work.send_back": Case(Right.VERIFY, step(stepping.send_back, State.SUBMITTED, reason="Thiếu số liệu")),
    "work.finish": Case(Right.VERIFY, step(stepping.finish, State.SUBMITTED)),
    "work.reopen": Case(Right.VERIFY, step(stepping.reopen, State.DONE, reason="Nhầm")),
    "work.cancel": Case(Right.CANCEL, step(stepping.cancel, State.ACCEPTED, reason="Không cần nữa")),
    "work.reassign": Case(Right.CANCEL, step(stepping.reassign, State.CANCELLED, reason="Cần lại")),
    "work.take_all": Case(
        Right.REPORT,
        lambda scene: partial(
            lambda pk, by: stepping.take_all(step=Step.ACCEPT, assignment_ids=[pk], by=by, at=AT), scene.assignment().pk
        ),
    ),
    "work.urge": Case(Right.URGE, urging("plan_id")),
    "work.urge: agency": Case(Right.URGE, urging("agency_id")),
    "work.entrust": Case(
        Right.ENTRUST,
        lambda scene: partial(
            lambda pk, by: entrusting.entrust(assignment_ids=[pk], to=None, by=by, at=AT), scene.assignment().pk
        ),
    ),
    "work.comment": Case(
        Right.COMMENT,
        lambda scene: partial(
            lambda pk, by: commenting.comment(task_id=pk, by=by, text="Xin hỏi", at=AT), scene.assignment().task_id
        ),
    ),
    "work.raise_difficulty": Case(
        Right.RAISE,
        lambda scene: partial(
            lambda pk, by: difficulties.raise_difficulty(assignment_id=pk, by=by, text="Thiếu người", at=AT),
            scene.assignment().pk,
        ),
    ),
    "work.handle_difficulty": Case(Right.ANSWER, difficulty(DifficultyStep.ANSWER, DifficultyState.RAISED)),
    "work.handle_difficulty: decide": Case(Right.DECIDE, difficulty(DifficultyStep.DECIDE, DifficultyState.ESCALATED)),
    "work.handle_difficulty: close": Case(Right.RAISE, difficulty(DifficultyStep.CLOSE, DifficultyState.ANSWERED)),
    "work.add_evidence": Case(
        Right.ATTACH,
        lambda scene: partial(
            lambda pk, by: proving.add_evidence(assignment_id=pk, files=[FILE], by=by, at=AT), scene.assignment().pk
        ),
    ),
    "work.add_version": Case(
        Right.ATTACH,
        lambda scene: partial(lambda pk, by: proving.add_version(evidence_id=pk, file=FILE, by=by, at=AT), scene.evidence().pk),
    ),
    "work.withdraw_evidence": Case(
        Right.ATTACH,
        lambda scene: partial(
            lambda pk, by: proving.withdraw_evidence(evidence_id=pk, reason="Nhầm tệp", by=by, at=AT), scene.evidence().pk
        ),
    ),
    "work.restore_evidence": Case(
        Right.ATTACH,
        lambda scene: partial(lambda pk, by: proving.restore_evidence(evidence_id=pk, by=by, at=AT), scene.evidence().pk),
    ),
    "work.hand_out": Case(
        Right.SEE,
        lambda scene: partial(lambda pk, by: proving.hand_out(version_id=pk, by=by, at=AT), scene.evidence().versions.get().pk),
    ),
    "work.show_picture": Case(
        Right.SEE,
        lambda scene: partial(
            lambda pk, by: proving.show_picture(version_id=pk, by=by, at=AT), scene.evidence(heic()).versions.get().pk
        ),
    ),
    "work.keep_draft": Case(
        Right.SEE,
        lambda scene: partial(
            lambda pk, by: drafting.keep_draft(task_id=pk, place="comment", text="Đang viết", by=by, at=AT),
            scene.assignment().task_id,
        ),
    ),
    "work.open_feed": Case(Right.EXPORT, lambda scene: lambda by: feeding.open_feed(by=by, at=AT), at_home=True),
}
