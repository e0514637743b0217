"""What stands in the way of an assignment: raised, answered, taken up to the province, decided, closed."""

from datetime import datetime

from django.db import transaction

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.audit.repeats import sent_already
from longdan.app.plans.models import Assignment
from longdan.app.work.access import WHO_DIFFICULTY, own
from longdan.app.work.actions.drafting import drop_draft
from longdan.app.work.actions.stepping import must_be_given, said
from longdan.app.work.models import Difficulty, DifficultyTurn
from longdan.app.work.states import SILENT, DifficultyStep, after_difficulty


@transaction.atomic
def raise_difficulty(*, assignment_id: int, by: Post, text: str, proposal: str = "", at: datetime) -> Difficulty:
    """Say what stands in the way, and what the agency proposes; sent twice by one press it is raised once."""
    assignment = Assignment.objects.select_related("task__plan__owner", "agency").get(pk=assignment_id)
    require(by, Right.RAISE, on=own(assignment))
    must_be_given(assignment)
    words = {"text": said(text, "khó khăn, vướng mắc"), "proposal": proposal.strip()}
    if twice := sent_already(assignment.difficulties.all(), by=by, at=at, **words):
        return twice
    made = Difficulty(assignment=assignment, **words, state_since=at, by=by, at=at).keyed()
    made.save()
    record(by, "work.difficulty.raise", made, at=at, detail=made.proposal)
    drop_draft(by=by, task_id=assignment.task_id, place=f"raise-{assignment_id}")
    return made


@transaction.atomic
def handle_difficulty(*, difficulty_id: int, step: DifficultyStep, by: Post, text: str = "", at: datetime) -> Difficulty:
    """Answer a difficulty, take it up to the province, decide it, close it or open it again."""
    made = locked(Difficulty.objects.select_related("assignment__task__plan__owner", "assignment__agency"), difficulty_id)
    right, whose = WHO_DIFFICULTY[step]
    require(by, right, on=whose(made.assignment))
    made.state, made.state_since = after_difficulty(made.state, step), at
    text = text.strip() if step in SILENT else said(text, "nội dung")
    made.save(update_fields=["state", "state_since"])
    DifficultyTurn.objects.create(difficulty=made, verb=step, state=made.state, text=text, by=by, at=at)
    record(by, f"work.difficulty.{step}", made, at=at, detail=text)
    drop_draft(by=by, task_id=made.assignment.task_id, place=f"difficulty-{step}-{difficulty_id}")
    return made
