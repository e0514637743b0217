"""The example in the READMEs: what ``longdan plan read`` prints for a sample plan."""

import re
from pathlib import Path

from longdan.core.catalogue.places import read_places
from longdan.core.documents import Programs, SourceFile, read
from longdan.core.plans.reading import read_plan
from longdan.core.plans.summary import summary

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "src" / "longdan" / "catalogue" / "units"
SAMPLE = "src/longdan/catalogue/sample/documents/03_mot-cua-2026-2027.pdf"
LINES_OF_A_BLOCK = 6
PRINTED = re.compile(r"(<!-- printed by ./run docs: example -->\n).*?(<!-- end of what is printed -->)", re.DOTALL)


def page_of(readme: Path) -> str:
    """The README with the example printed anew."""
    file = ROOT / SAMPLE
    words = summary(read_plan(read([SourceFile(file.name, file.read_bytes())], Programs()), read_places(UNITS)))
    block = f"```\n$ .venv/bin/longdan plan read {SAMPLE}\n{abridged(words)}\n```\n"
    return PRINTED.sub(lambda found: found[1] + block + found[2], readme.read_text(encoding="utf-8"))


def abridged(words: str) -> str:
    """The first lines of each block; what is left out is marked."""
    blocks = [block.splitlines() for block in words.strip().split("\n\n")]
    return "\n\n".join("\n".join(lines[:LINES_OF_A_BLOCK] + ["  …"] * (len(lines) > LINES_OF_A_BLOCK)) for lines in blocks)
