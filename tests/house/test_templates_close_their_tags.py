"""A tag of a template stands on one line: Django prints one that is broken over two as it is written."""

from pathlib import Path

import pytest

TEMPLATES = sorted((Path(__file__).parents[2] / "src").rglob("*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(path.parents[2])))
def test_every_tag_is_closed_on_its_line(template: Path) -> None:
    broken = [
        line
        for line in template.read_text().splitlines()
        if line.count("{{") != line.count("}}") or line.count("{%") != line.count("%}")
    ]
    assert broken == []
