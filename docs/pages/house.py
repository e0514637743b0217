"""The page of the house: its storeys and rooms as the import contracts hold them, each with what its first line says."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from docs.pages.tables import table

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src"
HEAD = """# The house · Storeys and rooms

Printed from the import contracts of `pyproject.toml`: a room may use those below it, rooms of one line do not know each other.
Rooms in italics are planned and not there yet. How data runs through them: [architecture](../explanation/architecture.md)."""


def page() -> str:
    return "\n\n".join([HEAD, *(part for contract in contracts() for part in floor(contract))])


def contracts() -> Iterator[dict[str, object]]:
    every = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    return (contract for contract in every if contract["type"] == "layers")


def floor(contract: dict[str, object]) -> Iterator[str]:
    """A contract as a table, the uppermost line first."""
    containers, layers = contract["containers"], contract["layers"]
    assert isinstance(containers, list)
    assert isinstance(layers, list)
    yield f"## {contract['name'].capitalize()}\n\nIn {', '.join(f'`{one}`' for one in containers)}."
    rows = [(str(place), *told(room, containers)) for place, line in enumerate(layers, 1) for room in line.split(" | ")]
    yield table(("line", "room", "what it is for"), rows)


def told(room: str, containers: list[str]) -> tuple[str, str]:
    name = room.strip("()")
    here = [path for one in containers if (path := place(f"{one}.{name}"))]
    if not here:
        return f"*{name}*", "–"
    return f"`{name}`", KINDS[name] if len(here) > 1 else first_line(here[0])


def place(module: str) -> Path | None:
    path = SOURCES / module.replace(".", "/")
    return next((one for one in (path / "__init__.py", path.with_suffix(".py")) if one.exists()), None)


def first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]


# Rooms that several areas have.
KINDS = {
    "due": "What a day brings by itself, carried out once.",
    "repeats": "The same thing sent twice by one press, found where it was sent the first time.",
    "actions": "Everything that writes: who may, when, the change, the trace, in one transaction.",
    "moving": "What becomes of the work and the people of an agency that ends.",
    "previewing": "What an act would do, kept and corrected before it is done.",
    "queries": "What screens and commands ask for, as frozen values.",
    "desks": "Which agencies may be touched at once, locked in one order.",
    "matching": "Names in documents and the things they mean.",
    "access": "Who may do what, to whom: one table.",
    "jobs": "What a worker does behind the screen.",
    "states": "Which step leads from which state to which: one table.",
    "guards": "What the database itself refuses.",
    "locks": "Rows locked alone, in one order.",
    "models": "The names under which the tables of the area are known.",
    "tables": "The tables, where the area has many.",
}
