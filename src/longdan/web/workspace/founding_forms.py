"""What the set-up of a province is told, a step at a time; kept in the browser's session until all of it is there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict

from longdan.app.founding.actions import Department, First, departments_wrong
from longdan.app.founding.queries import DepartmentChoice
from longdan.app.people.actions.posts import Name
from longdan.core.problems import Problem, ProblemsFound, refuse
from longdan.core.vietnamese import fold

PEOPLE = ("administrator", "coordinator")
FIELDS = ("full_name", "username", "email", "title", "department")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The departments of a province as they were ticked, renamed and added."""

    names: dict[str, str] = field(default_factory=dict)  # by the key of the template
    others: tuple[str, ...] = ()
    merged_on: str = ""  # as typed

    def departments(self) -> list[Department]:
        return [Department(name, key) for key, name in self.names.items()] + [Department(name) for name in self.others]

    def others_as_lines(self) -> str:
        """The departments added, as the form has them: one a line."""
        return "\n".join(self.others)

    def day(self) -> date | None:
        """The day as officials write it; refused where it is none."""
        if not self.merged_on:
            return None
        try:
            day, month, year = (int(part) for part in self.merged_on.split("/"))
            return date(year, month, day)
        except ValueError:
            what = f"“{self.merged_on}” không phải một ngày"
            raise refuse("founding.day", "ngày các sở hợp nhất", what, "viết ngày/tháng/năm, ví dụ 01/03/2025") from None

    def wrong(self) -> list[Problem]:
        """Everything that has to be mended before the next step."""
        problems = list(departments_wrong(self.departments()))
        try:
            self.day()
        except ProblemsFound as refused:
            problems += refused.problems
        return problems

    def kept(self) -> dict[str, Any]:
        return {"names": self.names, "others": list(self.others), "merged_on": self.merged_on}


def from_kept(kept: dict[str, Any]) -> Chosen:
    return Chosen(dict(kept["names"]), tuple(kept["others"]), kept["merged_on"])


def proposed(choices: Sequence[DepartmentChoice]) -> Chosen:
    """What the template proposes before anybody has looked."""
    return Chosen({one.key: one.name for one in choices if one.proposed})


def sent_departments(sent: QueryDict, choices: Sequence[DepartmentChoice]) -> Chosen:
    ticked = set(sent.getlist("co"))
    names = {one.key: sent.get(f"ten-{one.key}", one.name).strip() for one in choices if one.key in ticked}
    others = tuple(line.strip() for line in sent.get("khac", "").splitlines() if fold(line))
    return Chosen(names, others, sent.get("ngay", "").strip())


def sent_people(sent: QueryDict) -> dict[str, dict[str, str]]:
    """What was typed of the first two people, by person and field."""
    return {who: {name: sent.get(f"{who}-{name}", "").strip() for name in FIELDS} for who in PEOPLE}


def first(typed: dict[str, str]) -> First:
    return First(Name(typed["full_name"], typed["username"], typed["email"]), typed["title"], typed["department"])
