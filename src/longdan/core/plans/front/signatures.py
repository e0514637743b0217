"""Who signed: the signer's position in capitals and the name under it, beside or around the list of recipients."""

import re
from dataclasses import dataclass

from longdan.core.plans.words.stream import LOWER, UPPER, phrases

_POSITIONS = (
    "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "PHÓ TỔNG GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC",
    "PHÓ THỦ TƯỚNG", "THỦ TƯỚNG", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH THANH TRA",
    "CHÁNH THANH TRA", "PHÓ CHÁNH ÁN", "CHÁNH ÁN", "PHÓ BÍ THƯ THƯỜNG TRỰC", "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ TRƯỞNG BAN",
    "TRƯỞNG BAN", "PHÓ TRƯỞNG PHÒNG", "TRƯỞNG PHÒNG", "PHÓ CHI CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG",
    "TỔNG CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "CỤC TRƯỞNG", "PHÓ VỤ TRƯỞNG", "VỤ TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "HIỆU TRƯỞNG",
    "PHÓ VIỆN TRƯỞNG", "VIỆN TRƯỞNG", "PHÓ TỔNG THANH TRA", "TỔNG THANH TRA", "PHÓ THỐNG ĐỐC", "THỐNG ĐỐC", "CHỈ HUY TRƯỞNG",
    "PHÓ CHỈ HUY TRƯỞNG", "ỦY VIÊN", "PHÓ TRƯỞNG ĐOÀN", "TRƯỞNG ĐOÀN", "TỔ TRƯỞNG", "PHÓ TỔ TRƯỞNG", "PHÓ TỔNG BIÊN TẬP",
    "TỔNG BIÊN TẬP", "KẾ TOÁN TRƯỞNG", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC",
)  # fmt: skip
_SIGN = r"(?:(?:KT|TL|TUQ|Q)\s?[./]\s?(?:[TLQ]\.)?|K/T|T/L|QUYỀN)"
_OFFICE = rf"(?:\s+(?:SỞ|HUYỆN|TỈNH|UBND)(?:\s+[{UPPER}]+){{1,6}})?"
# "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" opens a decision; he signs below it.
_NO_AUTHORITY = rf"(?!\w|\s+{phrases('ỦY BAN', 'HỘI ĐỒNG', 'CHÍNH PHỦ', 'QUYẾT')})"
_TITLE = re.compile(rf"(?<!\w)(?:{_SIGN}\s*)?{phrases(*_POSITIONS)}{_OFFICE}{_NO_AUTHORITY}")
_ON_BEHALF = re.compile(rf"(?<!\w)T(?:M|/M)\s?\.?\s*(?:[{UPPER}]+[,.]?(?:\s+|(?=$))){{1,12}}")
_MARK = re.compile(
    r"[(\[]?\s*(?:[ĐđD]ã|đa|ĐÃ)\s+(?:k[ýí]|KÝ)(?:\s+(?:và|tên|,)[^)\]|\n]{0,20})?\s*[)\]]?|\[?daky\]?|\(Signed\)"
    r"|\(\s*(?:[ĐđD]ã\s+)?(?:[Cc]hữ\s+)?[Kk]ý\s+(?:điện\s+tử|số)\s*\)"
)
_RANKS = phrases(
    "TS", "ThS", "GS", "PGS", "BS", "KS", "CN", "Ths", "Ts", "BSCKI?I?", "Đại tá", "Thượng tá", "Trung tá", "Thiếu tướng",
    "Trung tướng", "Đ/c", "Ông", "Bà",
)  # fmt: skip
_SYLLABLE = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)?"
_WORDS = rf"{_SYLLABLE}(?:[ ]+{_SYLLABLE}){{1,4}}|[{UPPER}]+(?:[ ]+[{UPPER}]+){{1,4}}"
_NAME_ENDS = r"[ .,:;]*(?=$|[\n|]|(?:PHỤ LỤC|DANH MỤC|BIỂU)\b)"
_NAME_BESIDE = re.compile(rf"(?<=[;.])[ ]*(?:{_RANKS}\s*[.:]?\s*)*(?P<name>{_SYLLABLE}(?:[ ]+{_SYLLABLE}){{1,4}})[ ]*(?=\n|$)")
_NAME = re.compile(rf"(?:[\s|]*(?:{_MARK.pattern}))?[\s|]*(?:{_RANKS}\s*[.:]?\s*)*(?P<name>{_WORDS}){_NAME_ENDS}")


@dataclass(frozen=True, slots=True)
class Signature:
    position: str
    position_span: tuple[int, int]
    signer: str | None
    signer_span: tuple[int, int] | None


def find(text: str, words: str, start: int, end: int) -> Signature | None:
    """The first signature in a stretch of text; words in it that belong to the recipients must already be blanked in both."""
    titles = list(_TITLE.finditer(words, start, end))
    if not titles:
        return None
    begin, stop = titles[0].span()
    for title in titles[1:]:
        if words[stop : title.start()].strip():
            break
        stop = title.end()
    position = re.sub(r"\s+", " ", words[begin:stop])
    name = _NAME.match(text, stop, end) or _first_name(text, stop, end)
    span = (name.start("name"), name.end("name")) if name else None
    return Signature(position, (begin, stop), re.sub(r"\s+", " ", name["name"]) if name else None, span)


def _first_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name in the first of the next lines that hold nothing but a name."""
    for line in re.finditer(r"[^\n|]+", text[start:end][:400]):
        if match := _NAME.fullmatch(text, start + line.start(), start + line.end()):
            return match
    return None


def marks_in(text: str, words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Titles and marks of signing between two positions."""
    return titles_in(words, start, end) + [match.span() for match in _MARK.finditer(text, start, end)]


def names_beside(text: str, words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names behind the end of a line's own words, where a second column with the signature stands beside these lines."""
    titles = titles_in(words, start, end)
    return [match.span() for match in _NAME_BESIDE.finditer(text, titles[-1][1], end)] if titles else []


def titles_in(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the capitals of a signature stand ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")."""
    found = [match.span() for pattern in (_ON_BEHALF, _TITLE) for match in pattern.finditer(words, start, end)]
    return sorted(found)
