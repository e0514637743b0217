"""The peak memory of a piece of code in a process of its own."""

import re
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]


def peak_of(code: str) -> float:
    """Peak megabytes of a fresh process that runs this code."""
    told = f"{code}\nfrom benchmarks.memory import own_peak\nprint(own_peak())"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, cwd=REPOSITORY, text=True)
    return float(done.stdout.split()[-1])


def own_peak() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage would count the parent's memory too
    found = re.search(r"VmHWM:\s+(\d+)", status)
    assert found is not None
    return int(found[1]) / 1024
