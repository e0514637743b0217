"""The preview of a plan: what was read, matched with agencies and corrected by people, before it is put in force."""

from longdan.app.plans.previewing.building import build
from longdan.app.plans.previewing.comparing import Change, Compared, Difference, Held, InForce, by_role, compare, facts, strongest
from longdan.app.plans.previewing.correcting import apply
from longdan.app.plans.previewing.corrections import Correct, Verb
from longdan.app.plans.previewing.history import CorrectionRow, last_done, next_undone, words
from longdan.app.plans.previewing.pages import PreviewPage, page_of, preview, preview_or_progress
from longdan.app.plans.previewing.stored import comparison, found_in, identity, plan_in_force, preview_of, replayed, standing
from longdan.app.plans.previewing.together import Together, Touch, mark_of, outdated, together
from longdan.app.plans.previewing.value import Conflict, Doubt, Found, FoundAssignment, FoundTask, Preview

__all__ = [
    "Change",
    "Compared",
    "Conflict",
    "Correct",
    "CorrectionRow",
    "Difference",
    "Doubt",
    "Found",
    "FoundAssignment",
    "FoundTask",
    "Held",
    "InForce",
    "Preview",
    "PreviewPage",
    "Together",
    "Touch",
    "Verb",
    "apply",
    "build",
    "by_role",
    "compare",
    "comparison",
    "facts",
    "found_in",
    "identity",
    "last_done",
    "mark_of",
    "next_undone",
    "outdated",
    "page_of",
    "plan_in_force",
    "preview",
    "preview_of",
    "preview_or_progress",
    "replayed",
    "standing",
    "strongest",
    "together",
    "words",
]
