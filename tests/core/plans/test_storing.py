"""A draft comes back from its stored form unchanged."""

import json
from datetime import date

import pytest

from longdan.core.plans.draft import Assignment, Deadline, Heading, PlanDraft, Quote, Role, Section, Target, Task
from longdan.core.plans.storing import from_stored, to_stored
from longdan.core.problems import ProblemsFound

QUOTE = Quote("1. Sở Nội vụ: Chủ trì", 10, 31, 0.8)
DRAFT = PlanDraft(
    Heading(
        "plan",
        issued=date(2025, 1, 2),
        period=(2021, 2025),
        indices=("PAPI",),
        criteria_by_agency=(("Sở Nội vụ", ("1.1", "1.2")),),
    ),
    sections=(Section("I", "I", "MỤC ĐÍCH", QUOTE, (Section("1", "I.1", None, QUOTE),)),),
    tasks=(Task("I.1", "Chủ trì", QUOTE, lead=("Sở Nội vụ",)),),
    bullets=(("I.1", 3),),
    assignments=(Assignment("Sở Nội vụ", Role.LEAD, "I.1", QUOTE),),
    deadlines=(Deadline("2025-12", "within", "ban hành", "trong tháng 12/2025", "I.1", QUOTE),),
    targets=(Target("100% hồ sơ", "rate", 100.0, QUOTE), Target("nhóm A", "group", "A", QUOTE)),
)


@pytest.mark.parametrize("draft", [DRAFT, PlanDraft(Heading("plan"))])
def test_a_draft_comes_back_unchanged(draft: PlanDraft) -> None:
    assert from_stored(json.loads(json.dumps(to_stored(draft)))) == draft


def test_another_version_is_refused_with_what_to_do() -> None:
    with pytest.raises(ProblemsFound, match="đọc lại tệp"):
        from_stored({**to_stored(DRAFT), "version": 0})
