"""Reading a PDF: pages with words by their words, pages that are pictures by recognising them."""

import logging
import re
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from longdan.core.documents.layout import flow
from longdan.core.documents.layout.pages import Page
from longdan.core.documents.limits import MOST_SCANNED_PAGES
from longdan.core.documents.parts import Reading, reading
from longdan.core.documents.pdf.opening import opened
from longdan.core.documents.pdf.pictures import is_picture, rendered
from longdan.core.documents.pdf.tables import grids
from longdan.core.documents.pdf.words import words
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.scans.recognising import recognised_page
from longdan.core.documents.scans.spelling import respelled
from longdan.core.documents.sources import SourceFile
from longdan.core.documents.syllables import share

_READABLE = 0.45  # of words that are syllables; Vietnamese has 0.9 and more
_ENOUGH = 200  # characters by which the share can be judged
_NO_LETTERS = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\ufffd]")
_MOST_UNKNOWN = 0.05

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font


def read_pdf(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The passages of a PDF."""
    document = opened(file)
    try:
        return _read(file, document, programs, progress)
    except (PDFException, PdfminerException, pypdfium2.PdfiumError, RecursionError) as error:
        raise refusal("documents.damaged", file.name, reason="PDF sai cấu trúc") from error
    finally:
        document.close()


def _read(file: SourceFile, document: pypdfium2.PdfDocument, programs: Programs, progress: Progress) -> Reading:
    pictures = {at for at in range(len(document)) if is_picture(document[at])}
    _check_can_recognise(file, pictures, programs)
    pages = []
    with pdfplumber.open(BytesIO(file.content)) as plumbed:
        for at in range(len(document)):
            progress(at + 1, len(document))
            page = None if at in pictures else _page(plumbed.pages[at], at + 1)
            if page is None or not _readable(page):
                _check_can_recognise(file, pictures := pictures | {at}, programs)
                page = recognised_page(rendered(document[at]), at + 1, programs, file.name)
            pages.append(page)
            plumbed.pages[at].close()
    mended = iter(respelled([page for at, page in enumerate(pages) if at in pictures]))
    pages = [next(mended) if at in pictures else page for at, page in enumerate(pages)]
    return reading(flow.parts(pages, file.name), pages=len(pages), recognised=bool(pictures))


def _check_can_recognise(file: SourceFile, pictures: set[int], programs: Programs) -> None:
    if pictures and programs.recognise is None:
        raise refusal("documents.ocr-missing", f"{file.name}, trang {min(pictures) + 1}")
    if len(pictures) > MOST_SCANNED_PAGES:
        raise refusal("documents.too-many-scanned-pages", file.name, pages=len(pictures))


def _page(page: Any, number: int) -> Page:
    found, rest = grids(page, words(page), number)
    return Page(number, float(page.width), float(page.height), tuple(rest), tuple(found))


def _readable(page: Page) -> bool:
    """Whether the words of a page are words: some makers of PDF leave out which letter a shape stands for."""
    texts = [word.text for word in page.words] + [line for grid in page.grids for cell in grid.cells for line in cell.lines]
    text = " ".join(texts)
    if len(text) < _ENOUGH:
        return True
    return len(_NO_LETTERS.findall(text)) < _MOST_UNKNOWN * len(text) and share(text) > _READABLE
