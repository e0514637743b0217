"""Taking files in: kept byte for byte, each content once, and handed to the reader."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.plans.actions.keeping import keep
from longdan.app.plans.jobs import enqueue_reading
from longdan.app.plans.models import Reading, ReadingFile, ReadingKind, ReadingState
from longdan.app.plans.states import OPEN, SILENT, ReadingStep, after
from longdan.core.documents.limits import MEGABYTE, MOST_BYTES_TOGETHER, MOST_FILES
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import refuse


@transaction.atomic
def receive(*, files: Sequence[SourceFile], by: Post, at: datetime, again: bool = False) -> Reading:
    """Take files in as one document.

    The same files lead to the reading that there is of them, unless it failed or was cancelled; one that was confirmed is made
    anew where that is asked for (``again``), and that of a sheet always: its plan may have been changed back since.
    """
    require(by, Right.IMPORT, on=by.agency)
    _must_fit(files)
    digest = hashlib.sha256(b"".join(hashlib.sha256(file.content).digest() for file in files)).hexdigest()
    Agency.objects.select_for_update(no_key=True).get(pk=by.agency_id)  # a second person with the same files waits here
    last = Reading.objects.filter(agency=by.agency_id, digest=digest).order_by("-id").first()
    if last and (last.state in OPEN or (last.state == ReadingState.CONFIRMED and not (again or last.kind == ReadingKind.SHEET))):
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
    reading = locked(Reading.objects.select_related("agency"), reading_id)
    require(by, Right.IMPORT, on=reading.agency)
    reading.state, reading.ended_at = after(reading.state, ReadingStep.CANCEL), at
    reading.save(update_fields=["state", "ended_at"])
    record(by, "plans.reading.cancelled", reading, at=at)
    return reading


@transaction.atomic
def open_again(*, reading_id: int, by: Post, at: datetime) -> Reading:
    """Take back that a preview was given up: it stands again as it was, with what people corrected.

    Refused where nothing had been read yet, or where the same files were handed in again meanwhile.
    """
    reading = locked(Reading.objects.select_related("agency"), reading_id)
    require(by, Right.IMPORT, on=reading.agency)
    reading.state = after(reading.state, ReadingStep.REOPEN)
    if reading.preview is None or reading.document_id is None:
        fix = "đọc lại tệp gốc, hoặc gửi lại tệp"
        raise refuse("plans.reading.nothing-read", "bản đọc", "đã thôi trước khi đọc xong nên chưa có gì để lấy lại", fix)
    Agency.objects.select_for_update(no_key=True).get(pk=reading.agency_id)
    if Reading.objects.filter(agency=reading.agency_id, digest=reading.digest, state__in=OPEN).exists():
        fix = "mở bản đang chờ xác nhận ở mục Văn bản"
        raise refuse("plans.reading.open-elsewhere", "bản đọc", "tệp này đã được gửi lại và đang có một bản khác", fix)
    reading.save(update_fields=["state"])
    record(by, "plans.reading.reopened", reading, at=at)
    return reading


@transaction.atomic
def read_again(*, reading_id: int, by: Post, at: datetime) -> Reading:
    """Read the stored files of a reading anew, as with a better reader; a preview that is open gives way to the new one,
    which takes over what people corrected. Refused where the disk no longer holds the files."""
    old = locked(Reading.objects.select_related("agency"), reading_id)
    require(by, Right.IMPORT, on=old.agency)
    if old.kind != ReadingKind.DOCUMENT or old.state in (ReadingState.WAITING, ReadingState.READING):
        label = ReadingState(old.state).label.lower()
        raise refuse("plans.reading.state", "bản đọc", f"không đọc lại được ({label})", "chờ đọc xong, hoặc gửi tệp mới")
    files = list(old.files.select_related("file"))
    lost = [one.name for one in files if not default_storage.exists(str(one.file.content.name))]
    if lost:
        raise refuse("plans.reading.file-lost", ", ".join(lost), "tệp gốc không còn trên máy chủ", SEND_AGAIN)
    Agency.objects.select_for_update(no_key=True).get(pk=old.agency_id)
    last = Reading.objects.filter(agency=old.agency_id, digest=old.digest, state__in=OPEN).exclude(pk=old.pk).first()
    if last:
        return last
    if old.state == ReadingState.READY:
        old.state, old.ended_at = after(old.state, ReadingStep.CANCEL), at
        old.save(update_fields=["state", "ended_at"])
    reading = Reading.objects.create(digest=old.digest, agency=old.agency, received_by=by, received_at=at)
    ReadingFile.objects.bulk_create(
        ReadingFile(reading=reading, file=one.file, name=one.name, number=one.number) for one in files
    )
    record(by, "plans.reading.again", reading, at=at, detail=", ".join(one.name for one in files))
    enqueue_reading(reading.pk)
    return reading


SEND_AGAIN = "gửi lại tệp này; phần mềm sẽ lưu lại bản gốc"


def resume(*, at: datetime, waiting: bool = True) -> int:
    """Ask anew for the readings whose worker gave no sign of life for a while, and for those that nobody has begun (``waiting``);
    how many. One that is asked for twice is read once."""
    silent = Q(alive_at__isnull=True) | Q(alive_at__lt=at - SILENT)
    undone = Q(state=ReadingState.READING) & silent
    left = Reading.objects.filter(undone | Q(state=ReadingState.WAITING) if waiting else undone).values_list("pk", flat=True)
    for reading_id in left:
        enqueue_reading(reading_id)
    return len(left)
