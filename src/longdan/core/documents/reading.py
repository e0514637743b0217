"""Reading the files of one document, whatever their formats, into one Document."""

from collections.abc import Callable, Sequence

from longdan.core.documents import archives
from longdan.core.documents.doc import read_doc
from longdan.core.documents.docx.reading import read_docx
from longdan.core.documents.formats import Format, format_of
from longdan.core.documents.html.mht import read_mht
from longdan.core.documents.html.reading import read_html
from longdan.core.documents.limits import MEGABYTE, MOST_BYTES, MOST_BYTES_TOGETHER, MOST_CHARACTERS, MOST_FILES, MOST_PAGES
from longdan.core.documents.model import Document, document
from longdan.core.documents.order import in_order
from longdan.core.documents.parts import Reading
from longdan.core.documents.pdf.reading import read_pdf
from longdan.core.documents.programs import Programs, Progress, no_progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.scans.reading import read_image
from longdan.core.documents.sheets import read_sheets
from longdan.core.documents.sources import SourceFile
from longdan.core.documents.text import read_text

Reader = Callable[[SourceFile, Programs, Progress], Reading]

_READERS: dict[Format, Reader] = {
    Format.TEXT: read_text,
    Format.DOCX: read_docx,
    Format.DOC: read_doc,
    Format.PDF: read_pdf,
    Format.HTML: read_html,
    Format.MHT: read_mht,
    Format.SHEETS: read_sheets,
    Format.IMAGE: read_image,
}


def read(files: Sequence[SourceFile], programs: Programs, progress: Progress = no_progress) -> Document:
    """All files as one document: letter or decision first, then the plan, then its annexes; raises ProblemsFound."""
    if not files:
        raise refusal("documents.nothing", "tài liệu")
    unpacked = _unpacked(files)
    found: list[tuple[str, Reading]] = []
    for file in unpacked:
        found.append((file.name, _read_one(file, programs, progress)))
        _check_together([reading for _, reading in found], files[0].name)
    readings = in_order(found)
    pages = [found.pages for found in readings if found.pages is not None]
    parts = [part for found in readings for part in found.parts]
    return document(
        files[0].name if len(files) == 1 else " + ".join(file.name for file in files),
        parts,
        pages=sum(pages) if pages else None,
        recognised=any(found.recognised for found in readings),
    )


def _unpacked(files: Sequence[SourceFile]) -> list[SourceFile]:
    """The files, archives replaced by what they hold; sizes checked before anything is opened."""
    for file in files:
        if len(file.content) > MOST_BYTES:
            raise refusal("documents.too-large", file.name, megabytes=len(file.content) // MEGABYTE)
    found = [inner for file in files for inner in (archives.unpacked(file) if format_of(file) is Format.ARCHIVE else [file])]
    together = sum(len(file.content) for file in found)
    if together > MOST_BYTES_TOGETHER:
        raise refusal("documents.too-large-together", files[0].name, megabytes=together // MEGABYTE)
    if len(found) > MOST_FILES:
        raise refusal("documents.too-many-files", files[0].name, files=len(found))
    return found


def _read_one(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    found = _READERS[format_of(file)](file, programs, progress)
    if not found.parts:
        raise refusal("documents.no-text", file.name)
    return found


def _check_together(readings: Sequence[Reading], name: str) -> None:
    """Refuses files that together are longer than any plan, before more of them are read."""
    pages = sum(reading.pages or 0 for reading in readings)
    if pages > MOST_PAGES:
        raise refusal("documents.too-many-pages", name, pages=pages)
    if sum(len(words) for reading in readings for words, _, _ in reading.parts) > MOST_CHARACTERS:
        raise refusal("documents.too-long", name)
