"""``longdan serve``: the web server with its worker behind it, started and stopped together."""

import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from threading import Timer
from typing import Any

import click
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.utils import timezone
from gunicorn.app.base import BaseApplication

from longdan.app.founding.queries import Ground, ground, opening_code
from longdan.app.indices.queries import read_catalogue
from longdan.app.plans.actions import resume
from longdan.app.plans.jobs import resume_every_minute
from longdan.app.reform.due import carry_out_due
from longdan.app.reform.jobs import look_every_ten_minutes
from longdan.cli.ports import require_free
from longdan.cli.schema import bring_up_to_date

STOP = (signal.SIGINT, signal.SIGTERM)
GRACE = 10.0  # seconds that a child has to end by itself
MOST_MEMORY = 4 * 1024**3  # addresses; reading takes less than 300 MB, LibreOffice claims up to 3 GB


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ nghe; 0.0.0.0 để máy khác vào được.")
@click.option("--port", default=8000, show_default=True, help="Cổng.")
@click.option("--workers", default=1, show_default=True, help="Số tiến trình web; mỗi tiến trình 8 luồng.")
def serve(host: str = "127.0.0.1", port: int = 8000, workers: int = 1) -> None:
    """Mở máy chủ web cùng tiến trình đọc tài liệu; Ctrl-C để dừng cả hai."""
    require_free(host, port)
    bring_up_to_date()
    resume(at=timezone.now())
    resume_every_minute()
    carry_out_due(at=timezone.now())
    look_every_ten_minutes()
    click.echo(f"Lòng Dân chạy ở http://{host}:{port}  (Ctrl-C để dừng)")
    if ground() is Ground.FREE:
        address = f"http://{host}:{port}/thiet-lap"
        click.echo(f"Chưa thiết lập tỉnh nào. Mở {address} và nhập mã thiết lập: {opening_code(settings.SECRET_KEY)}")
    sys.exit(run_together([web(f"{host}:{port}", workers), work]))


class Web(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """The application under gunicorn, in this process."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        once_up = Timer(1.0, read_catalogue)  # not before the first page, which needs none of it
        once_up.daemon = True
        once_up.start()
        return get_wsgi_application()


def web(address: str, workers: int) -> Callable[[], None]:
    options = {
        "bind": address,
        "worker_class": "gthread",
        "threads": 8,
        "workers": workers,
        "timeout": 60,
        "graceful_timeout": 5,
        "loglevel": "warning",
    }
    return lambda: Web(options).run()


def work() -> None:
    """Read what comes in, in bounded memory: a file that takes more ends with an answer, not with the machine."""
    if sys.platform == "linux":
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most), most))
    call_command("qcluster", verbosity=0)


def run_together(tasks: Sequence[Callable[[], None]]) -> int:
    """Run tasks side by side, each in a copy of this process, until one ends or somebody says stop; then all end.

    Copies, because what is imported here need not be imported again: the first page comes a second earlier.
    """
    connections.close_all()
    asked: list[int] = []
    for name in STOP:  # before there are children: whoever says stop while they start shall not leave them behind
        signal.signal(name, lambda number, _: asked.append(number))
    fork = multiprocessing.get_context("fork")
    children = [fork.Process(target=alone, args=(task,)) for task in tasks]
    for child in children:
        child.start()
    while not asked and all(child.is_alive() for child in children):
        time.sleep(0.2)
    failed = any(child.exitcode for child in children)
    end(children)
    return 1 if failed and not asked else 0


def alone(task: Callable[[], None]) -> None:
    """Run a task in a session of its own: Ctrl-C reaches the parent only, which ends its children in good order."""
    os.setsid()
    for name in STOP:
        signal.signal(name, signal.SIG_DFL)
    sys.argv = ["longdan"]
    task()


def end(children: Sequence[BaseProcess]) -> None:
    """Ask every child to end, then make those end that do not."""
    for child in children:
        child.terminate()
    deadline = time.monotonic() + GRACE
    for child in children:
        child.join(max(deadline - time.monotonic(), 0.1))
        if child.is_alive() and child.pid:
            os.killpg(child.pid, signal.SIGKILL)
            child.join()
