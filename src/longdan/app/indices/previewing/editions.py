"""The edition that a file would bring in, with all that is wrong, and what it would change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.timezone import localdate

from longdan.app.indices.models import IndexSource, SourceKind, SourceState
from longdan.app.indices.queries.own import own_editions
from longdan.app.indices.queries.shipped import shipped_editions
from longdan.core.catalogue.annexes import AnnexHead, read_annex
from longdan.core.catalogue.exchange import read_exchange
from longdan.core.catalogue.indices import Index, Standing, UnitLevel
from longdan.core.catalogue.indices.draft import EditionDraft
from longdan.core.documents import Programs, SourceFile
from longdan.core.documents import read as read_document
from longdan.core.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class EditionPreview:
    """A file with the edition that it would bring in. ``added``, ``changed``, ``gone``: codes of nodes against ``before``, the
    edition of that name that the province has."""

    source: IndexSource
    draft: EditionDraft
    before: Index | None
    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def may_confirm(self) -> bool:
        return self.draft.index is not None and not self.problems and self.source.state == SourceState.WAITING

    @property
    def unchanged(self) -> bool:
        return self.before is not None and self.before == self.draft.index


def edition_preview(source: IndexSource) -> EditionPreview:
    draft = _read(source)
    index = draft.index
    before = _called(own_editions(source.province_id), index) if index else None
    old, new = _nodes(before), _nodes(index)
    return EditionPreview(
        source=source,
        draft=draft,
        before=before,
        added=tuple(code for code in new if code not in old),
        changed=tuple(code for code in new if code in old and new[code] != old[code]),
        gone=tuple(code for code in old if code not in new),
        problems=(*draft.problems, *_clash(index)),
    )


def _read(source: IndexSource) -> EditionDraft:
    """What a file holds; one that cannot be opened at all is a draft of nothing with its problems."""
    try:
        return READERS[source.kind](source)
    except ProblemsFound as found:
        return EditionDraft(None, tuple(found.problems))


def _from_sheet(source: IndexSource) -> EditionDraft:
    return read_exchange(_file(source))


def _from_annex(source: IndexSource) -> EditionDraft:
    head = AnnexHead(
        index=source.index,
        edition=source.edition,
        title=source.title,
        standing=Standing(source.standing),
        act=source.act,
        responsible=source.responsible,
        level=UnitLevel(source.level),
        years=source.years,
        state=localdate(source.received_at),
        part=int(source.part) if source.part else None,
    )
    return read_annex(read_document([_file(source)], Programs()), head)


READERS: Mapping[str, Callable[[IndexSource], EditionDraft]] = {SourceKind.SHEET: _from_sheet, SourceKind.ANNEX: _from_annex}


def _file(source: IndexSource) -> SourceFile:
    return SourceFile(source.name, bytes(source.content))


def _called(editions: tuple[Index, ...], wanted: Index) -> Index | None:
    return next((one for one in editions if (one.index, one.edition) == (wanted.index, wanted.edition)), None)


def _nodes(index: Index | None) -> Mapping[str, object]:
    return index.by_code() if index else {}


def _clash(index: Index | None) -> tuple[Problem, ...]:
    """An edition of the catalogue is never overwritten: a province's own goes by a name of its own."""
    if index is None or not _called(shipped_editions(), index):
        return ()
    what, fix = "danh mục chung đã có bộ cùng tên", "đặt tên khác cho bộ này, ví dụ thêm tên tỉnh vào sau"
    return (Problem("indices.edition-shipped", f"{index.index}/{index.edition}", what, fix),)
