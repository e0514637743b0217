"""Programs of the machine that the tests want; standard library only, as ./run reads it before there is an environment."""

import ctypes
import os
import random
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def chromium() -> str | None:
    """The program, that without windows first: it draws the same pages with a third of the work."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def libatomic() -> bool:
    """A library without which Playwright's driver does not start, and which a small machine lacks."""
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return sys.platform != "linux"
    return True


def postgresql() -> Path | None:
    """The folder that holds initdb: Debian keeps it off the PATH."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).parent] if on_path else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def tesseract() -> str | None:
    """Tesseract, where it can read Vietnamese."""
    program = shutil.which("tesseract")
    if not program:
        return None
    languages = subprocess.run([program, "--list-langs"], capture_output=True, check=False, text=True)
    return program if "vie" in languages.stdout.split() else None


def free_port() -> int:
    """A port that nobody uses, below those that the kernel lends to whoever connects: it stays free until it is taken."""
    for port in random.SystemRandom().sample(range(20_000, 30_000), 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError("a hundred ports are in use")


@dataclass(frozen=True)
class Want:
    """A program, how to find it, the packages of Debian and Ubuntu that hold it, what is skipped without it."""

    name: str
    find: Callable[[], object]
    packages: tuple[str, ...]
    skipped: str


BROWSER = Want(
    "Chromium",
    lambda: chromium() and libatomic(),
    ("chromium-headless-shell", "libatomic1"),
    "the journeys in a browser (tests/journeys)",
)
WANTS = (
    BROWSER,
    Want("PostgreSQL", postgresql, ("postgresql",), "the second run of the database tests, on PostgreSQL"),
    Want("Tesseract with Vietnamese", tesseract, ("tesseract-ocr", "tesseract-ocr-vie"), "reading scanned plans"),
    Want("antiword", lambda: shutil.which("antiword"), ("antiword",), "reading old .doc files"),
)


def missing() -> list[Want]:
    return [want for want in WANTS if not want.find()]


def install_missing() -> list[Want]:
    """Install what is missing where that is ours to do (root on Debian or Ubuntu); what is missing still."""
    ours = os.geteuid() == 0 and shutil.which("apt-get")
    for _ in range(2):  # an archive may break off once
        wants = missing()
        if not (wants and ours):
            return wants
        apt_get("update")
        for want in wants:
            apt_get("install", "--yes", "--no-install-recommends", *want.packages)
    return missing()


def apt_get(*words: str) -> None:
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    patiently = ["-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300"]  # others may be installing too
    command = ["apt-get", "-qq", *patiently, *words]
    subprocess.run(command, env=quietly, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def how_to_install(wants: list[Want]) -> str:
    packages = " ".join(package for want in wants for package in want.packages)
    return f"sudo apt install {packages}"
