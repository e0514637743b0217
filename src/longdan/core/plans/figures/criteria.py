"""Codes of criteria that a plan sets work on ("tiêu chí thành phần 3.2.6"), and whose they are."""

import re
from collections.abc import Iterable
from dataclasses import replace

from longdan.core.documents.model import Document
from longdan.core.plans.draft import Heading, Quote, Task
from longdan.core.plans.words.agencies import subject
from longdan.core.plans.words.numbering import Marker, Style, marker
from longdan.core.plans.words.stream import UPPER, phrases, quote, stream

_CODE = r"(?<![\w.,/])\d{1,2}(?:\.\d{1,2}){1,3}(?![\w/]|[.,]\d|\s*(?:%|điểm))"
_BETWEEN_CODES = r"\s*(?:[;,]|và|,\s*và|đến|-|–)\s*"
_LISTED = re.compile(
    r"(?:tiêu\s+chí(?:\s+thành\s+phần)?|(?:nội\s+dung|chỉ\s+số)\s+thành\s+phần|TCTP|\bTC)\b[^.;:\d]{0,80}?(?:\s+(?:số|mã))?\s*:?\s*"
    rf"(?P<codes>{_CODE}(?:{_BETWEEN_CODES}{_CODE})*)",
    re.IGNORECASE,
)
_NUMBERING = r"(?:\d+(?:\.\d+)*\s*[.)]\s*|[IVX]+\s*[.)]\s*|[a-zđ]\)\s*|-\s*)?"
_ITEM = re.compile(r"\d+(?:\.\d+)*\s*[.)]\s*")
_HEADS = phrases(
    "Sở", "Ban", "Văn phòng", "Thanh tra", "Công an", "UBND", "Ủy ban", "Bộ", "Phòng", "Cục", "Chi cục", "Trung tâm", "Đài", "Báo"
)
_AGENCY = rf"(?P<agency>{_HEADS}\b[^.;:]{{0,80}}?)"
_LEADS = re.compile(rf"{_NUMBERING}(?:Giao\s+)?{_AGENCY}\s+(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|làm\s+đầu\s+mối)")
_LEADS_WITHIN = re.compile(rf"(?<!với)(?<!và)(?<!;)(?<!phòng)\s{_AGENCY}\s+chủ\s+trì")
_TOP = (-1, 0)  # above every number
_HEADED = re.compile(rf"{_NUMBERING}(?:Giao\s+)?{_AGENCY}\s*:?\s*(?:$|(?<=:)\s*[{UPPER}])")


def read(document: Document) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(agency, codes) in order; the agency is "" where none is named before the codes."""
    found: dict[str, dict[str, None]] = {}
    agency, number, below = "", _TOP, _TOP
    words = stream(document)
    for passage in document.passages:
        mark = marker(passage.text)
        number = _level(mark) if mark and mark.numbered else number
        if named := _agency_of(words[passage.start : passage.end]):
            agency, below = named, number
        elif mark and mark.numbered and number <= below:
            agency = ""  # the next number is not hers
        for match in _LISTED.finditer(words, passage.start, passage.end):
            for code in re.findall(_CODE, match["codes"]):
                found.setdefault(agency, {})[code] = None
    return tuple((name, tuple(codes)) for name, codes in found.items())


def _level(mark: Marker) -> tuple[int, int]:
    """How far down a number stands: Roman above Arabic, 1 above 1.1."""
    return list(Style).index(mark.style), mark.depth


def _agency_of(words: str) -> str | None:
    if match := _LEADS.match(words) or _HEADED.match(words) or _LEADS_WITHIN.search(words):
        return re.sub(r"\s+", " ", match["agency"])
    item = _ITEM.match(words)
    found = subject(words, item.end()) if item else None
    return found.name if found and found.predicate else None


def quotes(document: Document) -> list[Quote]:
    """The words that list the codes."""
    words = stream(document)
    found = (
        match.span("codes") for passage in document.passages for match in _LISTED.finditer(words, passage.start, passage.end)
    )
    return [quote(document, *span) for span in found]


def with_tables(heading: Heading, tasks: Iterable[Task]) -> Heading:
    """The heading with the codes of tasks in tables, each with the agencies that lead its task."""
    found = {agency: dict.fromkeys(codes) for agency, codes in heading.criteria_by_agency}
    every = dict.fromkeys(heading.criteria_codes)
    for task in tasks:
        every |= dict.fromkeys(task.criteria)
        for agency in (*task.lead, *task.responsible) if task.criteria else ():
            found.setdefault(agency, {}).update(dict.fromkeys(task.criteria))
    return replace(
        heading, criteria_codes=tuple(every), criteria_by_agency=tuple((agency, tuple(codes)) for agency, codes in found.items())
    )


def codes_in(words: str) -> tuple[str, ...]:
    """The codes that a paragraph lists, each once, in order."""
    return tuple(dict.fromkeys(code for match in _LISTED.finditer(words) for code in re.findall(_CODE, match["codes"])))
