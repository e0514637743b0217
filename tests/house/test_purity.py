"""The core and the app take the world as arguments; the screens write nothing by themselves."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.house.sources import calls, dotted, modules, name, tree

CLOCKS = {
    "datetime.now", "datetime.datetime.now", "datetime.today", "datetime.utcnow", "date.today", "datetime.date.today",
    "timezone.now", "timezone.localdate", "timezone.localtime", "time.time", "time.monotonic", "time.perf_counter", "time.sleep",
}  # fmt: skip
DICE = re.compile(r"(random\.(?!Random$)\w+|uuid\.uuid[14]|secrets\.\w+)")
WRITES = re.compile(r"\.(save|delete|create|get_or_create|update_or_create|bulk_create|bulk_update)$")
WRITES_TO_ROWS = re.compile(r"\b(objects|filter|exclude|all)\b.*\.update$")  # a dict has an update too


def test_nobody_below_the_screens_reads_a_clock() -> None:
    assert list(found(modules("core", "app"), lambda called: called in CLOCKS)) == []


def test_the_core_throws_no_dice_without_a_seed() -> None:
    assert list(found(modules("core"), lambda called: bool(DICE.fullmatch(called)))) == []


def test_nobody_below_the_configuration_reads_the_environment() -> None:
    nodes = ((path, node) for path in modules("core", "app") for node in ast.walk(tree(path)))
    assert [name(path) for path, node in nodes if dotted(node) in ("os.environ", "os.getenv")] == []


def test_the_core_prints_nothing() -> None:
    assert list(found(modules("core", "app"), lambda called: called == "print")) == []


def test_screens_write_no_table() -> None:
    writing = found(modules("web"), lambda called: bool(WRITES.search(called) or WRITES_TO_ROWS.search(called)))
    assert [place for place in writing if "vendoring" not in place] == []


def found(paths: Iterable[Path], wrong: Callable[[str], bool]) -> Iterator[str]:
    return (f"{name(path)}:{call.lineno} {called}" for path in paths for call, called in calls(path) if wrong(called))
