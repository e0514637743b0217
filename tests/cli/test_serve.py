"""``longdan serve``: what is started together ends together."""

import os
import signal
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

import pytest

from longdan.cli.serve import run_together


@pytest.fixture(autouse=True)
def keep_signals() -> object:
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def task(folder: Path, name: str, *, code: int | None = None) -> Callable[[], None]:
    """One that says it runs, under its number; it stays, or ends with a code as soon as both run."""

    def run() -> None:
        (folder / f"{name} {os.getpid()}").touch()
        if code is None:
            time.sleep(600)
        until_both_run(folder)
        os._exit(code or 0)

    return run


def until_both_run(folder: Path) -> None:
    while len(list(folder.iterdir())) < 2:
        time.sleep(0.01)


def running(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if Path("/proc", path.name.split()[1]).exists()]


def test_when_one_fails_the_other_ends_and_the_failure_shows(tmp_path: Path) -> None:
    assert run_together([task(tmp_path, "web"), task(tmp_path, "work", code=3)]) == 1
    assert len(list(tmp_path.iterdir())) == 2
    assert running(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_being_asked_to_stop_is_no_failure(tmp_path: Path, number: signal.Signals) -> None:
    def ask() -> None:
        until_both_run(tmp_path)
        os.kill(os.getpid(), number)

    Thread(target=ask, daemon=True).start()
    assert run_together([task(tmp_path, "web"), task(tmp_path, "work")]) == 0
    assert len(list(tmp_path.iterdir())) == 2
    assert running(tmp_path) == []


def test_whoever_says_stop_while_they_start_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = BaseProcess.start

    def asked_meanwhile(child: BaseProcess) -> None:
        start(child)
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(BaseProcess, "start", asked_meanwhile)
    assert run_together([task(tmp_path, "web"), task(tmp_path, "work")]) == 0
    assert running(tmp_path) == []
