"""Decoding the bytes of a text file: Unicode with or without a mark, Windows-1258, TCVN3, VNI."""

import codecs
import unicodedata
from collections.abc import Callable

from longdan.core.documents import legacy
from longdan.core.documents.legacy import Legacy
from longdan.core.documents.syllables import share

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Of the letters of a Vietnamese text at least half are ASCII, and so have a zero byte in UTF-16.
_ZEROS_OF_UTF16 = 0.2
# One broken letter in a hundred bytes is damage in transit; more is another encoding.
_BROKEN_UTF8 = 0.01


def decoded(content: bytes) -> str:
    """The text of the file, NFC, without byte order mark."""
    text = _unicode(content)
    text = legacy.repaired(text) if text is not None else _single_byte(content)
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff"))


def _unicode(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if encoding_without_mark := _utf16(content):
        return content.decode(encoding_without_mark, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    return text if text.count("\ufffd") <= _BROKEN_UTF8 * len(content) else None


def _utf16(content: bytes) -> str | None:
    sample = content[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < _ZEROS_OF_UTF16 * len(sample) / 2 or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _latin(content: bytes) -> str:
    """Windows-1252, with the codes it leaves open as control characters."""
    return "".join(_WINDOWS_1252[byte] for byte in content)


_WINDOWS_1252 = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]
_SINGLE_BYTE: tuple[Callable[[bytes], str], ...] = (
    lambda content: unicodedata.normalize("NFC", content.decode("cp1258", errors="replace")),
    lambda content: legacy.converted(content.decode("latin-1"), Legacy.TCVN3),
    lambda content: legacy.converted(_latin(content), Legacy.VNI),
    _latin,
)


def _single_byte(content: bytes) -> str:
    """The reading that has most Vietnamese syllables, judged by the first part of the file."""
    best = max(_SINGLE_BYTE, key=lambda decode: share(decode(content[:20_000])))
    return best(content)
