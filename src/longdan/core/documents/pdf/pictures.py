"""PDF pages that are pictures: telling them, drawing them."""

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from longdan.core.documents.limits import MOST_PAGE_CHARACTERS, MOST_PAGE_OBJECTS

# A signing program or a scanner stamps fewer letters than this upon the picture of a page.
_STAMPED = 400
_COVERED = 0.5  # of a page by pictures
_DPI, _POINTS = 300, 72
_LONGEST_SIDE = 4400  # A4 at 300 dots an inch has 3508; larger sheets are drawn smaller


def is_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether the words of a page can only be had by recognising them: it is a picture, or too crowded to be taken apart."""
    text = page.get_textpage()
    letters = text.count_chars()
    text.close()
    if letters > MOST_PAGE_CHARACTERS:
        return True
    covered = 0.0
    for count, thing in enumerate(page.get_objects(max_depth=4)):
        if count > MOST_PAGE_OBJECTS:
            return True
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(letters < _STAMPED and covered > _COVERED * page.get_width() * page.get_height())


def rendered(page: pypdfium2.PdfPage) -> Image.Image:
    """The page drawn in colour."""
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, _LONGEST_SIDE / max(width, height, 1))
    bitmap = page.render(scale=scale, may_draw_forms=False)
    image: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return image
