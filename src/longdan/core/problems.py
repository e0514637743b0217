"""What went wrong, where, and how to mend it: the one shape of every refusal."""

from collections.abc import Sequence
from dataclasses import dataclass


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
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def refuse(code: str, where: str, what: str, fix: str) -> ProblemsFound:
    """One problem, ready to raise."""
    return ProblemsFound([Problem(code, where, what, fix)])
