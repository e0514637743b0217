"""The pictures of the README, taken of the running product; written only where PICTURES=1 asks for it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from longdan.core.catalogue.sample import SampleProvince
from tests.journeys.conftest import Visitor, at_a_screen, coordinator, in_force

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PLAN, WAITING = "01_papi-tinh-2026.docx", "06_quyet-dinh-kem-ke-hoach-dti-2027.docx"


@pytest.fixture
def painter(browser: Browser, live_server, province: SampleProvince) -> Iterator[Visitor]:  # type: ignore[no-untyped-def]
    with at_a_screen(browser, live_server.url, province.password) as person:
        yield person


def take(page: Page, name: str) -> None:
    """Compare nothing: fonts differ between machines; what counts is that the page can be shown, and is up to date on request."""
    page.evaluate("document.fonts.ready")
    picture = page.screenshot(animations="disabled", caret="hide")
    assert picture.startswith(b"\x89PNG")
    if os.environ.get("PICTURES") == "1":
        IMAGES.mkdir(parents=True, exist_ok=True)
        (IMAGES / f"{name}.png").write_bytes(picture)


def test_the_pictures_of_the_readme(painter: Visitor, handed_in: Callable[[str], int]) -> None:
    plan, waiting = in_force(handed_in(PLAN)), handed_in(WAITING)
    page = painter.signs_in("dieuphoi")
    painter.goes_to(f"/van-ban/{waiting}/xem")
    page.locator("article.item").nth(2).get_by_role("link", name="Xem trong văn bản").click()
    take(page, "preview")
    painter.goes_to(f"/ke-hoach/{plan.pk}?theo=month")
    take(page, "plan")
    painter.goes_to("/")
    take(page, "today")
    task = plan.tasks.filter(assignments__role="lead", assignments__agency=coordinator().agency).first() or plan.tasks.first()
    assert task
    painter.goes_to(f"/nhiem-vu/{task.pk}")
    take(page, "task")
    page.set_viewport_size({"width": 360, "height": 780})
    painter.goes_to(f"/van-ban/{waiting}/xem")
    take(page, "preview-telephone")
