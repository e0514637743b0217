"""Unpacking a .zip that holds the files of one document."""

from contextlib import suppress
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from longdan.core.documents import zips
from longdan.core.documents.formats import Format, format_of
from longdan.core.documents.limits import MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile

_UTF8_NAME = 0x800
_LITTER = ("__MACOSX", ".", "~$", "Thumbs.db", "desktop.ini")  # what file managers and Word leave beside the files


def unpacked(archive: SourceFile) -> list[SourceFile]:
    """The files in the archive, in its order, their names with the archive's before them."""
    with zips.opened(archive) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir() and not _litter(entry.filename)]
        if not entries:
            raise refusal("documents.empty", archive.name)
        if len(entries) > MOST_FILES:
            raise refusal("documents.too-many-files", archive.name, files=len(entries))
        if sum(entry.file_size for entry in entries) > MOST_BYTES_TOGETHER:
            raise refusal("documents.bomb", archive.name)
        return [_file(archive, package, entry) for entry in entries]


def _file(archive: SourceFile, package: ZipFile, entry: ZipInfo) -> SourceFile:
    name = f"{archive.name}/{_name(entry)}"
    inner = SourceFile(name, zips.member(package, entry.filename, MOST_BYTES, archive))
    if format_of(inner) is Format.ARCHIVE:
        raise refusal("documents.nested-archive", archive.name, inner=_name(entry))
    return inner


def _name(entry: ZipInfo) -> str:
    """The entry's name without its folders; Windows writes UTF-8 without saying so."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return PurePosixPath(name).name


def _litter(path: str) -> bool:
    return any(step.startswith(_LITTER) for step in PurePosixPath(path).parts)
