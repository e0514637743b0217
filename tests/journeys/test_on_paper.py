"""What a leader prints: no row is torn in two by the end of a page, no words are squeezed into a column of letters."""

import pytest

from longdan.app.plans.models import Assignment
from tests.journeys.conftest import Visitor

SHEET = 642  # pixels between the margins of A4
PAGES = (
    "/", "/ke-hoach/{plan}", "/ke-hoach/{plan}?theo=matrix", "/nhiem-vu/{task}", "/co-quan/{agency}/viec",
    "/chi-so/papi/2021-2024",
)  # fmt: skip
ROWS = ".ledger > li, .plans > li, .people > li, .trace > li, .table tr, .matrix tr, .tree summary"
WORDS = ".ledger-words, .tree-title, .trace > li, .plan-card"
TORN = f"() => [...document.querySelectorAll('{ROWS}')].filter(row => getComputedStyle(row).breakInside !== 'avoid').length"
SQUEEZED = f"() => [...document.querySelectorAll('{WORDS}')].filter(one => one.offsetParent && one.clientWidth < 240).length"


@pytest.mark.parametrize("path", PAGES)
def test_on_paper_no_row_is_torn_and_no_words_are_squeezed(plain_visitor: Visitor, duty: Assignment, path: str) -> None:
    plain_visitor.signs_in("lanhdao")
    page = plain_visitor.goes_to(path.format(plan=duty.task.plan_id, task=duty.task_id, agency=duty.agency_id))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 930})
    found = (page.evaluate(TORN), page.evaluate(SQUEEZED), plain_visitor.overflow())
    assert found == (0, 0, 0)
