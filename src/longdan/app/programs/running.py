"""Running an outside program: bounded in time, its failure told in one sentence."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from longdan.core.documents import ProgramFailed


def run(command: Sequence[str | Path], *, seconds: int, given: bytes | None = None) -> bytes:
    """What the program prints; raises ProgramFailed where it fails or takes too long."""
    name = Path(command[0]).name
    try:
        done = subprocess.run([str(word) for word in command], input=given, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise ProgramFailed(f"{name} chạy quá {seconds} giây") from error
    except OSError as error:
        raise ProgramFailed(f"không chạy được {name}") from error
    if done.returncode:
        raise ProgramFailed(f"{name} báo lỗi: {_last_line(done.stderr)}")
    return done.stdout


def _last_line(words: bytes) -> str:
    lines = [line.strip() for line in words.decode("utf-8", errors="replace").splitlines() if line.strip()]
    return lines[-1][:200] if lines else "không rõ lý do"
