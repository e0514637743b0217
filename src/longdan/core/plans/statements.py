"""Sentences of a document with what governs them: whether they look forward or back, and from which section."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from longdan.core.documents.model import Document, Kind
from longdan.core.plans.stream import UPPER

_CUT = re.compile(rf";|(?<!\b[{UPPER}])(?<!\bTP)(?<!\bTp)(?<!\bTS)(?<!ThS)\.(?=\s+[{UPPER}“\"(\d-]|\s*$|/\.)|:(?=\s+[-+]\s)|\s\+\s(?=[{UPPER}])|\./\.")
_NUMBERED = re.compile(r"(?P<part>PHẦN|Phần|[A-D]\s?[.)])|(?P<roman>[IVX]{1,5})\s?[.)]\s|(?P<digit>\d{1,2})(?:\.\d{1,2})*\s?[.)]\s")
_LEVELS = ("part", "roman", "digit")
_PAST_SECTION = re.compile(
    r"kết quả (?:đạt được|thực hiện|đã đạt|công tác|triển khai|xếp hạng|chỉ số)|thực trạng|tình hình|đánh giá (?:kết quả|chung|công tác|tình hình|thực trạng)|hạn chế|nguyên nhân|"
    r"ưu điểm|kết quả và|tổng quan|đặc điểm|bối cảnh"
)
_TARGET_SECTION = re.compile(r"mục tiêu|chỉ tiêu|mục đích")
BULLET = re.compile(r"\s*(?:[-+•*–]\s*|(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,5})\s?[.)]\s*)")
_TITLE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause of a paragraph: ``words[start:end]``; ``paragraph`` is where its paragraph begins."""

    start: int
    end: int
    paragraph: int
    past_section: bool
    target_section: bool
    sentence: int  # where its sentence begins


def statements(document: Document, words: str) -> Iterator[Statement]:
    """Every clause of the text in order."""
    titles: dict[str, str] = {}
    for passage in document.passages:
        if passage.kind is Kind.PAGE_HEAD:
            continue
        text = words[passage.start : passage.end]
        _enter(titles, text)
        told = " | ".join(titles.values())
        past, target = bool(_PAST_SECTION.search(told)), bool(_TARGET_SECTION.search(told))
        for start, end, sentence in _clauses(words, passage.start, passage.end):
            yield Statement(start, end, passage.start, past, target, sentence)


def _enter(titles: dict[str, str], text: str) -> None:
    """Keep the titles above a passage: a new one of the same or of a higher level takes the place of those below it."""
    match = _NUMBERED.match(text)
    if not match or not match.lastgroup:
        return
    level = _LEVELS.index(match.lastgroup)
    for lower in _LEVELS[level:]:
        titles.pop(lower, None)
    if len(text) <= _TITLE_LENGTH:
        titles[match.lastgroup] = re.sub(r"\s+", " ", text).lower()


def _clauses(words: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    bullet = BULLET.match(words, start, end)
    begin = sentence = bullet.end() if bullet else start
    for cut in _CUT.finditer(words, begin, end):
        yield begin, cut.start(), sentence
        begin = cut.end()
        begin += len(words[begin:end]) - len(words[begin:end].lstrip(" -+./"))
        sentence = sentence if cut[0] == ";" else begin
    if words[begin:end].strip():
        yield begin, end, sentence
