"""What the worker behind the web server runs: actions, with the clock and the programs of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connection
from django.utils import timezone

from longdan.app.plans import actions
from longdan.app.programs.installed import installed_programs
from longdan.app.reform.due import carry_out_due

BEAT = 10.0  # seconds between two signs of life


def read(reading_id: int) -> None:
    """Read files that were taken in."""
    with beating(reading_id):
        actions.read(reading_id=reading_id, programs=installed_programs(), now=timezone.now)


def resume() -> None:
    """Take up the readings whose worker was killed."""
    actions.resume(at=timezone.now(), waiting=False)


def carry_out_reforms() -> None:
    """Carry out the reforms of agencies whose day has come."""
    carry_out_due(at=timezone.now())


@contextmanager
def beating(reading_id: int) -> Iterator[None]:
    """Give signs of life beside the work, from a thread that dies with this process."""
    ended = Event()

    def beat() -> None:
        try:
            while not ended.wait(BEAT):
                actions.beat(reading_id=reading_id, at=timezone.now())
        finally:
            connection.close()

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
