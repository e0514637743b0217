"""What stands around every page: the ways of the workspace, and the notice that a demonstration is invented."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Post


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the bar on top; ``views`` are the names under which it counts as the place where one is."""

    name: str | Promise
    drawing: str
    view: str
    views: frozenset[str]
    right: Right | None = None  # without it there is nothing to see there

    def holds(self, view: str) -> bool:
        return view == self.view or view in self.views


OF_AGENCIES = frozenset({"agency", "agency-work", "agency-left", "add-agency", "rename-agency", "reform"})
WAYS = (
    Way(_("Hôm nay"), "today", "home", frozenset()),
    Way(pgettext_lazy("menu", "Kế hoạch"), "plan", "plans", frozenset({"plan", "plan-document", "edit-task", "task"})),
    Way(_("Lịch"), "clock", "calendar", frozenset()),
    Way(_("Văn bản"), "document", "readings", frozenset({"import", "reading", "preview"}), Right.IMPORT),
    Way(_("Chỉ số"), "report", "indices", frozenset({"edition"})),
    Way(pgettext_lazy("menu", "Cơ quan"), "agency", "agencies", OF_AGENCIES),
)


def ways(post: Post) -> list[Way]:
    """The ways that are open to a post."""
    return [way for way in WAYS if way.right is None or may(post, way.right, on=post.agency)]
