"""The two locks: hashed, of no host, each with what its users need and no more."""

import re
import tomllib

import pytest

from tests.house.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")}
TOOLS = {"pytest", "mypy", "ruff", "playwright", "hypothesis", "uv"}


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^ \\]+)", LOCKS[lock], re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~!; ]", requirement)[0].lower().replace("_", "-") for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_path(lock: str) -> None:
    assert re.findall(r"\S*(?:://|--index|--find-links|--extra|file:)\S*", LOCKS[lock]) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=\S)", LOCKS[lock].strip())
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_tools_stay_out_of_the_core_lock() -> None:
    assert pins("requirements.lock").keys() & TOOLS == set()


def test_the_dev_lock_holds_all_of_the_core_lock() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_the_locks_hold_every_dependency() -> None:
    assert names(PROJECT["project"]["dependencies"]) <= pins("requirements.lock").keys()
    assert names(PROJECT["dependency-groups"]["dev"]) <= pins("requirements-dev.lock").keys()


def test_every_run_time_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "explanation" / "dependencies.md").read_text(encoding="utf-8")
    assert {name for name in names(PROJECT["project"]["dependencies"]) if f"**{name}**" not in reasons} == set()
