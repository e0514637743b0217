"""The zones of a document: its body, the signature and recipients that close it, its annexes."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from longdan.core.documents import wrapping_words
from longdan.core.plans.words.numbering import Style
from longdan.core.plans.words.paragraphs import Paragraph


class Zone(StrEnum):
    BODY = "body"
    CLOSING = "closing"
    ANNEX = "annex"


_CLOSED = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|Q)\s*\.\s*)?(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHI CỤC TRƯỞNG"
    r"|CỤC TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHÁNH THANH TRA)$"
)
_ANNEX = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục(?=\s*(?:\d|[IVX]|$)))(?![^\W\d_])")
_TABLE_TITLE = re.compile(r"(?:BẢNG|BIỂU|DANH MỤC|PHÂN CÔNG)\s+[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ]{2,}")


def zoned(paragraphs: Iterable[Paragraph]) -> list[tuple[Paragraph, Zone]]:
    """Each paragraph with its zone."""
    zone, found, begun = Zone.BODY, [], False
    for paragraph in paragraphs:
        begun = begun or (paragraph.marker is not None and paragraph.marker.numbered)
        zone = _next(zone, paragraph, begun)
        found.append((paragraph, zone))
    return found


def _next(zone: Zone, paragraph: Paragraph, begun: bool) -> Zone:
    text = paragraph.text
    if _ANNEX.match(text) and len(text) < 200 and not text.endswith((".", ";")):
        return Zone.ANNEX
    if wrapping_words.RECIPIENTS.match(text) or wrapping_words.SIGNING.match(text) or _CLOSED.match(text):
        return Zone.CLOSING
    if begun and zone is Zone.BODY and wrapping_words.CHROME.match(text):
        return Zone.CLOSING
    if zone is Zone.CLOSING:
        return _after_closing(paragraph)
    return zone


def _after_closing(paragraph: Paragraph) -> Zone:
    if wrapping_words.TYPE_LINE.fullmatch(paragraph.text) or paragraph.has(Style.ROMAN) or paragraph.has(Style.DIVISION):
        return Zone.BODY
    return Zone.ANNEX if _TABLE_TITLE.match(paragraph.text) else Zone.CLOSING


def body_parts(placed: Sequence[tuple[Paragraph, Zone]]) -> list[list[Paragraph]]:
    """The body, cut where a signature or the heading of an attached plan stands between two parts of it."""
    parts: list[list[Paragraph]] = [[]]
    for paragraph, zone in placed:
        if zone is not Zone.BODY or wrapping_words.TYPE_LINE.fullmatch(paragraph.text):
            parts.append([])
        else:
            parts[-1].append(paragraph)
    return [part for part in parts if part]
