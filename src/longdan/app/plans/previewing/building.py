"""Making a preview of a draft: agencies matched, statements of assignments and deadlines brought to their tasks."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from longdan.app.agencies.matching import Directory, Match, match, plain
from longdan.app.plans.previewing.value import Found, FoundAssignment, FoundTask, Preview
from longdan.core.plans.agencies import split_agencies
from longdan.core.plans.draft import Assignment, Deadline, PlanDraft, Quote, Role, Task
from longdan.core.vietnamese import fold

T = TypeVar("T")
Meant = Callable[[str], Match]
Written = tuple[str, Role, bool]  # the agency as written, its role, whether it is asked rather than ordered


def build(draft: PlanDraft, agencies: Directory) -> Preview:
    """The preview of a draft as the reader left it."""
    issuer = draft.heading.issuer or ""
    found: dict[str, Match] = {}

    def meant(written: str) -> Match:
        if written not in found:
            here = match(written, agencies)
            found[written] = here if here.found or not _short_for(issuer, written) else match(issuer, agencies)
        return found[written]

    asked = [one for one in draft.assignments if one.requested]
    rows = [_of_task(task, asked) for task in draft.tasks]
    rows += [_of_assignments(group) for group in _standing_alone(draft)]
    rows.sort(key=lambda row: row[0].quote.start if row[0].quote else -1)
    tasks = [_numbered(number, task, written, meant) for number, (task, written) in enumerate(rows, start=1)]
    tasks, deadlines = _with_deadlines(tasks, draft.deadlines)
    return Preview(
        heading=draft.heading,
        sections=draft.sections,
        tasks=tuple(_named(task) for task in tasks),
        deadlines=_found("d", deadlines),
        report_periods=_found("r", draft.report_periods),
        demands=_found("p", draft.demands),
        targets=_found("g", draft.targets),
        baselines=_found("b", draft.baselines),
    )


def _short_for(issuer: str, written: str) -> bool:
    """Whether the name begins that of the issuer and leaves out the rest: "UBND xã" in the plan of UBND xã Thanh Lĩnh."""
    return bool(written.strip()) and plain(issuer).startswith(f"{plain(written)} ")


def _found(letter: str, statements: Iterable[T]) -> tuple[Found[T], ...]:
    return tuple(Found(f"{letter}{number}", statement) for number, statement in enumerate(statements, start=1))


def _of_task(task: Task, asked: Iterable[Assignment]) -> tuple[FoundTask, list[Written]]:
    """The task without its agencies, and the agencies as written; ``asked``: assignments of bodies that cannot be ordered."""
    requested = {one.agency for one in asked if _overlap((task.quote.start, task.quote.end), one.quote)}
    roles = ((task.lead, Role.LEAD), (task.responsible, Role.RESPONSIBLE), (task.cooperating, Role.COOPERATE))
    written = [(name, role, name in requested) for names, role in roles for name in names]
    bare = FoundTask(
        "", task.section, task.text, task.quote, task.product, task.due, task.due_raw, task.recurrence,
        task.criteria, task.dimension, (),
    )  # fmt: skip
    return bare, written


def _standing_alone(draft: PlanDraft) -> list[list[Assignment]]:
    """The assignments whose words are in no task and open none, those of one paragraph together."""
    covered = sorted((task.quote.start, task.quote.end) for task in draft.tasks)
    groups: dict[tuple[int, int], list[Assignment]] = {}
    for assignment in draft.assignments:
        if not any(_overlap(span, assignment.quote) for span in covered) and not _introduces(assignment, draft.tasks):
            groups.setdefault((assignment.quote.start, assignment.quote.end), []).append(assignment)
    return list(groups.values())


def _introduces(assignment: Assignment, tasks: Iterable[Task]) -> bool:
    """Whether the paragraph only says who does the tasks that follow: "Sở Y tế chủ trì, phối hợp với Sở Tài chính:"."""
    if not assignment.quote.text.rstrip().endswith(":"):
        return False
    after = (task for task in tasks if task.quote.start >= assignment.quote.end and task.section == assignment.section)
    following = next(after, None)
    return following is not None and assignment.agency in (*following.lead, *following.responsible, *following.cooperating)


def _overlap(span: tuple[int, int], quote: Quote) -> bool:
    return span[0] < quote.end and quote.start < span[1]


def _of_assignments(group: Sequence[Assignment]) -> tuple[FoundTask, list[Written]]:
    """The task that a paragraph gives to the agencies that it names."""
    first = group[0]
    written: list[Written] = []
    for assignment in group:
        written.append((assignment.agency, assignment.role, assignment.requested))
        written += [(name, Role.COOPERATE, assignment.requested) for name in assignment.cooperating]
    bare = FoundTask("", first.section, first.quote.text, first.quote, None, None, None, None, (), None, ())
    return bare, written


def _numbered(number: int, task: FoundTask, written: Iterable[Written], meant: Meant) -> FoundTask:
    """The task with its place in the document as its name, and its agencies matched, each named once."""
    apart = ((name, role, asked) for names, role, asked in written for name in split_agencies(names) or (names,))
    once = enumerate(dict.fromkeys(apart), start=1)
    assignments = tuple(
        FoundAssignment(f"t{number}.a{place}", name, role, meant(name), asked) for place, (name, role, asked) in once
    )
    return replace(task, id=f"t{number}", assignments=assignments)


def _named(task: FoundTask) -> FoundTask:
    """The task with a name for what the document says of it, the same whenever a document says the same."""
    agencies = [f"{one.role} {fold(one.as_written)}" for one in task.assignments]
    said = "|".join([fold(task.text), task.product or "", task.due or "", task.recurrence or "", *sorted(agencies)])
    return replace(task, reads=(hashlib.sha256(said.encode()).hexdigest()[:16],))


def _with_deadlines(tasks: Sequence[FoundTask], deadlines: Sequence[Deadline]) -> tuple[list[FoundTask], list[Deadline]]:
    """The tasks with the days that their own words name; the deadlines that are left over."""
    dated, left = list(tasks), []
    for deadline in deadlines:
        place = next((place for place, task in enumerate(dated) if _takes(task, deadline)), None)
        if place is None:
            left.append(deadline)
        else:
            dated[place] = replace(dated[place], due=deadline.date, due_raw=dated[place].due_raw or deadline.raw)
    return dated, left


def _takes(task: FoundTask, deadline: Deadline) -> bool:
    """Whether the deadline is that of the task: it stands in its words, and the task has no other."""
    if task.quote is None or not _overlap((task.quote.start, task.quote.end), deadline.quote):
        return False
    return deadline.relation != "from" and task.recurrence is None and task.due in (None, deadline.date)
