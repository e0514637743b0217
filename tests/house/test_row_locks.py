"""No row is locked against those who only refer to it, none together with others: two who wait for each other lose one's work."""

import ast
from collections.abc import Iterator
from pathlib import Path

APP = Path(__file__).parents[2] / "src" / "longdan" / "app"


def chains() -> Iterator[tuple[str, tuple[ast.Call, ...]]]:
    """Each chain of calls that locks rows: its file, its calls."""
    for path in APP.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for one in ast.walk(tree):
            if isinstance(one, ast.Call) and any(called(call) == "select_for_update" for call in calls(one)):
                yield path.name, calls(one)


def calls(one: ast.expr) -> tuple[ast.Call, ...]:
    """The calls of ``a.b().c()``, from the last to the first."""
    if isinstance(one, ast.Attribute):
        return calls(one.value)
    return (one, *calls(one.func)) if isinstance(one, ast.Call) else ()


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def test_every_lock_lets_others_refer_to_the_row() -> None:
    locks = [(name, call) for name, chain in chains() for call in chain if called(call) == "select_for_update"]
    assert locks
    assert [name for name, call in locks if "no_key" not in {word.arg for word in call.keywords}] == []


def test_no_row_is_locked_together_with_its_relations() -> None:
    """PostgreSQL finds nothing where somebody has just changed which others it refers to: ``audit.locks.locked`` does."""
    assert [name for name, chain in chains() if "select_related" in map(called, chain)] == []
