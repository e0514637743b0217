"""How the names of agencies are written: where a name ends, how a list of names divides."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from longdan.core.documents.wrapping_words import OPENERS
from longdan.core.plans.words.agency_words import (
    DETERMINERS,
    DUTIES,
    FALSE_HEADS,
    HEADS,
    MODIFIERS,
    ORDERS,
    ORGANISATIONS,
    PREDICATES,
    RANKS,
    REQUESTS,
    SHORT_HEADS,
)
from longdan.core.plans.words.unit_lists import told_apart
from longdan.core.plans.words.whole_names import whole_end

_TONES = dict(
    zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        strict=True,
    )
)
_TONE = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONES)})(?!\w)", re.IGNORECASE)


def same_tones(text: str) -> str:
    """Tone marks of the new style in syllables that end there (Uỷ → Ủy, hoá → hóa); the length of the text stays the same."""
    return _TONE.sub(lambda match: _cased(match.group(), _TONES[match.group().lower()]), text)


def _cased(model: str, word: str) -> str:
    return "".join(new.upper() if old.isupper() else new for old, new in zip(model, word, strict=True))


@lru_cache(1024)  # the same statement is looked at for names many times
def fold(text: str) -> str:
    """Lower case, one style of tone marks: for looking words up, never for showing them; the length stays the same."""
    return same_tones(text.lower())


def _words(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(word)).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_DETERMINED = rf"(?P<determined>(?:(?:{_words(DETERMINERS)})\s+){{0,4}})"
HEAD = re.compile(rf"{_DETERMINED}(?:(?P<long>{_words(HEADS)})|(?P<short>{_words(SHORT_HEADS)}))(?!\w)")
_FALSE = re.compile(rf"(?:{_words(FALSE_HEADS)})(?!\w)")
_ORGANISATION = re.compile(rf"tổ\s+chức\s*{ORGANISATIONS}")
_RANK = re.compile(rf"(?:,\s*|\s+)(?:{_words(RANKS)})(?!\w)")
_PREDICATE = re.compile(rf"(?<![\w(])(?<!được )(?:{_words(PREDICATES)})(?!\w)")
_CALL = re.compile(
    rf"(?!phân\s+công\s+(?:cán\s+bộ|công\s+chức|viên\s+chức))(?:(?P<order>{_words(ORDERS)})|(?P<request>{_words(REQUESTS)}))\s*:?\s+(?=\w)"
)
_DONE_BY = re.compile(rf"\sdo\s+(?={HEAD.pattern})")  # "sắp xếp 02 đơn vị do Sở Y tế thực hiện": there another name begins
_PARENTHESIS = re.compile(r"\([^()]*\)")
LONGEST = 320
_REACH = 2 * LONGEST  # how far behind its first word the end of a name is looked for, so that a list of 200 agencies is read once
_GOODS = re.compile(r"(?:các|những)\s+cơ\s+sở\s+(?:dữ|vật)")


def head(text: str, folded: str, start: int = 0) -> re.Match[str] | None:
    """The words that begin the name of an agency at ``start``."""
    match = HEAD.match(folded, start)
    if match is None:
        return None
    if match.group("determined"):
        return None if _GOODS.match(folded, start) else match
    if _FALSE.match(folded, start) and not _ORGANISATION.match(folded, start):
        return None
    if match.group("short") and not _named(text, folded, match.end()):
        return None
    return match


def _named(text: str, folded: str, end: int) -> bool:
    """Whether a name or a rank stands behind a short head."""
    behind = text[end:].lstrip()
    return behind[:1].isupper() or not behind or behind[0] in ",;:" or bool(_RANK.match(folded, end))


class Call(StrEnum):
    """How the agency is addressed."""

    NAMED = "named"
    ORDERED = "ordered"  # Giao …, yêu cầu …
    REQUESTED = "requested"  # Đề nghị …


@dataclass(frozen=True, slots=True)
class Subject:
    """The agencies with which a sentence begins, and what the sentence says of them."""

    name: str
    start: int
    end: int
    predicate: str  # the rest, from the first word of the predicate; empty where only the name stands
    call: Call = Call.NAMED
    colon: bool = False  # the name is followed by a colon

    @property
    def requested(self) -> bool:
        return self.call is Call.REQUESTED


def begins_agency(text: str) -> bool:
    """Whether the text begins with words that begin the name of an agency."""
    return head(text, fold(text)) is not None


def subject(text: str, start: int = 0) -> Subject | None:
    """The agencies that ``text[start:]`` begins with; None where it begins with something else."""
    folded = fold(text)
    call, begin = _call(folded, start)
    if head(text, folded, begin) is None:
        return None
    end, colon = _whole_name(text[begin : begin + _REACH], folded[begin : begin + _REACH])
    end += begin
    name = text[begin:end].strip(" ,;.:")
    if not name or len(name) > LONGEST:
        return None
    rest = text[end:].lstrip(" :,") if end < len(text) else ""
    return Subject(name, begin, begin + len(name), rest, call, colon)


def _whole_name(text: str, folded: str) -> tuple[int, bool]:
    """Where the names end that the text begins with, and whether a colon follows."""
    end, colon = _name_end(text, folded)
    end = end if colon else _restricted(folded, end)
    passive = _TOLD_TO.search(folded, 0, end)
    return (passive.start(), False) if passive and not _DETERMINER.match(folded) else (end, colon)


def _call(folded: str, start: int) -> tuple[Call, int]:
    match = _CALL.match(folded, start)
    if not match:
        return Call.NAMED, start
    return (Call.ORDERED if match.group("order") else Call.REQUESTED), match.end()


def _name_end(text: str, folded: str) -> tuple[int, bool]:
    masked = _PARENTHESIS.sub(lambda match: "(" * len(match.group()), folded)
    first = HEAD.match(folded)
    after = first.end() if first else 0
    predicate = next(
        (match.start() for match in _PREDICATE.finditer(masked, after) if _ends_name(text, masked, after, match)), len(text)
    )
    colon = masked.find(":", after)
    stop = re.search(r"\.(?=\s|$)|\./\.|$", masked[after:])
    ends = [predicate, after + stop.start() if stop else len(text)]
    if done_by := _DONE_BY.search(masked, after, min(ends)):
        ends.append(done_by.start())
    colon = colon if colon < min(ends) else -1
    end = min(ends) if colon < 0 else _past_list(text, folded, colon, min(ends))
    whole = whole_end(same_tones(text[:end])) if end != colon else None
    return (whole, False) if whole else (end, colon >= 0)


_LISTED_BEFORE = re.compile(r"(?:các|những|và|cơ quan,|đơn vị,)\s+$")
_KIND_BEFORE = re.compile(r"(?:cơ quan|đơn vị|bộ phận|tổ chức|cán bộ|công chức|viên chức|doanh nghiệp)\s+$")
# "Phòng Quản lý đầu tư", "Phòng Quản lý quy hoạch và xây dựng": what is managed belongs to the name.
_MANAGES = re.compile(r"Quản\s+lý\s+(?:[\w\s]{1,25}\svà\s+)?$")
_TOLD = re.compile(r"chủ trì|phối hợp|thực hiện|tham mưu|triển khai|báo cáo|tổng hợp")
_TOLD_TO = re.compile(r"\s(?=được (?:giao|phân công|yêu cầu)(?!\w))")
_PASSIVE = re.compile(r"được\s+(?:phân công|giao|giao nhiệm vụ|ủy quyền)(?P<more>(?:\s+(?!(?:tại|theo|trong|ở)\s)\w+){0,3})\s*$")
# Words that name nobody, and which of those that they mean: "Các cơ quan chủ trì theo dõi … chịu trách nhiệm …".
_ANY = r"(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|địa\s+phương)"
_GENERIC = re.compile(
    rf"(?:(?:các|những|mọi|mỗi)\s+)?{_ANY}(?:(?:,|\s+và)\s+(?:các\s+)?{_ANY})*(?:\s+(?:được\s+giao\s+)?chủ\s+trì)?"
)
_WHICH = re.compile(
    r"\s*(?:chủ\s+trì|phụ\s+trách|được\s+(?:giao|phân\s+công))(?!\w)[^,;:.]*?\s(?=(?:chịu|có)\s+trách\s+nhiệm|có\s+nhiệm\s+vụ)"
)
_LEADING = re.compile(r"\s*chủ\s+trì\s+")


def _ends_name(text: str, masked: str, after: int, predicate: re.Match[str]) -> bool:
    """Whether the predicate begins there: it has small letters, and is no part of the name ("đơn vị được giao chủ trì")."""
    if predicate.group() in DUTIES:
        return True
    passive = _PASSIVE.search(masked, after, predicate.start())
    if not text[predicate.start()].islower() or (passive and not _PREDICATE.search(passive["more"])):
        return False
    if _MANAGES.search(text, after, predicate.start()) and not _TOLD.match(predicate.group()):
        return False
    if predicate.group() == "tổ chức":
        return not (_ORGANISATION.match(masked, predicate.start()) or _LISTED_BEFORE.search(masked, after, predicate.start()))
    if predicate.group() in MODIFIERS and _KIND_BEFORE.search(masked, max(0, predicate.start() - 12), predicate.start()):
        return _PREDICATE.search(masked, predicate.end()) is None
    return True


def is_generic(name: str) -> bool:
    """Whether the name says "agencies" without naming one."""
    return bool(_GENERIC.fullmatch(fold(name).strip()))


def _restricted(folded: str, end: int) -> int:
    """Where a name that names nobody ends: behind what says which agencies are meant."""
    if not is_generic(folded[:end]):
        return end
    masked = _outside(folded)
    if which := _WHICH.match(masked, end):
        return which.end()
    leading = _LEADING.match(masked, end)
    return leading.end() if leading and _PREDICATE.match(masked, leading.end()) else end


def _outside(text: str) -> str:
    """The text with everything in parentheses, however deep, blanked by parentheses."""
    if "(" not in text:
        return text
    depth, letters = 0, []
    for letter in text:
        depth += letter == "("
        letters.append("(" if depth > 0 else letter)
        depth = max(depth - (letter == ")"), 0)
    return "".join(letters)


_LIST_HEAD = re.compile(
    r"(?:các|những)\s+(?:huyện|xã|phường|thị\s+trấn|sở|đơn\s+vị|cơ\s+quan|ngành|phòng|ban|thành\s+phố|trường)[\w\s,]*$"
)


def _past_list(text: str, folded: str, colon: int, limit: int) -> int:
    """``UBND các huyện: A, B và thành phố C: …`` names the districts behind its first colon."""
    if not _LIST_HEAD.search(folded, max(0, colon - 40), colon):
        return colon
    if OPENERS.match(text, colon + 2):
        return colon
    second = text.find(":", colon + 1)
    opening = text.find("(", colon + 1)
    end = min(place for place in (second, opening, limit) if place > 0)
    return end if 0 < end - colon < 160 and text[colon + 2 : colon + 3].isupper() else colon


_BETWEEN = re.compile(r"\s*(?:;|,(?=\s)|\s(?:và|cùng)(?=\s))\s*")
_PLURAL = re.compile(r"(?:các|những|tất cả các|thủ trưởng các|lãnh đạo các|ubnd|ủy ban nhân dân|chủ tịch)\b")
_DETERMINER = re.compile(r"(?:các|những|tất cả)\s")
_BARE = re.compile(rf"(?:{_words(HEADS + SHORT_HEADS)})\s*(?:,|;|và\s|$|tỉnh|thành phố|liên quan|có liên quan|thuộc|cấp|trên)")


@lru_cache(2048)  # the same names stand at many tasks
def split_agencies(text: str) -> tuple[str, ...]:
    """The agencies of a list: divided at semicolons, at commas and "và" before another head, and between listed units."""
    if len(listed := told_apart(text.strip(" .,;:"))) > 1:
        return listed
    names = (name for part in _outside_parentheses(text, ";") for name in _divided(part))
    return tuple(one for name in names for one in told_apart(name.strip(" .,;:")) if one)


def _outside_parentheses(text: str, mark: str) -> list[str]:
    if mark not in text:
        return [text]
    parts, depth, last = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth <= 0:
            parts.append(text[last:place])
            last = place + 1
    return [*parts, text[last:]]


def _divided(text: str) -> list[str]:
    folded = fold(text)
    masked = _PARENTHESIS.sub(lambda match: "(" * len(match.group()), folded)
    cuts, last = [], 0
    for match in _BETWEEN.finditer(masked):
        if _new_name(text, masked, last, match):
            cuts.append(text[last : match.start()])
            last = match.end()
    return [*cuts, text[last:]]


def _new_name(text: str, masked: str, last: int, between: re.Match[str]) -> bool:
    """Whether another name begins behind ``between``: "các Sở, Ban, ngành" is one, "Sở Nội vụ, Sở Tư pháp" are two."""
    behind = between.end()
    if head(text, masked, behind) is None:
        return False
    left = masked[last : between.start()].strip()
    if left.startswith("văn phòng ") and left.endswith(("hđnd", "hội đồng nhân dân")):
        return False  # one office serves the council and the committee
    determined = _DETERMINER.match(masked, behind)
    if _PLURAL.match(left) and _BARE.match(masked, behind) and not determined:
        return False
    return bool(determined) or text[behind].isupper()
