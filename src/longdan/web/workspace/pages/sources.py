"""A file that brings an edition in, as its preview shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Post
from longdan.app.indices.previewing import SourcePreview
from longdan.web.workspace.pages.indices import Leaf, leaves_of, said


@dataclass(frozen=True, slots=True)
class Page:
    found: SourcePreview
    title: str
    sentence: str
    counts: tuple[tuple[str, int, tuple[str, ...]], ...]
    trees: tuple[Leaf, ...]
    waits: bool


def may_keep(post: Post) -> bool:
    return may(post, Right.KEEP_INDICES, on=post.agency)


def page(found: SourcePreview) -> Page:
    index = found.draft.index
    counts = ((_("mới"), found.added), (_("thay đổi"), found.changed), (_("không còn"), found.gone))
    return Page(
        found=found,
        title=f"{said(index.title)} {index.edition}" if index else found.source.name,
        sentence=sentence(found),
        counts=tuple((name, len(codes), codes) for name, codes in counts if codes),
        trees=leaves_of(index) if index else (),
        waits=found.source.state == "waiting",
    )


def sentence(found: SourcePreview) -> str:
    """What would happen, or what has to be mended first."""
    if found.problems:
        return _("%(count)s điều cần sửa trong tệp trước khi đưa vào dùng.") % {"count": len(found.problems)}
    if found.unchanged:
        return _("Bộ này giống hệt bộ đang dùng.")
    if found.before:
        return _("Sẽ thay bộ cùng tên đang dùng của tỉnh.")
    return _("Bộ mới, chưa có trong danh mục.")
