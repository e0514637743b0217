"""A document that amends a plan in force: what it leaves as the last document said it stays as people made it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from longdan.app.agencies.matching import Match
from longdan.app.plans.models import Baseline, Deadline, Plan, PlanDemand, ReportDemand, Target
from longdan.app.plans.previewing.comparing import PLAIN, InForce, compare, facts, keys, who
from longdan.app.plans.previewing.in_force import tasks_in_force
from longdan.app.plans.previewing.sheets import as_found, match_of
from longdan.app.plans.previewing.value import FoundAssignment, FoundTask, Preview
from longdan.core.vietnamese import fold

LEFT_OUT = "Đã bỏ khỏi kế hoạch này trước đây; bấm “Lấy lại” nếu cần theo dõi."


def amended(preview: Preview, last: Preview, plan: Plan) -> Preview:
    """The preview of a document beside ``last``, the one in force before it, and beside the plan as it stands.

    Each place that both documents say alike is what is in force today; what people left out stays out, and is at hand;
    a name that means one agency in the plan means it again.
    """
    now = tasks_in_force(plan)
    stands = {one.found.id: one.before for one in compare(last, now) if one.found and one.before}
    was = _again(preview, last)
    times = Counter(stands[one.id].id for one in was.values() if one.id in stands)
    rows = {task.pk: task for task in plan.tasks.select_related("section")}
    names = settled(now)

    def beside(task: FoundTask) -> FoundTask:
        said = was.get(task.id)
        held = stands.get(said.id) if said else None
        if said and held is None and fold(said.text) == fold(task.text):
            return replace(task, discarded=True, remark=LEFT_OUT)
        if said and held and times[held.id] == 1:  # one that people made of two stays theirs
            return _merged(_known(task, names), _known(said, names), as_found(held, rows[held.id]))
        return _known(task, names)

    reads = {read for one in was.values() for read in one.reads}
    halves = frozenset(one.id for one in now if one.reads and reads.issuperset(one.reads))
    shown = replace(preview, tasks=tuple(map(beside, preview.tasks)), stays=preview.stays | halves)
    return _others(shown, last, plan)


def without_withdrawn(preview: Preview, plan: Plan) -> Preview:
    """The preview of files that come again: what people took out of the plan is left out, and at hand."""
    withdrawn = plan.tasks.filter(withdrawn_at__isnull=False).values_list("reads", flat=True)
    gone = {read for reads in withdrawn for read in reads.split()} - {read for one in tasks_in_force(plan) for read in one.reads}
    left_out = (
        replace(one, discarded=True, remark=LEFT_OUT) if one.reads and gone.issuperset(one.reads) else one
        for one in preview.tasks
    )
    return replace(preview, tasks=tuple(left_out))


def _again(preview: Preview, last: Preview) -> dict[str, FoundTask]:
    """The tasks of the last document that stand in this one, by their names here."""
    named = zip(keys(last.tasks), last.tasks, strict=True)
    then = [InForce(place, key, task.text, facts(task), task.reads) for place, (key, task) in enumerate(named)]
    return {one.found.id: last.tasks[one.before.id] for one in compare(preview, then) if one.found and one.before}


def settled(now: Iterable[InForce]) -> dict[str, Match]:
    """Names that mean one agency or group wherever the plan has them."""
    meant: dict[str, set[Match]] = defaultdict(set)
    for held in (each for one in now for each in one.held):
        meant[fold(held.as_written)].add(match_of(held))
    return {name: one for name, (one, *more) in meant.items() if name and not more and one.found}


def _known(task: FoundTask, names: Mapping[str, Match]) -> FoundTask:
    """The task with the names that the plan has settled taken for whom they mean there."""

    def known(one: FoundAssignment) -> FoundAssignment:
        meant = names.get(fold(one.as_written), one.match)
        same = one.match.sure and (one.match.agency, one.match.group) == (meant.agency, meant.group)
        return one if same else replace(one, match=meant)

    return replace(task, assignments=tuple(map(known, task.assignments)))


def _merged(task: FoundTask, was: FoundTask, now: FoundTask) -> FoundTask:
    """The task in force with what this document says otherwise than the last; one that it leaves alone raises no doubt."""
    stays: dict[str, Any] = {field: getattr(now, field) for field in PLAIN if getattr(task, field) == getattr(was, field)}
    if "due" in stays:
        stays["due_raw"] = now.due_raw if task.due_raw == was.due_raw else task.due_raw
    given = _given(task, was, now)
    same = stays.keys() == {*PLAIN, "due_raw"} and set(map(who, given)) == set(map(who, now.assignments))
    return replace(task, **stays, assignments=given, of=now.of, approved=same)


def _given(task: FoundTask, was: FoundTask, now: FoundTask) -> tuple[FoundAssignment, ...]:
    """Who has the task in force, without those whom this document no longer names, with those whom it names anew."""
    mine, before = ({who(one): one for one in some.assignments} for some in (task, was))
    dropped = {part for key, one in before.items() if key not in mine for part in (key, (one.role, fold(one.as_written)))}
    stay = [one for one in now.assignments if not dropped & {who(one), (one.role, fold(one.as_written))}]
    held = set(map(who, stay))
    names = {(one.role, fold(one.as_written)): one.id for one in task.assignments}
    named = (replace(one, id=names.pop((one.role, fold(one.as_written)), f"{task.id}.t{n}")) for n, one in enumerate(stay))
    kept = (mine.get(who(one), one) for one in named)  # in the words in which it is named now
    return (*kept, *(one for key, one in mine.items() if key not in before and key not in held))


TABLES: dict[str, type[Any]] = {
    "targets": Target, "baselines": Baseline, "report_periods": ReportDemand, "demands": PlanDemand, "deadlines": Deadline,
}  # fmt: skip


def _others(preview: Preview, last: Preview, plan: Plan) -> Preview:
    """Statements beside the tasks that the last document had and the plan has not were left out, and stay so."""
    changes: dict[str, Any] = {}
    for kind, some in preview.others.items():
        said = {one.what.quote.text for one in last.others[kind]}
        if said:
            said -= set(TABLES[kind]._default_manager.filter(plan=plan).values_list("quote", flat=True))
        changes[kind] = tuple(replace(one, discarded=one.what.quote.text in said) for one in some)
    return replace(preview, **changes)
