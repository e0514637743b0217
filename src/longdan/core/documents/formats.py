"""Telling what a file really is by its bytes; a name that says otherwise is refused, unless that is a known harmless habit.

Harmless: a Word file, a saved page or a mail page under one another's extension (legal sites hand out pages named .doc), any
picture under another picture's, and an unknown or missing extension. Everything else under a wrong name is a mistake in the
choice of file more often than in its name, so the person is asked.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from longdan.core.documents import opendocument, zips
from longdan.core.documents.encodings import decoded
from longdan.core.documents.photographs import is_heic
from longdan.core.documents.refusals import refusal
from longdan.core.documents.sources import SourceFile


class Format(StrEnum):
    """What the readers can read."""

    TEXT = "văn bản thuần"
    DOCX = "Word (.docx)"
    DOC = "Word cũ (.doc)"
    PDF = "PDF"
    HTML = "trang web (.html)"
    MHT = "trang web lưu trọn (.mht)"
    SHEETS = "Excel"
    IMAGE = "ảnh"
    ARCHIVE = "tệp nén (.zip)"


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A format that is known and not read: its name, what to do instead."""

    name: str
    advice: str


_RESAVE_WORD = "mở tệp rồi lưu lại thành .docx hoặc PDF"
_WORD_FAMILY = frozenset({Format.DOCX, Format.DOC, Format.HTML, Format.MHT})
EXTENSIONS: dict[str, frozenset[Format]] = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".doc", ".htm", ".html", ".xhtml", ".mht", ".mhtml"), _WORD_FAMILY),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods"), frozenset({Format.SHEETS})),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".heic", ".heif"), frozenset({Format.IMAGE})),
    ".pdf": frozenset({Format.PDF}),
    ".txt": frozenset({Format.TEXT, Format.HTML}),
    ".zip": frozenset({Format.ARCHIVE}),
}
_MAGIC: tuple[tuple[bytes, Format | Unsupported], ...] = (
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"{\\rtf", Unsupported("tệp RTF", _RESAVE_WORD)),
    (b"Rar!\x1a\x07", Unsupported("tệp nén RAR", "giải nén rồi nộp thẳng các tệp, hoặc nén lại thành .zip")),
    (b"7z\xbc\xaf\x27\x1c", Unsupported("tệp nén 7z", "giải nén rồi nộp thẳng các tệp, hoặc nén lại thành .zip")),
    (b"\x1f\x8b", Unsupported("tệp nén GZ", "giải nén rồi nộp thẳng các tệp, hoặc nén lại thành .zip")),
    (b"GIF8", Unsupported("ảnh GIF", "lưu ảnh thành .png hoặc .jpg")),
)
_PACKAGES: tuple[tuple[str, Format | Unsupported], ...] = (
    ("word/document.xml", Format.DOCX),
    ("xl/workbook.xml", Format.SHEETS),
    ("xl/workbook.bin", Unsupported("bảng tính nhị phân (.xlsb)", "lưu lại thành .xlsx rồi nộp")),
    ("ppt/presentation.xml", Unsupported("tệp trình chiếu PowerPoint", "lưu thành PDF rồi nộp")),
    ("content.xml", Unsupported("tệp OpenDocument (.odt, .odp)", "lưu lại thành .docx hoặc PDF")),
)
_BLANKS = b"\xef\xbb\xbf\x00\t\n\f\r "  # what some programs leave before a PDF; words there would be another file's
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|table|p)\b", re.IGNORECASE)
_MHT = re.compile(rb"^(?:From|MIME-Version|Content-Type|Subject|Snapshot-Content-Location):.*multipart/related", re.I | re.S)
_WORD_XML = re.compile(rb"<\?mso-application|<w:wordDocument")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02


def format_of(file: SourceFile) -> Format:
    """The real format; raises the problem of a file that is none we read, or whose name says otherwise."""
    if not file.content.strip(b"\x00\t\n\v\f\r "):
        raise refusal("documents.empty", file.name)
    found = _by_content(file)
    expected = EXTENSIONS.get(file.extension)
    if expected and found is not None and found not in expected:
        actual = found.name if isinstance(found, Unsupported) else found.value
        raise refusal("documents.wrong-extension", file.name, extension=file.extension, actual=actual)
    if found is None:
        raise refusal("documents.unknown-format", file.name)
    if isinstance(found, Unsupported):
        raise refusal("documents.unsupported", file.name, actual=found.name, advice=found.advice)
    return found


def _by_content(file: SourceFile) -> Format | Unsupported | None:
    head = file.content[:4096]
    if head.startswith(b"PK"):
        return _of_package(file)
    if head.startswith(_OLE):
        return _of_compound(file)
    if head.lstrip(_BLANKS).startswith(b"%PDF-"):
        return Format.PDF
    if known := next((format_ for magic, format_ in _MAGIC if head.startswith(magic)), None):
        return known
    if (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or is_heic(head) or _is_bmp(head):
        return Format.IMAGE
    return _of_text(head)


def _is_bmp(head: bytes) -> bool:
    """Whether a file that begins so is a bitmap: two letters alone begin texts as well, the size of a known header does not."""
    return head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124)


def _of_package(file: SourceFile) -> Format | Unsupported:
    with zips.opened(file) as package:
        names = frozenset(package.namelist())
        if "content.xml" in names and opendocument.is_spreadsheet(package, file):
            return Format.SHEETS
    return next((format_ for part, format_ in _PACKAGES if part in names), Format.ARCHIVE)


def _of_compound(file: SourceFile) -> Format | Unsupported:
    """What an OLE container holds, by the names in its directory."""
    holds = {name: name.encode("utf-16-le") in file.content for name in ("EncryptedPackage", "WordDocument", "Workbook", "Book")}
    if holds["EncryptedPackage"] or (holds["WordDocument"] and _locked_doc(file.content)):
        raise refusal("documents.encrypted", file.name)
    if holds["WordDocument"]:
        return Format.DOC
    if holds["Workbook"] or holds["Book"]:
        return Format.SHEETS
    return Unsupported("tệp Office cũ này", _RESAVE_WORD)


def _locked_doc(content: bytes) -> bool:
    """Whether the file information block of a Word 97 file, which stands at a sector's start, has its lock bit set."""
    starts = (at for at in range(512, min(len(content) - 12, 1_000_000), 512) if content[at : at + 2] == b"\xec\xa5")
    at = next(starts, None)
    return at is not None and bool(content[at + 11] & 0x01)


def _of_text(head: bytes) -> Format | Unsupported | None:
    if _MHT.search(head):
        return Format.MHT
    if _WORD_XML.search(head):
        return Unsupported("tệp Word dạng XML 2003", _RESAVE_WORD)
    text = decoded(head)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        return None
    return Format.HTML if _HTML.match(text.lstrip()) or (_HTML.search(text[:2000]) and "</" in text) else Format.TEXT
