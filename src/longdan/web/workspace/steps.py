"""Which action of the app takes which step of an assignment."""

from collections.abc import Callable
from datetime import datetime

from longdan.app.agencies.models import Post
from longdan.app.work import actions
from longdan.app.work.states import Step

Take = Callable[[int, Post, str, int, datetime], object]

TAKE: dict[Step, Take] = {
    Step.ACCEPT: lambda duty, by, words, percent, at: actions.accept(assignment_id=duty, by=by, at=at),
    Step.REPORT: lambda duty, by, words, percent, at: actions.report(
        assignment_id=duty, by=by, text=words, percent=percent, at=at
    ),
    Step.SUBMIT: lambda duty, by, words, percent, at: actions.submit(assignment_id=duty, by=by, text=words, at=at),
    Step.SEND_BACK: lambda duty, by, words, percent, at: actions.send_back(assignment_id=duty, by=by, reason=words, at=at),
    Step.FINISH: lambda duty, by, words, percent, at: actions.finish(assignment_id=duty, by=by, at=at),
    Step.CANCEL: lambda duty, by, words, percent, at: actions.cancel(assignment_id=duty, by=by, reason=words, at=at),
}
