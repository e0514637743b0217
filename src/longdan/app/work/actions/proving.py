"""Evidence at an assignment: files added, replaced by a newer version, withdrawn, handed out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.db.models import Max

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.audit.repeats import sent_already
from longdan.app.plans.actions.keeping import keep
from longdan.app.plans.models import Assignment, AssignmentState
from longdan.app.work.access import own
from longdan.app.work.actions.stepping import must_be_given, said
from longdan.app.work.models import Evidence, EvidenceVersion
from longdan.core.documents.archives import unpacked
from longdan.core.documents.endings import ENDINGS, ends_as, handed_on
from longdan.core.documents.formats import Format, format_of
from longdan.core.documents.limits import MEGABYTE, MOST_BYTES, MOST_BYTES_TOGETHER, MOST_FILES
from longdan.core.documents.macros import carries_macros
from longdan.core.documents.photographs import require_picture, viewable
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import Problem, ProblemsFound, refuse

# What whoever verifies can open and look at; a web page may do something when opened. An archive is taken apart: what it holds
# proves something, not the archive, and nobody should have to unpack a stranger's file to look.
FIX_ARCHIVE = "giải nén rồi chọn đúng tệp thay thế; nhiều tệp thì nộp như tài liệu mới, phần mềm sẽ mở tệp nén ra"
LONGEST_SIDE = 1600  # points of a photograph as it is shown
TAKEN = (Format.PDF, Format.DOCX, Format.DOC, Format.SHEETS, Format.IMAGE, Format.TEXT)


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file of evidence as it was handed in; ``content`` is None where the disk no longer holds just these bytes."""

    task_id: int
    name: str
    title: str
    content: bytes | None


@transaction.atomic
def add_evidence(*, assignment_id: int, files: Sequence[SourceFile], title: str = "", by: Post, at: datetime) -> list[Evidence]:
    """Add files as evidence, each an item of its own, those of an archive (.zip) as well.

    A title may be given where there is one file, else the names are titles. What one press sends twice is added once.
    """
    files = _apart(files)
    assignment = Assignment.objects.select_related("task__plan__owner", "agency").get(pk=assignment_id)
    require(by, Right.ATTACH, on=own(assignment))
    must_be_given(assignment)
    formats = _fit(files)
    made = []
    for file, format_ in zip(files, formats, strict=True):
        called = title.strip() if len(files) == 1 and title.strip() else PurePath(file.name).stem or file.name
        alike = assignment.evidence.filter(title=called[:300], withdrawn_at__isnull=True, versions__file__sha256=sha256(file))
        made.append(sent_already(alike, by=by, at=at) or _added(assignment, called[:300], file, format_, by, at))
    return made


def _added(assignment: Assignment, title: str, file: SourceFile, format_: Format, by: Post, at: datetime) -> Evidence:
    evidence = Evidence(assignment=assignment, title=title, by=by, at=at).keyed(file.name)
    evidence.save()
    _version(evidence, 1, file, format_, by, at)
    return evidence


