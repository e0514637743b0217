"""Writing a preview into the tables: the plan's heading, its sections, its tasks."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.timezone import localdate

from longdan.app.agencies.matching import match
from longdan.app.agencies.models import Agency, Post
from longdan.app.agencies.queries import directory_of
from longdan.app.plans.actions.assigning import Members, assign
from longdan.app.plans.actions.linking import link
from longdan.app.plans.actions.stating import state
from longdan.app.plans.models import Criterion, Plan, Reading, ReadingKind, Section, Task
from longdan.app.plans.previewing import Change, Compared, FoundTask, Preview, facts, identity
from longdan.app.plans.queries.dates import last_day
from longdan.core.plans import draft


def write(
    preview: Preview, reading: Reading, before: Plan | None, compared: Sequence[Compared], *, by: Post, at: datetime
) -> Plan:
    """The plan as the preview says; of a plan in force, what the document leaves unchanged keeps its state."""
    plan = before if before and preview.partial else _headed(before or Plan(confirmed_at=at), preview, reading)
    if before is None:
        plan.owner = reading.of.owner if reading.of else _owner(plan.issuer, reading.agency)
    if reading.kind == ReadingKind.CARRIED and plan.pk != reading.of_id:
        plan.predecessor = reading.of
    plan.amended_at = at if before else None
    plan.save()
    sections = list(plan.sections.all()) if preview.partial else _new_sections(plan, preview.sections)
    tasks = _tasks(plan, preview, compared, sections, at)
    if not preview.partial:
        state(plan, preview, tasks)
        link(plan)
    changed = [(tasks[one.found.id], one) for one in compared if one.found and one.change is not Change.UNCHANGED]
    assign(changed, Members(plan.province_id, localdate(at)), by=by, at=at)
    return plan


def _headed(plan: Plan, preview: Preview, reading: Reading) -> Plan:
    heading, province = preview.heading, reading.agency.province_or_self
    assert reading.document is not None
    if not preview.amends:  # who says that it changes a plan gives that plan no other name
        plan.identity = _identity(plan, identity(heading, province, reading.digest), reading.digest)
    plan.document = reading.document
    plan.province_id = province
    plan.issuer = _issuer(heading, province, reading.received_at)
    plan.kind = heading.kind
    plan.issuer_name = (heading.issuer or "")[:300]
    plan.parent_issuer_name = (heading.parent_issuer or "")[:300]
    plan.place = (heading.place or "")[:100]
    plan.number = (heading.number or "")[:100]
    plan.issued = heading.issued
    plan.doc_type = (heading.doc_type or "")[:100]
    plan.title = heading.title or plan.number
    plan.signer = (heading.signer or "")[:150]
    plan.signer_position = (heading.signer_position or "")[:200]
    plan.first_year, plan.last_year = heading.period or (heading.year, heading.year)
    return plan.keyed()


def _identity(plan: Plan, named: str, digest: str) -> str:
    """The name of a plan; of two that were carried from two plans of one title the second is told apart by that plan."""
    taken = Plan.objects.filter(identity=named).exclude(pk=plan.pk).exists()
    return f"{named[:200]}|{digest}" if taken else named


def _issuer(heading: draft.Heading, province: int, at: datetime) -> Agency | None:
    if not heading.issuer:
        return None
    found = match(heading.issuer, directory_of(province, on=localdate(at)))
    return Agency.objects.filter(pk=found.agency).first() if found.sure and found.agency else None


def _owner(issuer: Agency | None, importer: Agency) -> Agency:
    """Who looks after a plan: the agency of the province that issued it; after the province's own plans, who brings them in."""
    if issuer and issuer.province_id == importer.province_or_self:
        return issuer
    return importer


def _new_sections(plan: Plan, sections: Iterable[draft.Section]) -> list[Section]:
    plan.sections.all().delete()
    return _sections(plan, sections)


def _sections(plan: Plan, sections: Iterable[draft.Section]) -> list[Section]:
    """The tree of sections as rows in the document's order, a level at a time, so that parents come before their parts."""
    rows: list[tuple[Section, int]] = []

    def walk(part: draft.Section, parent: Section | None, depth: int) -> None:
        quote = part.quote
        row = Section(
            plan=plan, parent=parent, order=len(rows), number=part.number[:60], path=part.path[:200], title=part.title or "",
            quote=quote.text, start=quote.start, end=quote.end,
        )  # fmt: skip
        rows.append((row, depth))
        for inner in part.sections:
            walk(inner, row, depth + 1)

    for top in sections:
        walk(top, None, 0)
    for level in range(max((depth for _, depth in rows), default=-1) + 1):
        Section.objects.bulk_create(row for row, depth in rows if depth == level)
    return [row for row, _ in rows]


