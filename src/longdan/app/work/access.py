"""Which right a step of an assignment needs, and over whose things."""

from collections.abc import Callable

from longdan.app.agencies.access import Right
from longdan.app.agencies.models import Agency
from longdan.app.plans.models import Assignment
from longdan.app.work.states import Step


def own(assignment: Assignment) -> Agency:
    """Whose the assignment is: its agency, or the plan's owner where no agency is matched."""
    return assignment.agency or assignment.task.plan.owner


def owner(assignment: Assignment) -> Agency:
    """Who gave it: the agency that looks after the plan."""
    return assignment.task.plan.owner


WHO: dict[Step, tuple[Right, Callable[[Assignment], Agency]]] = {
    Step.ACCEPT: (Right.REPORT, own),
    Step.REPORT: (Right.REPORT, own),
    Step.SUBMIT: (Right.REPORT, own),
    Step.SEND_BACK: (Right.VERIFY, owner),
    Step.FINISH: (Right.VERIFY, owner),
    Step.CANCEL: (Right.CANCEL, owner),
}
