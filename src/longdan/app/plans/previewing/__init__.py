"""The preview of a plan: what was read, matched with agencies and corrected by people, before it is put in force."""

from longdan.app.plans.previewing.building import build
from longdan.app.plans.previewing.comparing import Change, Compared, InForce, compare, facts
from longdan.app.plans.previewing.correcting import Correct, Verb, apply
from longdan.app.plans.previewing.pages import PreviewPage, preview
from longdan.app.plans.previewing.stored import comparison, identity, plan_in_force, preview_of
from longdan.app.plans.previewing.value import Doubt, Found, FoundAssignment, FoundTask, Preview

__all__ = [
    "Change",
    "Compared",
    "Correct",
    "Doubt",
    "Found",
    "FoundAssignment",
    "FoundTask",
    "InForce",
    "Preview",
    "PreviewPage",
    "Verb",
    "apply",
    "build",
    "compare",
    "comparison",
    "facts",
    "identity",
    "plan_in_force",
    "preview",
    "preview_of",
]