@transaction.atomic
def add_version(*, evidence_id: int, file: SourceFile, by: Post, at: datetime) -> EvidenceVersion:
    """Put a newer file in the place of an item's last; the older ones stay. The same bytes again change nothing."""
    evidence = _locked(evidence_id, by)
    if evidence.withdrawn_at:
        raise refuse("work.evidence.withdrawn", evidence.title, "tài liệu này đã được rút", "nộp tệp như một tài liệu mới")
    _must_be_open(evidence)
    (format_,) = _fit([file])
    last = evidence.versions.select_related("file").order_by("-number").first()
    if last and last.missing_since is None and last.file.sha256 == sha256(file):
        return last
    number = (evidence.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    made = _version(evidence, number, file, format_, by, at)
    evidence.keyed(*evidence.versions.values_list("name", flat=True)).save(update_fields=["folded"])
    return made


@transaction.atomic
def withdraw_evidence(*, evidence_id: int, reason: str, by: Post, at: datetime) -> Evidence:
    """Say, with the reason, that an item proves nothing (a wrong file); nothing is deleted."""
    evidence = _locked(evidence_id, by)
    if evidence.withdrawn_at is None:
        _must_be_open(evidence)
        evidence.withdrawn_at, evidence.withdrawn_reason = at, said(reason, "lý do rút")
        evidence.save(update_fields=["withdrawn_at", "withdrawn_reason"])
        record(by, "work.evidence.withdrawn", evidence, at=at, detail=evidence.withdrawn_reason)
    return evidence


@transaction.atomic
def restore_evidence(*, evidence_id: int, by: Post, at: datetime) -> Evidence:
    """Undo the withdrawal of an item."""
    evidence = _locked(evidence_id, by)
    if evidence.withdrawn_at is not None:
        evidence.withdrawn_at, evidence.withdrawn_reason = None, ""
        evidence.save(update_fields=["withdrawn_at", "withdrawn_reason"])
        record(by, "work.evidence.restored", evidence, at=at)
    return evidence


@transaction.atomic
def show_picture(*, version_id: int, by: Post, at: datetime) -> HandedOut:
    """A photograph as every browser shows it, made from the bytes that were handed in; refused for what is no picture."""
    found = hand_out(version_id=version_id, by=by, at=at)
    if found.content is None:
        return found
    file = SourceFile(found.name, found.content)
    if format_of(file) is not Format.IMAGE:
        raise refuse("work.evidence.no-picture", found.name, "tệp này không phải ảnh", "tải tệp về rồi mở trên máy")
    return replace(found, content=viewable(file, LONGEST_SIDE))


@transaction.atomic
def hand_out(*, version_id: int, by: Post, at: datetime) -> HandedOut:
    """The bytes of a version, to whoever may see its plan; that the disk lost or changed them is written down, once."""
    rows = EvidenceVersion.objects.select_related("file", "evidence__assignment__task__plan__owner")
    version = rows.get(pk=version_id)
    task = version.evidence.assignment.task
    require(by, Right.SEE, on=task.plan.owner)
    content = _bytes(version)
    missing = content is None
    if missing != (version.missing_since is not None):
        version.missing_since = at if missing else None
        version.save(update_fields=["missing_since"])
        record(None, f"work.evidence.{'lost' if missing else 'found'}", version, at=at, detail=version.evidence.title)
    name = version.name if content is None else handed_on(SourceFile(version.name, content))
    return HandedOut(task.pk, name, version.evidence.title, content)


def _bytes(version: EvidenceVersion) -> bytes | None:
    try:
        with version.file.content.open() as kept:
            content = bytes(kept.read())
    except FileNotFoundError:
        return None
    return content if hashlib.sha256(content).hexdigest() == version.file.sha256 else None


def sha256(file: SourceFile) -> str:
    return hashlib.sha256(file.content).hexdigest()


def _locked(evidence_id: int, by: Post) -> Evidence:
    evidence = locked(Evidence.objects.select_related("assignment__task__plan__owner", "assignment__agency"), evidence_id)
    require(by, Right.ATTACH, on=own(evidence.assignment))
    return evidence


def _must_be_open(evidence: Evidence) -> None:
    """Refuse to change what a result was approved upon; more may be added to it."""
    if evidence.assignment.state == AssignmentState.DONE:
        fix = "nộp thêm tài liệu mới, hoặc đề nghị cơ quan giao việc mở lại việc đã duyệt"
        raise refuse("work.evidence.approved", evidence.title, "việc đã duyệt hoàn thành dựa trên tài liệu này", fix)


def _version(evidence: Evidence, number: int, file: SourceFile, format_: Format, by: Post, at: datetime) -> EvidenceVersion:
    made = EvidenceVersion.objects.create(
        evidence=evidence, number=number, file=keep(file, at), name=file.name[-300:], format=format_.value, by=by, at=at
    )
    record(by, "work.evidence.added", evidence, at=at, detail=f"{file.name}, phiên bản {number}, mã băm {made.file.sha256[:16]}")
    return made


def _apart(files: Sequence[SourceFile]) -> list[SourceFile]:
    """The files, with those of each archive in its place; all that is wrong with any archive is told at once."""
    found, problems = list[SourceFile](), list[Problem]()
    for file in files:
        try:
            inner = unpacked(file) if _is_archive(file) else [file]
            found += [SourceFile(PurePath(one.name).name, one.content) for one in inner]
        except ProblemsFound as refused:
            problems += refused.problems
    if problems:
        raise ProblemsFound(problems)
    return found


def _is_archive(file: SourceFile) -> bool:
    return file.content.startswith(b"PK") and len(file.content) <= MOST_BYTES and format_of(file) is Format.ARCHIVE


def _fit(files: Sequence[SourceFile]) -> list[Format]:
    """What the files are; all that is wrong with any of them is told at once."""
    if not files:
        raise refuse("work.evidence.no-file", "tệp kiểm chứng", "chưa có tệp nào", "chọn hoặc chụp ít nhất một tệp rồi gửi lại")
    if len(files) > MOST_FILES or sum(len(file.content) for file in files) > MOST_BYTES_TOGETHER:
        limit = f"{MOST_FILES} tệp, tổng cộng {MOST_BYTES_TOGETHER // MEGABYTE} MB"
        raise refuse("work.evidence.too-much", "tệp kiểm chứng", "quá nhiều trong một lần", f"mỗi lần gửi nhiều nhất {limit}")
    formats, problems = [], list[Problem]()
    for file in files:
        try:
            formats.append(_format(file))
        except ProblemsFound as found:
            problems += found.problems
    if problems:
        raise ProblemsFound(problems)
    return formats


OFFICE = (Format.DOCX, Format.DOC, Format.SHEETS)


def _format(file: SourceFile) -> Format:
    if len(file.content) > MOST_BYTES:
        what = f"tệp nặng {len(file.content) // MEGABYTE} MB, quá mức {MOST_BYTES // MEGABYTE} MB"
        raise refuse("work.evidence.too-large", file.name, what, "giảm dung lượng ảnh hoặc tách tệp")
    found = format_of(file)
    if found not in TAKEN:
        fix = FIX_ARCHIVE if found is Format.ARCHIVE else "nộp tệp PDF, Word, Excel, ảnh hoặc văn bản thuần"
        raise refuse("work.evidence.kind", file.name, f"{found.value} không nhận làm tài liệu kiểm chứng", fix)
    if found in OFFICE and carries_macros(file):
        what, fix = "tệp có macro, không nhận làm tài liệu kiểm chứng", "lưu lại thành .docx, .xlsx (không có macro) hoặc PDF"
        raise refuse("work.evidence.macro", file.name, what, fix)
    if not ends_as(file.name, found):
        ending = f"đuôi tên tệp là “{file.extension}”" if file.extension else "tên tệp không có đuôi"
        what = f"nội dung là {found.value} nhưng {ending}, không nhận làm tài liệu kiểm chứng"
        raise refuse("work.evidence.ending", file.name, what, f"đổi đuôi tên tệp thành {ENDINGS[found][0]} rồi gửi lại")
    if found is Format.IMAGE:
        require_picture(file)
    return found
