"""Which right a step of an assignment or of a difficulty needs, and over whose things."""

from collections.abc import Callable

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Agency, Post
from longdan.app.plans.models import Assignment
from longdan.app.work import states
from longdan.app.work.models import Difficulty
from longdan.app.work.states import AFTER_DIFFICULTY, DifficultyStep, Step


def own(assignment: Assignment) -> Agency:
    """Whose the assignment is: its agency, or the plan's owner where no agency is matched."""
    return assignment.agency or assignment.task.plan.owner


def owner(assignment: Assignment) -> Agency:
    """Who gave it: the agency that looks after the plan."""
    return assignment.task.plan.owner


Whose = Callable[[Assignment], Agency]
WHO: dict[Step, tuple[Right, Whose]] = {
    Step.ACCEPT: (Right.REPORT, own),
    Step.DECLINE: (Right.DECLINE, own),
    Step.REPORT: (Right.REPORT, own),
    Step.SUBMIT: (Right.REPORT, own),
    Step.WITHDRAW: (Right.REPORT, own),
    Step.SEND_BACK: (Right.VERIFY, owner),
    Step.FINISH: (Right.VERIFY, owner),
    Step.REOPEN: (Right.VERIFY, owner),
    Step.CANCEL: (Right.CANCEL, owner),
    Step.REASSIGN: (Right.CANCEL, owner),
}
WHO_DIFFICULTY: dict[DifficultyStep, tuple[Right, Whose]] = {
    DifficultyStep.ANSWER: (Right.ANSWER, owner),
    DifficultyStep.ESCALATE: (Right.ANSWER, owner),
    DifficultyStep.DECIDE: (Right.DECIDE, owner),
    DifficultyStep.CLOSE: (Right.RAISE, own),
    DifficultyStep.REOPEN: (Right.RAISE, own),
}


def steps(assignment: Assignment, post: Post) -> tuple[Step, ...]:
    """The steps that a post may take with an assignment as it stands."""
    possible = (
        step for step in Step if states.may(assignment.state, step) and (step is not Step.DECLINE or assignment.requested)
    )
    return tuple(step for step in possible if may(post, WHO[step][0], on=WHO[step][1](assignment)))


def difficulty_steps(difficulty: Difficulty, post: Post) -> tuple[DifficultyStep, ...]:
    """The steps that a post may take with a difficulty as it stands."""
    possible = (step for step in DifficultyStep if (difficulty.state, step) in AFTER_DIFFICULTY)
    about = difficulty.assignment
    return tuple(step for step in possible if may(post, WHO_DIFFICULTY[step][0], on=WHO_DIFFICULTY[step][1](about)))
