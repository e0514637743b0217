"""When an assignment, or a difficulty of one, may take which step."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from longdan.app.plans.models import RELEASED
from longdan.app.plans.models import AssignmentState as State
from longdan.app.work.models import DifficultyState
from longdan.core.problems import refuse


class Step(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    REPORT = "report"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    SEND_BACK = "send_back"
    FINISH = "finish"
    REOPEN = "reopen"
    CANCEL = "cancel"
    REASSIGN = "reassign"

    @property
    def label(self) -> str:
        return str(LABELS[self])


LABELS: dict[Step, str | Promise] = {
    Step.ACCEPT: _("Nhận việc"),
    Step.DECLINE: _("Từ chối đề nghị"),
    Step.REPORT: _("Báo cáo tiến độ"),
    Step.SUBMIT: _("Nộp kết quả"),
    Step.WITHDRAW: _("Rút lại"),
    Step.SEND_BACK: _("Trả lại"),
    Step.FINISH: _("Duyệt hoàn thành"),
    Step.REOPEN: _("Mở lại việc đã duyệt"),
    Step.CANCEL: _("Thôi giao việc"),
    Step.REASSIGN: _("Giao lại"),
}
CLOSED = (State.DONE, *RELEASED)
UNFINISHED = tuple(state for state in State if state not in CLOSED)
BEING_DONE = (State.ASSIGNED, State.ACCEPTED, State.UNDER_WAY, State.RETURNED)
AFTER: dict[tuple[State, Step], State] = {
    (State.ASSIGNED, Step.ACCEPT): State.ACCEPTED,
    (State.ASSIGNED, Step.DECLINE): State.DECLINED,  # only of what was requested
    **{(state, Step.REPORT): State.UNDER_WAY for state in BEING_DONE},  # who reports has accepted
    **{(state, Step.SUBMIT): State.SUBMITTED for state in BEING_DONE},
    (State.ACCEPTED, Step.WITHDRAW): State.ASSIGNED,  # accepted by mistake
    (State.SUBMITTED, Step.WITHDRAW): State.UNDER_WAY,  # handed in by mistake
    (State.SUBMITTED, Step.SEND_BACK): State.RETURNED,
    (State.SUBMITTED, Step.FINISH): State.DONE,
    (State.DONE, Step.REOPEN): State.RETURNED,
    **{(state, Step.CANCEL): State.CANCELLED for state in UNFINISHED},
    **{(state, Step.REASSIGN): State.ASSIGNED for state in RELEASED},
}
NEEDS_REASON = (Step.DECLINE, Step.SEND_BACK, Step.REOPEN, Step.CANCEL, Step.REASSIGN)
WITHOUT_WORDS = (Step.ACCEPT, Step.FINISH)  # may be taken with several at once


def may(state: str, step: Step) -> bool:
    return (State(state), step) in AFTER


def after(state: str, step: Step) -> State:
    """The state that a step leads to; a step that the state does not allow is refused."""
    now = State(state)
    if not may(now, step):
        what = f"không thể “{step.label.lower()}” khi nhiệm vụ ở trạng thái “{now.label}”"
        raise refuse("work.state", "nhiệm vụ", what, "tải lại trang để xem trạng thái mới nhất")
    return AFTER[now, step]


class DifficultyStep(StrEnum):
    ANSWER = "answer"
    ESCALATE = "escalate"
    DECIDE = "decide"
    CLOSE = "close"
    REOPEN = "reopen"

    @property
    def label(self) -> str:
        return str(DIFFICULTY_LABELS[self])


DIFFICULTY_LABELS: dict[DifficultyStep, str | Promise] = {
    DifficultyStep.ANSWER: _("Trả lời"),
    DifficultyStep.ESCALATE: _("Chuyển lên tỉnh"),
    DifficultyStep.DECIDE: _("Quyết định"),
    DifficultyStep.CLOSE: _("Khép lại"),
    DifficultyStep.REOPEN: _("Mở lại"),
}
AFTER_DIFFICULTY: dict[tuple[DifficultyState, DifficultyStep], DifficultyState] = {
    (DifficultyState.RAISED, DifficultyStep.ANSWER): DifficultyState.ANSWERED,
    (DifficultyState.RAISED, DifficultyStep.ESCALATE): DifficultyState.ESCALATED,
    (DifficultyState.ANSWERED, DifficultyStep.ESCALATE): DifficultyState.ESCALATED,
    (DifficultyState.ESCALATED, DifficultyStep.DECIDE): DifficultyState.DECIDED,
    (DifficultyState.RAISED, DifficultyStep.CLOSE): DifficultyState.CLOSED,  # it went away by itself
    (DifficultyState.ANSWERED, DifficultyStep.CLOSE): DifficultyState.CLOSED,
    (DifficultyState.DECIDED, DifficultyStep.CLOSE): DifficultyState.CLOSED,
    (DifficultyState.ANSWERED, DifficultyStep.REOPEN): DifficultyState.RAISED,
    (DifficultyState.DECIDED, DifficultyStep.REOPEN): DifficultyState.RAISED,
    (DifficultyState.CLOSED, DifficultyStep.REOPEN): DifficultyState.RAISED,
}
SILENT = (DifficultyStep.CLOSE,)  # needs no words


def after_difficulty(state: str, step: DifficultyStep) -> DifficultyState:
    """The state that a step leads to; a step that the state does not allow is refused."""
    now = DifficultyState(state)
    if (now, step) not in AFTER_DIFFICULTY:
        what = f"không thể “{step.label.lower()}” khi khó khăn ở trạng thái “{now.label}”"
        raise refuse("work.difficulty.state", "khó khăn, vướng mắc", what, "tải lại trang để xem trạng thái mới nhất")
    return AFTER_DIFFICULTY[now, step]
