"""Paragraphs out of hard-wrapped lines.

Where a paragraph begins is told by the form of the writing alone (numbers, bullets, labels, capitals, what the words before can
end with), never by the length of a line or by blank lines, so that the same text gives the same paragraphs however it is wrapped.
A sentence that merely follows a full stop therefore stays with the sentence before it.
"""

import re
import unicodedata
from collections.abc import Iterable

from longdan.core.documents import wrapping_words as words
from longdan.core.documents.shapes import abbreviated, capitals, complete, is_heading, is_name, mixed, opens_document
from longdan.core.documents.syllables import is_syllable

AHEAD = 400
BEHIND = 260


def unwrapped(lines: Iterable[str]) -> list[str]:
    """The paragraphs that the lines make up; all words are kept in their order, each run of white space is one space."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    text = " ".join(pieces)
    paragraphs: list[str] = []
    current: list[str] = []
    before, place = "", 0
    for piece in pieces:
        if current and _begins(before, text[place : place + AHEAD], paragraphs):
            paragraphs.append(" ".join(current))
            current, before = [], ""
        current.append(piece)
        before = _ends_of(f"{before} {piece}" if before else piece)
        place += len(piece) + 1
    return [*paragraphs, " ".join(current)] if current else paragraphs


def _ends_of(text: str) -> str:
    """The beginning and the end of a long text, which is all that is looked at: so a page without paragraphs takes no longer."""
    return text if len(text) < 4 * AHEAD else f"{text[:AHEAD]} {text[-AHEAD:]}"


def _pieces(line: str) -> list[str]:
    """The line's words, cut where a mark for cells or rules stands alone."""
    found: list[list[str]] = [[]]
    for word in unicodedata.normalize("NFC", line.replace("\ufeff", "")).split():
        if words.SEPARATOR.fullmatch(word):
            found += [[word], []]
        else:
            found[-1].append(word)
    return [" ".join(piece) for piece in found if piece]


def _begins(before: str, after: str, earlier: list[str]) -> bool:
    """Whether a paragraph begins with ``after``, when ``before`` is what its paragraph would otherwise hold already."""
    if words.SEPARATOR.fullmatch(before) or words.SEPARATOR.fullmatch(after.split(" ", 1)[0]):
        return True
    ended = bool(words.TERMINAL.search(before))
    if not ended and _open(before):
        return False
    return (
        _numbered(before, after, ended, earlier)
        or _bulleted(before, after, ended)
        or (bool(words.ITEM.match(after)) and (ended or is_heading(before)))
        or _labelled(before, after, ended)
        or _in_heading_block(before, after, ended, earlier)
        or _under_heading(before, after, ended)
    )


def _open(before: str) -> bool:
    """Whether a bracket or quotation mark was opened a short while ago and is still open."""
    tail = before[-BEHIND:]
    return (tail.count("(") > tail.count(")") and ")" not in tail[tail.rfind("(") :]) or tail.rfind("“") > tail.rfind("”")


def _numbered(before: str, after: str, ended: bool, earlier: list[str]) -> bool:
    if words.DIVISION.match(after):
        return ended or is_heading(before) or bool(words.LOUD_DIVISION.match(after))
    match = words.NUMBER.match(after)
    if not match or not _may_follow_number(match) or words.CODES.search(before):
        return False
    if ended:
        return not before.endswith(";") or not match.group("roman")
    if is_heading(before) and _first_below(before, match):
        return True
    if words.NUMBERED_NOUNS.search(before) or before.endswith((",", "-", "–")):
        return False
    return is_heading(before) or capitals(" ".join(after.split()[:3])) or _succeeds(match, [*earlier[-40:], before])


def _first_below(before: str, number: re.Match[str]) -> bool:
    """Whether the number is the first below that of the heading before it: 2.1 behind "2. …"."""
    above = words.NUMBER.match(before)
    return above is not None and _value(number) == f"{_value(above)}.1"


