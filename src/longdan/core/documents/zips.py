"""Opening a zip package without being harmed by it."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from longdan.core.documents.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, RATIO_COUNTS_FROM
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

_ENCRYPTED = 0x1
BROKEN = (BadZipFile, EOFError, zlib.error, NotImplementedError, OSError)  # what reading an entry may raise


def opened(file: SourceFile) -> ZipFile:
    """The package, once its table of contents is found harmless."""
    try:
        package = ZipFile(BytesIO(file.content))
    except (BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise refusal("documents.truncated", file.name) from error
    entries = package.infolist()
    if not entries:
        raise refusal("documents.empty", file.name)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refusal("documents.encrypted", file.name)
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED or any(map(_swells, entries)):
        raise refusal("documents.bomb", file.name)
    return package


def member(package: ZipFile, name: str, most: int, file: SourceFile) -> bytes:
    """One entry, unpacked; refused where it is larger than ``most``, whatever its declared size says."""
    try:
        with package.open(name) as stream:
            content = stream.read(most + 1)
    except BROKEN as error:
        raise refusal("documents.truncated", file.name) from error
    if len(content) > most:
        raise refusal("documents.bomb", file.name)
    return content


def _swells(entry: ZipInfo) -> bool:
    return entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
