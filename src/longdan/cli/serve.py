"""``longdan serve``: the web server with its worker behind it, started and stopped together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

import click

GRACE = 10.0  # seconds that a child has to end by itself


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ nghe; 0.0.0.0 để máy khác vào được.")
@click.option("--port", default=8000, show_default=True, help="Cổng.")
@click.option("--workers", default=1, show_default=True, help="Số tiến trình web; mỗi tiến trình 8 luồng.")
@click.option("--demo", is_flag=True, hidden=True)
def serve(host: str = "127.0.0.1", port: int = 8000, workers: int = 1, demo: bool = False) -> None:
    """Mở máy chủ web cùng tiến trình đọc tài liệu; Ctrl-C để dừng cả hai."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "longdan.config.settings", **({"LONGDAN_DEMO": "1"} if demo else {})}
    web = (
        "gunicorn", "longdan.config.wsgi", "--bind", f"{host}:{port}", "--worker-class", "gthread", "--threads", "8",
        "--workers", str(workers), "--timeout", "60", "--graceful-timeout", "5", "--log-level", "warning",
    )  # fmt: skip
    click.echo(f"Lòng Dân chạy ở http://{host}:{port}  (Ctrl-C để dừng)")
    sys.exit(run_together([web, ("django", "qcluster")], environment))


def run_together(modules: Sequence[Sequence[str]], environment: dict[str, str]) -> int:
    """Run Python modules side by side until one ends or somebody says stop; then all end."""
    # A session of their own: Ctrl-C reaches this process only, which then ends them in good order.
    children = [subprocess.Popen([sys.executable, "-m", *module], env=environment, start_new_session=True) for module in modules]
    asked: list[int] = []
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda number, _: asked.append(number))
    while not asked and all(child.poll() is None for child in children):
        time.sleep(0.2)
    failed = any(child.poll() for child in children)
    end(children)
    return 1 if failed and not asked else 0


def end(children: Sequence["subprocess.Popen[bytes]"]) -> None:
    """Ask every child to end, then make those end that do not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + GRACE
    for child in children:
        try:
            child.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
