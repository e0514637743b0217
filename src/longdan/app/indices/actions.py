"""Bringing editions of indices in: a file is received, looked at, then confirmed or dropped."""

import hashlib
from datetime import datetime

from django.db import transaction

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.indices.models import IndexSource, OwnEdition, SourceKind, SourceState
from longdan.app.indices.previewing import preview_of
from longdan.core.catalogue.indices.writing import edition_text
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound, refuse

MOST_BYTES = 20 * 1024 * 1024


@transaction.atomic
def receive_source(*, file: SourceFile, kind: SourceKind, by: Post, at: datetime) -> IndexSource:
    """Keep a file for a look; one that waits already is the same again."""
    province = Agency.objects.get(pk=by.agency.province_or_self)
    require(by, Right.KEEP_INDICES, on=province)
    if len(file.content) > MOST_BYTES:
        what = f"nặng {len(file.content) / 1e6:.0f} MB, quá {MOST_BYTES // 1024**2} MB"
        raise refuse("indices.file-too-large", file.name, what, "chia nhỏ tệp, hoặc bỏ hình ảnh trong tệp")
    digest = hashlib.sha256(file.content).hexdigest()
    source, new = IndexSource.objects.get_or_create(
        province=province, kind=kind, digest=digest, index="", edition="", state=SourceState.WAITING,
        defaults={"name": file.name[:300], "content": file.content, "received_by": by, "received_at": at},
    )  # fmt: skip
    if new:
        record(by, "indices.source.received", source, at=at)
    return source


@transaction.atomic
def confirm_source(*, source_id: int, by: Post, at: datetime) -> OwnEdition:
    """Put the edition of a file in use, new or instead of the province's own of that name."""
    source = _waiting(source_id, by)
    preview = preview_of(source)
    index = preview.draft.index
    if index is None or preview.problems:
        raise ProblemsFound(list(preview.problems))
    values = {"text": edition_text(index), "source": source, "confirmed_at": at}
    edition, _ = OwnEdition.objects.update_or_create(
        province=source.province, index=index.index, edition=index.edition, defaults=values
    )
    _end(source, SourceState.CONFIRMED, by, at)
    counts = ((preview.added, "thêm"), (preview.changed, "sửa"), (preview.gone, "bỏ"))
    detail = ", ".join(f"{len(codes)} mục {word}" for codes, word in counts if codes)
    record(by, "indices.edition.confirmed", edition, at=at, detail=detail)
    return edition


@transaction.atomic
def drop_source(*, source_id: int, by: Post, at: datetime) -> None:
    """Leave a file; nothing of it comes into use, the file itself is kept."""
    source = _waiting(source_id, by)
    _end(source, SourceState.DROPPED, by, at)
    record(by, "indices.source.dropped", source, at=at)


def _waiting(source_id: int, by: Post) -> IndexSource:
    """The file, locked, so that of two people who end it at once one does."""
    source = IndexSource.objects.select_for_update(of=("self",)).select_related("province").get(pk=source_id)
    require(by, Right.KEEP_INDICES, on=source.province)
    if source.state != SourceState.WAITING:
        what = f"đã ở trạng thái “{SourceState(source.state).label.lower()}”"
        raise refuse("indices.source-ended", source.name, what, "tải lại trang để xem trạng thái mới nhất")
    return source


def _end(source: IndexSource, state: SourceState, by: Post, at: datetime) -> None:
    source.state, source.ended_by, source.ended_at = state, by, at
    source.save(update_fields=["state", "ended_by", "ended_at"])
