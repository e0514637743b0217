"""The import contracts of pyproject.toml."""

import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.house.sources import PACKAGE, ROOT


def test_every_contract_of_imports_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0


def areas() -> set[str]:
    return {path.parent.name for path in (PACKAGE / "app").glob("*/__init__.py")} - {"migrations"}


def contract(words: str) -> dict[str, list[str]]:
    contracts = tomllib.loads(Path(ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    return next(one for one in contracts if one["name"] == words)


def test_every_area_of_the_app_has_its_place_in_the_order() -> None:
    placed = {word.strip(" ()") for layer in contract("areas of the app")["layers"] for word in layer.split("|")}
    assert areas() <= placed


def test_every_area_with_tables_has_the_rooms_of_an_area() -> None:
    with_tables = {area for area in areas() if (PACKAGE / "app" / area / "models.py").exists()}
    assert {f"longdan.app.{area}" for area in with_tables} == set(contract("inside an area")["containers"])
