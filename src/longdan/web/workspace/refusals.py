"""What was refused, told beside a form or on the page to which one comes back."""

from collections.abc import Sequence

from django.contrib import messages
from django.utils.text import capfirst

from longdan.app.agencies.access import NotAllowed
from longdan.core.problems import Problem, ProblemsFound
from longdan.web.shared.signed_in import Signed
from longdan.web.workspace.pages.words import told


def mendable(refused: ProblemsFound) -> Sequence[Problem]:
    """The problems that whoever sent the form can mend; one who may not send it at all gets the page that says so (403)."""
    if isinstance(refused, NotAllowed):
        raise refused
    return refused.problems


def tell(request: Signed, refused: ProblemsFound, *, placed: bool = False) -> None:
    """Tell the problems on the next page; ``placed``: each with where it is."""
    for problem in mendable(refused):
        messages.error(request, f"{capfirst(problem.where)}: {told(problem)}" if placed else told(problem))
