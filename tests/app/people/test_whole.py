"""Nothing is left out: every table that names a post is thought of when it is handed over, every deed has words in the trail."""

import ast
import re

import pytest
from django.apps import apps

from longdan.app.agencies.models import Account, Post
from longdan.app.audit.queries import VERBS
from longdan.app.people.actions.handing_over import MOVED
from tests.house.sources import modules

# Tables that keep the name of whoever did something, also after the post has gone to somebody else.
KEPT = frozenset({
    "Comment", "Correction", "Difficulty", "DifficultyTurn", "Evidence", "EvidenceVersion", "HandOver", "IndexSource",
    "Invitation", "PlannedReform", "StepTaken", "TaskChange", "Update",
})  # fmt: skip
OF_PERSONS = frozenset({"Event", "Invitation", "OpenSession", "Post"})  # of accounts, not of posts


def naming(model: type) -> set[str]:
    """Tables with a key to a model."""
    tables = apps.get_app_config("longdan").get_models()
    return {table.__name__ for table in tables if any(field.related_model is model for field in table._meta.concrete_fields)}


def test_every_table_that_names_a_post_is_moved_or_kept() -> None:
    moved = {table.__name__ for table in MOVED}
    assert naming(Post) | naming(Account) == moved | KEPT | OF_PERSONS


def recorded() -> set[str]:
    """The verbs that the code writes as they stand."""
    found = set()
    for path in modules("app"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("record", "Happening"):
                found |= {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return {word for word in found if re.fullmatch(r"[a-z]+\.[a-z]+\.[a-z_]+", word)}


@pytest.mark.parametrize("verb", sorted(recorded()))
def test_every_deed_has_words_in_the_trail(verb: str) -> None:
    assert verb in VERBS
