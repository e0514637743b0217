"""Taking files in: kept byte for byte, each content once, and handed to the reader."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.plans.actions.keeping import keep
from longdan.app.plans.jobs import enqueue_reading
from longdan.app.plans.models import Reading, ReadingFile, ReadingState
from longdan.app.plans.states import OPEN, ReadingStep, after
from longdan.core.documents.limits import MEGABYTE, MOST_BYTES_TOGETHER, MOST_FILES
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import refuse


@transaction.atomic
def receive(*, files: Sequence[SourceFile], by: Post, at: datetime, again: bool = False) -> Reading:
    """Take files in as one document.

    The same files lead to the reading that there is of them, unless it failed or was cancelled; one that was confirmed is made
    anew where that is asked for (``again``).
    """
    require(by, Right.IMPORT, on=by.agency)
    _must_fit(files)
    digest = hashlib.sha256(b"".join(hashlib.sha256(file.content).digest() for file in files)).hexdigest()
    Agency.objects.select_for_update(no_key=True).get(pk=by.agency_id)  # a second person with the same files waits here
    last = Reading.objects.filter(agency=by.agency_id, digest=digest).order_by("-id").first()
    if last and (last.state in OPEN or (last.state == ReadingState.CONFIRMED and not again)):
        return last
    reading = Reading.objects.create(digest=digest, agency=by.agency, received_by=by, received_at=at)
    for number, file in enumerate(files, start=1):
        ReadingFile.objects.create(reading=reading, file=keep(file, at), name=file.name[-300:], number=number)
    record(by, "plans.reading.received", reading, at=at, detail=", ".join(file.name for file in files))
    enqueue_reading(reading.pk)
    return reading


def _must_fit(files: Sequence[SourceFile]) -> None:
    size = sum(len(file.content) for file in files)
    if not files:
        raise refuse("plans.reading.no-file", "tệp văn bản", "chưa có tệp nào", "chọn tệp của kế hoạch rồi gửi lại")
    if len(files) > MOST_FILES or size > MOST_BYTES_TOGETHER:
        limit = f"{MOST_FILES} tệp, tổng cộng {MOST_BYTES_TOGETHER // MEGABYTE} MB"
        raise refuse(
            "plans.reading.too-much", "tệp văn bản", f"{len(files)} tệp, {size // MEGABYTE} MB", f"mỗi lần gửi nhiều nhất {limit}"
        )


@transaction.atomic
def cancel(*, reading_id: int, by: Post, at: datetime) -> Reading:
    """Give a reading up; one that is under way stops before its next page."""
    reading = Reading.objects.select_for_update(of=("self",)).select_related("agency").get(pk=reading_id)
    require(by, Right.IMPORT, on=reading.agency)
    reading.state, reading.ended_at = after(reading.state, ReadingStep.CANCEL), at
    reading.save(update_fields=["state", "ended_at"])
    record(by, "plans.reading.cancelled", reading, at=at)
    return reading


def resume() -> int:
    """Ask anew for the readings that a stopped server left undone; how many. One that is asked for twice is read once."""
    left = Reading.objects.filter(state__in=(ReadingState.WAITING, ReadingState.READING)).values_list("pk", flat=True)
    for reading_id in left:
        enqueue_reading(reading_id)
    return len(left)
