"""``longdan serve``: what is started together ends together."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest

from longdan.cli.serve import run_together


@pytest.fixture(autouse=True)
def keep_signals() -> object:
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def task(folder: Path, name: str, seconds: float, code: int = 0) -> Callable[[], None]:
    def run() -> None:
        (folder / name).write_text(str(os.getpid()))
        time.sleep(seconds)
        os._exit(code)

    return run


def running(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if Path(f"/proc/{path.read_text()}").exists()]


def test_when_one_fails_the_other_ends_and_the_failure_shows(tmp_path: Path) -> None:
    assert run_together([task(tmp_path, "web", 60), task(tmp_path, "work", 0.3, code=3)]) == 1
    assert len(list(tmp_path.iterdir())) == 2
    assert running(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_being_asked_to_stop_is_no_failure(tmp_path: Path, number: signal.Signals) -> None:
    Timer(0.5, os.kill, (os.getpid(), number)).start()
    assert run_together([task(tmp_path, "web", 60), task(tmp_path, "work", 60)]) == 0
    assert running(tmp_path) == []
