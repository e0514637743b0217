"""Keeps what a journey sees as pictures, where somebody asks for them: LOOK=folder ./run test tests/journeys."""

import os
from pathlib import Path

from playwright.sync_api import Page


def keep(page: Page, name: str) -> None:
    """A picture of the whole page, by its name and the width of the screen."""
    if folder := os.environ.get("LOOK"):
        page.evaluate("document.fonts.ready")
        size = page.viewport_size or {"width": 0}
        path = Path(folder) / f"{name}-{size['width']}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path, full_page=True, animations="disabled")
