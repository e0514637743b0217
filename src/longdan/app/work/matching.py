"""Whom the words of a comment call: "@" and a full name; of several who bear it, the one of the agency in brackets behind it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from longdan.core.problems import Problem, ProblemsFound
from longdan.core.vietnamese import fold

_CALL = re.compile(r"(?:^|(?<=[\s(\[,;:.…\"“]))@(?=\w)([^\n@]{1,400})")
_BEHIND = re.compile(r"\s*\(([^()]{1,300})\)")
_LONGEST_NAME = 7  # syllables


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be called; ``handle`` is what to write behind "@". How they sign in is nobody's business."""

    account_id: int
    full_name: str
    title: str
    agency: str
    handle: str = ""

    @property
    def place(self) -> str:
        return f"{self.title}, {self.agency}"


def told_apart(people: Iterable[Person]) -> tuple[Person, ...]:
    """People with their handles: the name; where several bear it, with the agency; where that is the same, with a number."""
    found = tuple(people)
    names = Counter(fold(one.full_name) for one in found)
    places = Counter((fold(one.full_name), one.agency) for one in found)

    def handle(one: Person) -> str:
        if names[fold(one.full_name)] == 1:
            return one.full_name
        alone = places[fold(one.full_name), one.agency] == 1
        return f"{one.full_name} ({one.agency})" if alone else f"{one.full_name} (số {one.account_id})"

    return tuple(replace(one, handle=handle(one)) for one in found)


def called(text: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """The people whom a text calls, each once; refused where a call is nobody's name, or several people's."""
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_name[fold(person.full_name)].append(person)
    found: dict[int, Person] = {}
    problems = []
    for call in _CALL.findall(text):
        meant = _meant(call, by_name)
        if len(meant) == 1:
            found[meant[0].account_id] = meant[0]
        else:
            problems.append(_problem(call, meant))
    if problems:
        raise ProblemsFound(problems)
    return tuple(found.values())


def _meant(call: str, by_name: dict[str, list[Person]]) -> list[Person]:
    """Those whose name the words begin with: the longest name counts."""
    words = list(re.finditer(r"\w+", call))[:_LONGEST_NAME]
    for count in range(len(words), 0, -1):
        if meant := by_name.get(fold(" ".join(word.group() for word in words[:count]))):
            return _of_agency(meant, call[words[count - 1].end() :])
    return []


def _of_agency(meant: list[Person], behind: str) -> list[Person]:
    """Of several who share a name, those whose handle goes on with the brackets behind it."""
    told = _BEHIND.match(behind)
    if len(meant) == 1 or told is None:
        return meant
    return [one for one in meant if fold(told.group(1)) in (fold(one.agency), fold(f"số {one.account_id}"))] or meant


def _problem(call: str, meant: list[Person]) -> Problem:
    where = "@" + " ".join(call.split()[:4])
    if meant:
        handles = ", ".join(f"@{person.handle}" for person in meant)
        return Problem("work.mention-ambiguous", where, f"có {len(meant)} người cùng tên này", f"viết rõ một trong: {handles}")
    fix = "gõ @ rồi chọn một tên trong gợi ý, hoặc viết @ kèm đủ họ tên"
    return Problem("work.mention-unknown", where, "không có ai tên như vậy trong tỉnh", fix)
