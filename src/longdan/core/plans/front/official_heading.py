"""The front matter of an official document: letterhead, title and foot, each with the words it was read from."""

import re
from dataclasses import dataclass, replace
from datetime import date

from longdan.core.catalogue.places import Places
from longdan.core.documents.model import Document
from longdan.core.plans.draft import Heading, Quote
from longdan.core.plans.front import citations, issuers, letterheads, signing, titles
from longdan.core.plans.front.document_types import DocumentType
from longdan.core.plans.front.openings import Opening
from longdan.core.plans.words.stream import UPPER, in_capitals, phrases, plain, quote

_ATTACHED = re.compile(r"kèm\s+theo\s+Quyết\s+định\s+số\s*:?\s*", re.IGNORECASE)
_ORDERS = re.compile(
    r"Điều\s+1\s*[.:]\s*(?:Ban\s+hành|Phê\s+duyệt)(?:\s+kèm\s+theo\s+(?:Quyết\s+định|văn\s+bản)\s+này)?\s*[:“\"]?\s*(?=\w)"
)
_ISSUES = re.compile(r"(?:ban\s+hành|xây\s+dựng)\s+[Kk]ế\s+hoạch\s+")
_SUBJECT_END = re.compile(r"\.(?=\s|$)|:(?=\s+(?:[IVXA1-]|$))|,?\s+(?:với\s+(?:các|những|một)|như\s+sau|cụ\s+thể|để\s+)")
_BRACKETED = re.compile(r"\s*\((?:sau\s+đây|gọi\s+tắt|gọi\s+chung|kèm|có)[^()]*\)?", re.IGNORECASE)
_UNIT_NAMED = rf"(?:\s+(?:tỉnh|[Tt]hành\s+phố|huyện|xã|phường))?(?:\s+(?:-\s+)?[{UPPER}][\w’']*){{0,5}}"
_SPEAKER = rf"(?:UBND|Ủy\s+ban\s+nhân\s+dân){_UNIT_NAMED}|(?:Sở|Bộ)\s+[{UPPER}][^,.;:()\n]{{2,60}}?"
_AGENCY_OF_TEXT = re.compile(
    rf"(?<!\w)({_SPEAKER})\s+(?:trân\s+trọng\s+|kính\s+)?(?:ban\s+hành|xây\s+dựng|đề\s+nghị|yêu\s+cầu)\b"
)
_OF_AGENCY = re.compile(r"[^()]{0,40}?\scủa\s+(?:Chủ\s+tịch\s+)?([^()]{3,80}?)\s*\)")
_SHORTEST = 4  # words: fewer say nothing of what a plan is about
_OWNERS = phrases("Sở", "Ban", "Văn phòng", "Thanh tra", "Công an", "Chi cục", "Cục", "UBND", "Ủy ban")
_TITLE_OWNER = re.compile(rf"của\s+({_OWNERS}\s[^,.;:()\d]{{3,80}}?)\s*(?:$|năm\b|giai\s+đoạn\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Letterhead:
    number: letterheads.Number | None
    day: letterheads.DayOfIssue | None
    agencies: list[tuple[str, int, int]]


def read(document: Document, words: str, opening: Opening, kind: str, places: Places) -> tuple[Heading, int]:
    """The heading as far as letterhead, title and foot give it, and where the text behind the title begins."""
    head = _letterhead(words, opening)
    title, title_span = _title(document, words, opening, kind)
    place = head.day.place if head.day else None
    issuer, parent = _issuer(words, head, place, title, places)
    foot = signing.read(document, words, opening.end)
    heading = Heading(
        kind=kind,
        issuer=issuer,
        parent_issuer=parent,
        place=place,
        number=head.number.text if head.number else None,
        issued=head.day.issued if head.day else None,
        doc_type=_type_name(opening.type, kind),
        title=title,
        signer=foot.signer,
        signer_position=foot.position,
        recipients=foot.recipients,
        quotes=(*_quotes(document, head, opening, title_span), *foot.quotes),
    )
    if kind == "decision_with_plan" and heading.number is None:
        heading = _with_decision_named(document, words, opening.end, heading)
    written = document.text[opening.end : title_span[0]].strip(" \n|-") == ""
    return heading, title_span[1] if written else opening.end


def _letterhead(words: str, opening: Opening) -> _Letterhead:
    number = letterheads.find_number(words, opening.top, opening.start) or letterheads.find_number(
        words, opening.end, opening.end + 500
    )
    number = number or _number_above(words, opening)
    day = (
        letterheads.find_day(words, opening.top, opening.start)
        or letterheads.find_day_below(words, opening.start, opening.end + 300)
        or (letterheads.day_by_number(words, number) if number else None)
        or letterheads.registered_day(words, opening.end)
    )
    ends = [opening.start, *(each.start for each in (number, day) if each)]
    agencies = issuers.letterhead_agencies(words, opening.top, min(ends))
    return _Letterhead(number, day, agencies or issuers.letterhead_agencies(words, opening.top, opening.start))


def _number_above(words: str, opening: Opening) -> letterheads.Number | None:
    """Where no "Số:" stands in the letterhead: a number of the document's type above its heading."""
    codes = opening.type.codes if opening.type else ()
    above = citations.find(words, opening.top, opening.start)
    found = [each for each in above if set(re.split(r"[/-]", each.number)) & set(codes)]
    return letterheads.Number(found[-1].number, "", found[-1].start, found[-1].end) if found else None


def _issuer(words: str, head: _Letterhead, place: str | None, title: str | None, places: Places) -> tuple[str | None, str | None]:
    """(issuer, the agency above it)."""
    names = [issuers.completed(issuers.full_name(name, words), place, words, places) for name, _, _ in head.agencies]
    issuer = names[-1] if names else _issuer_of_text(words, place, title or "", places)
    if len(names) > 1:
        return issuer, names[-2]
    return issuer, issuers.committee_above(issuer or "", place, words, places)


def _issuer_of_text(words: str, place: str | None, title: str, places: Places) -> str | None:
    """Without a letterhead: the agency whose plan it is by its title, or by the sentence that issues it."""
    found = _TITLE_OWNER.search(title) or _AGENCY_OF_TEXT.search(words)
    return issuers.completed(issuers.full_name(found[1], words), place, words, places) if found else None


def _title(document: Document, words: str, opening: Opening, kind: str) -> tuple[str | None, tuple[int, int]]:
    """What stands under the type's heading; where that was lost, what the document says that it issues."""
    begin = opening.end
    if opening.title is None and (day := letterheads.find_day_below(words, opening.end, opening.end + 300)):
        begin = day.end
    span = titles.find(document, opening.title or begin, decision=kind == "decision_with_plan")
    if span[1] - span[0] >= 8 and (opening.title is not None or in_capitals(document.text[span[0] :].split()[0])):
        return plain(document.text[slice(*span)]), span
    pattern = _ORDERS if kind == "decision_with_plan" else _ISSUES
    if said := pattern.search(words, opening.end, opening.end + 8000):
        end = _SUBJECT_END.search(words, said.end(), said.end() + 600)
        span = (said.end(), end.start() if end else said.end() + 300)
        title = _BRACKETED.sub("", plain(document.text[slice(*span)]))
        if len(title.split()) >= _SHORTEST:
            return title, span
    return None, (opening.end, opening.end)


def _type_name(type_: DocumentType | None, kind: str) -> str | None:
    if kind == "decision_with_plan":
        return "quyết định ban hành kế hoạch"
    return type_.name if type_ else None


def _quotes(document: Document, head: _Letterhead, opening: Opening, title: tuple[int, int]) -> tuple[tuple[str, Quote], ...]:
    spans = {
        "issuer": head.agencies[-1][1:] if head.agencies else None,
        "parent_issuer": head.agencies[-2][1:] if len(head.agencies) > 1 else None,
        "number": (head.number.start, head.number.end) if head.number else None,
        "place": (head.day.start, head.day.place_end) if head.day and head.day.place else None,
        "issued": (head.day.place_end, head.day.end) if head.day else None,
        "doc_type": (opening.start, opening.end),
        "title": title,
    }
    return tuple((name, quote(document, *span)) for name, span in spans.items() if span and span[0] < span[1])


def _with_decision_named(document: Document, words: str, start: int, heading: Heading) -> Heading:
    """An attached plan bears the number and the day of the decision that it names in brackets under its title."""
    note = _ATTACHED.search(words, start, start + 1200)
    cited = citations.find(words, note.end(), note.end() + 60) if note else []
    if not note or not cited:
        return heading
    issued: date | None = heading.issued or cited[0].issued
    by = _OF_AGENCY.match(words, cited[0].end)
    issuer = issuers.full_name(by[1], words) if by and not heading.issuer else heading.issuer
    said = ("number", quote(document, cited[0].start, cited[0].end))
    return replace(heading, number=cited[0].number, issued=issued, issuer=issuer, quotes=(*heading.quotes, said))
