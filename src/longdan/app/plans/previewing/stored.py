"""The preview of a reading as it stands, and the plan in force that it would change."""

from datetime import date

from longdan.app.agencies.queries import directory_of
from longdan.app.plans.models import Plan, Reading
from longdan.app.plans.previewing.building import build
from longdan.app.plans.previewing.comparing import Compared, InForce, compare
from longdan.app.plans.previewing.correcting import Correct, Verb, apply
from longdan.app.plans.previewing.value import Preview
from longdan.core.plans.draft import Heading
from longdan.core.plans.storing import from_stored
from longdan.core.vietnamese import fold


def preview_of(reading: Reading, *, on: date) -> Preview:
    """What was read, with the agencies of that day, and every correction in its order."""
    assert reading.preview is not None
    preview = build(from_stored(reading.preview), directory_of(reading.agency.province_or_self, on=on))
    for one in reading.corrections.all():
        preview = apply(preview, Correct(Verb(one.verb), one.item, one.field, one.value, one.number))
    return preview


def identity(heading: Heading, province: int, digest: str) -> str:
    """What says that two documents are the same plan: who issued it in which year under which number, else under which title."""
    year = heading.issued.year if heading.issued else heading.year or ""
    issuer = fold(f"{heading.issuer or ''} {heading.parent_issuer or ''}")
    name = (
        fold(heading.number)
        if heading.number and any(letter.isdigit() for letter in heading.number)
        else fold(heading.title or "")
    )
    return f"{province}|{year}|{issuer}|{name}"[:300] if name else f"{province}|{digest}"  # the year is never cut off


def plan_in_force(reading: Reading, preview: Preview) -> Plan | None:
    """The plan that the document is, where it is in force already."""
    wanted = identity(preview.heading, reading.agency.province_or_self, reading.digest)
    return Plan.objects.select_related("owner").filter(identity=wanted).first()


def comparison(preview: Preview, plan: Plan | None) -> tuple[Compared, ...]:
    """Each kept task of a preview beside the task in force that it is."""
    if plan is None:
        return compare(preview.kept(), ())
    columns = plan.tasks.filter(withdrawn_at__isnull=True).values_list("pk", "key", "text", "facts", "reads")
    return compare(
        preview.kept(), [InForce(pk, key, text, facts, tuple(reads.split())) for pk, key, text, facts, reads in columns]
    )
