"""Which action of the app takes which step of an assignment."""

from collections.abc import Callable
from datetime import datetime

from longdan.app.agencies.models import Post
from longdan.app.work import actions
from longdan.app.work.states import Step

Take = Callable[[int, Post, str, int, datetime], object]


def with_reason(action: Callable[..., object]) -> Take:
    return lambda duty, by, words, percent, at: action(assignment_id=duty, by=by, reason=words, at=at)


def silent(action: Callable[..., object]) -> Take:
    return lambda duty, by, words, percent, at: action(assignment_id=duty, by=by, at=at)


TAKE: dict[Step, Take] = {
    Step.ACCEPT: silent(actions.accept),
    Step.DECLINE: with_reason(actions.decline),
    Step.REPORT: lambda duty, by, words, percent, at: actions.report(
        assignment_id=duty, by=by, text=words, percent=percent, at=at
    ),
    Step.SUBMIT: lambda duty, by, words, percent, at: actions.submit(assignment_id=duty, by=by, text=words, at=at),
    Step.WITHDRAW: silent(actions.withdraw),
    Step.SEND_BACK: with_reason(actions.send_back),
    Step.FINISH: silent(actions.finish),
    Step.REOPEN: with_reason(actions.reopen),
    Step.CANCEL: with_reason(actions.cancel),
    Step.REASSIGN: with_reason(actions.reassign),
}
