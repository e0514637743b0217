"""A view makes one call into app: it reads once, it acts once, it asks no rights itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import dotted, modules, tree

APP = "longdan.app"
VIEWS = [path for path in modules("web/workspace/views") if path.stem != "__init__"]
# Views that are not so yet; the list only ever shrinks.
NOT_YET = {
    "days.home", "founding.choose_province", "indices.receive", "readings.receive_files", "reform.reorganising", "work.calendar",
}  # fmt: skip


def brought(path: Path) -> dict[str, str]:
    """The functions, or modules of functions, that a view brings from app: their names with the module each is of."""
    imports = [node for node in tree(path).body if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(APP)]
    return {one.asname or one.name: f"{node.module}.{one.name}" for node in imports for one in node.names}


def called(path: Path, function: ast.FunctionDef, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """What of app a function calls, itself or through other functions of its module."""
    from_app = brought(path)
    beside = {one.name: one for one in tree(path).body if isinstance(one, ast.FunctionDef)}
    own = {one.name for one in ast.walk(function) if isinstance(one, ast.FunctionDef)}
    for node in ast.walk(function):
        words = dotted(node.func) if isinstance(node, ast.Call) else ""
        first, _dot, last = words.partition(".")
        if first in from_app and first not in own and first[0].islower():
            yield f"{from_app[first]}.{last}" if last else from_app[first]
        elif words in beside and words not in seen | own:
            yield from called(path, beside[words], seen | {words, function.name})


def views() -> Iterator[tuple[str, set[str]]]:
    for path in VIEWS:
        for one in tree(path).body:
            if isinstance(one, ast.FunctionDef) and one.decorator_list:
                yield f"{path.stem}.{one.name}", set(called(path, one))


def too_many(calls: set[str]) -> bool:
    acts = {one for one in calls if ".actions" in one}
    asks = {one for one in calls if ".access." in one}
    return bool(asks) or len(acts) > 1 or len(calls - acts) > 1


def test_a_view_reads_once_and_acts_once_and_asks_no_right() -> None:
    assert {name for name, calls in views() if too_many(calls)} == NOT_YET


@pytest.mark.parametrize(
    ("calls", "found"),
    [
        ({"longdan.app.people.queries.people.person", "longdan.app.people.actions.posts.end_post"}, False),
        ({"longdan.app.people.queries.people.person", "longdan.app.people.queries.listing.people"}, True),
        ({"longdan.app.work.actions.report", "longdan.app.work.actions.submit"}, True),
        ({"longdan.app.agencies.access.require"}, True),
    ],
)
def test_two_readings_two_actions_or_a_right_are_too_many(calls: set[str], found: bool) -> None:
    assert too_many(calls) is found
