"""The whole suite: every test on SQLite, then those that touch tables once more on PostgreSQL; standard library only."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests import machine
from tests.postgresql import throw_away_server

TOUCH_TABLES = ("tests/app", "tests/web", "tests/journeys")
NO_TESTS = 5  # pytest's exit code where nothing was collected
Run = Callable[..., int]


def run_suite(arguments: Sequence[str], run: Run) -> int:
    """Run what the arguments name (all, where they name no path); 0 where nothing failed and, in CI, nothing was skipped."""
    wants = machine.install_missing()
    if wants:
        print(f"To run every test: {machine.how_to_install(wants)}", flush=True)
    paths = [word for word in arguments if Path(word.split("::")[0]).exists()]
    options = [*(word for word in arguments if word not in paths), *(() if paths else side_by_side())]
    with tempfile.TemporaryDirectory(prefix="longdan-tests-") as data:
        failed = run_on_both(paths, [*options, *journeys(wants)], run, data)
    uncovered = report_coverage(run, whole=not paths and not wants)
    for want in wants:
        print(f"skipped: {want.skipped}: {want.name} is missing ({machine.how_to_install([want])})", flush=True)
    return failed or uncovered or int(bool(wants) and is_ci())


def run_on_both(paths: Sequence[str], options: Sequence[str], run: Run, data: str) -> int:
    measured = ("--cov=longdan", "--cov-branch", "--cov-report=", "--cov-fail-under=0")  # once: it takes half as long again
    print("── on SQLite", flush=True)
    failed = run("pytest", *measured, *(paths or ("tests",)), *options, LONGDAN_DATA=data)
    again = [path for path in paths or TOUCH_TABLES if path.startswith(TOUCH_TABLES) and Path(path.split("::")[0]).exists()]
    programs = machine.postgresql()
    if not again or not programs:
        return failed
    print("── on PostgreSQL", flush=True)
    with throw_away_server(programs) as address:
        on_server = run("pytest", *again, *options, LONGDAN_DATA=data, LONGDAN_DATABASE=address)
    return failed or (0 if on_server == NO_TESTS and paths else on_server)


def side_by_side() -> tuple[str, ...]:
    """The whole suite on every core, the tests of a file together; a part of it starts sooner in one process."""
    return ("-n", str(os.cpu_count() or 1), "--dist", "loadfile")


def journeys(wants: Sequence[machine.Want]) -> tuple[str, ...]:
    """Leave the journeys out where there is no browser; in CI none of them may be skipped, and one that fails is walked twice."""
    if machine.BROWSER in wants:
        return ("--ignore=tests/journeys",)
    return ("--none-skipped=tests/journeys", "--second-walk=tests/journeys") if is_ci() else ()


def report_coverage(run: Run, *, whole: bool) -> int:
    """What the run covered; the floor in pyproject.toml holds for the whole suite only."""
    return run("coverage", "report", "--skip-covered", *(() if whole else ("--fail-under=0",)))


def is_ci() -> bool:
    return os.environ.get("CI") == "true"
