"""Whom the words of a comment call: "@" and a sign-in name, or "@" and a full name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from longdan.core.problems import Problem, ProblemsFound
from longdan.core.vietnamese import fold

_CALL = re.compile(r"(?:^|(?<=[\s(\[,;:.…\"“]))@(?=\w)([^\n@]{1,80})")
_LONGEST_NAME = 7  # syllables


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be called."""

    account_id: int
    username: str
    full_name: str


def called(text: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """The people whom a text calls, each once; refused where a call is nobody's name, or several people's."""
    by_user: dict[str, Person] = {}
    by_name: dict[str, list[Person]] = {}
    for person in people:
        by_user[person.username.casefold()] = person
        by_name.setdefault(fold(person.full_name), []).append(person)
    found: dict[int, Person] = {}
    problems = []
    for call in _CALL.findall(text):
        meant = _meant(call, by_user, by_name)
        if len(meant) == 1:
            found[meant[0].account_id] = meant[0]
        else:
            problems.append(_problem(call, meant))
    if problems:
        raise ProblemsFound(problems)
    return tuple(found.values())


def _meant(call: str, by_user: dict[str, Person], by_name: dict[str, list[Person]]) -> list[Person]:
    """Those whose name the words begin with: the longest name counts."""
    user = re.match(r"[\w.@+-]*\w", call)
    if user and (person := by_user.get(user.group().casefold())):
        return [person]
    words = re.findall(r"\w+", call)[:_LONGEST_NAME]
    names = (fold(" ".join(words[:count])) for count in range(len(words), 0, -1))
    return next((by_name[name] for name in names if name in by_name), [])


def _problem(call: str, meant: list[Person]) -> Problem:
    where = "@" + " ".join(call.split()[:4])
    if meant:
        users = ", ".join(f"@{person.username}" for person in meant)
        return Problem("work.mention-ambiguous", where, f"có {len(meant)} người cùng tên này", f"viết tên đăng nhập: {users}")
    fix = "gõ @ rồi chọn một tên trong gợi ý, hoặc viết @ kèm tên đăng nhập"
    return Problem("work.mention-unknown", where, "không có ai tên như vậy trong tỉnh", fix)
