"""Files that bring editions and figures in: the form for them, and what their previews show."""

from dataclasses import dataclass
from typing import Any, assert_never

from django.utils.translation import gettext as _

from longdan.app.agencies.access import Right, may
from longdan.app.agencies.models import Post
from longdan.app.indices.models import SourceKind
from longdan.app.indices.previewing import FIGURES, EditionPreview, FiguresPreview, SourcePreview
from longdan.app.indices.queries import editions
from longdan.core.problems import Problem
from longdan.web.workspace.forms_of_indices import FORMS, SheetForm
from longdan.web.workspace.pages.indices import KINDS, Leaf, leaves_of, number, said

SHOWN = 200  # rows of figures on the page; the file holds them all


@dataclass(frozen=True, slots=True)
class FormPage:
    """The form for a kind of file; ``tabs``: every kind with its name, whether it is this one."""

    kind: SourceKind
    form: SheetForm
    tabs: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``counts``: what is new, changed, gone; ``rows``: of figures, as they are and as they would be."""

    found: SourcePreview
    title: str
    sentence: str
    counts: tuple[tuple[str, int], ...]
    trees: tuple[Leaf, ...]
    proposals: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[str, str, str, str, str, str], ...]
    hidden: int
    remarks: tuple[Problem, ...]
    waits: bool


def may_keep(post: Post) -> bool:
    return may(post, Right.KEEP_INDICES, on=post.agency)


def form_page(post: Post, kind: str, data: Any, files: Any) -> FormPage:
    """The form for what was chosen; a spreadsheet unless the address says otherwise."""
    chosen = SourceKind(kind) if kind in SourceKind.values else SourceKind.SHEET
    more: dict[str, Any] = {"editions": _offered(post)} if chosen in FIGURES else {}
    tabs = tuple((one, str(SourceKind(one).label), one == chosen) for one in FORMS)
    return FormPage(chosen, FORMS[chosen](data, files, **more), tabs)


def _offered(post: Post) -> list[tuple[str, str]]:
    return [(f"{row.index.index}/{row.index.edition}", f"{said(row.index.title)}, {row.index.edition}") for row in editions(post)]


def page(found: SourcePreview) -> Page:
    match found:
        case EditionPreview():
            return _of_edition(found)
        case FiguresPreview():
            return _of_figures(found)
        case _:
            assert_never(found)


def _of_edition(found: EditionPreview) -> Page:
    index = found.draft.index
    counts = ((_("mục mới"), found.added), (_("mục thay đổi"), found.changed), (_("mục không còn"), found.gone))
    return Page(
        found=found,
        title=f"{said(index.title)} {index.edition}" if index else found.source.name,
        sentence=_mend(found) or _edition_sentence(found),
        counts=tuple((name, len(codes)) for name, codes in counts if codes),
        trees=leaves_of(index) if index else (),
        proposals=tuple((one.code, one.words, one.why) for one in found.draft.proposals if one.why),
        rows=(),
        hidden=0,
        remarks=(),
        waits=found.source.state == "waiting",
    )


def _edition_sentence(found: EditionPreview) -> str:
    if found.unchanged:
        return _("Bộ này giống hệt bộ đang dùng.")
    return _("Sẽ thay bộ cùng tên đang dùng của tỉnh.") if found.before else _("Bộ mới, chưa có trong danh mục.")


def _of_figures(found: FiguresPreview) -> Page:
    rows = [*((new, None) for new in found.added), *((new, old) for old, new in found.changed)]
    return Page(
        found=found,
        title=_("Số liệu của bộ %(index)s %(edition)s") % {"index": found.source.index.upper(), "edition": found.source.edition},
        sentence=_mend(found) or _figures_sentence(found),
        counts=tuple((name, count) for name, count in _figure_counts(found) if count),
        trees=(),
        proposals=(),
        rows=tuple(
            (row.input, row.unit, _period(row), str(KINDS[row.kind]), number(old.value) if old else "", _value(row))
            for row, old in rows[:SHOWN]
        ),
        hidden=max(len(rows) - SHOWN, 0),
        remarks=found.remarks,
        waits=found.source.state == "waiting",
    )


def _figure_counts(found: FiguresPreview) -> tuple[tuple[str, int], ...]:
    return ((_("số liệu mới"), len(found.added)), (_("thay đổi"), len(found.changed)), (_("giữ nguyên"), found.same))


def _figures_sentence(found: FiguresPreview) -> str:
    if not found.added and not found.changed:
        return _("Mọi số liệu trong tệp đã có và giống nhau.")
    return _("Ô trống không thành số 0; số liệu khác loại không ghi đè lên nhau.")


def _mend(found: SourcePreview) -> str:
    """What has to be mended in the file first; empty where nothing is."""
    if not found.problems:
        return ""
    return _("%(count)s điều cần sửa trong tệp trước khi đưa vào dùng.") % {"count": len(found.problems)}


def _period(row: Any) -> str:
    whole = (row.first.month, row.first.day, row.last.month, row.last.day) == (1, 1, 12, 31) and row.first.year == row.last.year
    return str(row.first.year) if whole else f"{row.first:%d/%m/%Y} – {row.last:%d/%m/%Y}"


def _value(row: Any) -> str:
    return _("không áp dụng") if row.value is None else number(row.value)
