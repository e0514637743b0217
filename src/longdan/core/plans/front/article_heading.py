"""The front matter of an article that retells a plan, as far as the article tells it."""

import re
from datetime import date

from longdan.core.catalogue.places import Places
from longdan.core.documents.model import Document
from longdan.core.plans.draft import Heading, Quote
from longdan.core.plans.front import issuers, plan_years
from longdan.core.plans.front.news import Announcement
from longdan.core.plans.words.stream import UPPER, plain, quote

_UNIT_NAME = rf"(?:tỉnh|[Tt]hành\s+phố|TP\.?)\s+([{UPPER}]\w+(?:\s+-?\s*[{UPPER}]\w+){{0,3}})"
_COMMITTEE = re.compile(r"UBND|Ủy ban nhân dân|HĐND")
_PLAN = re.compile(r"\s*kế\s+hoạch\b\s*", re.IGNORECASE)


def read(document: Document, words: str, said: Announcement, places: Places) -> tuple[Heading, int]:
    """The heading as the announcement gives it, and where the announcement ends."""
    title = plain(document.text[slice(*said.subject_span)]).strip(" ,;")
    headline = document.passages[0].text if document.passages else ""
    issuer = _issuer(said.agency, words, places)
    place = _place(issuer, words, places)
    issuer = issuers.completed(issuer, place, words, places)
    year = plan_years.read(title)[0]
    heading = Heading(
        kind="news_retelling",
        issuer=issuer,
        parent_issuer=issuers.committee_above(issuer, place, words, places),
        place=place,
        number=said.number,
        issued=said.issued or _dated(said, year or plan_years.read(headline)[0]),
        doc_type=_type_name(said, title),
        title=title or headline or None,
        quotes=tuple(_quotes(document, said)),
    )
    return heading, said.subject_span[1]


def _issuer(agency: str, words: str, places: Places) -> str:
    """The agency by the longest form of its name in the article: "Sở Y tế" as "Sở Y tế Hà Nội"."""
    agency = re.sub(r"^(?=(?:tỉnh|thành phố|TP)\b)", "UBND ", _without_person(agency, places), flags=re.IGNORECASE)
    agency = re.sub(r"\s*,\s+(?:tỉnh|thành phố)\s.*$", "", agency)
    if _COMMITTEE.match(agency):
        return issuers.expanded(agency)
    longer = re.findall(rf"{re.escape(agency)}(?:\s+(?:tỉnh\s+|[Tt]hành\s+phố\s+)?[{UPPER}]\w+){{1,4}}", words)
    return issuers.expanded(max([agency, *longer], key=len))


def _without_person(agency: str, places: Places) -> str:
    """ "Chủ tịch UBND tỉnh Hà Văn Sáu" as "UBND tỉnh": behind a post, capitals that name no province name the person."""
    if not (post := re.match(r"(?:Phó )?Chủ tịch ", agency)):
        return agency
    agency = agency[post.end() :]
    if not (unit := re.match(rf"(?:UBND|Ủy ban nhân dân)(?: (?:tỉnh|[Tt]hành phố|TP\.?))?(?= [{UPPER}])", agency)):
        return agency
    return f"{unit[0]} {_province(agency[unit.end() :].strip(), places) or ''}".strip()


def _province(words: str, places: Places) -> str | None:
    """The province with whose name the words begin."""
    return next((name for name in sorted(places.names, key=len, reverse=True) if words.startswith(name)), None)


def _place(issuer: str, words: str, places: Places) -> str | None:
    """The unit that the issuer's name ends with, else the one that the article names first, a known province before others."""
    named = [plain(name) for name in re.findall(_UNIT_NAME, words)]
    ends = [name for name in {*named, *places.cities} if issuer.endswith(name)]
    if ends:
        return max(ends, key=len)
    known = [province for name in named if (province := _province(name, places))]
    return next(iter([*known, *named]), None)


def _dated(said: Announcement, year: int | None) -> date | None:
    """A day without its year: of the plan's year, unless it falls in the December before."""
    if not said.day_and_month or not year:
        return None
    day, month = said.day_and_month
    try:
        return date(year - 1 if month == 12 else year, month, day)
    except ValueError:
        return None


def _type_name(said: Announcement, title: str) -> str:
    if said.type_name == "quyết định" and _PLAN.match(title):
        return "quyết định ban hành kế hoạch"
    return said.type_name


def _quotes(document: Document, said: Announcement) -> list[tuple[str, Quote]]:
    spans = {"issuer": said.agency_span, "number": said.number_span, "issued": said.date_span, "title": said.subject_span}
    sure = {"issued": 1.0 if said.issued else 0.5, "title": 0.8, "issuer": 0.9}
    return [(name, quote(document, *span, sure.get(name, 1.0))) for name, span in spans.items() if span]
