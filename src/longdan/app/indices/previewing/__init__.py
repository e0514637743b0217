"""What a file would bring in, before anybody confirms it."""

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.indices.models import IndexSource, SourceKind
from longdan.app.indices.previewing.editions import EditionPreview, edition_preview
from longdan.app.indices.previewing.figures import FiguresPreview, figures_preview

SourcePreview = EditionPreview | FiguresPreview
FIGURES = (SourceKind.FIGURES, SourceKind.RESULTS)


def source_preview(post: Post, source_id: int) -> SourcePreview:
    """The preview of a file that was brought in, read anew each time."""
    source = IndexSource.objects.select_related("province", "received_by__account", "received_by__agency").get(pk=source_id)
    require(post, Right.KEEP_INDICES, on=source.province)
    return preview_of(source)


def preview_of(source: IndexSource) -> SourcePreview:
    return figures_preview(source) if source.kind in FIGURES else edition_preview(source)


__all__ = ["EditionPreview", "FiguresPreview", "SourcePreview", "preview_of", "source_preview"]
