"""The preview of a reading as it stands, and the plan in force that it would change."""

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from longdan.app.agencies.matching import Directory
from longdan.app.agencies.queries import directory_of
from longdan.app.plans.models import Correction, Plan, Reading, ReadingKind, ReadingState
from longdan.app.plans.previewing import proposed
from longdan.app.plans.previewing.amending import amended, without_withdrawn
from longdan.app.plans.previewing.building import build
from longdan.app.plans.previewing.comparing import Compared, compare
from longdan.app.plans.previewing.correcting import apply
from longdan.app.plans.previewing.corrections import Correct, Verb
from longdan.app.plans.previewing.in_force import tasks_in_force
from longdan.app.plans.previewing.naming import carried_on
from longdan.app.plans.previewing.rebasing import rebased
from longdan.app.plans.previewing.value import FoundTask, Preview
from longdan.core.plans.draft import Heading
from longdan.core.plans.storing import from_stored
from longdan.core.problems import ProblemsFound
from longdan.core.vietnamese import fold


def preview_of(reading: Reading, *, on: date) -> Preview:
    """What was read or proposed, with the agencies of that day, and every correction in its order."""
    return standing(reading, reading.corrections.all(), on=on)


def standing(reading: Reading, corrections: Iterable[Correction], *, on: date) -> Preview:
    """The preview with these corrections; of a document that amends a plan they are made to what it changes there."""
    agencies = directory_of(reading.agency.province_or_self, on=on) if reading.kind == ReadingKind.DOCUMENT else None
    found = found_in(reading, on=on, agencies=agencies)
    shown = replayed(found, corrections)
    if reading.kind == ReadingKind.DOCUMENT and not shown.partial:
        plan = plan_in_force(reading, shown)
        if plan and (last := _last(reading, plan)):
            # Files that come again bring the corrections made to them: merged, these would be made twice.
            again = last.digest == reading.digest
            beside = without_withdrawn(found, plan) if again else amended(found, found_in(last, on=on, agencies=agencies), plan)
            shown = replayed(beside, corrections)
    return carried_on(shown, on=on)


def _last(reading: Reading, plan: Plan) -> Reading | None:
    """The reading of the document that is in force."""
    before = Reading.objects.filter(plan=plan, kind=ReadingKind.DOCUMENT, document=plan.document_id).exclude(pk=reading.pk)
    return before.select_related("agency").order_by("-ended_at", "-pk").first()


def found_in(reading: Reading, *, on: date, agencies: Directory | None = None) -> Preview:
    """The preview before anybody corrected it; ``agencies``: those of that day, where they are at hand."""
    assert reading.preview is not None
    stored = json.dumps(reading.preview)
    if proposed.is_proposed(reading.preview):
        shown, then = _proposed(stored)
        return rebased(shown, then, reading.of) if then and reading.of else shown
    return _built(stored, agencies or directory_of(reading.agency.province_or_self, on=on))


# Each correction asks for the same preview again, and making it takes longer than correcting it.
@lru_cache(maxsize=8)
def _built(stored: str, agencies: Directory) -> Preview:
    return build(from_stored(json.loads(stored)), agencies)


@lru_cache(maxsize=8)
def _proposed(stored: str) -> tuple[Preview, tuple[FoundTask, ...]]:
    return proposed.from_stored(json.loads(stored))


def replayed(preview: Preview, corrections: Iterable[Correction]) -> Preview:
    """The preview with the corrections that are not undone; one whose place is no longer there changes nothing."""
    for one in corrections:
        if one.undone_at is None:
            try:
                preview = apply(preview, as_value(one))
            except ProblemsFound:
                continue
    return preview


def as_value(one: Correction) -> Correct:
    return Correct(Verb(one.verb), one.item, one.field, one.value, one.number)


def identity(heading: Heading, province: int, digest: str) -> str:
    """What says that two documents are the same plan: who issued it in which year under which number, else under which title."""
    year = heading.issued.year if heading.issued else heading.year or ""
    issuer = fold(f"{heading.issuer or ''} {heading.parent_issuer or ''}")
    name = fold(heading.number) if heading.number and _is_numbered(heading) else fold(heading.title or "")
    return f"{province}|{year}|{issuer}|{name}"[:300] if name else f"{province}|{digest}"  # the year is never cut off


def _is_numbered(heading: Heading) -> bool:
    return any(letter.isdigit() for letter in heading.number or "")


def plan_in_force(reading: Reading, preview: Preview) -> Plan | None:
    """The plan that confirming would change: whose sheet it is, that a person named, that bears the same number, or that the
    same files have changed before. What is carried over changes what was carried from the same plan, no other of its title."""
    plans = Plan.objects.select_related("owner", "owner__province").filter(province=reading.agency.province_or_self)
    if reading.kind == ReadingKind.SHEET and reading.of_id:
        return plans.get(pk=reading.of_id)
    if preview.amends:
        return plans.filter(pk=preview.amends).first()
    same = plans.filter(identity=identity(preview.heading, reading.agency.province_or_self, reading.digest)).first()
    if reading.kind == ReadingKind.CARRIED:
        return _carried(reading, preview, plans, same)
    if same:
        return same
    again = Reading.objects.filter(digest=reading.digest, state=ReadingState.CONFIRMED, kind=ReadingKind.DOCUMENT)
    return plans.filter(pk__in=again.values("plan")).order_by("-pk").first()


def _carried(reading: Reading, preview: Preview, plans: QuerySet[Plan], same: Plan | None) -> Plan | None:
    """The plan of that year which was carried from the same plan; else the one of that number, if it follows no other plan."""
    before = plans.filter(predecessor=reading.of_id, first_year=preview.heading.year).order_by("pk").first()
    if before or same is None or same.predecessor_id or same.pk == reading.of_id:
        return before
    return same if _is_numbered(preview.heading) else None


def comparison(preview: Preview, plan: Plan | None) -> tuple[Compared, ...]:
    """Each kept task of a preview beside the task in force that it is."""
    return compare(preview, tasks_in_force(plan) if plan else ())
