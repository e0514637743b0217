"""Measures speed and memory: ``./run benchmark``; with ``--write`` also into docs/reference/performance.md."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import improving, pages, reading, robustness, scoring, starting
from benchmarks.measures import table

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "performance.md"
HEAD = """# Speed and memory

Written by `./run benchmark --write`. Each figure stands beside a yardstick of the same run; compare figures of one machine only.
Times are those of a clock: a load above 1 before the run means that others worked on the machine meanwhile. The times are then
longer than the program's own, most of all on PostgreSQL, whose server waits for its turn as well. Bare numpy, a page without
data and the like have waited alike: the ratio to them tells more than the time.

"""


def machine() -> str:
    names = [line.split(":", 1)[1].strip() for line in cpu_lines() if line.startswith("model name")]
    processor, load = names[0] if names else platform.processor(), f"load {os.getloadavg()[0]:.1f} before the run"
    return f"{len(names)} × {processor}, Python {platform.python_version()}, {platform.system()}, {load}"


def cpu_lines() -> list[str]:
    info = Path("/proc/cpuinfo")
    return info.read_text(encoding="utf-8").splitlines() if info.exists() else []


def main(words: list[str]) -> int:
    measures = [
        *reading.measures(),
        *pages.measures(),
        *scoring.measures(),
        *robustness.measures(),
        *improving.measures(),
        *([] if "--no-start" in words else starting.measures()),
    ]
    text = f"{datetime.now(UTC):%Y-%m-%d}, {machine()}.\n\n{table(measures)}\n"
    print(text)
    if "--write" in words:
        PAGE.write_text(HEAD + text, encoding="utf-8")
    return int(not all(one.kept for one in measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
