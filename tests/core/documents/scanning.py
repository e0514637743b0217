"""Printing a text on pages and scanning them as offices do: grey paper, noise, tilt, a red stamp over the words."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import typst
from PIL import Image, ImageChops, ImageDraw, ImageFilter

_TEMPLATE = """
#let given = json(bytes(sys.inputs.given))
#set page("a4", margin: (left: 3cm, right: 2cm, y: 2cm))
#set text(size: 13pt, lang: "vi", hyphenate: false, font: "Libertinus Serif")
#set par(justify: given.justified, leading: 0.62em, spacing: if given.justified { 0.95em } else { 0.62em },
  first-line-indent: if given.justified { (amount: 1cm, all: true) } else { 0pt })
#if given.head.len() > 0 {
  grid(columns: (2fr, 3fr), row-gutter: 0.8em, align: center,
    ..given.head.map(cell => align(center, cell.split("\\n").join(linebreak()))))
  v(1em)
}
#for words in given.paragraphs { if words == "" { v(0.6em) } else { par(words) } }
"""
_RED = (205, 40, 45)


@dataclass(frozen=True, slots=True)
class Scanner:
    """How badly a page is scanned."""

    dpi: int = 200
    tilt: float = 1.0  # degrees, to either side from page to page
    noise: float = 18.0  # standard deviation of the grey of a dot
    specks: int = 400  # dots of dirt on a page
    stamp: bool = True
    quality: int = 70


def printed(paragraphs: Sequence[str], *, head: Sequence[str] = (), justified: bool = True) -> bytes:
    """A PDF of the paragraphs; ``head`` holds the cells of a two-column heading block, ``justified`` is how Word sets a plan,
    else each paragraph is a line as it stands."""
    given = json.dumps({"paragraphs": list(paragraphs), "head": list(head), "justified": justified})
    pdf = typst.compile(_TEMPLATE.encode(), sys_inputs={"given": given}, ignore_system_fonts=True)
    assert isinstance(pdf, bytes)
    return pdf


def pictures(pdf: bytes, scanner: Scanner, seed: int = 1) -> list[Image.Image]:
    """The pages as a scanner sees them; the same for the same seed."""
    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    return [_scanned(page.render(scale=scanner.dpi / 72).to_pil().convert("RGB"), scanner, chance) for page in document]


def scanned(pdf: bytes, scanner: Scanner = Scanner(), seed: int = 1) -> bytes:
    """A PDF of pictures only, as a scanner mails it."""
    pages = [_compressed(page, scanner.quality) for page in pictures(pdf, scanner, seed)]
    out = BytesIO()
    pages[0].save(out, "PDF", resolution=scanner.dpi, save_all=True, append_images=pages[1:])
    return out.getvalue()


def _scanned(page: Image.Image, scanner: Scanner, chance: random.Random) -> Image.Image:
    if scanner.stamp:
        page = ImageChops.multiply(page, _stamp(page.size, scanner.dpi, chance))
    page = page.rotate(chance.choice((-1, 1)) * scanner.tilt, resample=Image.Resampling.BICUBIC, fillcolor=(236, 236, 232))
    page = ImageChops.multiply(page, Image.new("RGB", page.size, (238, 237, 233))).filter(ImageFilter.GaussianBlur(0.6))
    grain = Image.merge("RGB", [Image.effect_noise(page.size, scanner.noise)] * 3)
    page = ImageChops.add(page, grain, scale=1.0, offset=-128)
    draw = ImageDraw.Draw(page)
    for _ in range(scanner.specks):
        x, y = chance.randrange(page.width), chance.randrange(page.height)
        draw.rectangle((x, y, x + chance.randrange(2), y + chance.randrange(2)), fill=(70, 70, 70))
    return page


def _stamp(size: tuple[int, int], dpi: int, chance: random.Random) -> Image.Image:
    """A round red seal of 36 mm somewhere over the text, its rings and star as strong as ink."""
    sheet = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(sheet)
    radius = round(dpi * 0.71)
    x, y = chance.randrange(radius * 2, size[0] - radius * 2), chance.randrange(size[1] // 4, size[1] - radius * 2)
    for inner, width in ((0, 0.06), (0.28, 0.02)):
        r = radius * (1 - inner)
        draw.ellipse((x - r, y - r, x + r, y + r), outline=_RED, width=max(2, round(radius * width)))
    points = [(0.0, -1.0), (0.22, -0.31), (0.95, -0.31), (0.36, 0.12), (0.59, 0.81), (0.0, 0.38), (-0.59, 0.81), (-0.36, 0.12)]
    points += [(-0.95, -0.31), (-0.22, -0.31)]
    draw.polygon([(x + radius * 0.45 * px, y + radius * 0.45 * py) for px, py in points], fill=_RED)
    return sheet.filter(ImageFilter.GaussianBlur(0.8))


def _compressed(page: Image.Image, quality: int) -> Image.Image:
    out = BytesIO()
    page.save(out, "JPEG", quality=quality)
    return Image.open(BytesIO(out.getvalue()))