def _succeeds(number: re.Match[str], paragraphs: list[str]) -> bool:
    """Whether the last number of the same kind is the one before this: then it counts, though a full stop is missing."""
    for paragraph in reversed(paragraphs):
        last = words.NUMBER.match(paragraph)
        if last and last.lastgroup and (last.group("letter") is None) == (number.group("letter") is None):
            return _before(number) == _value(last)
    return False


def _value(number: re.Match[str]) -> str:
    return str(
        number.group("capital")
        or number.group("roman")
        or number.group("arabic")
        or number.group("dotted")
        or number.group("letter")
    )


def _before(number: re.Match[str]) -> str:
    """The number that comes before this one in its row."""
    value = _value(number)
    if value.isalpha() and value in words.LETTERS[1:]:
        return words.LETTERS[words.LETTERS.index(value) - 1]
    if value in words.ROMANS[1:]:
        return words.ROMANS[words.ROMANS.index(value) - 1]
    head, dot, last = value.rpartition(".")
    return f"{head}{dot}{int(last) - 1}" if last.isdigit() else ""


def _may_follow_number(match: re.Match[str]) -> bool:
    first = match.group("first") or ""
    return bool(first) and (not first.isalpha() or first.isupper() or bool(match.group("letter"))) and first not in ";,.)-+–"


def _bulleted(before: str, after: str, ended: bool) -> bool:
    match = words.BULLET.match(after)
    if not match or (not match.group("space") and not (ended and match.group("first").isupper())):
        return False
    if ended or match.group("mark") in "•*●▪◦■□➢✓":
        return True
    first = match.group("first")
    if not (first.isupper() or first in '“"' or first.isdigit()) or before.endswith((",", "(")):
        return False
    return not _compound(before, after[match.start("first") :]) and (is_heading(before) or not _ends_with_name(before))


def _compound(before: str, behind: str) -> bool:
    """Whether the dash stands inside a name ("Phát thanh - Truyền hình") or between figures ("2026 - 2030")."""
    left, right = before.lower(), behind.lower()
    if left[-1:].isdigit() and words.RANGE_END.match(right):
        return bool(words.DATED.match(right)) or not words.YEAR_AT_END.search(before)
    return any(left.endswith(one) and right.startswith(other) for one, other in words.COMPOUNDS)


def _ends_with_name(before: str) -> bool:
    last = before.rsplit(" ", 1)[-1].strip("()")
    return last[:1].isupper() and not before.startswith(("-", "+"))


def _labelled(before: str, after: str, ended: bool) -> bool:
    if words.LABEL.match(after) or words.RECIPIENTS.match(after) or words.SIGNING.match(after) or words.MOTTO.match(after):
        return True
    if before.endswith("./.") or words.CHROME_LINE.fullmatch(before) or words.TABLE_HEADER.match(after):
        return True
    if not ended:
        return bool(words.ATTACHED.match(after)) and is_heading(before)
    return bool(
        (words.GIVING.match(after) and words.FULL_STOP.search(before))
        or words.CHROME.match(after)
        or words.ATTACHED.match(after)
        or words.PLACE_DATE.match(after)
        or _closes(before, after)
        or _after_label(before, after)
    )


def _closes(before: str, after: str) -> bool:
    return bool(words.CLOSING.match(after)) and not words.CLOSING.match(before)


def _after_label(before: str, after: str) -> bool:
    """What follows a finished attribute line ("Thời gian: Quý I.") or the last recipient is no part of it."""
    finished = words.LABEL.match(before) or re.match(r"[-+]?\s*Lưu\s*:", before)
    return bool(finished) and bool(words.FULL_STOP.search(before)) and after[:1].isupper()


def _leads_in(before: str, after: str) -> bool:
    """``Sở X chủ trì, phối hợp với …:`` before a list; ``… như sau:`` only where the preamble's bases end with a semicolon."""
    colon = after.find(":")
    if colon < 0 or not words.LEADING.match(after[:colon]):
        return False
    if before.endswith(";") != bool(re.search(r"\bsau\s*$", after[:colon])) or (
        before.endswith(";") and not words.OPENING.match(before)
    ):
        return False
    behind = after[colon + 1 :].lstrip()
    return not behind or bool(words.BULLET.match(behind) or words.NUMBER.match(behind))


