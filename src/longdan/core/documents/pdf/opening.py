"""Opening a PDF: whole, without password, of a bearable length."""

import re

import pypdfium2

from longdan.core.documents.limits import MOST_PAGES
from longdan.core.documents.pdf import streams
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

_PASSWORD = "password"
_END = re.compile(rb"%%EOF|startxref")
_TAIL = 4096


def opened(file: SourceFile) -> pypdfium2.PdfDocument:
    """The document, its pages counted and its streams looked through."""
    streams.check(file)
    whole = bool(_END.search(file.content[-_TAIL:]))
    try:
        document = pypdfium2.PdfDocument(file.content)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise refusal("documents.encrypted", file.name) from error
        if not whole:
            raise refusal("documents.truncated", file.name) from error
        raise refusal("documents.damaged", file.name, reason="PDF sai cấu trúc") from error
    if not whole:
        raise refusal("documents.truncated", file.name)
    if not pages:
        raise refusal("documents.no-text", file.name)
    if pages > MOST_PAGES:
        raise refusal("documents.too-many-pages", file.name, pages=pages)
    return document
