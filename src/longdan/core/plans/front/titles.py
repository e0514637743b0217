"""The title of a document: what stands under its type's heading, joined over its wraps."""

import re
from itertools import pairwise

from longdan.core.documents.model import Document
from longdan.core.plans.front import letterheads
from longdan.core.plans.front.letterheads import MOTTO
from longdan.core.plans.words.stream import has_small, in_capitals, phrases, stream

_LONGEST = 900
_LONGEST_LINE = 180  # a longer passage is text, whatever its words
_PREAMBLE = phrases(
    "Căn cứ", "Thực hiện", "Triển khai thực hiện", r"Triển khai [^\W\d_]+(?: [^\W\d_]+){1,3} số", "Theo", "Nhằm", "Để",
    "Trên cơ sở", "Xét", "Tiếp tục", "Trong (?:thời gian|những)", "Thời gian qua", r"Năm \d{4},", r"Ngày \d", "Quán triệt",
    "Với mục", "Hiện nay", "Những năm", "Được sự", "Vừa qua", "Sau ", "Qua ", "Trong năm", "Bước vào", "Ngay từ", "Tại ",
)  # fmt: skip
_ISSUERS = phrases(
    "(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân|HĐND)", "Sở", "Bộ", "Ban", "Huyện ủy", "Tỉnh ủy", "Thành ủy", "Đảng ủy",
    "Văn phòng", "Chi cục", "Cục", "Phòng", "Thủ tướng", "Chính phủ",
)  # fmt: skip
_BEGINS_TEXT = re.compile(rf"(?:{_PREAMBLE}|{_ISSUERS}\b)")
_PREAMBLE_INLINE = re.compile(rf"(?<![,;(“\"])\s(?={_PREAMBLE})")
_SECTION = re.compile(
    r"(?<![\w.])(?:(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+\w+|[IVX]+|\d|MỘT|HAI)\b|[IVX]{1,4}\s?[.)]\s|[A1][.)]\s|Điều\s+1\b)"
)
_ATTACHED = re.compile(r"\(\s*(?:Ban hành\s+)?(?:kèm|Kèm)\s+theo|\(\s*Kèm", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?<!CỦA\s)(?:(?:CHỦ\s+TỊCH|GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|CHÁNH\s+VĂN\s+PHÒNG|CỤC\s+TRƯỞNG)\s+)?"
    r"(?:ỦY\s+BAN\s+NHÂN\s+DÂN|UBND|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|SỞ|BỘ|CHÍNH\s+PHỦ|VĂN\s+PHÒNG)(?:\s+[^\sa-z]+){0,12}\s*$"
)
_NAMED_LAW = r"(?:Bộ\s+luật|Luật|Pháp\s+lệnh|Quy\s+chế|Nghị\s+định)"  # "Luật Thực hiện dân chủ ở cơ sở" is one name
_GOES_ON = re.compile(rf"(?:\b(?:của|và|về|với|cho|tại|theo|do|trong|việc|năm|các|ban hành|hiện|{_NAMED_LAW})|[,(:–-])\s*$")
_LAW_BEFORE = re.compile(rf"\b{_NAMED_LAW}$")
_KINH_GUI = re.compile(r"Kính\s+gửi")


def find(document: Document, start: int, *, decision: bool = False) -> tuple[int, int]:
    """The span of the title that begins behind ``start``; an empty one where no title is written."""
    words = stream(document)
    if (number := letterheads.find_number(words, start, start + 80)) and not words[start : number.start].strip():
        day = letterheads.day_by_number(words, number)
        start = day.end if day else number.end
    start += len(words[start : start + _LONGEST]) - len(words[start : start + _LONGEST].lstrip())
    limit = _limit(words, start)
    if limit <= start:
        return start, start
    first = re.search(r"\w\S*", words[start:limit])
    if first and in_capitals(first[0]) and _mostly_capitals(words[start:limit]):
        end = _end_of_capitals(words, start, limit)
    else:
        end = _end_of_small(document, words, start, limit)
    if decision and (authority := _AUTHORITY.search(words, start, end)):
        end = authority.start()
    return start, start + len(words[start:end].rstrip(" -.;:"))


def _limit(words: str, start: int) -> int:
    """Where a title must have ended: at the first section, the note of attachment, the addressees."""
    ends = [start + _LONGEST, len(words)]
    reach = start + _LONGEST
    ends += [
        match.start() for pattern in (_SECTION, _ATTACHED, _KINH_GUI, MOTTO) if (match := pattern.search(words, start, reach))
    ]
    ends += [
        found.start for find in (letterheads.find_number, letterheads.find_day_below) if (found := find(words, start, min(ends)))
    ]
    return min(ends)


def _mostly_capitals(words: str) -> bool:
    first = [word for word in re.findall(r"\w+", words)[:4] if not word.isdigit()]
    return sum(in_capitals(word) for word in first) >= min(2, len(first))


def _end_of_capitals(words: str, start: int, limit: int) -> int:
    """Before the first word in small letters, less an abbreviation that begins the sentence with it ("UBND tỉnh ban hành")."""
    tokens = list(re.finditer(r"\S+", words[start:limit]))
    for before, token in pairwise(tokens):
        if has_small(token[0]) and not _inside_parenthesis(words[start : start + token.start()]):
            begins_small = token[0].lstrip("“\"'(")[0].islower()
            return start + (before.start() if begins_small and len(before[0]) <= 6 and in_capitals(before[0]) else token.start())
    return limit


def _inside_parenthesis(words: str) -> bool:
    return words.count("(") > words.count(")")


def _end_of_small(document: Document, words: str, start: int, limit: int) -> int:
    """Where a preamble begins, or a passage that no title goes on with; failing that, at the end of the first passage."""
    inline = (match.start() for match in _PREAMBLE_INLINE.finditer(words, start + 8, limit))
    ends = [at for at in inline if not _LAW_BEFORE.search(words, start, at)][:1]
    for match in re.finditer(r"\n", document.text[start:limit]):
        at = start + match.end()
        at += len(words[at:limit]) - len(words[at:limit].lstrip())
        begins = _BEGINS_TEXT.match(words, at) or (len(document.passage_at(at).text) > _LONGEST_LINE and words[at].isupper())
        if at < limit and begins and not _GOES_ON.search(words, start, at):
            ends.append(at)
            break
    first = document.text.find("\n", start, limit)
    unended = limit - start >= _LONGEST and first > start
    return min(ends, default=first if unended else limit)
