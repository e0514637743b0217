"""What a preview makes of a draft: vague names, another province's names, headings without work."""

from dataclasses import replace

import pytest

from longdan.app.agencies.matching import Known, directory
from longdan.app.plans.previewing import build
from longdan.core.plans.draft import Heading
from tests.builders import HEADING, WORDS, a_document, a_draft, a_task

AGENCIES = directory(
    [
        Known(1, "UBND tỉnh Lam Châu", home=True),
        Known(2, "Sở Nội vụ"),
        Known(3, "Sở Khoa học và Công nghệ"),
        Known(4, "UBND tỉnh Sông Vân", foreign=True),
    ]
)
ABROAD = replace(HEADING, issuer="Ủy ban nhân dân tỉnh Sông Vân", province="tỉnh Sông Vân")


@pytest.mark.parametrize(("heading", "sure"), [(HEADING, True), (ABROAD, False)])
def test_in_another_province_s_document_no_agency_of_ours_is_surely_meant(heading: Heading, sure: bool) -> None:
    of = a_document(*WORDS)
    shown = build(a_draft(of, [a_task(of, WORDS[3], lead=("Sở Nội vụ",))], heading), AGENCIES)
    assert (shown.tasks[0].assignments[0].match.agency, shown.tasks[0].assignments[0].match.sure) == (2, sure)


def test_another_province_is_no_guess_for_what_sounds_like_a_division_of_its_committee() -> None:
    of = a_document(*WORDS)
    shown = build(a_draft(of, [a_task(of, WORDS[3], lead=("Trung tâm Thông tin tỉnh",))], ABROAD), AGENCIES)
    assert shown.tasks[0].assignments[0].match.candidates == ()
