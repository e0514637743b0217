"""Whom the names in a document mean: by the document's day, and with the issuer's own divisions told from other agencies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from longdan.app.agencies.matching import NONE, Directory, Match, division, match, plain
from longdan.app.agencies.queries import heirs_today
from longdan.app.plans.previewing.value import FoundAssignment, Preview
from longdan.core.plans.draft import Heading

Meant = Callable[[str], Match]
NAMESAKE = 0.6  # the agency of this province that bears the name of another's


def naming(heading: Heading, agencies: Directory) -> Meant:
    """What a name in the document is taken for; asked once for each name, only proposed in another province's document."""
    name, day = heading.issuer or "", day_of(heading)
    abroad = bool(elsewhere(heading, agencies))
    issuer = NONE if abroad else match(name, agencies, day)
    inside = NONE if issuer.agency in agencies.homes else issuer
    found: dict[str, Match] = {}

    def meant(written: str) -> Match:
        if written not in found:
            one = _likelier(match(written, agencies, day), _of_issuer(written, name, issuer, inside))
            found[written] = replace(one, confidence=min(one.confidence, NAMESAKE)) if abroad else one
        return found[written]

    return meant


def day_of(heading: Heading) -> date | None:
    """The day of a document; where it bears none, the first of the year that it is for."""
    return heading.issued or (date(heading.year, 1, 1) if heading.year else None)


def elsewhere(heading: Heading, agencies: Directory) -> str:
    """The other province whose document it is; empty where it is of this one, or where nothing tells."""
    said = heading.province or ""
    return said if said and plain(f"UBND {said}") in agencies.foreign else ""


def _of_issuer(written: str, name: str, issuer: Match, inside: Match) -> Match:
    """The issuer under a shorter name ("UBND xã" in the plan of UBND xã Thanh Lĩnh); by one of its divisions it may be meant.

    It is not taken for its divisions: what each of them does would become one and the same work.
    """
    if written.strip() and plain(name).startswith(f"{plain(written)} "):
        return issuer
    own = division(written, inside).agency
    return Match(candidates=(own,)) if own else NONE


def _likelier(one: Match, other: Match) -> Match:
    if one.found or one.candidates:
        return other if other.confidence > one.confidence and not one.candidates else one
    return other


def with_divisions(assignments: tuple[FoundAssignment, ...]) -> tuple[FoundAssignment, ...]:
    """A division that nobody knows is proposed to be of the agency that is named behind it: "Phòng Tổng hợp, Sở Nội vụ"."""
    behind = (*assignments[1:], None)
    return tuple(
        replace(one, match=division(one.as_written, after.match))
        if after and not (one.match.found or one.match.candidates) and after.role is one.role
        else one
        for one, after in zip(assignments, behind, strict=False)
    )


def carried_on(preview: Preview, *, on: date) -> Preview:
    """The preview with agencies that have ended since somebody chose them replaced by those that carry on."""
    chosen = {one.match.agency for task in preview.tasks for one in task.assignments if one.match.agency}
    heirs = heirs_today(chosen, on=on)
    if not heirs:
        return preview

    def now(one: FoundAssignment) -> FoundAssignment:
        return replace(one, match=_succeeded(one.match, heirs[one.match.agency])) if one.match.agency in heirs else one

    tasks = (replace(task, assignments=tuple(now(one) for one in task.assignments)) for task in preview.tasks)
    return replace(preview, tasks=tuple(tasks))


def _succeeded(chosen: Match, heirs: tuple[int, ...]) -> Match:
    """One heir is proposed, of several a person chooses: whoever chose did not know of the end."""
    one = heirs[0] if len(heirs) == 1 else None
    return Match(one, None, 0.8 if one else 0.0, chosen.agency, heirs)
