"""Mending what recognising regularly gets wrong in official documents: marks, dashes, numbers of documents, Roman numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from longdan.core.documents.counting import roman
from longdan.core.documents.layout.lines import Line, lines
from longdan.core.documents.layout.pages import Page
from longdan.core.documents.programs import Word
from longdan.core.documents.scans.phrases import mended

_CAPITALS = "A-ZĐÀ-ỸƠƯĂÂÊÔ"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), right)
    for pattern, right in (
        (r"^[-_—~–=¬¯]{1,3}\s*[-_—~–=¬¯]?\s*(?=\w)", "- "),  # a dash of any length, with dirt beside it
        (rf"^[\"“*'](?=\s+[{_CAPITALS}])(?!.*[\"”])", "-"),
        (r"^†", "+"),
        (r"^ø\)", "g)"),
        (r"^[¡íì]\)", "i)"),
        (rf"^([IVXL]{{1,5}})\.(?=[{_CAPITALS}]{{2}})", r"\1. "),
        (r"\b(PAP|PC)(?:[\]1lJ|]|D(?=[\s,;.:]|$))\)?(?=[\s,;.:)]|$)", r"\1I)"),
        (r"(?<!\()\b(PAPI|PCI)\)(?!.*\()", r"\1"),
        (r"(\d/0) (\d/(?:19|20)\d\d)", r"\1\2"),
        (r"(\d[-/]) (?=(?:NQ|QĐ|KH|CT|NĐ|TB|KL|ND|TT|QH|HD|BC|CTr|UBND)\b)", r"\1"),
        (r"\bQHI(?=\d)", "QH1"),
        (r"-T\s?T\s?g\b", "-TTg"),
        (r"/TV[WV]\b", "/TW"),
    )
)
# What the strokes of Roman numbers are taken for.
_STROKES = str.maketrans(
    {
        "H": "II",
        "N": "II",
        "l": "I",
        "1": "I",
        "|": "I",
        "!": "I",
        "i": "I",
        "L": "I",
        "Ï": "I",
        "Ì": "I",
        "Í": "I",
        "T": "I",
        "Y": "V",
    }
)
_NUMBERED = re.compile(r"(?P<strokes>[IVXHNl1|!iLÏÌÍTY]{1,5})[.,:]?\.?$")
_UNAMBIGUOUS = re.compile(r"(?:II|III|IV|VI{0,3}|IX)\.")
_MOST_SECTIONS = 20


def respelled(pages: Sequence[Page]) -> list[Page]:
    """Recognised pages, mended."""
    found = [[_mended(line) for line in lines(page.words, page.number)] for page in pages]
    _renumber(found)
    return [replace(page, words=_numbered(page_lines)) for page, page_lines in zip(pages, found, strict=True)]


def _mended(line: Line) -> Line:
    text = line.text
    for pattern, right in _FORMS:
        text = pattern.sub(right, text)
    return _with_words(line, mended(text.split()))


def _with_words(line: Line, texts: list[str]) -> Line:
    """The line with other words; where their number changed, boxes are those of the nearest words."""
    last = len(line.words) - 1
    boxes = [line.words[last if at == len(texts) - 1 else min(at, last)] for at in range(len(texts))]
    return replace(line, words=tuple(replace(box, text=text) for box, text in zip(boxes, texts, strict=True)) or line.words)


def _numbered(page_lines: list[Line]) -> tuple[Word, ...]:
    """All words of the lines, told apart by line, so that they are put together in the same way again."""
    return tuple(replace(word, line=at) for at, line in enumerate(page_lines, 1) for word in line.words)


def _renumber(pages: list[list[Line]]) -> None:
    """Gives headings in capitals the Roman number that is next, where the strokes that were read may be that number."""
    places = [(page, at) for page in pages for at, line in enumerate(page) if _may_be_heading(line)]
    if not any(_UNAMBIGUOUS.match(page[at].words[0].text) for page, at in places):
        return
    number = 0
    for page, at in places:
        read = _strokes(page[at])
        if read == "I" and number > 1:
            number = 0  # a part or an annex begins anew
        right = roman(number + 1)
        if read == right or (read == roman(number) and number in (1, 2) and len(read) < len(right)):
            number += 1
            page[at] = _with_words(page[at], [f"{right}.", *(word.text for word in page[at].words[1:])])
        elif read in _ROMANS:
            number = _ROMANS[read]


_ROMANS = {roman(number): number for number in range(1, _MOST_SECTIONS + 1)}


def _strokes(line: Line) -> str:
    found = _NUMBERED.match(line.words[0].text)
    return found.group("strokes").translate(_STROKES) if found else ""


def _may_be_heading(line: Line) -> bool:
    """Whether a line begins like a Roman number and goes on in capitals."""
    if len(line.words) < 2 or not _NUMBERED.match(line.words[0].text) or _strokes(line) == "":
        return False
    letters = [letter for word in line.words[1:] for letter in word.text if letter.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