def _tasks(
    plan: Plan, preview: Preview, compared: Sequence[Compared], sections: Sequence[Section], at: datetime
) -> dict[str, Task]:
    """Every kept task as a row, by its name in the preview; those that the document no longer holds are withdrawn."""
    rows = {task.pk: task for task in plan.tasks.all()}
    withdrawn = {task.key: task for task in rows.values() if task.withdrawn_at}
    taken = {task.key for task in rows.values()}
    order = _order(preview, list(rows.values()))
    halves = {} if preview.partial else _halves(rows.values(), compared)
    written: dict[str, Task] = {}
    for one in compared:
        if one.found is None:
            assert one.before is not None
            rows[one.before.id].withdrawn_at = at
            continue
        row = rows[one.before.id] if one.before else withdrawn.pop(one.key, Task(plan=plan))
        _fill(row, one, _section_of(one.found, sections), order[one.found.id], taken)
        written[one.found.id] = row
        for half in halves.get(" ".join(one.before.reads), ()) if one.before else ():
            _stand_with(row, half)
    _save(rows.values(), written)
    _criteria(written, preview)
    return written


def _halves(rows: Iterable[Task], compared: Iterable[Compared]) -> dict[str, list[Task]]:
    """What people made of a sentence beside the task that the document is compared with, by what was read of the sentence."""
    told = {one.before.id for one in compared if one.before}
    found: dict[str, list[Task]] = {}
    for row in rows:
        if row.reads and row.withdrawn_at is None and row.pk not in told:
            found.setdefault(row.reads, []).append(row)
    return found


def _stand_with(row: Task, half: Task) -> None:
    """The other half of a sentence stands where the sentence now stands, and is known again by what was read of it now."""
    half.reads, half.section, half.order = row.reads, row.section, row.order
    half.quote, half.start, half.end = row.quote, row.start, row.end


def _order(preview: Preview, before: Sequence[Task]) -> dict[str, int]:
    """The place of each task: that in the document; of a part, that which it has, new ones behind all."""
    if not preview.partial:
        return {task.id: place for place, task in enumerate(preview.tasks)}
    places = {task.pk: task.order for task in before}
    last = max(places.values(), default=-1) + 1
    return {task.id: places.get(task.of or 0, last + place) for place, task in enumerate(preview.tasks)}


def _fill(row: Task, one: Compared, section: Section | None, order: int, taken: set[str]) -> None:
    found = one.found
    assert found is not None
    row.withdrawn_at, row.section, row.order = None, section, order
    row.quote, row.start, row.end = (found.quote.text, found.quote.start, found.quote.end) if found.quote else ("", None, None)
    row.confidence = found.confidence
    if one.change is Change.UNCHANGED and row.pk:
        return
    if row.key != one.key:
        row.key = free_key(one.key, taken)
        taken.add(row.key)
    row.reads, row.facts = " ".join(found.reads), facts(found)
    row.text, row.product, row.recurrence = found.text, found.product or "", (found.recurrence or "")[:60]
    row.dimension, row.due_raw = (found.dimension or "")[:300], (found.due_raw or "")[:300]
    row.due, row.due_precision = last_day(found.due) or (None, "")
    row.keyed()


def free_key(key: str, taken: set[str]) -> str:
    if key not in taken:
        return key
    return next(f"{key}-{number}" for number in range(2, len(taken) + 3) if f"{key}-{number}" not in taken)


def _section_of(task: FoundTask, sections: Sequence[Section]) -> Section | None:
    """The section of that path; where numbering restarts, the last that begins before the task."""
    same = [section for section in sections if section.path == task.section]
    before = [section for section in same if task.quote and (section.start or 0) <= task.quote.start]
    return before[-1] if before else next(iter(same), None)


def _save(rows: Iterable[Task], written: dict[str, Task]) -> None:
    """Write new rows and those there were; several statements may have become one row."""
    for row in {row.pk: row for row in (*rows, *(row for row in written.values() if row.pk))}.values():
        row.save()  # one by one is four times faster than Django's bulk_update of so many columns
    fresh = {id(row): row for row in written.values() if row.pk is None}
    Task.objects.bulk_create(fresh.values(), batch_size=200)


def _criteria(written: dict[str, Task], preview: Preview) -> None:
    found = {(written[task.id].pk, code[:30]) for task in preview.kept() for code in task.criteria}
    Criterion.objects.filter(task__in=list(written.values())).delete()
    Criterion.objects.bulk_create(Criterion(task_id=task, code=code) for task, code in sorted(found))
