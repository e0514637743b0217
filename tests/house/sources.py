"""The source files of the house, as text and as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "longdan"


def modules(*rooms: str) -> list[Path]:
    """Python files under the named rooms of the package (all, where none is named), without migrations."""
    folders = [PACKAGE / room for room in rooms] or [PACKAGE]
    found = {path for folder in folders for path in folder.rglob("*.py") if "migrations" not in path.parts}
    return sorted(found)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def dotted(node: ast.AST) -> str:
    """``a.b.c`` of a chain of names, with ``()`` for calls in between; empty for anything else."""
    match node:
        case ast.Name(id=word):
            return word
        case ast.Attribute(value=value, attr=word):
            return f"{dotted(value)}.{word}"
        case ast.Call(func=called):
            return f"{dotted(called)}()"
        case _:
            return ""


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    return ((node, dotted(node.func)) for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [ROOT / file for file in listed.stdout.split("\0") if file and (ROOT / file).is_file()]
