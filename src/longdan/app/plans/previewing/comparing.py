"""Telling what a document changes in a plan that is in force already."""

import difflib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from longdan.app.plans.previewing.value import FoundTask
from longdan.core.vietnamese import fold

ALIKE = 0.75  # from here on two wordings are taken for one task, amended


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class InForce:
    """A task of the plan in force, as far as comparing needs it; ``reads`` and ``facts`` as confirmed."""

    id: int
    key: str
    text: str
    facts: str
    reads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    change: Change
    found: FoundTask | None  # None where the task is gone
    before: InForce | None  # None where it is new
    key: str


def keys(tasks: Sequence[FoundTask]) -> list[str]:
    """The key of each task: of its words, with a number where several say the same."""
    seen: dict[str, int] = {}
    named = []
    for task in tasks:
        bare = hashlib.sha256(fold(task.text).encode()).hexdigest()[:32]
        seen[bare] = seen.get(bare, 0) + 1
        named.append(bare if seen[bare] == 1 else f"{bare}-{seen[bare]}")
    return named


def facts(task: FoundTask) -> str:
    """What a task says beside its text, as one string that can be compared."""
    agencies = sorted(
        f"{one.role}:{one.match.agency or one.match.group or fold(one.as_written)}:{one.requested}" for one in task.assignments
    )
    return "|".join([task.product or "", task.due or "", task.recurrence or "", *agencies])


def compare(found: Sequence[FoundTask], before: Sequence[InForce]) -> tuple[Compared, ...]:
    """Each task of a document beside the task in force that it is; at the end those that the document no longer holds.

    Where the document says what it said before, and nobody has changed it now, the task in force stays as people made it.
    """
    named = list(zip(keys(found), found, strict=True))
    said = {read: one for one in before for read in one.reads}
    unchanged = {task.id: said[read] for task in found if not task.touched for read in task.reads if read in said}
    stays = {read for one in unchanged.values() for read in one.reads}
    left = {one.key: one for one in before if not stays.intersection(one.reads)}
    same = {task.id: left.pop(key) for key, task in named if task.id not in unchanged and key in left}
    compared = []
    for key, task in named:
        if task.id in unchanged:
            compared.append(Compared(Change.UNCHANGED, task, unchanged[task.id], unchanged[task.id].key))
            continue
        old = same.get(task.id) or _likeliest(task, left)
        compared.append(Compared(_change(task, old), task, old, key))
    return (*compared, *(Compared(Change.GONE, None, one, one.key) for one in left.values()))


def _likeliest(task: FoundTask, left: dict[str, InForce]) -> InForce | None:
    """Takes from ``left`` the task whose words come nearest, if they come near."""
    matcher = difflib.SequenceMatcher[str](None, (), _words(task.text))
    best, likeness = None, ALIKE
    for one in left.values():
        matcher.set_seq1(_words(one.text))
        if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness and (ratio := matcher.ratio()) > likeness:
            best, likeness = one, ratio
    return left.pop(best.key) if best else None


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def _change(task: FoundTask, old: InForce | None) -> Change:
    if old is None:
        return Change.NEW
    same = old.text == task.text and old.facts == facts(task)
    return Change.UNCHANGED if same else Change.CHANGED
