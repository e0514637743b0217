"""Where a document opens: its type's heading, and the stretch of text above it that holds the letterhead."""

import re
from dataclasses import dataclass

from longdan.core.documents.model import Document
from longdan.core.plans.front.document_types import BY_NAME, TYPES, DocumentType, of_number
from longdan.core.plans.front.letterheads import MOTTO, find_day, find_number
from longdan.core.plans.words.stream import bare, in_capitals, phrases, stream

_REACH = 4000  # a letterhead stands near the top, whatever site chrome is above it
_LETTERHEAD = 1500  # the longest letterhead
_PLAN_HEADLINE = re.compile(r"(?:KẾ\s+HOẠCH|Kế\s+hoạch)(?=\s)")
_PLAN_SECTION = re.compile(phrases("mục đích,? yêu cầu", "tổ chức thực hiện", "phân công (?:thực hiện|nhiệm vụ)"), re.IGNORECASE)
_LONGEST_HEADLINE = 400
_ISSUING = re.compile(
    r"(?:UBND|Ủy\s+ban\s+nhân\s+dân|Sở|Bộ)(?:\s+[^\s.;:,]+){0,10}?\s+(?:ban\s+hành|xây\s+dựng)\s+[Kk]ế\s+hoạch\b"
    r"[^.;]{0,400}?\s(?:như\s+sau|(?:nội\s+dung|cụ\s+thể)\s+sau)\s*:"
)
_TOP = 300  # a heading so near the top needs no letterhead
_NEAR = 60  # letters around a heading that tell whether it is one
_AGENCY_WORDS = {"SỞ", "PHÒNG", "BỘ", "BAN", "VIỆN", "VỤ", "CỤC", "CHÍNH"}  # SỞ KẾ HOẠCH VÀ ĐẦU TƯ
_NUMBERING = re.compile(r"(?:\b[IVX]+|\b\d{1,2}|\b[A-Đ]|PHẦN\s+(?:THỨ\s+)?\w+)[.:)]?$")
_BY_LETTERS = {bare(type_.name.upper()).replace(" ", ""): type_ for type_ in TYPES}
_NAMES = sorted((bare(type_.name.upper()).replace(" ", r"\s*") for type_ in TYPES), key=len, reverse=True)
_HEADINGS = re.compile(rf"(?<!\w)(?:{'|'.join(_NAMES)})(?!\w)")  # of a stream without accents, as scans lose them
_SUBJECT = re.compile(r"(?<!\w)(?:V/v|v/v|V/V)\s*:?\s")
_ADDRESSEES = re.compile(r"Kính\s+gửi\s*:?|KÍNH\s+GỬI\s*:?")


@dataclass(frozen=True, slots=True)
class Opening:
    """The type's heading between ``start`` and ``end`` (both the same where no heading is written), the letterhead from ``top``.

    ``title`` is where the title begins; None where no heading says so.
    """

    type: DocumentType | None
    top: int
    start: int
    end: int
    title: int | None
    numbered: bool = True  # whether a number stands in its letterhead
    headline: bool = False  # a web page's headline, that may also be an article's


def find(document: Document) -> Opening:
    """The opening of the plan: of the plan itself where a letter that sends it comes first."""
    words = stream(document)
    headings = [each for each in _type_headings(document, words) if _under_letterhead(words, each)]
    first = headings[0] if headings else None
    reach = first.start if first else _REACH
    subject = _dispatch(words, reach)
    letter = subject.end() if subject else first.end if first and first.type and first.type.kind is None else None
    for later in headings if letter is not None else ():
        if later.type and later.type.kind == "plan" and find_number(words, max(later.top, letter or 0), later.start):
            return later
    if subject:
        return Opening(
            BY_NAME["công văn"], 0, subject.start(), subject.start(), None if subject.re is _ADDRESSEES else subject.start()
        )
    return first or _unheaded(words) or _headline(document, words) or _issuing(words) or Opening(None, 0, 0, 0, None)


def _dispatch(words: str, reach: int) -> re.Match[str] | None:
    """Where a dispatch says what it is about, or at least to whom it goes."""
    addressees = _ADDRESSEES.search(words, 0, reach)
    subject = _SUBJECT.search(words, 0, reach)
    return subject if subject and (addressees or find_number(words, 0, reach)) else addressees


def _under_letterhead(words: str, heading: Opening) -> bool:
    """Whether the capitals head a document and are no item of a web page's menu."""
    above = max(heading.top, heading.start - _LETTERHEAD)
    return heading.start - heading.top < _TOP or bool(
        heading.numbered or MOTTO.search(words, above, heading.start) or find_day(words, above, heading.start)
    )


def _type_headings(document: Document, words: str) -> list[Opening]:
    found: list[Opening] = []
    for match in _HEADINGS.finditer(bare(words)):
        if _stands_alone(document.text, words, match):
            top = found[-1].end if found else 0
            type_ = _BY_LETTERS[re.sub(r"\s", "", match[0])]
            top = max(top, match.start() - _REACH)
            numbered = find_number(words, top, match.start()) is not None
            found.append(Opening(type_, top, match.start(), match.end(), match.end(), numbered))
    return found


def _stands_alone(text: str, words: str, match: re.Match[str]) -> bool:
    """Whether the capitals are a heading of their own and no part of an agency's name, of a title or of a numbered section."""
    near = words[max(0, match.start() - _NEAR) : match.start()]
    before, after = near.rstrip(), words[match.end() : match.end() + _NEAR].split()
    if words[match.end() : match.end() + _NEAR].lstrip().startswith(":"):
        return False  # "QUYẾT ĐỊNH:" in the middle of a decision
    last = before.split()[-1:]
    if (last and last[0] in _AGENCY_WORDS | {"-"}) or after[:2] == ["VÀ", "ĐẦU"] or _NUMBERING.search(before[-20:]):
        return False
    gap = text[match.start() - len(near) + len(before) : match.start()]
    return not last or not in_capitals(last[0]) or "\n" in gap or "|" in gap


def _headline(document: Document, words: str) -> Opening | None:
    """A plan set as a web page has its title for a headline, and the sections of a plan below it."""
    for passage in document.passages[:12]:
        match = _PLAN_HEADLINE.match(words, passage.start, passage.end)
        if match and len(passage.text) <= _LONGEST_HEADLINE and _PLAN_SECTION.search(words, passage.end):
            return Opening(BY_NAME["kế hoạch"], 0, match.start(), match.end(), match.end(), numbered=False, headline=True)
    return None


def _issuing(words: str) -> Opening | None:
    """A plan that lost its whole letterhead still has the sentence that issues it."""
    found = _ISSUING.search(words, 0, _REACH)
    return Opening(BY_NAME["kế hoạch"], 0, 0, 0, None, numbered=False, headline=True) if found else None


def _unheaded(words: str) -> Opening | None:
    """A document whose heading was lost is still named by its number's abbreviation."""
    number = find_number(words, 0, _REACH)
    type_ = of_number(number.symbol) if number else None
    if (
        number is None
        or type_ is None
        or not (MOTTO.search(words, 0, number.end + 300) or find_day(words, number.end, number.end + 120))
    ):
        return None
    return Opening(type_, 0, number.end, number.end, None)
