"""Making a scanned page fit for recognising: grey, without red stamps, upright, without specks."""

from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

# Skew is looked for on a small copy; a quarter of a degree moves the end of a line by half its height at most.
_SMALL = 700
_STEEPEST, _COARSE, _FINE = 4.0, 1.0, 0.25
# Shares of the paper's own grey: lighter is paper, or the pale rest of a stamp; darker is ink. Taken from the paper, not from the
# darkest dots, so that a nearly empty page does not have its grain blackened.
_WHITE_FROM, _INK_TO = 0.8, 0.3
_SPECK, _REACH = 9, 5  # dots of ink, and how far around there must be no more


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
    grey = grey.filter(ImageFilter.MedianFilter(3))
    paper = _paper(grey)
    ink, white = _INK_TO * paper, _WHITE_FROM * paper
    return _without_specks(grey.point([round(255 * min(1.0, max(0.0, (value - ink) / (white - ink)))) for value in range(256)]))


def _without_specks(grey: Image.Image) -> Image.Image:
    """The page with ink that stands alone and is smaller than a full stop made white."""
    around = ImageOps.invert(grey).filter(ImageFilter.BoxBlur(_REACH))
    alone = around.point([255 if value < _SPECK * 255 / (2 * _REACH + 1) ** 2 else 0 for value in range(256)])
    return ImageChops.lighter(grey, alone)


def _paper(grey: Image.Image) -> int:
    """The grey that half of the dots are lighter than."""
    seen, half = 0, grey.width * grey.height / 2
    for value, count in enumerate(grey.histogram()):
        seen += count
        if seen >= half:
            return max(1, value)
    return 255


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
