"""The words of one Word paragraph, with the boxes and notes that hang on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from longdan.core.documents import legacy
from longdan.core.documents.docx.package import W
from longdan.core.documents.docx.styles import Look, Styles, look, value
from longdan.core.documents.legacy import Legacy
from longdan.core.documents.limits import DEEPEST
from longdan.core.documents.xml import Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BOX = W + "txbxContent"
# Deleted and moved-away text, and what is no text: all other unknown elements are walked through.
_SKIPPED = frozenset(W + name for name in ("pPr", "rPr", "del", "moveFrom", "delText", "instrText", "sdtPr", "sdtEndPr", "rt"))
_FIXED = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SYMBOLS = {"\uf02d": "-", "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0e8": "→"}
_SOFT_HYPHEN = "\u00ad"


@dataclass(slots=True)
class Inside:
    """What was found in a paragraph while walking through it."""

    runs: list[tuple[str, Legacy | None, bool]] = field(default_factory=list)  # words, encoding, capitals
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # "footnote" or "endnote", id
    pages_before: int = 0
    pages_within: int = 0

    def words(self) -> str:
        """The text in Unicode; neighbouring runs of one encoding are converted together, as VNI letters may span two."""
        return "".join(
            _unicode("".join(words for words, _, _ in same), encoding, capitals)
            for (encoding, capitals), same in groupby(self.runs, key=lambda run: run[1:])
        )


def _unicode(words: str, encoding: Legacy | None, capitals: bool) -> str:
    # The soft hyphen is the letter ư in the fonts of TCVN3, and nothing elsewhere.
    words = legacy.converted(words, encoding) if encoding else words.replace(_SOFT_HYPHEN, "")
    return words.upper() if capitals else words


class Walker:
    """Walks through paragraphs of one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def inside(self, paragraph: Element) -> Inside:
        """All that stands in a paragraph."""
        found = Inside()
        style = value(paragraph.find(W + "pPr"), "pStyle")
        self._walk(paragraph, self._styles.paragraph_look(style), found, 0)
        return found

    def _walk(self, element: Element, under: Look, found: Inside, depth: int) -> None:
        if depth > DEEPEST:
            return
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == W + "r":
                self._run(child, under, found, depth)
            elif tag == _MC + "AlternateContent":
                self._walk(_chosen(child), under, found, depth + 1)
            elif tag == _BOX:
                found.boxes.append(child)
            else:
                self._leaf_or_branch(child, under, found, depth)

    def _run(self, run: Element, under: Look, found: Inside, depth: int) -> None:
        properties = run.find(W + "rPr")
        own = look(properties)
        if (style := value(properties, "rStyle")) is not None:
            own = own.over(self._styles.character_look(style))
        own = own.over(under)
        if not own.hidden:
            self._walk(run, own, found, depth + 1)

    def _leaf_or_branch(self, child: Element, under: Look, found: Inside, depth: int) -> None:
        tag = child.tag
        if tag in (W + "t", _MATH_TEXT):
            _add(found, child.text or "", under)
        elif tag in _FIXED:
            _add(found, _FIXED[tag], under)
        elif tag == W + "br":
            _add(found, "\n", under)
        elif tag == W + "softHyphen":
            _add(found, _SOFT_HYPHEN, under)
        elif tag == W + "sym":
            _add(found, _symbol(child), under)
        elif tag == W + "lastRenderedPageBreak":
            found.pages_within += 1
            found.pages_before += not any(words.strip() for words, _, _ in found.runs)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            found.notes.append((tag[len(W) : -len("Reference")], child.get(W + "id", "")))
        else:
            self._walk(child, under, found, depth + 1)


def _add(found: Inside, words: str, look: Look) -> None:
    found.runs.append((words, legacy.of_font(look.font), bool(look.capitals) or legacy.draws_capitals(look.font)))


def _symbol(element: Element) -> str:
    """A character of a symbol font: the bullet that it draws; private codes say nothing without their font."""
    code = element.get(W + "char", "")
    character = chr(int(code, 16)) if 0 < len(code) <= 4 and all(c in "0123456789abcdefABCDEF" for c in code) else ""
    return _SYMBOLS.get(character, "" if character >= "\ue000" else character)


def _chosen(alternatives: Element) -> Element:
    """One of several drawings of the same thing: the first that holds text."""
    return next((each for each in alternatives if next(_texts(each), None) is not None), alternatives[:0])


def _texts(element: Element) -> Iterator[Element]:
    return (each for each in element.iter(W + "t") if each.text)
