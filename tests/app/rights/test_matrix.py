"""Every action, for every role, from its own agency, its province and outside: done or refused as the table of rights says.

The actions are found in the code: a new one without a row in ``cases`` fails.
"""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from longdan import app
from longdan.app.agencies.access import REACH, Relation, Right
from longdan.app.agencies.models import Post, Role
from longdan.core.problems import ProblemsFound
from tests.app.rights.case import Call, Case
from tests.app.rights.cases import CASES, WITHOUT
from tests.app.rights.scene import Scene
from tests.cast import Cast


def actions() -> Iterator[str]:
    """ "work.accept": what stands in a room of actions, and is told in whose name (``by``) it happens."""
    for found in pkgutil.walk_packages(app.__path__, "longdan.app."):
        parts = found.name.split(".")
        if "actions" in parts[3:]:
            module = import_module(found.name)
            for name, one in inspect.getmembers(module, inspect.isfunction):
                if one.__module__ == module.__name__ and not name.startswith("_") and _in_a_name(one):
                    yield f"{parts[2]}.{name}"


def _in_a_name(one: Any) -> bool:
    by = inspect.signature(one).parameters.get("by")
    return by is not None and by.kind in (by.KEYWORD_ONLY, by.POSITIONAL_OR_KEYWORD) and one.__name__ != "locked_province"


def test_every_action_has_its_row() -> None:
    assert sorted(set(actions())) == sorted({key.partition(":")[0] for key in CASES} | WITHOUT.keys())


def test_every_right_is_asked_for_by_an_action() -> None:
    assert set(Right) == {case.right for case in CASES.values()}


@pytest.mark.parametrize("name", CASES)
def test_an_action_is_done_by_whom_the_table_names_and_by_nobody_else(
    cast: Cast, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for jobs in ("plans", "people"):
        monkeypatch.setattr(f"longdan.app.{jobs}.jobs.async_task", lambda *job, **options: None)
    scene, case = Scene(cast), CASES[name]
    actors = {(role, relation): scene.actor(role, relation) for role in Role for relation in Relation}
    call = case.make(scene)
    found = {place: outcome(call, by) for place, by in actors.items()}
    assert found == {place: expected(case, *place) for place in actors}


def outcome(call: Call, by: Post) -> str:
    """What came of it; nothing of it stays."""
    told = "done"
    with transaction.atomic():
        try:
            with transaction.atomic():
                call(by)
        except ObjectDoesNotExist:
            told = "refused"
        except ProblemsFound as refused:
            codes = {problem.code for problem in refused.problems}
            told = "refused" if all(code.startswith("access.") for code in codes) else f"broken: {codes}"
        transaction.set_rollback(True)
    return told


def expected(case: Case, role: Role, relation: Relation) -> str:
    reach = REACH[case.right].get(role, frozenset())
    return "done" if (Relation.OWN if case.at_home else relation) in reach else "refused"
