"""When an assignment may take which step."""

from enum import StrEnum

from longdan.app.plans.models import AssignmentState as State
from longdan.core.problems import refuse


class Step(StrEnum):
    ACCEPT = "accept"
    REPORT = "report"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    FINISH = "finish"
    CANCEL = "cancel"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Step.ACCEPT: "Nhận việc",
    Step.REPORT: "Báo cáo tiến độ",
    Step.SUBMIT: "Nộp kết quả",
    Step.SEND_BACK: "Trả lại",
    Step.FINISH: "Duyệt hoàn thành",
    Step.CANCEL: "Thôi giao việc",
}
AFTER: dict[tuple[State, Step], State] = {
    (State.ASSIGNED, Step.ACCEPT): State.ACCEPTED,
    (State.ASSIGNED, Step.REPORT): State.UNDER_WAY,  # who reports has accepted
    (State.ACCEPTED, Step.REPORT): State.UNDER_WAY,
    (State.UNDER_WAY, Step.REPORT): State.UNDER_WAY,
    (State.RETURNED, Step.REPORT): State.UNDER_WAY,
    (State.ASSIGNED, Step.SUBMIT): State.SUBMITTED,
    (State.ACCEPTED, Step.SUBMIT): State.SUBMITTED,
    (State.UNDER_WAY, Step.SUBMIT): State.SUBMITTED,
    (State.RETURNED, Step.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Step.SEND_BACK): State.RETURNED,
    (State.SUBMITTED, Step.FINISH): State.DONE,
    (State.ASSIGNED, Step.CANCEL): State.CANCELLED,
    (State.ACCEPTED, Step.CANCEL): State.CANCELLED,
    (State.UNDER_WAY, Step.CANCEL): State.CANCELLED,
    (State.SUBMITTED, Step.CANCEL): State.CANCELLED,
    (State.RETURNED, Step.CANCEL): State.CANCELLED,
}
NEEDS_REASON = (Step.SEND_BACK, Step.CANCEL)
CLOSED = (State.DONE, State.CANCELLED)


def may(state: str, step: Step) -> bool:
    return (State(state), step) in AFTER


def after(state: str, step: Step) -> State:
    """The state that a step leads to; a step that the state does not allow is refused."""
    now = State(state)
    if not may(now, step):
        what = f"không thể “{step.label.lower()}” khi nhiệm vụ ở trạng thái “{now.label}”"
        raise refuse("work.state", "nhiệm vụ", what, "tải lại trang để xem trạng thái mới nhất")
    return AFTER[now, step]