def _in_heading_block(before: str, after: str, ended: bool, earlier: list[str]) -> bool:
    """The breaks of the heading and signature blocks, which are told by capitals and fixed forms."""
    if words.TYPE_LINE.fullmatch(before) or words.NUMBER_LINE.fullmatch(before) or words.PLACE_DATE_LINE.fullmatch(before):
        return not after.startswith("/")
    if words.NUMBER_OPENING.match(after) or (words.PLACE_DATE.match(after) and is_heading(before)):
        return True
    if capitals(before):
        return _after_capitals(before, after, earlier)
    if is_name(before) and earlier and capitals(earlier[-1]):
        return True
    return (ended or is_heading(before)) and (_capital_opening(after) or _capital_title(before, after))


def _after_capitals(before: str, after: str, earlier: list[str]) -> bool:
    if words.ANNEX_LINE.fullmatch(before) or (words.ANNEX_LINE.match(after) and capitals(after.split(" ", 1)[0])):
        return True
    if words.SIGNING.match(before):
        return (bool(words.POST.match(after)) and not words.POST.search(before)) or mixed(after)
    if words.TYPE_LINE.match(after) and capitals(after[:6]):
        return not any(words.TYPE_LINE.fullmatch(one) for one in earlier) and not words.NUMBER.match(before)
    if words.HEADER_AGENCY.match(after) and not earlier:
        return True
    return mixed(after) or bool(words.ATTACHED.match(after))


def _capital_opening(after: str) -> bool:
    """Whether a line of capitals begins that opens a block: a kind of document, an annex, an office that signs."""
    if not capitals(" ".join(after.split()[:2])):
        return False
    return bool(
        words.TYPE_LINE.match(after)
        or words.ANNEX_LINE.match(after)
        or words.POST.match(after)
        or words.HEADER_AGENCY.match(after)
    )


def _capital_title(before: str, after: str) -> bool:
    """Whether a title of capitals stands behind a finished sentence."""
    first = after.split()[:3]
    return (
        bool(words.FULL_STOP.search(before))
        and len(first) == 3
        and all(len(word) > 1 and word.isalpha() and word.isupper() for word in first)
    )


def _under_heading(before: str, after: str, ended: bool) -> bool:
    """Whether the text under a heading begins: the heading is complete, and a sentence starts with a capital."""
    if not after[:1].isupper():
        return False
    if (ended or (is_heading(before) and complete(before))) and _leads_in(before, after):
        return True
    if before.endswith(":"):
        return bool(re.search(r"(?:như sau|sau đây|dưới đây)\s*:$", before))
    if ended:
        return bool(words.OPENING.match(after)) and (before.endswith(";") and bool(words.OPENING.match(before)))
    if capitals(before) or not (is_heading(before) or opens_document(before)):
        return False
    if words.BULLET.match(before) or not complete(before):
        return False
    return _sentence(before, after)


def _sentence(before: str, after: str) -> bool:
    """Whether a sentence begins with ``after`` rather than that ``before`` goes on with a name."""
    last = before.rsplit(" ", 1)[-1]
    if not is_heading(before):
        return bool(words.OPENING.match(after))
    if len(before) > 12 and words.AGENCY_SPEAKS.match(after):
        return True
    if words.YEAR_AT_END.search(before):
        return True
    if before.endswith((")", "”")):
        return bool(words.GIVING.match(after)) or not (words.NAME.match(after) or abbreviated(after))
    if last[:1].isupper() or last.lower() in words.PLACES:
        return bool(words.OPENERS.match(after))
    if words.OPENERS.match(after) or words.SPEAKING.match(after):
        return True
    return not (words.NAME.match(after) or words.PROPER.match(after) or abbreviated(after) or _foreign(after))


def _foreign(after: str) -> bool:
    """Whether the first word is none of Vietnamese: the name of a thing ("Zalo", "Internet"), with which no sentence begins."""
    first = after.split(" ", 1)[0].strip(".,;:()").lower()
    return first.isalpha() and not is_syllable(first)
