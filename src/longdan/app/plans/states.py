"""When a reading may take which step."""

from datetime import timedelta
from enum import StrEnum

from longdan.app.plans.models import ReadingState
from longdan.core.problems import refuse


class ReadingStep(StrEnum):
    START = "start"
    FINISH = "finish"
    FAIL = "fail"
    CANCEL = "cancel"
    CONFIRM = "confirm"
    REOPEN = "reopen"


AFTER: dict[tuple[ReadingState, ReadingStep], ReadingState] = {
    (ReadingState.WAITING, ReadingStep.START): ReadingState.READING,
    (ReadingState.READING, ReadingStep.START): ReadingState.READING,  # a job that was cut off is run again
    (ReadingState.READING, ReadingStep.FINISH): ReadingState.READY,
    (ReadingState.READING, ReadingStep.FAIL): ReadingState.FAILED,
    (ReadingState.WAITING, ReadingStep.CANCEL): ReadingState.CANCELLED,
    (ReadingState.READING, ReadingStep.CANCEL): ReadingState.CANCELLED,
    (ReadingState.READY, ReadingStep.CANCEL): ReadingState.CANCELLED,
    (ReadingState.READY, ReadingStep.CONFIRM): ReadingState.CONFIRMED,
    (ReadingState.CANCELLED, ReadingStep.REOPEN): ReadingState.READY,  # what was read, with what was corrected
}
SILENT = timedelta(seconds=60)  # without a sign of life, after which a worker is taken for dead
OPEN = (ReadingState.WAITING, ReadingState.READING, ReadingState.READY)


def after(state: str, step: ReadingStep) -> ReadingState:
    """The state that a step leads to; a step that the state does not allow is refused."""
    now = ReadingState(state)
    if (now, step) in AFTER:
        return AFTER[now, step]
    code = "plans.reading.confirmed-already" if now is ReadingState.CONFIRMED else "plans.reading.state"
    raise refuse(
        code, "bản đọc", f"không làm được việc này khi bản đọc ở trạng thái “{now.label}”", "tải lại trang để xem bản mới nhất"
    )
