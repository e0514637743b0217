"""Making a preview of a draft: agencies matched, statements of assignments and deadlines brought to their tasks."""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Any

from longdan.app.agencies.matching import Directory
from longdan.app.plans.previewing.naming import Meant, elsewhere, naming, with_divisions
from longdan.app.plans.previewing.said_twice import not_said, reports_once, targets_once
from longdan.app.plans.previewing.value import Found, FoundAssignment, FoundTask, Preview
from longdan.core.plans.body.attributes import attribute
from longdan.core.plans.body.no_tasks import is_formal
from longdan.core.plans.draft import Assignment, Deadline, PlanDraft, Quote, Role, Task
from longdan.core.plans.words.agencies import split_agencies
from longdan.core.vietnamese import fold

Written = tuple[str, Role, bool]  # the agency as written, its role, whether it is asked rather than ordered


def build(draft: PlanDraft, agencies: Directory) -> Preview:
    """The preview of a draft as the reader left it."""
    meant = naming(draft.heading, agencies)
    asked = [one for one in draft.assignments if one.requested]
    rows = [_of_task(task, asked) for task in draft.tasks]
    rows += [_of_assignments(group) for group in _standing_alone(draft)]
    rows.sort(key=lambda row: row[0].quote.start if row[0].quote else -1)
    names = _names("t", (task.quote for task, _ in rows))
    tasks = [_identified(name, task, written, meant) for name, (task, written) in zip(names, rows, strict=True)]
    tasks, deadlines = _with_deadlines(tasks, draft.deadlines)
    reports, targets = reports_once(draft.report_periods), targets_once(draft.targets)
    return Preview(
        heading=draft.heading,
        sections=draft.sections,
        tasks=tuple(_named(task) for task in tasks),
        deadlines=_found("d", not_said(deadlines, draft.report_periods, draft.demands)),
        report_periods=_found("r", [one for one, _ in reports], [also for _, also in reports]),
        demands=_found("p", draft.demands),
        targets=_found("g", [one for one, _ in targets], [also for _, also in targets]),
        baselines=_found("b", draft.baselines),
        elsewhere=elsewhere(draft.heading, agencies),
    )


def _found(letter: str, statements: Sequence[Any], also: Iterable[tuple[Quote, ...]] = ()) -> tuple[Found[Any], ...]:
    names = _names(letter, (statement.quote for statement in statements))
    places = (*also, *repeat((), len(statements)))
    return tuple(Found(name, one, also=more) for name, one, more in zip(names, statements, places, strict=False))


def _names(letter: str, quotes: Iterable[Quote | None]) -> list[str]:
    """What statements are called: by where they begin in the text, so that a reader that finds one more renames no other."""
    seen: Counter[int] = Counter()
    names = []
    for quote in quotes:
        start = quote.start if quote else 0
        seen[start] += 1
        names.append(f"{letter}{start}" if seen[start] == 1 else f"{letter}{start}x{seen[start]}")
    return names


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
    """The assignments whose words are in no task, open none and follow none, those of one paragraph together."""
    covered = sorted((task.quote.start, task.quote.end) for task in draft.tasks)
    groups: dict[tuple[int, int], list[Assignment]] = {}
    for assignment in draft.assignments:
        inside = any(_overlap(span, assignment.quote) for span in covered)
        introduces = _introduces(assignment, draft.tasks) or (assignment.title and _heads_work(assignment, draft))
        if not (inside or introduces or is_formal(assignment.quote.text) or _follows(assignment, draft.tasks)):
            groups.setdefault((assignment.quote.start, assignment.quote.end), []).append(assignment)
    return list(groups.values())


def _heads_work(title: Assignment, draft: PlanDraft) -> bool:
    """Whether work stands below a title that only names agencies, before the next such title."""
    said: tuple[Task | Assignment, ...] = (*draft.tasks, *draft.assignments)
    below = (one for one in said if one.quote.start > title.quote.start)
    first = min(below, key=lambda one: one.quote.start, default=None)
    if first is None or (isinstance(first, Assignment) and first.title):
        return False
    return first.section == title.section or first.section.startswith(f"{title.section}.")


def _introduces(assignment: Assignment, tasks: Iterable[Task]) -> bool:
    """Whether the paragraph only says who does the tasks that follow: "Sở Y tế chủ trì, phối hợp với Sở Tài chính:"."""
    if not assignment.quote.text.rstrip().endswith(":"):
        return False
    after = (task for task in tasks if task.quote.start >= assignment.quote.end and task.section == assignment.section)
    following = next(after, None)
    return following is not None and assignment.agency in (*following.lead, *following.responsible, *following.cooperating)


def _follows(assignment: Assignment, tasks: Sequence[Task]) -> bool:
    """Whether the words are a line behind a task that says who does it: "Cơ quan chủ trì: Sở Y tế."."""
    place = bisect_right(tasks, assignment.quote.start, key=lambda task: task.quote.start) - 1
    if place < 0 or not attribute(assignment.quote.text):
        return False
    above = tasks[place]
    return assignment.section == above.section and assignment.agency in (*above.lead, *above.responsible, *above.cooperating)


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


def _identified(name: str, task: FoundTask, written: Iterable[Written], meant: Meant) -> FoundTask:
    """The task under its name, its agencies matched, each of them once."""
    apart = ((called, role, asked) for names, role, asked in written for called in split_agencies(names) or (names,))
    once = enumerate(dict.fromkeys(apart), start=1)
    assignments = tuple(
        FoundAssignment(f"{name}.a{place}", called, role, meant(called), asked) for place, (called, role, asked) in once
    )
    return replace(task, id=name, assignments=with_divisions(assignments))


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
