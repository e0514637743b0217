"""Recognising the words of a picture of a page."""

from io import BytesIO

from PIL import Image

from longdan.core.documents.layout.pages import Page
from longdan.core.documents.programs import ProgramFailed, Programs, Word
from longdan.core.documents.refusals import refusal
from longdan.core.documents.scans.cleaning import cleaned

_SPECK = 8  # dots: a hyphen of 13-point type is 13 dots wide


def recognised_page(picture: Image.Image, number: int, programs: Programs, name: str) -> Page:
    """The words that the recogniser finds on the page, once cleaned."""
    where = f"{name}, trang {number}"
    if programs.recognise is None:
        raise refusal("documents.ocr-missing", where)
    page = cleaned(picture)
    drawn = BytesIO()
    page.save(drawn, "PNG", compress_level=1)
    try:
        words = programs.recognise(drawn.getvalue())
    except ProgramFailed as error:
        raise refusal("documents.program-failed", where, reason=error) from error
    return Page(number, float(page.width), float(page.height), tuple(word for word in words if _is_print(word)))


def _is_print(word: Word) -> bool:
    """Whether a word is more than a speck or a rule taken for a mark."""
    if any(map(str.isalnum, word.text)):
        return True
    large = max(word.right - word.left, word.bottom - word.top) >= _SPECK
    return large and word.text.strip("|_~'`’‘.,:ˆ ") != ""
