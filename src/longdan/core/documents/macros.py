"""Telling whether a file of an office program carries a program of its own."""

from longdan.core.documents import zips
from longdan.core.documents.sources import SourceFile

# Parts of a package (ECMA-376; [MS-OFFMACRO2]) by how their names end or begin; a storage of the old container ([MS-OVBA] 2.2.1).
_PART = "vbaproject.bin"
_SHEETS = "xl/macrosheets/"
_STORAGE = "_VBA_PROJECT".encode("utf-16-le")
_OPENDOCUMENT = ("basic/", "scripts/")
_PACKAGE = b"PK"


def carries_macros(file: SourceFile) -> bool:
    """Whether an office file holds macros; a package that cannot be opened raises its problem."""
    if not file.content.startswith(_PACKAGE):
        return _STORAGE in file.content
    with zips.opened(file) as package:
        names = [name.lower() for name in package.namelist()]
    return any(name.endswith(_PART) or name.startswith((_SHEETS, *_OPENDOCUMENT)) for name in names)
