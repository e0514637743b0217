"""Telling what a preview changes in a plan that is in force already."""

import difflib
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from longdan.app.plans.models import AssignmentRole
from longdan.app.plans.previewing.value import FoundAssignment, FoundTask, Preview
from longdan.core.plans.draft import Role
from longdan.core.vietnamese import fold

ALIKE = 0.75  # from here on two wordings are taken for one task, amended
STRONGEST_FIRST = tuple(map(Role, AssignmentRole.values))
PLAIN = ("text", "product", "due", "recurrence", "dimension")


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Held:
    """Who has a task in force, the agencies of a group as one; ``begun``: how many of them have work to show."""

    role: str
    agency: int | None
    group: str
    name: str
    as_written: str
    begun: int = 0
    requested: bool = False

    @property
    def who(self) -> tuple[str, str]:
        return self.role, str(self.agency or self.group or fold(self.as_written))


@dataclass(frozen=True, slots=True)
class InForce:
    """A task of the plan in force; ``reads`` and ``facts`` as confirmed, the rest as it stands today."""

    id: int
    key: str
    text: str
    facts: str = ""
    reads: tuple[str, ...] = ()
    product: str = ""
    due: str = ""  # ISO date, or YYYY-MM
    recurrence: str = ""
    dimension: str = ""
    held: tuple[Held, ...] = ()

    @property
    def begun(self) -> int:
        return sum(one.begun for one in self.held)


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of a task in which it differs from the task in force."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Compared:
    change: Change
    found: FoundTask | None  # None where the task is gone
    before: InForce | None  # None where it is new
    key: str

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where the words differ; of what is new or gone nothing."""
        if self.found is None or self.before is None or self.change is not Change.CHANGED:
            return ()
        pairs = ((field, getattr(self.before, field), getattr(self.found, field) or "") for field in PLAIN)
        return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])

    @property
    def taken_away(self) -> tuple[Held, ...]:
        """Who has the task in force, and would no longer have it."""
        if self.before is None or self.change in (Change.UNCHANGED, Change.NEW):
            return ()
        staying = set(map(who, strongest(self.found.assignments))) if self.found else set()
        return tuple(one for one in self.before.held if one.who not in staying)

    @property
    def given(self) -> tuple[FoundAssignment, ...]:
        """Who would get a task that he does not have in force."""
        if self.found is None or self.before is None or self.change is not Change.CHANGED:
            return ()
        held = {one.who for one in self.before.held}
        return tuple(one for one in strongest(self.found.assignments) if who(one) not in held)


def who(one: FoundAssignment) -> tuple[str, str]:
    group = one.match.group if one.match.sure else None
    return one.role, str(one.match.agency or group or fold(one.as_written))


def strongest(assignments: Iterable[FoundAssignment]) -> list[FoundAssignment]:
    """Each agency once, in its strongest role, as tasks are given out."""
    kept: dict[str, FoundAssignment] = {}
    for one in by_role(assignments):
        kept.setdefault(who(one)[1], one)
    return list(kept.values())


def by_role(assignments: Iterable[FoundAssignment]) -> list[FoundAssignment]:
    """Who leads, who does it, who cooperates."""
    return sorted(assignments, key=lambda one: STRONGEST_FIRST.index(one.role))


def keys(tasks: Sequence[FoundTask]) -> list[str]:
    """The key of each task: of its words, with a number where several say the same."""
    seen: dict[str, int] = {}
    named = []
    for task in tasks:
        bare = _key(task.text)
        seen[bare] = seen.get(bare, 0) + 1
        named.append(bare if seen[bare] == 1 else f"{bare}-{seen[bare]}")
    return named


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return hashlib.sha256(fold(text).encode()).hexdigest()[:32]


def facts(task: FoundTask) -> str:
    """What a task says beside its text, as one string that can be compared."""
    agencies = sorted(
        f"{one.role}:{one.match.agency or one.match.group or fold(one.as_written)}:{one.requested}" for one in task.assignments
    )
    return "|".join([task.product or "", task.due or "", task.recurrence or "", *agencies])


def compare(preview: Preview, before: Sequence[InForce]) -> tuple[Compared, ...]:
    """Each kept task of a preview beside the task in force that it is; at the end those that go.

    Where the document says what it said before, and nobody has changed it now, the task in force stays as people made it.
    """
    found = preview.kept()
    named = list(zip(keys(found), found, strict=True))
    by_id = {one.id: one for one in before}
    declared = {task.id: by_id[task.of] for task in found if task.of in by_id}
    said = {read: one for one in before for read in one.reads}
    unchanged = {task.id: said[read] for task in found if not task.touched for read in task.reads if read in said}
    taken = {one.id for one in (*declared.values(), *unchanged.values())}
    left = {one.key: one for one in before if one.id not in taken}
    same = {task.id: left.pop(key) for key, task in named if task.id not in declared | unchanged and key in left}
    compared = []
    for key, task in named:
        if one := declared.get(task.id):
            same_words = preview.partial or task.text == one.text
            compared.append(Compared(_row(task, one), task, one, one.key if same_words else key))
        elif one := unchanged.get(task.id):
            compared.append(Compared(Change.UNCHANGED, task, one, one.key))
        else:
            old = same.get(task.id) or _likeliest(task, left)
            compared.append(Compared(_change(task, old), task, old, key))
    return (*compared, *(Compared(Change.GONE, None, one, one.key) for one in _gone(preview, before, left)))


def _gone(preview: Preview, before: Iterable[InForce], left: dict[str, InForce]) -> Iterable[InForce]:
    """The tasks in force that end: of a whole document those that it no longer holds, unless a person wrote or keeps them;
    of a part only those that are marked."""
    dropped = {task.of for task in preview.tasks if task.discarded and task.of}
    if preview.partial:
        return [one for one in before if one.id in dropped]
    return [one for one in left.values() if one.id in dropped or (one.reads and one.id not in preview.stays)]


def _likeliest(task: FoundTask, left: dict[str, InForce]) -> InForce | None:
    """Takes from ``left`` the task whose words come nearest, if they come near."""
    said = _wording(task.text)
    matcher = difflib.SequenceMatcher[str](None, (), said.words)
    best, likeness = None, ALIKE
    longer: InForce | None = None
    for one in left.values():
        other = _wording(one.text)
        shared = len(said.distinct & other.distinct)
        if said.most_alike(other, shared) > likeness:
            matcher.set_seq1(other.words)
            if (ratio := matcher.ratio()) > likeness:
                best, likeness = one, ratio
        if longer is None and shared >= min(said.kinds, other.kinds) and _longer(said.words, other.words):
            longer = one
    found = best or longer
    return left.pop(found.key) if found else None


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as two texts are compared by it: its words, those that differ, and how many."""

    words: tuple[str, ...]
    distinct: frozenset[str]
    count: int
    kinds: int

    def most_alike(self, other: "Wording", shared: int) -> float:
        """The likeness that two wordings cannot exceed: told much faster than their likeness itself."""
        again, others = self.count - self.kinds, other.count - other.kinds
        return 2 * (shared + (again if again < others else others)) / (self.count + other.count or 1)


@lru_cache(maxsize=4096)
def _wording(text: str) -> Wording:
    words = tuple(fold(text).split())
    distinct = frozenset(words)
    return Wording(words, distinct, len(words), len(distinct))


FEWEST_WORDS = 3  # that one task must have, to be found again within a longer one


def _longer(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one wording is the other with words behind or before it."""
    shorter, longer = sorted((one, other), key=len)
    size = len(shorter)
    return size >= FEWEST_WORDS and shorter in (longer[:size], longer[-size:])


def _change(task: FoundTask, old: InForce | None) -> Change:
    if old is None:
        return Change.NEW
    same = old.text == task.text and old.facts == facts(task)
    return Change.UNCHANGED if same else Change.CHANGED


def _row(task: FoundTask, old: InForce) -> Change:
    """What the row of a sheet changes in the task that it is: told from how the task stands today."""
    same = all(getattr(old, field) == (getattr(task, field) or "") for field in PLAIN)
    return (
        Change.UNCHANGED
        if same and {one.who for one in old.held} == set(map(who, strongest(task.assignments)))
        else Change.CHANGED
    )
