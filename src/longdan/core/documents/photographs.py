"""Opening pictures, those that telephones take (HEIC) among them."""

from io import BytesIO

import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from longdan.core.documents.limits import MOST_PIXELS, MOST_PIXELS_SHOWN
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

# Of a file in the ISO container the brands that mean a picture in HEVC; ISO/IEC 23008-12, annex B.
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs")
_BRANDS_WITHIN = 64  # bytes at the beginning

pi_heif.register_heif_opener(thumbnails=False)


def is_heic(head: bytes) -> bool:
    """Whether a file that begins so is a picture in HEVC."""
    size = int.from_bytes(head[:4], "big")
    return head[4:8] == b"ftyp" and any(brand in head[8 : min(size, _BRANDS_WITHIN)] for brand in HEIC_BRANDS)


def opened(file: SourceFile) -> Image.Image:
    """The picture in a file, its points not yet read."""
    return Image.open(BytesIO(file.content))


def require_picture(file: SourceFile) -> None:
    """Refuse what only begins like a picture: its header must be readable, and no larger than we open."""
    try:
        with opened(file) as image:
            if image.width * image.height > MOST_PIXELS:
                raise refusal("documents.bomb", file.name)
    except Image.DecompressionBombError as error:
        raise refusal("documents.bomb", file.name) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise refusal("documents.damaged", file.name, reason="ảnh sai cấu trúc") from error


def viewable(file: SourceFile, longest: int) -> bytes:
    """A picture as every browser shows it: JPEG, upright, no side above ``longest`` points.

    What the file says beside its points, such as where it was taken, is left out.
    """
    try:
        with opened(file) as image:
            if image.width * image.height > MOST_PIXELS:
                raise refusal("documents.bomb", file.name)
            image.draft("RGB", (longest, longest))  # of a JPEG no more points are unpacked than are wanted
            if image.width * image.height > MOST_PIXELS_SHOWN:
                raise refusal("documents.too-many-points", file.name)
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except Image.DecompressionBombError as error:
        raise refusal("documents.bomb", file.name) from error
    except UnidentifiedImageError as error:
        raise refusal("documents.damaged", file.name, reason="ảnh sai cấu trúc") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise refusal("documents.truncated", file.name) from error
    upright.thumbnail((longest, longest))
    kept = BytesIO()
    upright.save(kept, "JPEG", quality=82)
    return kept.getvalue()
