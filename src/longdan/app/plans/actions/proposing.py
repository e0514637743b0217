"""Previews that come from a plan in force: its sheet come back, or its tasks for the year after."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.agencies.queries import directory_of
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.plans.models import Plan, Reading, ReadingKind, ReadingProblem, ReadingState
from longdan.app.plans.previewing.carrying import carried, next_year
from longdan.app.plans.previewing.proposed import to_stored
from longdan.app.plans.previewing.sheets import SheetIn, proposed_by, sheet_in
from longdan.app.plans.states import OPEN, ReadingStep, after
from longdan.core.documents.sheets import read_grids
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import refuse


@transaction.atomic
def carry_over(*, plan_id: int, by: Post, at: datetime) -> Reading:
    """Begin the plan of the year after: a preview of its tasks, to be corrected and confirmed. Nothing changes in the plan."""
    plan = Plan.objects.select_related("owner__province", "document").get(pk=plan_id)
    require(by, Right.CARRY_OVER, on=plan.owner)
    Agency.objects.select_for_update(no_key=True).get(pk=by.agency_id)  # of two who begin it at once one does
    year = next_year(plan, localdate(at))
    if after_it := plan.successors.filter(first_year=year).first():
        raise refuse("plans.carried-already", str(plan), f"đã được chuyển sang năm {year}", f"mở kế hoạch “{after_it.title}”")
    if not plan.tasks.filter(withdrawn_at__isnull=True).exists():
        what = f"không có nhiệm vụ nào để chuyển sang năm {year}"
        raise refuse("plans.carried-nothing", str(plan), what, "nhập văn bản của năm mới khi đã ban hành")
    digest = hashlib.sha256(f"carried|{plan.pk}|{year}".encode()).hexdigest()
    if last := Reading.objects.filter(agency=by.agency_id, digest=digest, state__in=OPEN).first():
        return last
    reading = Reading.objects.create(
        kind=ReadingKind.CARRIED, of=plan, digest=digest, agency=by.agency, received_by=by, received_at=at, ended_at=at,
        state=ReadingState.READY, document=plan.document, preview=to_stored(carried(plan, year, on=localdate(at))),
    )  # fmt: skip
    record(by, "plans.plan.carrying", plan, at=at, detail=f"năm {year}")
    return reading


def sheet_among(files: Sequence[SourceFile]) -> SheetIn | None:
    """The task sheet that left from here, where that is what was handed in."""
    if len(files) != 1 or not files[0].name.casefold().endswith((".xlsx", ".xlsm", ".ods")):
        return None
    return sheet_in(read_grids(files[0]))


@transaction.atomic
def propose_sheet(reading_id: int, sheet: SheetIn, at: datetime) -> None:
    """Leave the preview of a sheet that came back, with every cell that could not be taken."""
    reading = locked(Reading.objects.select_related("agency"), reading_id)
    if reading.state != ReadingState.READING:
        return
    province = reading.agency.province_or_self
    plan = Plan.objects.filter(pk=sheet.plan, province=province).select_related("document").first()
    if plan is None:
        what, fix = "bảng này không phải của kế hoạch nào đang theo dõi ở tỉnh", "xuất bảng từ trang kế hoạch rồi sửa lại trên đó"
        raise refuse("plans.sheet.plan", "bảng nhiệm vụ", what, fix)
    proposed, problems = proposed_by(sheet, plan, directory_of(province, on=localdate(at)))
    reading.kind, reading.of, reading.document = ReadingKind.SHEET, plan, plan.document
    reading.preview = to_stored(proposed)
    reading.state, reading.ended_at = after(reading.state, ReadingStep.FINISH), at
    reading.save()
    ReadingProblem.objects.bulk_create(
        ReadingProblem(reading=reading, code=one.code, where=one.where[:400], what=one.what, fix=one.fix) for one in problems
    )
