"""How an invented assignment goes: which steps were taken on which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from longdan.app.plans.models import AssignmentState as State
from longdan.app.work.states import AFTER, Step


@dataclass(frozen=True, slots=True)
class Taken:
    """A step on a day; ``percent`` with a report."""

    step: Step
    state: State
    on: date
    percent: int | None


LATE, ON_TIME = 25, 15  # days around the deadline
# How the work of a past deadline went, and of one to come: steps with the number of assignments in a hundred.
PAST: tuple[tuple[int, str], ...] = (
    (70, "accept report report report submit finish"),
    (12, "accept report report submit send_back report submit finish"),
    (5, "accept report submit"),
    (4, "accept report report submit send_back"),
    (5, "accept report report"),
    (2, "accept"),
    (1, "cancel"),
    (1, ""),
)
COMING: tuple[tuple[int, str], ...] = (
    (20, "accept report report submit finish"),
    (5, "accept report submit"),
    (3, "accept report submit send_back"),
    (42, "accept report report"),
    (15, "accept"),
    (15, ""),
)
HELPING: tuple[tuple[int, str], ...] = ((45, "accept submit finish"), (10, "accept report"), (30, "accept"), (15, ""))


def course(begin: date, due: date, today: date, *, leads: bool, random: Random) -> Iterator[Taken]:
    """The steps of an assignment given on ``begin`` and due on ``due``, none of them after ``today``."""
    odds = HELPING if not leads else PAST if due < today else COMING
    steps = [Step(verb) for verb in random.choices([way for _, way in odds], [share for share, _ in odds])[0].split()]
    end = min(due + timedelta(days=random.randint(-ON_TIME, LATE)), today)
    span = max((end - begin).days, len(steps))
    days = sorted(random.sample(range(1, span + 1), len(steps)))
    state, percent, reports = State.ASSIGNED, 0, steps.count(Step.REPORT)
    for step, day in zip(steps, days, strict=True):
        state = AFTER[state, step]
        percent = percent_after(step, percent, reports)
        yield Taken(step, state, min(begin + timedelta(days=day), today), percent if tells(step) else None)


def percent_after(step: Step, before: int, reports: int) -> int:
    if step is Step.SUBMIT:
        return 100
    return min(before + 90 // max(reports, 1), 95) if step is Step.REPORT else before


def tells(step: Step) -> bool:
    """Whether words about the work come with the step."""
    return step in (Step.REPORT, Step.SUBMIT)
