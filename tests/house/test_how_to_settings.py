"""Every block of settings in the how-tos is one that the shell sources and the software understands."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from longdan.config import env

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
BLOCK = re.compile(r"^( *)```\w*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def blocks() -> Iterator[tuple[str, str]]:
    """The page, and each of its blocks that only sets."""
    for page in sorted(HOW_TO.glob("*.md")):
        for indent, block in BLOCK.findall(page.read_text(encoding="utf-8")):
            lines = [line.removeprefix(indent) for line in block.splitlines() if line.strip()]
            if lines and all(line.startswith("LONGDAN_") for line in lines):
                yield page.name, "\n".join(lines)


def test_there_are_such_blocks() -> None:
    assert {name for name, _ in blocks()} >= {"install-on-a-server.md", "send-mail.md"}


@pytest.mark.parametrize(("page", "block"), list(blocks()), ids=[name for name, _ in blocks()])
def test_the_shell_sources_the_settings_and_they_are_understood(page: str, block: str, tmp_path: Path) -> None:
    file = tmp_path / "longdan.env"
    file.write_text(block, encoding="utf-8")
    command = ["sh", "-c", f"set -a; . {file}; env -0"]
    done = subprocess.run(command, capture_output=True, check=False, env={"PATH": "/usr/bin:/bin"})
    assert (done.returncode, done.stderr) == (0, b"")
    told = dict(line.split("=", 1) for line in done.stdout.decode().split("\0") if "=" in line)
    given = {key: value for key, value in told.items() if key.startswith("LONGDAN_")}
    env.read(given | {"LONGDAN_DATA": str(tmp_path)})
    assert sorted(given) == sorted(line.split("=", 1)[0] for line in block.splitlines())
