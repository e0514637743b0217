"""Giving tasks to agencies: one row for each agency that must do something, groups taken apart."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime

from longdan.app.agencies.matching import Group
from longdan.app.agencies.models import Agency, AgencyKind, Post
from longdan.app.agencies.queries import members
from longdan.app.audit.actions import record
from longdan.app.audit.locks import lock
from longdan.app.plans.models import RELEASED, Assignment, AssignmentState, Plan, Task
from longdan.app.plans.previewing import Compared, FoundAssignment, FoundTask
from longdan.app.plans.previewing.comparing import STRONGEST_FIRST, who
from longdan.core.plans.draft import Role
from longdan.core.vietnamese import fold

NO_LONGER = "Văn bản mới không còn giao việc này"
Key = tuple[int | None, str, str]  # agency, role; and, without an agency, the name as written


@dataclass(slots=True)
class Members:
    """The agencies of each group on a day, looked up once."""

    province: int
    on: date
    known: dict[Group, tuple[Agency, ...]] = field(default_factory=dict)
    parts: dict[int, frozenset[int]] = field(default_factory=dict)

    def of(self, group: Group) -> tuple[Agency, ...]:
        if group not in self.known:
            self.known[group] = members(group, self.province, on=self.on)
        return self.known[group]

    def parts_of(self, agency: int) -> frozenset[int]:
        """An agency with what lies under it."""
        if agency not in self.parts:
            under = Agency.objects.filter(parent=agency).values_list("pk", flat=True)
            self.parts[agency] = frozenset((agency, *under))
        return self.parts[agency]


def assign(changed: Sequence[tuple[Task, Compared]], groups: Members, *, by: Post, at: datetime) -> None:
    """Bring the assignments of new and changed tasks to what the preview says; what stays keeps its state.

    Whom an agency's release or refusal took off a task has it again only where the preview names him as given.
    """
    names = dict(Agency.objects.filter(pk__in=_agencies(changed)).values_list("pk", "name"))
    held: dict[int, dict[Key, Assignment]] = {}
    rows = Assignment.objects.filter(task__in=[task.pk for task, _ in changed])
    lock(rows)  # so that what an agency reports meanwhile is not written over
    for one in rows.select_related("agency").order_by("pk"):
        held.setdefault(one.task_id, {})[_key(one)] = one
    fresh: list[Assignment] = []
    altered: list[Assignment] = []
    for task, compared in changed:
        before, found = held.get(task.pk, {}), compared.found
        assert found is not None
        wanted = _wanted(task, found, groups, names, at)
        given = set(map(who, compared.given if compared.before else found.assignments))
        new = [one for key, one in wanted.items() if key not in before]
        kept = [before[key] for key, one in wanted.items() if key in before and _took_up(before[key], one, given)]
        ended = [one for key, one in before.items() if key not in wanted and _ended(one, at)]
        fresh += new
        altered += kept + ended
        if before and (told := _told(ended, [one for one in kept if one.state_since == at], new)):
            record(by, "plans.task.reassigned", task, at=at, detail=told)
    Assignment.objects.bulk_create(fresh, batch_size=500)
    for one in altered:
        one.save(update_fields=["as_written", "group", "requested", "state", "state_reason", "state_since"])


def give(task: Task, one: FoundAssignment, groups: Members, at: datetime) -> list[Assignment]:
    """Give a task to one more agency or group; who has it already keeps it, who was released has it again."""
    names = dict(Agency.objects.filter(pk=one.match.agency or 0).values_list("pk", "name"))
    before = {_key(row): row for row in task.assignments.select_for_update(of=("self",), no_key=True)}
    doing = {row.agency_id for row in before.values() if row.agency_id and row.state not in RELEASED}
    given = []
    for row in _rows(task, one, groups, names, at):
        held = before.get(_key(row), row)
        if row.agency_id in doing or (held.pk and held.state not in RELEASED):
            continue
        held.state, held.state_reason, held.state_since = AssignmentState.ASSIGNED, "", at
        held.save()
        given.append(held)
    return given


def _told(ended: Iterable[Assignment], reopened: Iterable[Assignment], new: Sequence[Assignment]) -> str:
    """What an amended document changed of who does a task, for the trail."""
    names = (("thôi giao", ended), ("giao lại", reopened))
    parts = [f"{what}: {who}" for what, some in names if (who := ", ".join(map(_name, some)))]
    return "; ".join([*parts, *([f"giao thêm: {len(new)} cơ quan"] if new else [])])


def _name(one: Assignment) -> str:
    return one.doer


def _agencies(changed: Sequence[tuple[Task, Compared]]) -> set[int]:
    given = (one for _, compared in changed if compared.found for one in compared.found.assignments)
    return {one.match.agency for one in given if one.match.agency}


def _key(one: Assignment) -> Key:
    return one.agency_id, one.role, "" if one.agency_id else one.group or one.as_written


def _wanted(task: Task, found: FoundTask, groups: Members, names: dict[int, str], at: datetime) -> dict[Key, Assignment]:
    """The assignments that a task should have: each agency once, in its strongest role."""
    wanted: dict[Key, Assignment] = {}
    agencies: set[int] = set()
    for one in sorted(found.assignments, key=lambda one: (STRONGEST_FIRST.index(one.role), one.match.group is not None)):
        for row in _rows(task, one, groups, names, at):
            if row.agency_id is None or row.agency_id not in agencies:
                wanted.setdefault(_key(row), row)
                agencies |= {row.agency_id} if row.agency_id else set()
    return wanted


def _rows(task: Task, one: FoundAssignment, groups: Members, names: dict[int, str], at: datetime) -> Iterator[Assignment]:
    """One row; for a group that must act, and surely is meant, one for each of its agencies."""
    for agency, written in _who(one, groups, names):
        yield Assignment(
            task=task,
            agency_id=agency,
            group=one.match.group or "" if one.match.sure else "",
            as_written=(one.as_written or written)[:500],
            role=one.role,
            requested=one.requested or _only_asked(task.plan, agency, groups),
            state_since=at,
        )


def _only_asked(plan: Plan, agency: int | None, groups: Members) -> bool:
    """Whether a plan can only ask an agency: a province orders all of it, others their own parts."""
    if plan.issuer is None or plan.issuer.kind == AgencyKind.PROVINCE or agency is None:
        return False
    return agency not in groups.parts_of(plan.issuer.pk)


def _who(one: FoundAssignment, groups: Members, names: dict[int, str]) -> Iterable[tuple[int | None, str]]:
    group = one.match.group
    if group is None:
        return [(one.match.agency, names.get(one.match.agency or 0, ""))]
    if one.role is Role.COOPERATE or not one.match.sure:
        return [(None, group.label)]
    return [(agency.pk, agency.name) for agency in groups.of(group)]


def _took_up(before: Assignment, now: Assignment, given: Set[tuple[str, str]]) -> bool:
    """Bring an assignment that stays up to date, opening one that an earlier document had ended or that is given anew;
    whether anything changed."""
    told = before.as_written, before.group, before.requested
    before.as_written, before.group, before.requested = now.as_written, now.group, now.requested
    again = any((now.role, name) in given for name in (str(now.agency_id), now.group, fold(now.as_written)))
    if before.state in RELEASED and (again or before.state_reason == NO_LONGER):
        before.state, before.state_reason, before.state_since = AssignmentState.ASSIGNED, "", now.state_since
        return True
    return told != (now.as_written, now.group, now.requested)


def _ended(one: Assignment, at: datetime) -> bool:
    """End an assignment that is still open; whether it was."""
    if one.state in (AssignmentState.DONE, *RELEASED):
        return False
    one.state, one.state_reason, one.state_since = AssignmentState.CANCELLED, NO_LONGER, at
    return True
