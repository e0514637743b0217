"""Files come in, are kept byte for byte, and are read behind the web server, whatever happens meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django_q.models import OrmQ

from longdan.app.agencies.access import NotAllowed
from longdan.app.plans import actions
from longdan.app.plans.actions import reading as reading_action
from longdan.app.plans.models import Document, Passage, Reading, ReadingState, StoredFile
from longdan.app.plans.previewing import preview
from longdan.app.plans.queries import reading, readings
from longdan.app.plans.states import SILENT
from longdan.config import jobs
from longdan.core.documents.programs import Programs
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.builders import AT, HEADING, ON, WORDS, a_document, a_draft, a_plan, a_ready_reading, confirmed, three_tasks
from tests.cast import Cast

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAM CHÂU
Số: 12/KH-UBND

Lam Châu, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Nâng cao Chỉ số cải cách hành chính năm 2026

I. MỤC TIÊU
- Chỉ số PAR INDEX năm 2026 đạt từ 88 điểm trở lên.

II. NHIỆM VỤ
- Rà soát, đơn giản hóa thủ tục hành chính, hoàn thành trước ngày 31/3/2026.
- Công khai kết quả giải quyết hồ sơ.

III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ: Chủ trì theo dõi, đôn đốc việc thực hiện Kế hoạch này.
2. UBND các xã, phường: Tổ chức thực hiện Kế hoạch này tại địa phương.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Lãnh
""".encode()


def clock() -> datetime:
    return AT


def received(cast: Cast, content: bytes = PLAN, name: str = "ke-hoach.txt", **more: bool) -> Reading:
    return actions.receive(files=[SourceFile(name, content)], by=cast.chi, at=AT, **more)


def read(one: Reading) -> Reading:
    actions.read(reading_id=one.pk, programs=Programs(), now=clock)
    one.refresh_from_db()
    return one


def test_a_file_becomes_a_preview(cast: Cast) -> None:
    one = read(received(cast))
    assert one.state == ReadingState.READY
    page = preview(cast.chi, one.pk, on=ON)
    assert page.preview.heading.number == "12/KH-UBND"
    assert {each.match.agency for task in page.preview.tasks for each in task.assignments} >= {cast.home_affairs.pk}
    assert "".join(piece.text for passage in page.document.passages for piece in passage.pieces).startswith("ỦY BAN NHÂN DÂN")


def test_every_statement_of_a_preview_is_marked_in_the_document(cast: Cast) -> None:
    page = preview(cast.chi, read(received(cast)).pk, on=ON)
    marked = {name for passage in page.document.passages for piece in passage.pieces for name in piece.marks}
    assert marked >= {task.id for task in page.preview.tasks}


def test_the_same_files_are_the_same_reading(cast: Cast) -> None:
    first = received(cast)
    assert received(cast, name="ten-khac.txt") == first
    assert (StoredFile.objects.count(), OrmQ.objects.count()) == (1, 1)


def test_the_same_files_lead_to_what_was_confirmed_of_them(cast: Cast) -> None:
    plan = a_plan(cast.chi, content=PLAN)
    again = received(cast)
    assert (again.state, again.plan) == (ReadingState.CONFIRMED, plan)


def test_what_failed_or_was_cancelled_is_tried_again(cast: Cast) -> None:
    first = received(cast)
    actions.cancel(reading_id=first.pk, by=cast.chi, at=AT)
    second = received(cast)
    assert (second == first, second.state) == (False, ReadingState.WAITING)


def test_another_agency_has_a_reading_of_its_own_but_the_bytes_are_kept_once(cast: Cast) -> None:
    first = received(cast)
    second = actions.receive(files=[SourceFile("ke-hoach.txt", PLAN)], by=cast.binh, at=AT)
    assert second != first
    assert StoredFile.objects.count() == 1


def test_the_bytes_come_back_as_they_were_given(cast: Cast) -> None:
    stored = received(cast).files.get().file
    with stored.content.open() as kept:
        assert kept.read() == PLAN


