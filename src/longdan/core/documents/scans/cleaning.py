"""Making a scanned page fit for recognising: grey, without red stamps, upright, without specks."""

from itertools import pairwise

from PIL import Image, ImageFilter, ImageOps

# Skew is looked for on a small copy; a quarter of a degree moves the end of a line by half its height at most.
_SMALL = 700
_STEEPEST, _COARSE, _FINE = 4.0, 1.0, 0.25
_WHITE_FROM = 190  # of the stretched grey scale: paper, the pale rest of a stamp
_INK_TO = 60


def cleaned(page: Image.Image) -> Image.Image:
    """The page as a grey picture of black letters on white."""
    grey = _without_red(page)
    angle = skew(grey)
    if abs(angle) >= _FINE:
        grey = grey.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return grey


def _without_red(page: Image.Image) -> Image.Image:
    """The red light of the page: red ink is as bright as paper in it, black and blue ink stay dark."""
    grey = page.getchannel("R") if page.mode == "RGB" else page.convert("L")
    grey = ImageOps.autocontrast(grey.filter(ImageFilter.MedianFilter(3)), cutoff=(0.5, 5))
    scale = 255 / (_WHITE_FROM - _INK_TO)
    return grey.point([round(min(255.0, max(0.0, (value - _INK_TO) * scale))) for value in range(256)])


def skew(grey: Image.Image) -> float:
    """The angle, in degrees, by which the page must be turned so that its lines lie level."""
    small = ImageOps.invert(grey.resize((_SMALL, max(1, round(grey.height * _SMALL / grey.width))), Image.Resampling.BOX))
    best = max(_steps(-_STEEPEST, _STEEPEST, _COARSE), key=lambda angle: _sharpness(small, angle))
    return max(_steps(best - _COARSE, best + _COARSE, _FINE), key=lambda angle: _sharpness(small, angle))


def _steps(first: float, last: float, step: float) -> list[float]:
    return [first + step * count for count in range(round((last - first) / step) + 1)]


def _sharpness(small: Image.Image, angle: float) -> float:
    """How unequal the rows of the turned page are: most, when lines of text and the space between them lie level."""
    turned = small.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=0)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows))
