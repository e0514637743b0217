"""What went wrong, where, and how to mend it: the one shape of every refusal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

OF_A_KIND = 20  # problems of one code that are told one by one


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what we were given, in the reader's language (Vietnamese), with a code for search and tests.

    ``code`` is dotted and stable ("documents.encrypted"); ``where`` names the file and the place in it.
    """

    code: str
    where: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n    cách sửa: {self.fix} [{self.code}]"


class ProblemsFound(Exception):
    """All that is wrong, at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(told(problems)))
        self.problems = tuple(problems)


def first_of_each(problems: Iterable[Problem], most: int = OF_A_KIND) -> tuple[list[Problem], dict[str, int]]:
    """The first problems of each code, in their order, with how many more there are by code, where there are more."""
    seen: Counter[str] = Counter()
    first = []
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] <= most:
            first.append(problem)
    return first, {code: count - most for code, count in seen.items() if count > most}


def told(problems: Sequence[Problem], most: int = OF_A_KIND) -> Iterator[str]:
    """The problems as text, in their order; of very many alike the first, then how many more there are."""
    first, more = first_of_each(problems, most)
    yield from map(str, first)
    yield from (f"… còn {count} lỗi cùng loại [{code}]" for code, count in more.items())


def refuse(code: str, where: str, what: str, fix: str) -> ProblemsFound:
    """One problem, ready to raise."""
    return ProblemsFound([Problem(code, where, what, fix)])
