"""What stands around every page: the ways of the workspace, and the notice that a demonstration is invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the bar on top; ``views`` are the names under which it counts as the place where one is."""

    name: str
    drawing: str
    view: str
    views: frozenset[str]

    def holds(self, view: str) -> bool:
        return view == self.view or view in self.views


WAYS = (
    Way("Hôm nay", "today", "home", frozenset()),
    Way("Kế hoạch", "plan", "plans", frozenset({"plan", "plan-document", "task"})),
    Way("Văn bản", "document", "readings", frozenset({"import", "reading", "preview"})),
    Way("Cơ quan", "agency", "agencies", frozenset({"agency"})),
)
