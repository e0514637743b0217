"""A document's whole front matter: heading, bases, what the plan is about and for which years."""

import re
from dataclasses import replace

from longdan.core.catalogue.places import NOWHERE, Places
from longdan.core.documents.model import Document
from longdan.core.plans.draft import Heading
from longdan.core.plans.figures import criteria, index_names, survey_units
from longdan.core.plans.front import (
    article_heading,
    citations,
    issuers,
    kinds,
    legal_bases,
    news,
    official_heading,
    openings,
    plan_years,
)
from longdan.core.plans.front.reading_names import reading_name
from longdan.core.plans.words.stream import quote, stream

_ISSUES = re.compile(r"(?:ban\s+hành|xây\s+dựng)\s+(?:và\s+\w+\s+\w+\s+)?[Kk]ế\s+hoạch[^.;:]{0,500}")
_UNIT_IN_NAME = re.compile(r"(?:tỉnh|thành phố|huyện|xã|phường|đặc khu) .+", re.IGNORECASE)
_REACH = 6_000
_SEVERAL = re.compile(r"các\s+(?:bộ\s+)?chỉ\s+số", re.IGNORECASE)


def read(document: Document, places: Places = NOWHERE) -> Heading:
    """All that stands around the body; ProblemsFound (plans.not-a-plan) where the document is no plan.

    ``places``: the provincial units that are known, by which their kind is told where the document does not.
    """
    words = stream(document)
    opening = openings.find(document)
    article = news.find_announcement(document, words) if opening.type is None or opening.headline else None
    if article:
        heading, start = article_heading.read(document, words, article, places)
    else:
        heading, start = official_heading.read(document, words, opening, kinds.kind_of(document, words, opening), places)
        if not (heading.issuer or heading.title):
            raise kinds.not_a_plan(document, "không thấy cơ quan ban hành và tên kế hoạch")
    heading = _with_subject(_with_lists(document, words, heading, start), words, start)
    title = _readable(heading, document.text, places)
    named = (heading.issuer, heading.parent_issuer, title)
    province = issuers.province_of(named, heading.place, places) or issuers.only_province(document.text)
    return replace(heading, title=title, province=province)


def _readable(heading: Heading, text: str, places: Places) -> str | None:
    """The title as lists show it; the document's own words stay in its quote."""
    units = (_UNIT_IN_NAME.search(name) for name in (heading.issuer, heading.parent_issuer) if name)
    names = [*sorted(places.names), *filter(None, [heading.place]), *(unit[0] for unit in units if unit)]
    return reading_name(heading.title, text, names) if heading.title else None


def _with_lists(document: Document, words: str, heading: Heading, start: int) -> Heading:
    by_agency = criteria.read(document)
    units, unit_quotes = survey_units.read(document)
    article = heading.kind == "news_retelling"
    cited = (
        legal_bases.without_preamble(words, heading.number)
        if article
        else legal_bases.divide(document, words, start, heading.number)
    )
    quotes = [
        *(("legal_bases", quote(document, each.start, each.end)) for each in cited.bases),
        *(("cited_documents", quote(document, each.start, each.end)) for each in cited.body),
        *(("criteria_codes", each) for each in criteria.quotes(document)),
        *(("survey_units", each) for each in unit_quotes),
    ]
    return replace(
        heading,
        legal_bases=citations.listed(cited.bases, citations.find(heading.title or "")),
        cited_documents=citations.listed(cited.body),
        survey_units=units,
        criteria_codes=tuple(dict.fromkeys(code for _, codes in by_agency for code in codes)),
        criteria_by_agency=tuple((agency, codes) for agency, codes in by_agency if agency),
        quotes=(*heading.quotes, *quotes),
    )


def _with_subject(heading: Heading, words: str, start: int) -> Heading:
    title = heading.title or ""
    year, period = plan_years.read(title, heading.issued.year if heading.issued else None)
    return replace(heading, year=year, period=period, indices=_indices(title, words, start))


def _indices(title: str, words: str, start: int) -> tuple[str, ...]:
    """The indices of the title; where it names none, or several without their names, those of the issuing sentence."""
    named = index_names.codes(title)
    if len(named) > 1 or (named and not _SEVERAL.search(title)):
        return named
    issuing = _ISSUES.search(words, start, start + _REACH)
    return index_names.codes(issuing[0]) or named if issuing else named
