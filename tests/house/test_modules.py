"""Every module says what it is for, and none is a room for leftovers."""

import ast

from tests.house.sources import PACKAGE, ROOT, modules, name, tree

LEFTOVERS = {"base", "common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_every_module_begins_with_a_line_that_says_what_it_is_for() -> None:
    parsed = {name(path): tree(path) for path in [*modules(), *TESTS]}
    assert [path for path, module in parsed.items() if module.body and not ast.get_docstring(module)] == []


def test_no_room_is_for_leftovers() -> None:
    rooms = {part for path in modules() for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert rooms & LEFTOVERS == set()


def test_the_catalogue_is_data_and_no_python() -> None:
    assert [name(path) for path in modules("catalogue")] == []
