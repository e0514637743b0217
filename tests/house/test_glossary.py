"""Every word of the domain that the code uses stands in the glossary."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.apps import apps

from tests.house.sources import PACKAGE, ROOT, modules, tree

GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
WORDS = {word for line in GLOSSARY.splitlines() if line.startswith("|") for word in re.findall(r"`(\w+)`", line)}
SHARED_VALUES = ("core/problems.py", "core/documents/model.py", "core/plans/draft.py")


def models() -> set[str]:
    return {model.__name__ for model in apps.get_app_config("longdan").get_models()}


def closed_choices() -> Iterator[str]:
    """Public enumerations of the tables and the catalogue: what people choose from."""
    for path in modules("app", "core/catalogue"):
        for node in tree(path).body:
            bases = {ast.unparse(base) for base in node.bases} if isinstance(node, ast.ClassDef) else set()
            if bases & {"StrEnum", "Enum", "models.TextChoices"} and not node.name.startswith("_"):
                yield node.name


def shared_values() -> Iterator[str]:
    """Values that pass from room to room."""
    for module in SHARED_VALUES:
        yield from (node.name for node in tree(PACKAGE / module).body if isinstance(node, ast.ClassDef))


@pytest.mark.parametrize("names", [models, closed_choices, shared_values])
def test_every_word_of_the_code_stands_in_the_glossary(names: object) -> None:
    assert callable(names)
    assert sorted(set(names()) - WORDS) == []


def test_every_entry_says_the_word_on_the_screen_and_where_the_law_stands() -> None:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in GLOSSARY.splitlines() if line.startswith("|")]
    assert [row for row in rows if len(row) != 3 or not all(row)] == []
