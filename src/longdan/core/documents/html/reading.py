"""Reading a web page: what the document says, without what the site adds."""

import re
from contextlib import suppress

from selectolax.lexbor import LexborHTMLParser

from longdan.core.documents.encodings import decoded
from longdan.core.documents.html.blocks import BlockWalker
from longdan.core.documents.html.chrome import content_root
from longdan.core.documents.limits import DEEPEST_PAGE
from longdan.core.documents.parts import Reading, in_unicode, reading
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NESTING = re.compile(
    r"<(/?)(?:div|table|tr|td|span|font|section|article|ul|ol|blockquote|center|dl|fieldset|form|a|b|i|u|em|strong)\b",
    re.IGNORECASE,
)
# All others are declared without thought by old editors, and some take a decoder hours: the bytes themselves are asked instead.
_RELIABLE = frozenset({"utf-8", "utf8"})


def read_html(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The passages of a page."""
    text = _text(file.content)
    if _depth(text) > DEEPEST_PAGE:
        raise refusal("documents.damaged", file.name, reason="các thẻ lồng nhau quá sâu")
    return read_page(text, file.name)


def read_page(text: str, name: str) -> Reading:
    """The passages of a page that is decoded already."""
    root = content_root(LexborHTMLParser(text))
    parts = list(BlockWalker(name).parts(root)) if root is not None else []
    return reading(in_unicode(parts))


def _text(content: bytes) -> str:
    declared = _DECLARED.search(content[:4096])
    if declared and declared.group(1).decode().lower() in _RELIABLE:
        with suppress(UnicodeDecodeError):
            return content.decode("utf-8-sig")
    return decoded(content)


def _depth(text: str) -> int:
    """How deep elements that must be closed are nested."""
    depth = deepest = 0
    for tag in _NESTING.finditer(text):
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
