"""Evidence: kept byte for byte, in versions, checked, withdrawn, handed out; and what happens when the disk loses a file."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from longdan.app.agencies.access import NotAllowed
from longdan.app.audit.models import Event
from longdan.app.plans.models import Assignment, Plan, StoredFile
from longdan.app.work import actions
from longdan.app.work.models import Evidence, EvidenceVersion
from longdan.app.work.queries import task
from longdan.core.documents import limits
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound
from tests.builders import AT, the_assignment
from tests.cast import Cast
from tests.core.documents.pictures import heic
from tests.core.documents.test_endings import package

REPORT = SourceFile("Báo cáo số 12.txt", "Báo cáo kết quả rà soát".encode())


@pytest.fixture
def duty(cast: Cast, kept_plan: Plan) -> Assignment:
    return the_assignment(kept_plan, cast.commune)


def a_photo() -> SourceFile:
    kept = io.BytesIO()
    Image.new("RGB", (8, 8)).save(kept, "JPEG")
    return SourceFile("hiện trường.jpg", kept.getvalue())


def add(cast: Cast, duty: Assignment, *files: SourceFile, title: str = "") -> list[Evidence]:
    return actions.add_evidence(assignment_id=duty.pk, files=files or (REPORT,), title=title, by=cast.an, at=AT)


def test_several_files_are_items_of_their_own_kept_byte_for_byte(cast: Cast, duty: Assignment) -> None:
    photo = a_photo()
    made = add(cast, duty, REPORT, photo)
    assert [one.title for one in made] == ["Báo cáo số 12", "hiện trường"]
    handed = [actions.hand_out(version_id=one.versions.get().pk, by=cast.chi, at=AT) for one in made]
    assert [(one.name, one.content) for one in handed] == [(file.name, file.content) for file in (REPORT, photo)]


def test_a_newer_version_stands_before_the_older_and_the_same_bytes_make_none(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty, title="Báo cáo rà soát")
    newer = SourceFile("bao-cao-2.txt", b"Bao cao lan hai")
    for _ in range(2):
        actions.add_version(evidence_id=evidence.pk, file=newer, by=cast.an, at=AT)
    (row,) = task(cast.chi, duty.task_id, at=AT).evidence
    assert [(version.number, version.name) for version in row.versions] == [(2, "bao-cao-2.txt"), (1, REPORT.name)]
    assert row.title == "Báo cáo rà soát"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("web.html", b"<html><body><p>x</p></body></html>", "không nhận làm tài liệu kiểm chứng"),
        ("goi.zip", b"", "tệp rỗng"),
        ("chay.exe", b"MZ\x90\x00\x03" + bytes(range(256)) * 4, "không nhận ra loại tệp"),
        ("anh.jpg", b"%PDF-1.7 that is no picture", "nội dung là PDF"),
        ("nen.rar", b"Rar!\x1a\x07\x00 something", "tệp nén RAR"),
    ],
)
def test_what_nobody_could_look_at_is_refused_and_nothing_is_kept(
    cast: Cast, duty: Assignment, name: str, content: bytes, words: str
) -> None:
    before = StoredFile.objects.count()
    with pytest.raises(ProblemsFound, match=words):
        add(cast, duty, REPORT, SourceFile(name, content))
    assert not Evidence.objects.exists()
    assert StoredFile.objects.count() == before


def test_all_that_is_wrong_with_several_files_is_told_at_once(cast: Cast, duty: Assignment) -> None:
    with pytest.raises(ProblemsFound) as found:
        add(cast, duty, SourceFile("a.pdf", b""), SourceFile("b.pdf", b""))
    assert [problem.where for problem in found.value.problems] == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize(("count", "words"), [(0, "chưa có tệp nào"), (limits.MOST_FILES + 1, "mỗi lần gửi nhiều nhất")])
def test_no_file_and_too_many_are_refused(cast: Cast, duty: Assignment, count: int, words: str) -> None:
    with pytest.raises(ProblemsFound, match=words):
        actions.add_evidence(assignment_id=duty.pk, files=[REPORT] * count, by=cast.an, at=AT)


def test_a_file_that_is_too_large_is_refused(cast: Cast, duty: Assignment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longdan.app.work.actions.proving.MOST_BYTES", 10)
    with pytest.raises(ProblemsFound, match="quá mức"):
        add(cast, duty)


@pytest.mark.parametrize("who", ["binh", "chi", "leader", "auditor", "dung"])
def test_nobody_adds_evidence_for_another_agency(cast: Cast, duty: Assignment, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.add_evidence(assignment_id=duty.pk, files=[REPORT], by=getattr(cast, who), at=AT)


def test_another_province_gets_no_file(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty)
    with pytest.raises(NotAllowed):
        actions.hand_out(version_id=evidence.versions.get().pk, by=cast.dung, at=AT)


def test_withdrawn_evidence_says_why_keeps_its_file_and_comes_back(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty)
    with pytest.raises(ProblemsFound, match="lý do rút"):
        actions.withdraw_evidence(evidence_id=evidence.pk, reason=" ", by=cast.an, at=AT)
    actions.withdraw_evidence(evidence_id=evidence.pk, reason="Nhầm tệp", by=cast.an, at=AT)
    (row,) = task(cast.chi, duty.task_id, at=AT).evidence
    assert (row.withdrawn, row.withdrawn_reason) == (True, "Nhầm tệp")
    with pytest.raises(ProblemsFound, match="đã được rút"):
        actions.add_version(evidence_id=evidence.pk, file=a_photo(), by=cast.an, at=AT)
    actions.restore_evidence(evidence_id=evidence.pk, by=cast.an, at=AT)
    assert not task(cast.chi, duty.task_id, at=AT).evidence[0].withdrawn
    assert EvidenceVersion.objects.count() == 1


@pytest.mark.parametrize("altered", [False, True])
def test_a_file_that_the_disk_lost_or_changed_is_told_once_in_the_trail_and_mended_by_the_same_file(
    cast: Cast, duty: Assignment, altered: bool
) -> None:
    (evidence,) = add(cast, duty)
    version = evidence.versions.get()
    path = Path(default_storage.path(version.file.content.name))
    path.write_bytes(b"khac") if altered else path.unlink()
    for _ in range(2):
        assert actions.hand_out(version_id=version.pk, by=cast.chi, at=AT).content is None
    assert Event.objects.filter(verb="work.evidence.lost").count() == 1
    assert task(cast.chi, duty.task_id, at=AT).evidence[0].versions[0].missing
    actions.add_version(evidence_id=evidence.pk, file=REPORT, by=cast.an, at=AT)
    assert actions.hand_out(version_id=version.pk, by=cast.chi, at=AT).content == REPORT.content
    assert Event.objects.filter(verb="work.evidence.found").count() == 1


def test_a_task_that_the_plan_no_longer_holds_takes_no_evidence_and_no_difficulty(cast: Cast, duty: Assignment) -> None:
    duty.task.plan.tasks.update(withdrawn_at=AT)
    with pytest.raises(ProblemsFound, match="không còn nhiệm vụ này"):
        add(cast, duty)
    with pytest.raises(ProblemsFound, match="không còn nhiệm vụ này"):
        actions.raise_difficulty(assignment_id=duty.pk, by=cast.an, text="Thiếu kinh phí", at=AT)
    assert not StoredFile.objects.filter(sha256=hashlib.sha256(REPORT.content).hexdigest()).exists()


def test_a_photograph_of_a_telephone_is_kept_byte_for_byte_and_shown_as_every_browser_can(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty, heic("hiện trường.HEIC"))
    version = evidence.versions.get().pk
    kept = actions.hand_out(version_id=version, by=cast.chi, at=AT).content
    picture = actions.show_picture(version_id=version, by=cast.chi, at=AT).content or b""
    assert (kept, Image.open(io.BytesIO(picture)).format) == (heic().content, "JPEG")


def test_what_is_no_picture_is_not_shown_as_one(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty)
    with pytest.raises(ProblemsFound, match="không phải ảnh"):
        actions.show_picture(version_id=evidence.versions.get().pk, by=cast.chi, at=AT)


def an_archive(*files: SourceFile) -> SourceFile:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        for file in files:
            package.writestr(f"anh/{file.name}", file.content)
    return SourceFile("ảnh hiện trường.zip", kept.getvalue())


def test_an_archive_is_taken_apart_and_each_of_its_files_is_evidence(cast: Cast, duty: Assignment) -> None:
    made = add(cast, duty, REPORT, an_archive(a_photo(), heic()))
    assert [one.title for one in made] == ["Báo cáo số 12", "hiện trường", "IMG_0001"]
    assert made[2].versions.get().file.sha256 == hashlib.sha256(heic().content).hexdigest()


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (lambda: an_archive(SourceFile("a.exe", b"MZ\x90\x00\x03\x00\x01")), "không nhận ra loại tệp"),
        (lambda: an_archive(an_archive(a_photo())), "trong tệp nén có tệp nén khác"),
        (lambda: an_archive(SourceFile("trang.html", b"<html><body><p>a</p></body></html>")), "không nhận làm tài liệu"),
        (lambda: an_archive(), "rỗng"),
    ],
    ids=["a program", "an archive in an archive", "a web page", "nothing"],
)
def test_an_archive_with_something_else_in_it_is_refused_whole(
    cast: Cast, duty: Assignment, inner: Callable[[], SourceFile], words: str
) -> None:
    with pytest.raises(ProblemsFound, match=words):
        add(cast, duty, REPORT, inner())
    assert not Evidence.objects.exists()


def test_an_archive_is_no_newer_version_of_one_file(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty)
    with pytest.raises(ProblemsFound, match="nộp như tài liệu mới"):
        actions.add_version(evidence_id=evidence.pk, file=an_archive(a_photo()), by=cast.an, at=AT)


@pytest.mark.parametrize("name", ["mở.hta", "chạy.js", "chạy.bat", "hình.svg", "dữ liệu.xml", "không đuôi"])
def test_plain_text_under_the_name_of_something_that_runs_is_refused(cast: Cast, duty: Assignment, name: str) -> None:
    with pytest.raises(ProblemsFound, match="không nhận làm tài liệu kiểm chứng"):
        add(cast, duty, SourceFile(name, b"xin chao"))


PDF = b"%PDF-1.7 Bao cao"
SCRIPTS = {
    "bao-cao.hta": b"<!--%PDF-1.4--><script>new ActiveXObject('WScript.Shell').Run('calc')</script>",
    "bao-cao.js": b"/*%PDF-1.4*/ new ActiveXObject('WScript.Shell').Run('calc')",
    "bao-cao.vbs": b"'%PDF-1.4\r\nMsgBox 1",
    "bao-cao.bat": b"BM=1 & calc.exe",
    "bao-cao.exe": PDF,
    "bao-cao.pdf.lnk": PDF,
    "bao-cao.pdf ": PDF,
    "anh.hta": heic().content,
    "anh.jpg": b"\xff\xd8\xff\xe0<script>alert(1)</script>",
    "bang.xlsm": package("xl/workbook.xml", "xl/vbaProject.bin"),
    "bang.xlsx": package("xl/workbook.xml", "xl/vbaProject.bin"),
    "ke-hoach.docm": package("word/document.xml"),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_opens_as_something_else_than_it_looks_is_refused_whatever_its_first_bytes(
    cast: Cast, duty: Assignment, name: str
) -> None:
    with pytest.raises(ProblemsFound):
        add(cast, duty, SourceFile(name, SCRIPTS[name]))
    assert not StoredFile.objects.filter(sha256=hashlib.sha256(SCRIPTS[name]).hexdigest()).exists()


def test_what_was_kept_under_such_a_name_before_is_handed_out_under_an_ending_of_its_kind(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty, SourceFile("bao-cao.pdf", PDF))
    evidence.versions.update(name="bao-cao.hta")
    assert actions.hand_out(version_id=evidence.versions.get().pk, by=cast.chi, at=AT).name == "bao-cao.hta.pdf"


def test_what_a_result_was_approved_upon_stays_and_more_may_be_added(cast: Cast, duty: Assignment) -> None:
    (evidence,) = add(cast, duty)
    actions.submit(assignment_id=duty.pk, by=cast.an, text="Xong", at=AT)
    actions.finish(assignment_id=duty.pk, by=cast.chi, at=AT)
    for deed in (
        lambda: actions.withdraw_evidence(evidence_id=evidence.pk, reason="Nhầm", by=cast.an, at=AT),
        lambda: actions.add_version(evidence_id=evidence.pk, file=a_photo(), by=cast.an, at=AT),
    ):
        with pytest.raises(ProblemsFound, match="đã duyệt"):
            deed()
    add(cast, duty, a_photo())
    rows = task(cast.an, duty.task_id, at=AT).evidence
    assert [(row.may_change, row.withdrawn, len(row.versions)) for row in rows] == [(False, False, 1)] * 2


def test_who_is_no_longer_given_a_task_hands_in_nothing_for_it(cast: Cast, duty: Assignment) -> None:
    actions.cancel(assignment_id=duty.pk, by=cast.chi, reason="Chia lại", at=AT)
    with pytest.raises(ProblemsFound, match="thôi được giao"):
        add(cast, duty)
    (mine,) = (one for one in task(cast.an, duty.task_id, at=AT).duties if one.assignment_id == duty.pk)
    assert (mine.may_attach, mine.may_raise) == (False, False)