def test_what_a_broken_write_left_is_written_anew(cast: Cast) -> None:
    stored = received(cast).files.get().file
    Path(default_storage.path(stored.content.name)).write_bytes(PLAN[:10])
    actions.cancel(reading_id=Reading.objects.get().pk, by=cast.chi, at=AT)
    assert read(received(cast)).state == ReadingState.READY


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([], "plans.reading.no-file"),
        ([SourceFile(f"{n}.txt", b"x") for n in range(1000)], "plans.reading.too-much"),
    ],
)
def test_nothing_and_too_much_are_refused_at_the_door(cast: Cast, files: Sequence[SourceFile], code: str) -> None:
    with pytest.raises(ProblemsFound) as told:
        actions.receive(files=files, by=cast.chi, at=AT)
    assert told.value.problems[0].code == code
    assert Reading.objects.count() == 0


def test_who_only_looks_cannot_hand_files_in(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.receive(files=[SourceFile("a.txt", PLAN)], by=cast.auditor, at=AT)


def test_a_file_that_is_no_plan_leaves_its_problem_and_nothing_else(cast: Cast) -> None:
    one = read(received(cast, "Thực đơn tuần này: cơm, canh, cá.".encode()))
    row = reading(cast.chi, one.pk)
    assert row.state == ReadingState.FAILED
    assert [bool(problem.what and problem.fix) for problem in row.problems] == [True]
    assert (Document.objects.count(), one.preview) == (0, None)


def test_a_file_lost_from_the_disk_is_told_and_can_be_sent_again(cast: Cast) -> None:
    one = received(cast)
    Path(default_storage.path(one.files.get().file.content.name)).unlink()
    assert [problem.code for problem in reading(cast.chi, read(one).pk).problems] == ["plans.reading.file-lost"]
    assert read(received(cast)).state == ReadingState.READY


def test_a_file_altered_on_the_disk_is_not_read_until_it_is_sent_again(cast: Cast) -> None:
    one = received(cast)
    Path(default_storage.path(one.files.get().file.content.name)).write_bytes(PLAN.replace(b"12/KH", b"21/KH"))
    assert [problem.code for problem in reading(cast.chi, read(one).pk).problems] == ["plans.reading.file-altered"]
    assert read(received(cast)).state == ReadingState.READY


def test_a_reader_that_breaks_leaves_an_answer(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reading_action, "read_document", broken)
    one = read(received(cast))
    assert [problem.code for problem in reading(cast.chi, one.pk).problems] == ["plans.reading.broken"]
    assert "ZeroDivisionError" in caplog.text


def test_characters_that_a_database_refuses_are_left_out(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_action, "read_document", lambda *_: a_document("Kế\x00 hoạch \x07 năm"))
    monkeypatch.setattr(reading_action, "read_plan", lambda *_: a_draft(a_document(*WORDS), []))
    assert read(received(cast)).state == ReadingState.READY
    assert Document.objects.get().text == "Kế hoạch năm"


def test_what_the_database_will_not_hold_leaves_an_answer_too(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_action, "to_stored", lambda draft: {"version": object()})
    assert [problem.code for problem in reading(cast.chi, read(received(cast)).pk).problems] == ["plans.reading.broken"]
    assert Document.objects.count() == 0


def pages(count: int, *, cancelling: Cast | None = None, at_page: int = 0) -> object:
    """A reader of a scan, during which somebody may give up."""

    def read_pages(files: Sequence[SourceFile], programs: Programs, progress: Callable[[int, int], None]) -> object:
        for page in range(1, count + 1):
            if cancelling and page == at_page:
                actions.cancel(reading_id=Reading.objects.get().pk, by=cancelling.chi, at=AT)
            progress(page, count)
            seen.append(Reading.objects.get().pages_done)
        return a_document("KẾ HOẠCH")

    seen: list[int] = []
    read_pages.seen = seen  # type: ignore[attr-defined]
    return read_pages


def test_progress_is_told_page_by_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = pages(4)
    monkeypatch.setattr(reading_action, "read_document", reader)
    monkeypatch.setattr(reading_action, "read_plan", lambda document, *_: a_draft(document, [], targets=()))
    monkeypatch.setattr(reading_action, "_finished", lambda *_: None)
    read(received(cast))
    assert reader.seen == [0, 1, 2, 3]  # type: ignore[attr-defined]
    assert reading(cast.chi, Reading.objects.get().pk).pages == 4


def test_giving_up_stops_before_the_next_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = pages(9, cancelling=cast, at_page=3)
    monkeypatch.setattr(reading_action, "read_document", reader)
    one = read(received(cast))
    assert len(reader.seen) == 2  # type: ignore[attr-defined]
    assert (one.state, Document.objects.count()) == (ReadingState.CANCELLED, 0)


def test_a_job_that_runs_twice_does_its_work_once(cast: Cast) -> None:
    one = read(received(cast))
    before = one.ended_at, Passage.objects.count()
    assert (read(one).ended_at, Passage.objects.count()) == before


def test_a_job_that_was_cut_off_is_done_when_it_is_run_again(cast: Cast) -> None:
    one = received(cast)
    Reading.objects.filter(pk=one.pk).update(state=ReadingState.READING)
    assert read(one).state == ReadingState.READY


def test_a_job_that_is_cut_off_every_time_ends_with_an_answer(cast: Cast) -> None:
    one = received(cast)
    for times in range(reading_action.MOST_STARTS, 0, -1):
        reading_action._started(one.pk, AT - times * 2 * SILENT)
    assert [problem.code for problem in reading(cast.chi, read(one).pk).problems] == ["plans.reading.cut-off"]


def test_an_import_that_was_cut_off_goes_on(cast: Cast) -> None:
    Reading.objects.filter(pk=received(cast).pk).update(state=ReadingState.READING)
    found = actions.import_files(files=[SourceFile("ke-hoach.txt", PLAN)], by=cast.chi, programs=Programs(), now=clock)
    assert [one.in_force for one in found] == [True]


def test_what_a_stopped_server_left_undone_is_asked_for_at_the_next_start(cast: Cast) -> None:
    cut_off, done = received(cast), read(received(cast, b"x" + PLAN))
    Reading.objects.filter(pk=cut_off.pk).update(state=ReadingState.READING)
    OrmQ.objects.all().delete()
    assert actions.resume(at=AT) == 1
    assert [order.args() for order in OrmQ.objects.all()] == [(cut_off.pk,)]
    assert done.state == ReadingState.READY


def test_the_order_to_read_is_dropped_with_its_transaction(cast: Cast) -> None:
    with transaction.atomic():
        received(cast)
        transaction.set_rollback(True)
    assert OrmQ.objects.count() == 0


def test_the_job_of_the_settings_reads(cast: Cast) -> None:
    assert f"{jobs.__name__}.{jobs.read.__name__}" == settings.READING_JOB
    one = received(cast)
    jobs.read(one.pk)
    one.refresh_from_db()
    assert one.state == ReadingState.READY


def test_reading_the_same_files_again_keeps_what_people_corrected(cast: Cast) -> None:
    first = a_ready_reading(cast.chi)
    actions.correct(reading_id=first.pk, by=cast.chi, verb="discard", item="t143", at=AT)
    seen = preview(cast.chi, first.pk, on=ON)
    actions.confirm(reading_id=first.pk, by=cast.chi, seen=seen.token, at=AT)
    second = a_ready_reading(cast.chi)
    page = preview(cast.chi, second.pk, on=ON)
    assert (second != first, page.preview, page.corrections) == (True, seen.preview, 1)
    assert {one.change for one in page.compared.values()} == {"unchanged"}


def test_corrections_follow_their_statements_when_the_reader_finds_others_before_them(cast: Cast) -> None:
    of = a_document(*WORDS)
    first = a_ready_reading(cast.chi, of, a_draft(of, three_tasks(of)[1:]))
    actions.correct(reading_id=first.pk, by=cast.chi, verb="edit", item="t199", field="product", value="Biên bản", at=AT)
    confirmed(first, cast.chi)
    page = preview(cast.chi, a_ready_reading(cast.chi, of, a_draft(of)).pk, on=ON)
    assert [task.product for task in page.preview.tasks] == ["Báo cáo", None, "Biên bản"]
    assert [problem.code for problem in page.reading.problems] == ["plans.reading.corrections-kept"]


def test_a_correction_whose_statement_is_no_longer_found_is_told_as_lost(cast: Cast) -> None:
    of = a_document(*WORDS)
    first = a_ready_reading(cast.chi, of)
    actions.correct(reading_id=first.pk, by=cast.chi, verb="edit", item="t199", field="product", value="Biên bản", at=AT)
    confirmed(first, cast.chi)
    page = preview(cast.chi, a_ready_reading(cast.chi, of, a_draft(of, three_tasks(of)[:2])).pk, on=ON)
    assert [problem.code for problem in page.reading.problems] == ["plans.reading.corrections-lost"]


def test_a_stored_file_is_read_again_with_what_people_corrected(cast: Cast) -> None:
    first = read(received(cast))
    item = preview(cast.chi, first.pk, on=ON).preview.tasks[0].id
    actions.correct(reading_id=first.pk, by=cast.chi, verb="discard", item=item, at=AT)
    again = actions.read_again(reading_id=first.pk, by=cast.chi, at=AT)
    first.refresh_from_db()
    assert (first.state, again != first) == (ReadingState.CANCELLED, True)
    assert preview(cast.chi, read(again).pk, on=ON).preview.tasks[0].discarded


def test_what_is_gone_from_the_disk_is_not_read_again_and_the_preview_stays(cast: Cast) -> None:
    first = read(received(cast))
    default_storage.delete(first.files.get().file.content.name)
    with pytest.raises(ProblemsFound) as told:
        actions.read_again(reading_id=first.pk, by=cast.chi, at=AT)
    first.refresh_from_db()
    assert (told.value.problems[0].code, first.state) == ("plans.reading.file-lost", ReadingState.READY)


def test_a_reading_whose_worker_is_alive_is_left_to_it(cast: Cast) -> None:
    one = received(cast)
    reading_action._started(one.pk, AT)
    OrmQ.objects.all().delete()
    assert actions.resume(at=AT + SILENT / 2) == 0
    assert reading_action._started(one.pk, AT + SILENT / 2) is None


def test_a_reading_whose_worker_was_killed_is_taken_up_within_two_minutes(cast: Cast) -> None:
    one = received(cast)
    reading_action._started(one.pk, AT)
    actions.beat(reading_id=one.pk, at=AT + SILENT / 2)
    assert actions.resume(at=AT + 2 * SILENT, waiting=False) == 1
    assert reading_action._started(one.pk, AT + 2 * SILENT)


def test_the_desk_shows_the_agencys_own_readings(cast: Cast) -> None:
    received(cast)
    assert [row.names for row in readings(cast.chi_two).rows] == [("ke-hoach.txt",)]
    assert readings(cast.binh).rows == ()
    with pytest.raises(NotAllowed):
        reading(cast.binh, Reading.objects.get().pk)


def test_a_preview_that_was_given_up_comes_back_with_what_was_corrected(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    item = preview(cast.chi, reading.pk, on=ON).preview.tasks[0].id
    actions.correct(reading_id=reading.pk, by=cast.chi, verb="edit", item=item, field="product", value="Tờ trình", at=AT)
    actions.cancel(reading_id=reading.pk, by=cast.chi, at=AT)
    assert actions.open_again(reading_id=reading.pk, by=cast.chi, at=AT).state == ReadingState.READY
    assert preview(cast.chi, reading.pk, on=ON).preview.tasks[0].product == "Tờ trình"


def test_what_was_given_up_does_not_come_back_beside_the_same_files_handed_in_again(cast: Cast) -> None:
    reading = a_ready_reading(cast.chi)
    actions.cancel(reading_id=reading.pk, by=cast.chi, at=AT)
    Reading.objects.create(digest=reading.digest, agency=reading.agency, received_by=cast.chi, received_at=AT)
    with pytest.raises(ProblemsFound, match="đang có một bản khác"):
        actions.open_again(reading_id=reading.pk, by=cast.chi, at=AT)


def test_what_was_given_up_before_anything_was_read_does_not_come_back(cast: Cast) -> None:
    reading = Reading.objects.create(digest="0" * 64, agency=cast.chi.agency, received_by=cast.chi, received_at=AT)
    actions.cancel(reading_id=reading.pk, by=cast.chi, at=AT)
    with pytest.raises(ProblemsFound, match="chưa có gì để lấy lại"):
        actions.open_again(reading_id=reading.pk, by=cast.chi, at=AT)


def test_a_document_without_a_number_is_listed_without_one(cast: Cast) -> None:
    of = a_document(*WORDS)
    reading = a_ready_reading(cast.chi, of, a_draft(of, three_tasks(of), heading=replace(HEADING, number=None)))
    (row,) = [row for row in readings(cast.chi).rows if row.id == reading.pk]
    assert (row.number, row.title) == ("", HEADING.title)
