"""The name under which people read a title that stands in capitals: sentence case, with proper names as they are written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from longdan.core.documents.syllables import is_syllable
from longdan.core.plans.words.stream import has_small, in_capitals

_WORD = re.compile(r"[^\W_]+(?:[/&.-][^\W_]+)*")
_SHARE = 0.7  # of the words in capitals, from which on a title is one in capitals
_REACH = 60_000  # characters in which the document shows how it writes a word
_ALWAYS = (
    "Việt Nam", "Chính phủ", "Thủ tướng", "Nhà nước", "Ủy ban nhân dân", "Hội đồng nhân dân", "Mặt trận Tổ quốc",
    "Quốc hội", "Trung ương", "Hồ Chí Minh", "Tỉnh ủy", "Thành ủy", "Đảng ủy", "của Đảng", "Bộ Chính trị", "Nghị quyết số",
    "Quyết định số", "Chỉ thị số", "Kế hoạch số", "Nghị định số", "Kết luận số", "Chương trình hành động số",
)  # fmt: skip
_NUMBERED = re.compile(r"(?:quý|khóa|thứ|kỳ|phần|chương|nhóm|đợt|vùng|loại|hạng|cấp)\s+$")  # Roman numbers follow
_ROMAN = re.compile(r"[IVX]+")


def reading_name(title: str, text: str, names: Iterable[str] = ()) -> str:
    """The title in sentence case; its words as running text of the document writes them, ``names`` in their own capitals."""
    words = list(_WORD.finditer(title))
    letters = [word for word in words if not word[0].isdigit()]
    if not letters or sum(in_capitals(word[0]) for word in letters) < _SHARE * len(letters):
        return title[:1].upper() + title[1:]
    said = title.lower()
    for start, form in _forms(title, words, text[:_REACH], (*_ALWAYS, *names)):
        said = said[:start] + form + said[start + len(form) :]
    first = words[0].start()
    return said[:first] + said[first].upper() + said[first + 1 :]


def _forms(title: str, words: list[re.Match[str]], text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where something stands that is not written in small letters, and how; what comes later goes before."""
    written = {word.start(): _written(title, before, word, text) for before, word in zip([None, *words], words, strict=False)}
    for name in names:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE):
            inside = [form for start, form in written.items() if found.start() < start < found.end() and form]
            if not any(form.islower() for form in inside):
                yield found.start(), name
    yield from ((start, form) for start, form in written.items() if form)


def _written(title: str, before: re.Match[str] | None, word: re.Match[str], text: str) -> str | None:
    """The word as running text writes it behind the word before it; else in capitals where it is an abbreviation."""
    if not in_capitals(word[0]):
        return word[0]
    shown = _shown(before[0] if before else "", word[0], text)
    if shown:
        return shown
    if _ROMAN.fullmatch(word[0]) and _NUMBERED.search(title[: word.start()].lower()):
        return word[0]
    return word[0] if _abbreviated(word[0]) else None


def _shown(before: str, word: str, text: str) -> str | None:
    if not before:
        return None
    found = re.findall(rf"(?<!\w)({re.escape(before)} +)({re.escape(word)})(?!\w)", text, re.IGNORECASE)
    forms = Counter(form for front, form in found if has_small(front) or not in_capitals(form))
    return forms.most_common(1)[0][0] if forms else None


def _abbreviated(word: str) -> bool:
    """Whether no syllable is spelt so: "UBND", "PAPI", "14/KH-UBND"."""
    return any(not is_syllable(part) and part.replace("Đ", "D").isascii() for part in re.split(r"[/&.-]", word))
