"""Endings of file names under which a double click opens a file as what it is, and as nothing else.

Files that people handed in leave under the names they came with. What the first bytes look like protects nobody: a script may
begin with a comment that looks like a PDF. The ending decides which program opens it, so it comes from this closed list.
"""

from longdan.core.documents.formats import EXTENSIONS, Format, format_of
from longdan.core.documents.sources import SourceFile

ENDINGS: dict[Format, tuple[str, ...]] = {
    Format.PDF: (".pdf",),
    Format.DOCX: (".docx", ".doc"),  # Word opens either under the other's name
    Format.DOC: (".doc", ".docx"),
    Format.SHEETS: (".xlsx", ".xls", ".ods"),
    Format.IMAGE: (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".heic", ".heif"),
    Format.TEXT: (".txt", ".csv", ".md"),
    Format.HTML: (".html",),
    Format.MHT: (".mht",),
    Format.ARCHIVE: (".zip",),
}


def ends_as(name: str, format_: Format) -> bool:
    """Whether a name ends as files of this format do."""
    return SourceFile(name, b"").extension in ENDINGS[format_]


def handed_on(file: SourceFile) -> str:
    """The name for whoever saves the file: the one it came with, and where its ending is none of ours that of its format."""
    return file.name if file.extension in EXTENSIONS else file.name + ENDINGS[format_of(file)][0]
