"""Prints and scans the shared plan documents, reads them back, scores what the plan reader finds: ``python -m benchmarks.scans``.

Not part of ``./run benchmark``, as recognising some seventy pages takes minutes.
"""

import argparse
import json
import subprocess
import sys
import time
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from longdan.app.programs.installed import installed_programs
from longdan.core.catalogue.places import read_places
from longdan.core.documents import Document, Programs, SourceFile, read
from longdan.core.plans.exchange import as_json
from longdan.core.plans.reading import read_plan
from tests.core.documents.scanning import Scanner, printed, scanned

PLANS = Path(__file__).resolve().parents[2] / "shared" / "plans"
FLOOR = 0.80


def error_rate(words: str, recognised: str) -> float:
    """Letters changed, lost or added, as a share of the letters printed; lone strokes between cells are no letters."""
    one, other = (" ".join(word for word in text.split() if word != "|") for text in (words, recognised))
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in changes if tag != "equal") / len(one)


def print_of(path: Path, programs: Programs, as_lines: bool) -> tuple[str, bytes]:
    """The words of a document and a PDF of them: in paragraphs as Word sets them, or line by line as in the file."""
    if as_lines:
        lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
        return "\n".join(lines), printed(lines, justified=False)
    source = read([SourceFile(path.name, path.read_bytes())], programs)
    return source.text, printed([passage.text for passage in source.passages])


def recognised(path: Path, programs: Programs, scanner: Scanner, as_lines: bool) -> Document:
    words, pdf = print_of(path, programs, as_lines)
    begin = time.perf_counter()
    document = read([SourceFile(f"{path.stem}.pdf", scanned(pdf, scanner))], programs)
    seconds = (time.perf_counter() - begin) / (document.pages or 1)
    print(
        f"{path.name[:40]:40} {document.pages:3} pages, {seconds:.1f} s a page, error rate {error_rate(words, document.text):.4f}"
    )
    return document


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", action="store_true", help="print the files line by line instead of in paragraphs")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--tilt", type=float, default=1.5)
    parser.add_argument("--noise", type=float, default=18.0)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    programs = installed_programs()
    places = read_places(files("longdan") / "catalogue" / "units")
    scanner = Scanner(dpi=options.dpi, tilt=options.tilt, noise=options.noise)
    with TemporaryDirectory() as folder:
        for path in sorted((PLANS / "documents").glob("*.txt")):
            draft = read_plan(recognised(path, programs, scanner, options.lines), places)
            Path(folder, path.name).write_text(json.dumps(as_json(draft), ensure_ascii=False), encoding="utf-8")
        # What was read stands under the documents' names, so that printing the file is reading it.
        command = [sys.executable, PLANS / "score.py", "--reader", "cat", "--documents", folder, "--min", str(FLOOR)]
        return subprocess.run([*command, *(["--verbose"] if options.verbose else [])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
