"""Running an outside program: bounded in time, its failure told in one sentence."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from longdan.core.documents import ProgramFailed


def run(command: Sequence[str | Path], *, seconds: int, given: bytes | None = None) -> bytes:
    """What the program prints; raises ProgramFailed where it fails or takes too long."""
    name, pipe = Path(command[0]).name, subprocess.PIPE
    words = [str(word) for word in command]
    try:
        process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe, process_group=0)
    except OSError as error:
        raise ProgramFailed(f"không chạy được {name}") from error
    try:
        printed, complaints = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise ProgramFailed(f"{name} chạy quá {seconds} giây") from error
    finally:
        _end(process)
    if process.returncode:
        raise ProgramFailed(f"{name} báo lỗi: {_last_line(complaints)}")
    return printed


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program that still runs, with all that it started: LibreOffice only starts another that works."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _last_line(words: bytes) -> str:
    lines = [line.strip() for line in words.decode("utf-8", errors="replace").splitlines() if line.strip()]
    return lines[-1][:200] if lines else "không rõ lý do"
