"""The demo as a newcomer starts it: web server, worker, database, all real."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.app.test_receiving import PLAN
from tests.machine import free_port

PATIENCE = 120.0  # seconds; a machine that does many things at once is slow


class Visitor:
    """A browser without scripts."""

    def __init__(self, address: str) -> None:
        self.address, self.jar = address, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path: str) -> tuple[str, str]:
        with self.opener.open(self.address + path, timeout=PATIENCE) as answer:
            return answer.geturl().removeprefix(self.address), answer.read().decode()

    def post(self, path: str, fields: dict[str, str], *, file: tuple[str, str, bytes] | None = None) -> str:
        """Where the answer leads to."""
        token = next(str(cookie.value) for cookie in self.jar if cookie.name == "csrftoken")
        line = uuid.uuid4().hex
        parts = [part(name, value.encode()) for name, value in {**fields, "csrfmiddlewaretoken": token}.items()]
        if file:
            parts.append(part(file[0], file[2], f'; filename="{file[1]}"'))
        body = b"".join(f"--{line}\r\n".encode() + one for one in parts) + f"--{line}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={line}"}
        with self.opener.open(urllib.request.Request(self.address + path, body, kind), timeout=PATIENCE) as answer:
            return str(answer.geturl()).removeprefix(self.address)


def part(name: str, value: bytes, more: str = "") -> bytes:
    return f'Content-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + value + b"\r\n"


def wait_for(what: str, look: object) -> object:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if seen := look():  # type: ignore[operator]
                return seen
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail(f"waited {PATIENCE} s in vain for {what}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LONGDAN_")}
    environment |= {"LONGDAN_DATA": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", "from longdan.cli.main import main; main()", "demo", "--port", str(port)]
    process = subprocess.Popen(command, env=environment)
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)


def children(of: int) -> list[int]:
    """The processes that ``of`` started, and those that they started."""
    found = [int(pid) for pid in Path(f"/proc/{of}/task/{of}/children").read_text().split()]
    return [*found, *(grandchild for child in found for grandchild in children(child))]


def test_a_newcomer_signs_in_hands_a_file_in_and_gets_a_preview(server: tuple["subprocess.Popen[bytes]", str]) -> None:
    process, address = server
    visitor = Visitor(address)
    wait_for("the first page", lambda: visitor.get("/"))
    assert visitor.post("/vao", {"username": "dieuphoi", "password": "long-dan-2026"}) == "/"
    visitor.get("/van-ban/nhap")
    place = visitor.post("/van-ban/nhap", {}, file=("documents", "ke-hoach.txt", PLAN))
    path, page = wait_for("the worker", lambda: (found := visitor.get(place))[0].endswith("/xem") and found)  # type: ignore[misc]
    assert re.fullmatch(r"/van-ban/\d+/xem", path)
    assert "12/KH-UBND" in page
    family = children(process.pid)
    assert len(family) >= 4
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    wait_for("the end of every process", lambda: not any(Path(f"/proc/{pid}").exists() for pid in family))
