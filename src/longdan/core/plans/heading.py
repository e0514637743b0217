"""A document's whole front matter: heading, bases, what the plan is about and for which years."""

import re
from dataclasses import replace

from longdan.core.documents.model import Document
from longdan.core.plans import (
    article_heading,
    bases,
    criteria,
    index_names,
    kinds,
    news,
    official_heading,
    openings,
    plan_years,
    survey_units,
)
from longdan.core.plans.draft import Heading
from longdan.core.plans.stream import stream

_ISSUES = re.compile(r"(?:ban\s+hành|xây\s+dựng|triển\s+khai)\s+(?:và\s+\w+\s+\w+\s+)?[Kk]ế\s+hoạch")
_ALL_INDICES = re.compile(r"các\s+(?:bộ\s+)?chỉ\s+số", re.IGNORECASE)


def read(document: Document) -> Heading:
    """All that stands around the body; ProblemsFound (plans.not-a-plan) where the document is no plan."""
    words = stream(document)
    opening = openings.find(document)
    article = news.find_announcement(document, words) if opening.type is None or opening.headline else None
    if article:
        heading, start = article_heading.read(document, words, article)
    else:
        heading, start = official_heading.read(document, words, opening, kinds.kind_of(document, words, opening))
    return _with_subject(_with_lists(document, words, heading, start), words, start)


def _with_lists(document: Document, words: str, heading: Heading, start: int) -> Heading:
    by_agency = criteria.read(document)
    units, unit_quotes = survey_units.read(document)
    if heading.kind == "news_retelling":
        legal, cited = bases.without_preamble(words, {heading.number})
    else:
        legal, cited = bases.divide(document, words, heading.title or "", start, {heading.number})
    quotes = [("criteria_codes", each) for each in criteria.quotes(document)] + [("survey_units", each) for each in unit_quotes]
    return replace(
        heading,
        legal_bases=legal,
        cited_documents=cited,
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
    """The indices of the title; where it names none or speaks of several without a name, those of the issuing sentence."""
    named = index_names.codes(title)
    if named and not (_ALL_INDICES.search(title) and len(named) < 2):
        return named
    issuing = _ISSUES.search(words, start, start + 6000)
    return named or (
        index_names.codes(words[issuing.start() : issuing.start() + 500]) if issuing and _ALL_INDICES.search(title) else named
    )
