"""What a file would bring in, before anybody confirms it: an edition with all that is wrong, and what it would change."""

from collections.abc import Callable
from dataclasses import dataclass

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.indices.models import IndexSource, SourceKind, SourceState
from longdan.app.indices.queries.own import own_editions
from longdan.app.indices.queries.shipped import shipped_editions
from longdan.core.catalogue.exchange import read_exchange
from longdan.core.catalogue.indices import Index
from longdan.core.catalogue.indices.draft import EditionDraft
from longdan.core.documents.sources import SourceFile
from longdan.core.problems import Problem, ProblemsFound

READERS: dict[str, Callable[[SourceFile], EditionDraft]] = {SourceKind.SHEET: read_exchange}


@dataclass(frozen=True, slots=True)
class SourcePreview:
    """A file with what it would bring in. ``added``, ``changed``, ``gone``: codes of nodes against ``before``, the edition of
    that name that the province has; ``clash``: the catalogue itself has one, which no import may stand for."""

    source: IndexSource
    draft: EditionDraft
    before: Index | None
    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    problems: tuple[Problem, ...]
    may_confirm: bool

    @property
    def unchanged(self) -> bool:
        return self.before is not None and self.before == self.draft.index


def source_preview(post: Post, source_id: int) -> SourcePreview:
    """The preview of a file that was brought in, read anew each time."""
    source = IndexSource.objects.select_related("province", "received_by__account", "received_by__agency").get(pk=source_id)
    require(post, Right.KEEP_INDICES, on=source.province)
    return preview_of(source)


def preview_of(source: IndexSource) -> SourcePreview:
    draft = read(SourceFile(source.name, bytes(source.content)), source.kind)
    index = draft.index
    before = _called(own_editions(source.province_id), index) if index else None
    old, new = (_nodes(one) for one in (before, index))
    problems = (*draft.problems, *_clash(index))
    return SourcePreview(
        source=source,
        draft=draft,
        before=before,
        added=tuple(code for code in new if code not in old),
        changed=tuple(code for code in new if code in old and new[code] != old[code]),
        gone=tuple(code for code in old if code not in new),
        problems=problems,
        may_confirm=index is not None and not problems and source.state == SourceState.WAITING,
    )


def read(file: SourceFile, kind: str) -> EditionDraft:
    """What a file holds; one that cannot be opened at all is a draft of nothing with its problems."""
    try:
        return READERS[kind](file)
    except ProblemsFound as found:
        return EditionDraft(None, tuple(found.problems))


def _called(editions: tuple[Index, ...], wanted: Index) -> Index | None:
    return next((one for one in editions if (one.index, one.edition) == (wanted.index, wanted.edition)), None)


def _nodes(index: Index | None) -> dict[str, object]:
    return dict(index.by_code()) if index else {}


def _clash(index: Index | None) -> tuple[Problem, ...]:
    """An edition of the catalogue is never overwritten: a province's own goes by a name of its own."""
    if index is None or not _called(shipped_editions(), index):
        return ()
    what, fix = "danh mục chung đã có bộ cùng tên", "đặt tên khác cho bộ này, ví dụ thêm tên tỉnh vào sau"
    return (Problem("indices.edition-shipped", f"{index.index}/{index.edition}", what, fix),)
