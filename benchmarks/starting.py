"""How long the demo takes to its first page: the first time, with everything to load, and every later time."""

import os
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.measures import Measure, seconds
from tests.machine import free_port

RUN = Path(__file__).resolve().parents[1] / "run"
PATIENCE = 180


def measures() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory(prefix="longdan-benchmark-") as data:
        bare = f"Python with Django and numpy alone: {seconds(import_only, times=3):.2f} s"
        yield Measure("demo, first start to first page (environment ready)", start(data), "s", 60, bare)
        yield Measure("demo, later start to first page", start(data), "s", 3, bare)


def import_only() -> None:
    """The yardstick: a fresh process that has what the server is made of, and does nothing."""
    subprocess.run([sys.executable, "-c", "import django.core.wsgi, numpy"], check=True)


def start(data: str) -> float:
    """Seconds from ./run demo to an answered request; the server is then stopped as Ctrl-C stops it."""
    port, started = free_port(), perf_counter()
    environment = {**os.environ, "LONGDAN_DATA": data}
    server = subprocess.Popen([RUN, "demo", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)
    try:
        while not answers(f"http://127.0.0.1:{port}/"):
            if server.poll() is not None or perf_counter() - started > PATIENCE:
                raise RuntimeError("the demo did not start")
            sleep(0.05)
        return perf_counter() - started
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as page:
            return bool(page.status == 200)
    except (OSError, urllib.error.URLError):
        return False
