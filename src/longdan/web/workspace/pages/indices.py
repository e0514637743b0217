"""The editions of indices as the list and the page of one edition show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from longdan.app.indices.queries import Branch, Display, EditionPage, EditionRow, Index, trees
from longdan.web.workspace.pages import words

STANDINGS = {
    "official": gettext_lazy("chính thức"),
    "own": gettext_lazy("bộ của tỉnh"),
    "sample": gettext_lazy("bộ mẫu do nhóm phát triển soạn, không phải văn bản chính thức"),
    "template": gettext_lazy("khung để tỉnh điền"),
}
KINDS = {
    "published": gettext_lazy("đã công bố"),
    "recomputed": gettext_lazy("tính lại"),
    "self-scored": gettext_lazy("tự chấm"),
    "verified": gettext_lazy("đã thẩm định"),
    "target": gettext_lazy("mục tiêu"),
    "forecast": gettext_lazy("dự báo"),
}
LEVELS = {
    "province": gettext_lazy("cấp tỉnh"),
    "department": gettext_lazy("sở, ban, ngành"),
    "district": gettext_lazy("cấp huyện"),
    "commune": gettext_lazy("cấp xã"),
}
DECIMALS = 4  # of figures and of marks whose edition prints no more


@dataclass(frozen=True, slots=True)
class Row:
    """An edition in the list."""

    index: str
    edition: str
    title: str
    years: str
    level: str
    standing: str
    facts: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a mark is what it is: the rule in words, the figures, the source."""

    rule: str
    figures: tuple[tuple[str, str, str], ...]
    source: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A row of the tree; ``share`` of the most points in a hundred, None where either is not known."""

    code: str
    title: str
    points: str
    most: str
    share: int | None
    gap: str
    reason: Reason | None
    notes: tuple[str, ...]
    leaves: tuple["Leaf", ...]


@dataclass(frozen=True, slots=True)
class Page:
    found: EditionPage
    title: str
    sentence: str
    trees: tuple[Leaf, ...]
    facts: tuple[tuple[str, str], ...]
    series: tuple[tuple[str, tuple[str, ...]], ...]


def by_index(rows: Iterable[EditionRow]) -> list[tuple[str, list[Row]]]:
    """The editions under the name of their index."""
    groups = groupby(rows, lambda row: row.index.index)
    return [(key.upper().replace("-", " "), [_row(row) for row in group]) for key, group in groups]


def _row(row: EditionRow) -> Row:
    index = row.index
    known = _("%(leaves)s tiêu chí, %(figures)s số liệu đã có") if row.figures else _("%(leaves)s tiêu chí, chưa có số liệu")
    return Row(
        index=index.index,
        edition=index.edition,
        title=said(index.title),
        years=words.years(index.first_year, index.last_year) if index.last_year else _("Từ năm %s") % index.first_year,
        level=str(LEVELS[index.level]),
        standing="" if index.standing == "official" else str(STANDINGS[index.standing]),
        facts=known % {"leaves": row.leaves, "figures": number_format(row.figures, force_grouping=True)},
    )


def page(found: EditionPage) -> Page:
    index = found.index
    facts = (
        (_("Kỳ đánh giá"), words.years(index.first_year, index.last_year)),
        (_("Đối tượng"), str(LEVELS[index.level])),
        (_("Tính chất"), str(STANDINGS[index.standing])),
        (_("Căn cứ"), index.act or ""),
        (_("Cơ quan thực hiện"), index.responsible),
        (_("Cập nhật danh mục"), f"{index.state:%d/%m/%Y}"),
    )
    through = found.series.rows if found.series else ()
    return Page(
        found=found,
        title=said(index.title),
        sentence=_sentence(found),
        trees=tuple(_leaf(tree, index.display) for tree in found.trees),
        facts=tuple((name, value) for name, value in facts if value),
        series=tuple((row.name, tuple(marked(total, index.display) for total in row.totals)) for row in through),
    )


def _sentence(found: EditionPage) -> str:
    """What the unit reached, or why nothing can be said."""
    if not found.year:
        return _("Chọn một đơn vị để xem điểm từng tiêu chí và lý do.") if found.units else _("Chưa có số liệu của kỳ này.")
    total = found.trees[0].mark
    place = {"unit": f"{found.unit_name[:1].upper()}{found.unit_name[1:]}", "year": found.year}
    if total is None or total.value is None:
        reason = total.gap.words if total and total.gap else ""
        return _("%(unit)s năm %(year)s chưa có tổng điểm: %(reason)s.") % {**place, "reason": reason}
    return _("%(unit)s đạt %(points)s điểm năm %(year)s.") % {**place, "points": marked(total.value, found.index.display)}


def _leaf(branch: Branch, display: Display) -> Leaf:
    node, mark = branch.node, branch.mark
    value = mark.value if mark else None
    missing = ", ".join(str(UNKNOWN[one]) for one in sorted(node.unknown))
    unknown = _("Chưa rõ: %s") % missing if missing else ""
    return Leaf(
        code="" if node.parent is None else node.code,
        title=said(node.title),
        points=marked(value, display),
        most=number(node.most),
        share=round(100 * value / node.most) if value is not None and node.most else None,
        gap=mark.gap.words if mark and mark.gap else "",
        reason=_reason(branch),
        notes=tuple(filter(None, (branch.beyond, node.note, unknown))),
        leaves=tuple(_leaf(one, display) for one in branch.branches),
    )


UNKNOWN = {
    "title": gettext_lazy("tên gọi"),
    "most": gettext_lazy("điểm tối đa"),
    "least": gettext_lazy("điểm tối thiểu"),
    "rule": gettext_lazy("cách chấm"),
    "weight": gettext_lazy("trọng số"),
    "children": gettext_lazy("các mục con"),
    "succeeds": gettext_lazy("mục tương ứng của kỳ trước"),
}


def leaves_of(index: Index) -> tuple[Leaf, ...]:
    """The tree of an edition without marks."""
    return tuple(_leaf(tree, index.display) for tree in trees(index, {}))


def _reason(branch: Branch) -> Reason | None:
    if branch.mark is None:
        return None
    because = branch.mark.because
    figures = tuple(
        (figure.code, number(figure.value), ", ".join(str(KINDS[kind]) for kind in sorted(figure.kinds)))
        for figure in because.figures
    )
    place = because.place
    source = f"{place.citation.text}, {place.at}" if place.at else place.citation.text
    return Reason(because.rule, figures, source, because.origin == "stated")


def marked(points: Decimal | None, display: Display) -> str:
    """A mark on the scale and with the digits that its edition prints."""
    if points is None:
        return "–"
    return _written(f"{points / display.divided_by:.{display.decimals}f}")


def _written(text: str) -> str:
    return text if get_language() == "en" else text.replace(".", ",")


def number(value: Decimal | None) -> str:
    """With the decimal comma, no more digits than are printed; a dash for a gap."""
    if value is None:
        return "–"
    return _written(f"{value:.{DECIMALS}f}".rstrip("0").rstrip("."))


def said(text: object) -> str:
    """A title in the language of the page, in Vietnamese where no English one has been seen."""
    english = getattr(text, "en", None)
    return str(english if english and get_language() == "en" else getattr(text, "vi", ""))
