"""What the matrix of rights acts upon: everything belongs to one department, and stands ready for the action."""

from dataclasses import dataclass
from typing import Any

from longdan.app.agencies.access import Relation
from longdan.app.agencies.models import Account, Agency, Post, Role
from longdan.app.plans.models import Assignment, AssignmentState, Plan, Reading
from longdan.app.plans.previewing import preview
from longdan.app.work.actions.commenting import comment
from longdan.app.work.actions.difficulties import raise_difficulty
from longdan.app.work.actions.proving import add_evidence
from longdan.app.work.models import Comment, Difficulty, Evidence
from longdan.app.work.states import DifficultyState
from longdan.core.documents.sources import SourceFile
from tests.builders import AT, ON, WORDS, a_document, a_draft, a_plan, a_post, a_ready_reading, a_task, the_assignment
from tests.cast import Cast

FILE = SourceFile("anh.txt", "Ảnh chụp bảng niêm yết".encode())


@dataclass(frozen=True, slots=True)
class Scene:
    """The department that everything belongs to, its lead who made it, and the places from which others look at it."""

    cast: Cast

    @property
    def agency(self) -> Agency:
        return self.cast.science

    @property
    def lead(self) -> Post:
        return self.cast.binh

    def actor(self, role: Role, relation: Relation) -> Post:
        """Somebody of a role, in the department, elsewhere in its province, or in another province."""
        where = {Relation.OWN: self.agency, Relation.PROVINCE: self.cast.commune, Relation.OUTSIDE: self.cast.dung.agency}
        return a_post("Ai Đó", where[relation], role)

    def reading(self) -> Reading:
        document = a_document(*WORDS)
        task = a_task(document, WORDS[3], lead=(self.agency.name,))
        return a_ready_reading(self.lead, document, a_draft(document, [task]))

    def item(self, reading: Reading) -> str:
        """The name of its first task."""
        return preview(self.lead, reading.pk, on=ON).preview.kept()[0].id

    def seen(self, reading: Reading) -> str:
        return preview(self.lead, reading.pk, on=ON).token

    def plan(self) -> Plan:
        document = a_document(*WORDS)
        return a_plan(self.lead, document, a_draft(document, [a_task(document, WORDS[3], lead=(self.agency.name,))]))

    def assignment(self, state: AssignmentState = AssignmentState.ASSIGNED, **more: Any) -> Assignment:
        """The department's assignment of its own plan."""
        found = the_assignment(self.plan(), self.agency)
        Assignment.objects.filter(pk=found.pk).update(state=state, state_reason="Cần sửa", **more)
        found.refresh_from_db()
        return found

    def difficulty(self, state: DifficultyState = DifficultyState.RAISED) -> Difficulty:
        made = raise_difficulty(assignment_id=self.assignment().pk, by=self.lead, text="Thiếu người", at=AT)
        Difficulty.objects.filter(pk=made.pk).update(state=state)
        return made

    def evidence(self, file: SourceFile = FILE) -> Evidence:
        (made,) = add_evidence(assignment_id=self.assignment().pk, files=[file], by=self.lead, at=AT)
        return made

    def said(self) -> Comment:
        comment(task_id=self.assignment().task_id, by=self.lead, text="Xin hỏi", at=AT)
        return Comment.objects.get()

    def person(self) -> Account:
        return self.cast.binh_staff.account
