"""./run test: which tests run on which database, and what may not be missing in CI."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import machine, whole_suite
from tests.house.sources import ROOT

POSTGRESQL = machine.WANTS[1]
Suite = Callable[..., tuple[int, list[tuple[str, ...]]]]


@pytest.fixture
def suite(monkeypatch: pytest.MonkeyPatch) -> Suite:
    """The suite with its runs only noted; ``missing`` is what the machine has not."""

    def of_machine(*arguments: str, missing: tuple[machine.Want, ...] = (), ci: bool = False, exits: int = 0) -> tuple[int, list]:
        runs: list[tuple[str, ...]] = []

        @contextmanager
        def server(_: Path) -> Iterator[str]:
            yield "postgresql://somewhere"

        def note(program: str, *words: str, **environment: str) -> int:
            where = "PostgreSQL" if "LONGDAN_DATABASE" in environment else "SQLite"
            runs.append((program if program != "pytest" else where, *words))
            return exits if program == "pytest" else 0

        monkeypatch.chdir(ROOT)
        monkeypatch.setenv("CI", "true" if ci else "false")
        monkeypatch.setattr(machine, "install_missing", lambda: list(missing))
        monkeypatch.setattr(machine, "postgresql", lambda: None if POSTGRESQL in missing else Path("bin"))
        monkeypatch.setattr(whole_suite, "throw_away_server", server)
        return whole_suite.run_suite(arguments, note), runs

    return of_machine


def test_the_whole_suite_runs_on_both_databases(suite: Suite) -> None:
    code, runs = suite()
    assert (code, [run[0] for run in runs]) == (0, ["SQLite", "PostgreSQL", "coverage"])
    assert "tests" in runs[0]
    assert {path for path in whole_suite.TOUCH_TABLES if (ROOT / path).exists()} <= set(runs[1])


def test_tests_that_touch_no_table_run_once(suite: Suite) -> None:
    _, runs = suite("tests/core", "-x")
    assert [run[0] for run in runs] == ["SQLite", "coverage"]
    assert {"tests/core", "-x"} <= set(runs[0])


def test_a_named_test_of_the_app_runs_on_both(suite: Suite) -> None:
    _, runs = suite("tests/app", "-k", "confirm")
    assert [{"tests/app", "-k", "confirm"} <= set(run) for run in runs] == [True, True, False]


@pytest.mark.parametrize(("ci", "code"), [(True, 1), (False, 0)])
@pytest.mark.parametrize("want", machine.WANTS, ids=lambda want: want.name)
def test_what_is_missing_is_told_and_fails_in_ci_only(
    suite: Suite, capsys: pytest.CaptureFixture[str], want: machine.Want, ci: bool, code: int
) -> None:
    assert suite(missing=(want,), ci=ci)[0] == code
    said = capsys.readouterr().out
    assert f"To run every test: sudo apt install {' '.join(want.packages)}" in said
    assert f"skipped: {want.skipped}" in said


def test_without_a_browser_the_journeys_stay_out(suite: Suite) -> None:
    _, runs = suite(missing=(machine.BROWSER,))
    assert ["--ignore=tests/journeys" in run for run in runs] == [True, True, False]


def test_a_failure_is_a_failure(suite: Suite) -> None:
    assert suite(exits=1)[0] == 1


def run_in(folder: Path, test: str, *words: str) -> tuple[int, str]:
    """The code and the words of a run of one test in a project of its own, with what guards the suite."""
    (folder / "test_one.py").write_text(test)
    guards = [word for guard in ("tests.limits", "tests.second_walk", "no:django", "no:cacheprovider") for word in ("-p", guard)]
    here = (f"--rootdir={folder}", "-o", "addopts=", str(folder / "test_one.py"))
    command = [sys.executable, "-m", "pytest", *guards, *words, *here]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    return done.returncode, done.stdout + done.stderr


def test_in_ci_no_journey_may_be_skipped(suite: Suite, tmp_path: Path) -> None:
    _, runs = suite(ci=True)
    assert "--none-skipped=tests/journeys" in runs[0]
    skipping = "import pytest\n\n\ndef test_one():\n    pytest.skip('no browser')\n"
    code, said = run_in(tmp_path, skipping, "--none-skipped=test_one.py")
    assert code == 1, said
    assert "skipped, where every test must run" in said


WALKS = """from pathlib import Path


def test_one():
    walks = Path(__file__).with_name("walks")
    walks.write_text(f"{walks.read_text() if walks.exists() else ''}walked ")
    assert walks.read_text().count("walked") >= NEEDED, "lost its way"
"""


@pytest.mark.parametrize(("needed", "walks", "code"), [(1, 1, 0), (2, 2, 0), (3, 2, 1)])
def test_in_ci_a_journey_that_fails_is_walked_once_more_and_that_is_told(
    suite: Suite, tmp_path: Path, needed: int, walks: int, code: int
) -> None:
    _, runs = suite(ci=True)
    assert "--second-walk=tests/journeys" in runs[0]
    ended, said = run_in(tmp_path, WALKS.replace("NEEDED", str(needed)), "--second-walk=test_one.py", "-n", "1")
    assert (ended, (tmp_path / "walks").read_text().count("walked")) == (code, walks), said
    assert ("walked twice: test_one.py::test_one" in said, "lost its way" in said) == (walks == 2, walks == 2)
