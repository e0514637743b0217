"""How long it takes to read plans, and how much memory."""

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from time import perf_counter

import docx

from benchmarks.measures import Measure, seconds
from longdan.app.programs.installed import installed_programs
from longdan.core.catalogue.places import Places, read_places
from longdan.core.documents import SourceFile, read
from longdan.core.plans.reading import read_plan

REPOSITORY = Path(__file__).resolve().parents[1]
REAL_PLANS = REPOSITORY.parent / "shared" / "plans" / "documents"  # beside the repository, on some machines
SAMPLE_PLANS = REPOSITORY / "src" / "longdan" / "catalogue" / "sample" / "documents"


def long_plan() -> tuple[str, str]:
    """A plan of about 33 kB as text, and where it comes from: the real one where it is at hand, else samples end to end."""
    real = sorted(REAL_PLANS.glob("000_*"))
    if real:
        return real[0].read_text(encoding="utf-8"), "a province's plan"
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE_PLANS.glob("*.txt"))]
    size, text = 0, ""
    while size < 33_000:
        text += texts[len(text) % len(texts)] + "\n"
        size = len(text.encode())
    return text, "sample plans end to end"


def as_docx(text: str) -> bytes:
    document, out = docx.Document(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


programs = cache(installed_programs)  # asked once, as the application does


@cache
def places() -> Places:
    return read_places(files("longdan") / "catalogue" / "units")


def read_whole(name: str, content: bytes) -> object:
    return read_plan(read([SourceFile(name, content)], programs()), places())


def open_only(content: bytes) -> int:
    """The yardstick: what any reader of DOCX must do, open the file and look at each paragraph."""
    return sum(len(paragraph.text) for paragraph in docx.Document(BytesIO(content)).paragraphs)


def many(content: bytes, count: int) -> float:
    """Seconds for ``count`` plans in two processes, their start left out."""
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(read_whole, ["warm.txt"] * 2, [content] * 2))
        started = perf_counter()
        list(pool.map(read_whole, ["plan.txt"] * count, [content] * count, chunksize=5))
        return perf_counter() - started


def peak_megabytes(name: str, content: bytes) -> float:
    """Peak memory of a fresh process that reads one plan; that of the process alone, where there is nothing to read."""
    code = "import sys; from benchmarks.reading import read_alone; read_alone(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", code, name], input=content, capture_output=True, check=True, cwd=REPOSITORY)
    return float(done.stdout)


def read_alone(name: str) -> None:
    if content := sys.stdin.buffer.read():
        read_whole(name, content)
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage would count the parent's memory too
    print(int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)


def measures() -> Iterator[Measure]:
    text, source = long_plan()
    plain, word = text.encode(), as_docx(text)
    size = f"{len(plain) / 1000:.0f} kB ({source})"
    opening = f"python-docx opens the same DOCX: {seconds(lambda: open_only(word)):.3f} s"
    alone = seconds(lambda: read_whole("plan.txt", plain))
    yield Measure(f"read a plan of {size}, text", alone, "s", 0.3, opening)
    yield Measure(f"read a plan of {size}, DOCX", seconds(lambda: read_whole("plan.docx", word)), "s", 0.3, opening)
    yield Measure(
        f"read 200 plans of {size}, two processes", many(plain, 200), "s", 60, f"200 times one alone: {200 * alone:.1f} s"
    )
    nothing = f"the same process before it reads: {peak_megabytes('', b''):.0f} MB"
    yield Measure("peak memory, text", peak_megabytes("plan.txt", plain), "MB", 300, nothing)
    yield Measure("peak memory, DOCX", peak_megabytes("plan.docx", word), "MB", 300, nothing)
