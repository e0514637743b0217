"""Finding PDF streams that would swell without end, before a parser unpacks them."""

import re
import zlib
from collections.abc import Callable, Iterator

from pdfminer.ascii85 import ascii85decode, asciihexdecode

from longdan.core.documents.limits import MOST_PDF_PICTURE, MOST_PDF_STREAM, MOST_PDF_UNPACKED
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 2048  # bytes looked at before a stream for what it says of itself
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
# Bytes written as letters, as some makers of PDF do before they pack them; read here as the parser will read them.
_IN_LETTERS: tuple[tuple[re.Pattern[bytes], Callable[[bytes], bytes]], ...] = (
    (re.compile(rb"/(?:ASCII85Decode|A85)\b"), ascii85decode),
    (re.compile(rb"/(?:ASCIIHexDecode|AHx)\b"), asciihexdecode),
)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")  # "/Fl#61teDecode" is a name, too
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_STEP = 1_000_000


def check(file: SourceFile) -> None:
    """Refuses a file with a stream that unpacks to more than any page needs, or that is packed twice."""
    together = 0
    for dictionary, start in _streams(file.content):
        packed = len(_FLATE.findall(dictionary))
        letters = [decode for pattern, decode in _IN_LETTERS for _ in pattern.findall(dictionary)]
        if packed > 1 or len(letters) > 1:
            raise refusal("documents.bomb", file.name)
        if packed:
            picture = bool(_PICTURE.search(dictionary))
            content, at = (_decoded(letters[0], file.content, start), 0) if letters else (file.content, start)
            size = _unpacked(content, at, MOST_PDF_PICTURE if picture else MOST_PDF_STREAM)
            together += 0 if picture else max(size, 0)
            if size < 0 or together > MOST_PDF_UNPACKED:
                raise refusal("documents.bomb", file.name)


def _streams(content: bytes) -> Iterator[tuple[bytes, int]]:
    """The dictionary before each stream, and where its bytes begin."""
    end = 0
    for found in _STREAM.finditer(content):
        if content[found.start() - 3 : found.start()] == b"end" or found.start() < end:
            continue
        before = content[max(end, found.start() - _DICTIONARY) : found.start()]
        dictionary = before[max(before.rfind(b" obj"), before.rfind(b"endstream"), 0) :]
        yield _ESCAPED.sub(lambda code: bytes.fromhex(code[1].decode()), dictionary), found.end()
        end = found.end()


def _decoded(decode: Callable[[bytes], bytes], content: bytes, start: int) -> bytes:
    """A stream of letters as bytes; nothing where the parser, too, can make nothing of it."""
    end = content.find(b"endstream", start)
    try:
        return decode(content[start : end if end >= 0 else len(content)])
    except ValueError:
        return b""


def _unpacked(content: bytes, start: int, most: int) -> int:
    """The size of a stream when unpacked; -1 where it is more than ``most``. Broken streams count as far as they go."""
    machine, size, at = zlib.decompressobj(), 0, start
    view = memoryview(content)
    pending: bytes | memoryview = b""
    while not machine.eof and (pending or at < len(content)):
        if not pending:
            pending, at = view[at : at + 65536], at + 65536
        try:
            size += len(machine.decompress(pending, _STEP))
        except zlib.error:
            return size
        pending = machine.unconsumed_tail
        if size > most:
            return -1
    return size
