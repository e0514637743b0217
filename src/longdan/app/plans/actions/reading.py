"""Reading the files that were taken in: the work that is done behind the web server."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from longdan.app.agencies.queries import known_places
from longdan.app.plans.actions.carrying_corrections import carry_corrections
from longdan.app.plans.actions.proposing import propose_sheet, sheet_among
from longdan.app.plans.actions.receiving import SEND_AGAIN
from longdan.app.plans.models import Document, Passage, Reading, ReadingProblem, ReadingState
from longdan.app.plans.states import SILENT, ReadingStep, after
from longdan.core.documents import model
from longdan.core.documents.programs import Cancelled, Programs
from longdan.core.documents.reading import read as read_document
from longdan.core.documents.sources import SourceFile
from longdan.core.plans.draft import PlanDraft
from longdan.core.plans.reading import read_plan
from longdan.core.plans.storing import to_stored
from longdan.core.problems import Problem, ProblemsFound, refuse
from longdan.core.vietnamese import fold

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def read(*, reading_id: int, programs: Programs, now: Clock) -> None:
    """Read the files of a reading and leave a preview, or the problems; may be run again where it was cut off."""
    reading = _started(reading_id, now())
    if reading is None:
        return
    if reading.starts > MOST_STARTS:
        _failed(reading_id, [CUT_OFF], now())
        return
    try:
        files = _files(reading)
        if sheet := sheet_among(files):
            propose_sheet(reading_id, sheet, now())
            return
        document = read_document(files, programs, lambda page, pages: _told(reading_id, page, pages))
        _finished(reading_id, document, read_plan(document, known_places()), now())
    except Cancelled:
        return
    except ProblemsFound as found:
        _failed(reading_id, found.problems, now())
    except Exception:  # whatever a file does to a reader, its sender gets an answer
        log.exception("reading %s broke", reading_id)
        _failed(reading_id, [BROKEN], now())


BROKEN = Problem(
    "plans.reading.broken",
    "tệp văn bản",
    "phần mềm gặp lỗi khi đọc tệp này",
    "lưu lại tệp ở định dạng DOCX hoặc PDF rồi gửi lại; nếu vẫn lỗi, gửi tệp cho quản trị hệ thống",
)
# A worker that is killed leaves no answer, and its order comes back: a file that kills must not do so for ever.
MOST_STARTS = 3
CUT_OFF = Problem(
    "plans.reading.cut-off",
    "tệp văn bản",
    f"đã đọc {MOST_STARTS} lần, lần nào cũng bị ngắt giữa chừng",
    "gửi từng phần của văn bản, hoặc gửi bản Word nếu có; nếu vẫn bị ngắt, báo quản trị hệ thống",
)


def beat(*, reading_id: int, at: datetime) -> None:
    """Say that somebody is at work on a reading; who does not say so for ``SILENT`` is taken for dead."""
    Reading.objects.filter(pk=reading_id, state=ReadingState.READING).update(alive_at=at)


@transaction.atomic
def _started(reading_id: int, at: datetime) -> Reading | None:
    """The reading, now under way; None where it has ended, or where another worker is at it and alive."""
    reading = Reading.objects.select_for_update(no_key=True).get(pk=reading_id)
    if reading.state not in (ReadingState.WAITING, ReadingState.READING):
        return None
    if reading.state == ReadingState.READING and reading.alive_at and at - reading.alive_at < SILENT:
        return None
    reading.state, reading.started_at, reading.alive_at = after(reading.state, ReadingStep.START), at, at
    reading.starts += 1
    reading.save(update_fields=["state", "started_at", "alive_at", "starts"])
    return reading


def _files(reading: Reading) -> list[SourceFile]:
    """The bytes as they were taken in; refused where the disk no longer holds just these."""
    files = []
    for one in reading.files.select_related("file"):
        try:
            with one.file.content.open() as kept:
                content = kept.read()
        except FileNotFoundError:
            raise refuse("plans.reading.file-lost", one.name, "tệp gốc không còn trên máy chủ", SEND_AGAIN) from None
        if hashlib.sha256(content).hexdigest() != one.file.sha256:
            raise refuse("plans.reading.file-altered", one.name, "tệp gốc trên máy chủ đã bị thay đổi", SEND_AGAIN)
        files.append(SourceFile(one.name, content))
    return files


def _told(reading_id: int, page: int, pages: int) -> None:
    """Say which page is being read; stop where the reading was given up meanwhile."""
    under_way = Reading.objects.filter(pk=reading_id, state=ReadingState.READING)
    if not under_way.update(pages_done=max(page - 1, 0), pages=pages):
        raise Cancelled


@transaction.atomic
def _failed(reading_id: int, problems: Sequence[Problem], at: datetime) -> None:
    reading = Reading.objects.select_for_update(no_key=True).get(pk=reading_id)
    if reading.state != ReadingState.READING:
        return
    reading.state, reading.ended_at = after(reading.state, ReadingStep.FAIL), at
    reading.save(update_fields=["state", "ended_at"])
    ReadingProblem.objects.bulk_create(
        ReadingProblem(reading=reading, code=one.code, where=one.where[:400], what=one.what, fix=one.fix) for one in problems
    )


@transaction.atomic
def _finished(reading_id: int, document: model.Document, draft: PlanDraft, at: datetime) -> None:
    reading = Reading.objects.select_for_update(no_key=True).get(pk=reading_id)
    if reading.state != ReadingState.READING:
        return
    reading.document = _kept(reading.digest, document, at)
    reading.preview = to_stored(draft)
    reading.state, reading.ended_at = after(reading.state, ReadingStep.FINISH), at
    reading.pages_done, reading.pages = document.pages or 0, document.pages
    reading.save()
    carry_corrections(reading, at)


def _kept(digest: str, document: model.Document, at: datetime) -> Document:
    """The document with its passages, kept once."""
    text_digest = hashlib.sha256(document.text.encode()).hexdigest()
    kept, new = Document.objects.get_or_create(
        digest=digest,
        text_digest=text_digest,
        defaults={
            "name": document.name[:300],
            "text": document.text,
            "pages": document.pages,
            "recognised": document.recognised,
            "read_at": at,
        },
    )
    if new:
        Passage.objects.bulk_create((_passage(kept, passage) for passage in document.passages), batch_size=500)
    return kept


def _passage(document: Document, passage: model.Passage) -> Passage:
    at = passage.place
    return Passage(
        document=document,
        start=passage.start,
        end=passage.end,
        kind=passage.kind,
        file=at.file[-300:],
        page=at.page,
        paragraph=at.paragraph,
        table=at.table,
        row=at.row,
        column=at.column,
        folded=fold(document.text[passage.start : passage.end]),
    )
