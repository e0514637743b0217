"""Who signed: the signer's position in capitals and the name under it, beside or around the list of recipients."""

import re
from dataclasses import dataclass

from longdan.core.plans.stream import LOWER, UPPER

_POSITIONS = (
    "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "PHÓ TỔNG GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "PHÓ THỦ TƯỚNG", "THỦ TƯỚNG",
    "BỘ TRƯỞNG", "THỨ TRƯỞNG", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH THANH TRA", "CHÁNH THANH TRA", "PHÓ CHÁNH ÁN", "CHÁNH ÁN",
    "PHÓ BÍ THƯ THƯỜNG TRỰC", "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN", "PHÓ TRƯỞNG PHÒNG", "TRƯỞNG PHÒNG", "PHÓ CHI CỤC TRƯỞNG", "CHI CỤC TRƯỞNG",
    "PHÓ TỔNG CỤC TRƯỞNG", "TỔNG CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "CỤC TRƯỞNG", "PHÓ VỤ TRƯỞNG", "VỤ TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "HIỆU TRƯỞNG", "PHÓ VIỆN TRƯỞNG", "VIỆN TRƯỞNG",
    "PHÓ TỔNG THANH TRA", "TỔNG THANH TRA", "PHÓ THỐNG ĐỐC", "THỐNG ĐỐC", "CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG", "ỦY VIÊN", "PHÓ TRƯỞNG ĐOÀN", "TRƯỞNG ĐOÀN", "TỔ TRƯỞNG", "PHÓ TỔ TRƯỞNG",
    "PHÓ TỔNG BIÊN TẬP", "TỔNG BIÊN TẬP", "KẾ TOÁN TRƯỞNG", "GIÁM ĐỐC SỞ NỘI VỤ", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC",
)  # fmt: skip
_POSITION = "|".join(position.replace(" ", r"\s+") for position in sorted(_POSITIONS, key=len, reverse=True))
_SIGN = r"(?:(?:K[T]|TL|TUQ|Q)\s?[./]\s?(?:[TLQ]\.)?|K/T|T/L|QUYỀN)"
_TITLE = re.compile(rf"(?<!\w)(?:{_SIGN}\s*)?(?:{_POSITION})(?:\s+(?:SỞ|HUYỆN|TỈNH|UBND)(?:\s+[{UPPER}]+){{1,6}})?(?!\w|\s+(?:ỦY\s+BAN|HỘI\s+ĐỒNG|CHÍNH\s+PHỦ|QUYẾT))")
_ON_BEHALF = re.compile(rf"(?<!\w)T(?:M|/M)\s?\.?\s*(?:[{UPPER}]+[,.]?(?:\s+|(?=$))){{1,12}}")
_SIGNED = r"(?:[\s|]*\[?(?:daky|ĐÃ\s+KÝ|Đã\s+ký)\]?|[\s|]*[(\[]?\s*(?:[ĐđD]ã|đa)\s+(?:ký|kí|KÝ)(?:\s+(?:và|tên|,)[^)\]|\n]{0,20})?\s*[)\]]?|[\s|]*\(?(?:Signed|ĐÃ KÝ)\)?)?"
_MARK = re.compile(r"\(\s*[ĐđD]ã\s+k[ýí][^()]{0,20}\)|\[daky\]")
_RANK = r"(?:(?:TS|ThS|GS|PGS|BS|KS|CN|Ths|Ts|BSCKI?I?|Đại\s+tá|Thượng\s+tá|Trung\s+tá|Thiếu\s+tướng|Trung\s+tướng|Đ/c|Ông|Bà)\s*[.:]?\s*)*"
_SYLLABLE = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)?"
_NAME = re.compile(rf"{_SIGNED}[\s|]*(?P<rank>{_RANK})(?P<name>{_SYLLABLE}(?:[ ]+{_SYLLABLE}){{1,4}}|[{UPPER}]+(?:[ ]+[{UPPER}]+){{1,4}})[ .,:;]*(?=$|[\n|]|(?:PHỤ LỤC|DANH MỤC|BIỂU)\b)")


@dataclass(frozen=True, slots=True)
class Signature:
    position: str
    position_span: tuple[int, int]
    signer: str | None
    signer_span: tuple[int, int] | None


def find(text: str, words: str, start: int, end: int) -> Signature | None:
    """The signature in a stretch of text; words in it that belong to the recipients must already be blanked in both."""
    titles = list(_TITLE.finditer(words, start, end))
    if not titles:
        return None
    last = len(titles) - 1
    first = last
    while first and not words[titles[first - 1].end() : titles[first].start()].strip():
        first -= 1
    begin, stop = titles[first].start(), titles[last].end()
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


def titles_in(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the capitals of a signature stand ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")."""
    found = [match.span() for pattern in (_ON_BEHALF, _TITLE) for match in pattern.finditer(words, start, end)]
    return sorted(found)
