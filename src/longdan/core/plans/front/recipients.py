"""The list of recipients at a document's foot ("Nơi nhận")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from longdan.core.plans.front import signatures
from longdan.core.plans.words.stream import LOWER, UPPER, plain

_HEAD = re.compile(r"(?:N|n)ơi\s+(?:nhận|gửi)\s*:|NƠI\s+(?:NHẬN|GỬI)\s*:?|Nơi\s+nhận(?=\s+[-•+])")
_FILED = r"Lưu\b(?!\s+trữ(?:\s+\w|\s*[;.]))"  # "Chi cục Văn thư - Lưu trữ tỉnh" is an agency
_FILE_COPY = re.compile(rf"(?:^|(?<=[\s\-–•+;,.]))Lưu\s*:?\s*(?=[A-ZĐ(])|(?<=[\-–•+] ){_FILED}")
_BULLET = re.compile(r"\s*[-–•+*]\s*")
_BULLETED = re.compile(r"(?:^|[\n|;,.)])\s*[-–•+]\s*\w")
_PERSON = rf"[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{1,4}}"
_NAME_BESIDE = re.compile(rf"\.(?=\s+(?:\([^()]*\)\s*)?{_PERSON}\s*(?:[\n|]|$))|\s(?=\(\s*[Đđ]ã\s+ký)")
_BETWEEN = re.compile(rf"(?:(?<=[;.,:)])|(?<=\bb/c\)))\s*[-–•+]\s*(?=[\w(])|\s[-–•+]\s(?={_FILED})|\n\s*[-–•+*]\s*|\n|\|")
_LONGEST = 2500
_AFTER_HEAD = re.compile(r"\s*\([^()\n]{1,12}\)(?=\s*(?:\n|\||-))")


@dataclass(frozen=True, slots=True)
class Recipients:
    names: tuple[str, ...]
    start: int
    end: int


def find(text: str, words: str, start: int, end: int) -> Recipients | None:
    """The first list of recipients in a stretch of text; an empty one where nothing stands under its heading."""
    head = _HEAD.search(words, start, end)
    if head is None:
        return None
    begin = head.end()
    if note := _AFTER_HEAD.match(text, begin, end):
        begin = note.end()
    stop = _end(text, words, begin, min(end, begin + _LONGEST))
    listed = _without_signature(text, words, begin, stop)
    if not _BULLETED.search(listed):  # "Nơi nhận: Như trên; Lưu: VT."
        listed = re.sub(r";", ";\n- ", listed)
    return Recipients(tuple(_items(listed)), head.start(), stop)


def _without_signature(text: str, words: str, start: int, end: int) -> str:
    """The list without the lines of a signature that a second column set between its own."""
    listed = text[start:end]
    for begin, stop in [*signatures.marks_in(text, words, start, end), *signatures.names_beside(text, words, start, end)]:
        listed = listed[: begin - start] + " " * (stop - begin) + listed[stop - start :]
    return listed


def _end(text: str, words: str, start: int, limit: int) -> int:
    """At the signature, or behind the copy that the office files, which is always the last one."""
    limit = next_list.start() if (next_list := _HEAD.search(words, start, limit)) else limit
    titles = signatures.titles_in(words, start, limit)
    copy = _FILE_COPY.search(words, start, limit)
    before = [title for title in titles if copy and title[1] <= copy.start()]
    if copy and before and not _BULLETED.search(text, before[-1][1], copy.end()):
        copy = None
    end = next((title[0] for title in titles if not copy or title[0] > copy.start()), limit)
    if copy is None:
        return end if titles else _end_of_bullets(text, start, limit)
    if (before or not titles) and (beside := _NAME_BESIDE.search(text, copy.end(), end)):
        end = beside.end()
    for line in re.finditer(r"[\n|]", text[copy.end() : end]):
        filed = text[copy.start() : copy.end() + line.start()]
        if filed.count("(") <= filed.count(")") and not re.search(r"[,&\-–:]\s*$", filed):
            return copy.end() + line.start()
    return end


def _end_of_bullets(text: str, start: int, limit: int) -> int:
    end = start
    for line in re.finditer(r"[^\n]+", text[start:limit]):
        if not _BULLET.match(line[0]) and line[0].strip(" |:") and end > start:
            break
        if _BULLET.match(line[0]):
            end = start + line.end()
    return end


def _items(words: str) -> Iterator[str]:
    """The names in the list; a line that begins with no bullet goes on with the name before it, unless that one has ended."""
    pending = ""
    last = 0
    for cut in [*_BETWEEN.finditer(words), None]:
        part = words[last : cut.start() if cut else len(words)]
        bulleted = bool(cut) and bool(re.search(r"[-–•+*]", cut[0])) if cut else True
        pending = f"{pending} {part}".strip()
        if cut is None or bulleted or re.search(r"[;.]\s*(?:\([^()]*\))?\s*$", pending):
            if name := _name(pending):
                yield name
            pending = ""
        last = cut.end() if cut else len(words)


def _name(words: str) -> str:
    return re.sub(r"[;.,]+$", "", _BULLET.sub("", plain(words), count=1) if _BULLET.match(words) else plain(words)).strip()
