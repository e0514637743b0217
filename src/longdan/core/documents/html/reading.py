"""Reading a web page: what the document says, without what the site adds."""

import re

from selectolax.lexbor import LexborHTMLParser

from longdan.core.documents.encodings import decoded
from longdan.core.documents.html.blocks import BlockWalker
from longdan.core.documents.html.chrome import content_root
from longdan.core.documents.parts import Reading, in_unicode, reading
from longdan.core.documents.programs import Programs, Progress
from longdan.core.documents.sources import SourceFile

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Declared without thought by every old editor; the bytes themselves are asked instead.
_UNRELIABLE = frozenset({"windows-1252", "iso-8859-1", "us-ascii", "windows-1258", "x-user-defined"})


def read_html(file: SourceFile, programs: Programs, progress: Progress) -> Reading:
    """The passages of a page."""
    return read_page(_text(file.content), file.name)


def read_page(text: str, name: str) -> Reading:
    """The passages of a page that is decoded already."""
    root = content_root(LexborHTMLParser(text))
    parts = list(BlockWalker(name).parts(root)) if root is not None else []
    return reading(in_unicode(parts))


def _text(content: bytes) -> str:
    declared = _DECLARED.search(content[:4096])
    encoding = declared.group(1).decode().lower() if declared else ""
    if encoding and encoding not in _UNRELIABLE and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(content)
