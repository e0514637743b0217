"""Makes the sample documents with their gold from the sources: ``python -m tests.samples.build``."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.samples.docx_files import member, write_docx
from tests.samples.gold_form import gold
from tests.samples.html_files import write_html
from tests.samples.pdf_files import write_pdf
from tests.samples.source import Source, read_source
from tests.samples.text_files import write_text
from tests.samples.xlsx_files import write_xlsx

HERE = Path(__file__).parent
DOCUMENTS = HERE.parents[1] / "src" / "longdan" / "catalogue" / "sample" / "documents"
GOLD = HERE / "gold"


def write_zip(source: Source) -> bytes:
    """A letter with its annex: the paragraphs as DOCX, the table as XLSX."""
    [table] = [block for block in source.blocks if block.kind == "table"]
    letter = replace(source, blocks=[block for block in source.blocks if block.kind != "table"])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(member(source["zip"]["letter"]), write_docx(letter))
        archive.writestr(member(source["zip"]["annex"]), write_xlsx(source["zip"]["annex_title"], table))
    return out.getvalue()


WRITERS: dict[str, Callable[[Source], bytes]] = {
    ".docx": write_docx,
    ".pdf": write_pdf,
    ".html": write_html,
    ".txt": write_text,
    ".zip": write_zip,
}


def sources() -> list[Source]:
    return [read_source(path) for path in sorted((HERE / "sources").glob("*.txt"))]


def document(source: Source) -> bytes:
    return WRITERS[Path(source["file"]).suffix](source)


def gold_text(source: Source) -> str:
    return json.dumps(gold(source), ensure_ascii=False, indent=1) + "\n"


def build() -> None:
    DOCUMENTS.mkdir(exist_ok=True)
    GOLD.mkdir(exist_ok=True)
    for source in sources():
        (DOCUMENTS / source["file"]).write_bytes(document(source))
        if source["gold"]:
            (GOLD / f"{source.path.stem}.json").write_text(gold_text(source), encoding="utf-8")


if __name__ == "__main__":
    build()
