"""Sentences of a document with what governs them: whether they look forward or back, and from which section."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from longdan.core.documents.model import Document, Kind
from longdan.core.plans.words.stream import UPPER, phrases

_ABBREVIATED = rf"(?<!\b[{UPPER}])(?<!\bTP)(?<!\bTp)(?<!\bTS)(?<!ThS)"
_CUT = re.compile(rf";|{_ABBREVIATED}\.(?=\s+[{UPPER}“\"(\d-]|\s*$|/\.)|:(?=\s+[-+]\s)|\s\+\s(?=[{UPPER}])|\./\.")
_NUMBERED = re.compile(
    r"(?P<part>PHẦN|Phần|[A-D]\s?[.)])|(?P<roman>[IVX]{1,5})\s?[.)]\s|(?P<digit>\d{1,2})(?:\.\d{1,2})*\s?[.)]\s"
)
_LEVELS = ("part", "roman", "digit")
_PAST = phrases(
    "kết quả (?:đạt được|thực hiện|đã đạt|công tác|triển khai|xếp hạng|chỉ số|năm)", "thực trạng", "tình hình", "đánh giá",
    "(?:những )?kết quả và", "(?:những )?tồn tại", "(?:những )?hạn chế", "nguyên nhân", "ưu điểm", "tổng quan", "khái quát",
    "đặc điểm", "bối cảnh",
)  # fmt: skip
_PAST_SECTION = re.compile(rf"(?:phần\s+\S+\s*[.:]?\s*)?(?:\S+[.)]\s*)?(?:khái quát |những |một số )?{_PAST}")
_TARGET_SECTION = re.compile(r"mục tiêu|chỉ tiêu")
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
        past = any(_PAST_SECTION.match(title) and not _TARGET_SECTION.search(title) for title in titles.values())
        target = any(_TARGET_SECTION.search(title) for title in titles.values())
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
