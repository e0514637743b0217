"""Reading pictures of pages: PNG, JPEG, TIFF of several pages."""

from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from longdan.core.documents.layout import flow
from longdan.core.documents.limits import MOST_PIXELS, MOST_SCANNED_PAGES
from longdan.core.documents.parts import Reading, reading
from longdan.core.documents.photographs import opened
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.scans.recognising import recognised_page
from longdan.core.documents.scans.spelling import respelled
from longdan.core.documents.sources import SourceFile

_LONGEST_SIDE = 4400  # A4 at 300 dots an inch has 3508
_SMALLEST_SIDE = 1800  # smaller pictures (screens, telephones) are enlarged, as letters need about 30 dots in height


def read_image(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The passages of a picture, or of the pages of a TIFF."""
    if programs.recognise is None:
        raise refusal("documents.ocr-missing", file.name)
    try:
        with opened(file) as image:
            pages = []
            for number, frame in enumerate(_frames(image, file), 1):
                progress(number, getattr(image, "n_frames", 1))
                pages.append(recognised_page(frame, number, programs, file.name))
    except UnidentifiedImageError as error:
        raise refusal("documents.damaged", file.name, reason="ảnh sai cấu trúc") from error
    except Image.DecompressionBombError as error:
        raise refusal("documents.bomb", file.name) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise refusal("documents.truncated", file.name) from error
    return reading(flow.parts(respelled(pages), file.name), pages=len(pages), recognised=True)


def _frames(image: Image.Image, file: SourceFile) -> Iterator[Image.Image]:
    """The pages in colour, upright as the camera held them, of a size fit for recognising."""
    count = getattr(image, "n_frames", 1)
    if count > MOST_SCANNED_PAGES:
        raise refusal("documents.too-many-scanned-pages", file.name, pages=count)
    for frame in ImageSequence.Iterator(image):
        if frame.width * frame.height > MOST_PIXELS:
            raise refusal("documents.bomb", file.name)
        frame.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
        yield _sized(ImageOps.exif_transpose(frame).convert("RGB"))


def _sized(page: Image.Image) -> Image.Image:
    longest = max(page.size)
    scale = min(1.0, _LONGEST_SIDE / longest) if longest >= _SMALLEST_SIDE else _SMALLEST_SIDE * 2 / longest
    return (
        page if scale == 1.0 else page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.LANCZOS)
    )
