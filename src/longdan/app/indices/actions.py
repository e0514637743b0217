"""Bringing editions and figures of indices in: a file is received, looked at, then confirmed or dropped."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from django.db import transaction

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.audit.actions import record
from longdan.app.audit.locks import locked
from longdan.app.indices.models import IndexFigure, IndexSource, OwnEdition, SourceKind, SourceState
from longdan.app.indices.previewing import EditionPreview, FiguresPreview, preview_of
from longdan.core.catalogue.indices.writing import edition_text
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import ProblemsFound, refuse

SAID = ("index", "edition", "title", "act", "responsible", "standing", "level", "years", "part")
NOTHING: Mapping[str, str] = {}
MOST_BYTES = 20 * 1024 * 1024


@transaction.atomic
def receive_source(
    *, file: SourceFile, kind: SourceKind, said: Mapping[str, str] = NOTHING, by: Post, at: datetime
) -> IndexSource:
    """Keep a file for a look, with what is ``said`` of it; one that waits already with the same words is the same again."""
    province = Agency.objects.get(pk=by.agency.province_or_self)
    require(by, Right.KEEP_INDICES, on=province)
    if len(file.content) > MOST_BYTES:
        what = f"nặng {len(file.content) / 1e6:.0f} MB, quá {MOST_BYTES // 1024**2} MB"
        raise refuse("indices.file-too-large", file.name, what, "chia nhỏ tệp, hoặc bỏ hình ảnh trong tệp")
    digest = hashlib.sha256(file.content).hexdigest()
    words = {name: said.get(name, "") for name in SAID}
    source, new = IndexSource.objects.get_or_create(
        province=province, kind=kind, digest=digest, index=words["index"], edition=words["edition"], state=SourceState.WAITING,
        defaults={**words, "name": file.name[:300], "content": file.content, "received_by": by, "received_at": at},
    )  # fmt: skip
    if new:
        record(by, "indices.source.received", source, at=at)
    else:
        IndexSource.objects.filter(pk=source.pk).update(**words)
    return source


@transaction.atomic
def confirm_source(*, source_id: int, by: Post, at: datetime) -> IndexSource:
    """Put what a file holds in use: an edition, new or instead of the province's own of that name, or figures."""
    source = _waiting(source_id, by)
    preview = preview_of(source)
    if preview.problems:
        raise ProblemsFound(list(preview.problems))
    _end(source, SourceState.CONFIRMED, by, at)
    match preview:
        case EditionPreview():
            _put_edition(preview, by, at)
        case FiguresPreview():
            _put_figures(preview, by, at)
        case _:
            assert_never(preview)
    return source


def _put_edition(preview: EditionPreview, by: Post, at: datetime) -> None:
    index, source = preview.draft.index, preview.source
    assert index is not None  # a draft of nothing has problems
    edition, _ = OwnEdition.objects.update_or_create(
        province=source.province, index=index.index, edition=index.edition,
        defaults={"text": edition_text(index), "source": source, "confirmed_at": at},
    )  # fmt: skip
    counts = ((preview.added, "thêm"), (preview.changed, "sửa"), (preview.gone, "bỏ"))
    record(
        by,
        "indices.edition.confirmed",
        edition,
        at=at,
        detail=", ".join(f"{len(some)} mục {word}" for some, word in counts if some),
    )
    source.index, source.edition = index.index, index.edition
    source.save(update_fields=["index", "edition"])


def _put_figures(preview: FiguresPreview, by: Post, at: datetime) -> None:
    """Figures that are there stay unless the file states another value of the same kind."""
    IndexFigure.objects.bulk_create(preview.added, batch_size=500)
    changed = [_restated(old, new) for old, new in preview.changed]
    IndexFigure.objects.bulk_update(changed, ["value", "standard_error", "told_by", "source"], batch_size=200)
    detail = f"{len(preview.added)} số liệu mới, {len(changed)} thay đổi, {preview.same} giữ nguyên"
    record(by, "indices.figures.confirmed", preview.source, at=at, detail=detail)


def _restated(old: IndexFigure, new: IndexFigure) -> IndexFigure:
    old.value, old.standard_error, old.told_by, old.source = new.value, new.standard_error, new.told_by, new.source
    return old


@transaction.atomic
def drop_source(*, source_id: int, by: Post, at: datetime) -> None:
    """Leave a file; nothing of it comes into use, the file itself is kept."""
    source = _waiting(source_id, by)
    _end(source, SourceState.DROPPED, by, at)
    record(by, "indices.source.dropped", source, at=at)


def _waiting(source_id: int, by: Post) -> IndexSource:
    """The file, locked, so that of two people who end it at once one does."""
    source = locked(IndexSource.objects.select_related("province"), source_id)
    require(by, Right.KEEP_INDICES, on=source.province)
    if source.state != SourceState.WAITING:
        what = f"đã ở trạng thái “{SourceState(source.state).label.lower()}”"
        raise refuse("indices.source-ended", source.name, what, "tải lại trang để xem trạng thái mới nhất")
    return source


def _end(source: IndexSource, state: SourceState, by: Post, at: datetime) -> None:
    source.state, source.ended_by, source.ended_at = state, by, at
    source.save(update_fields=["state", "ended_by", "ended_at"])
