"""Where the province stands in every index, as the first table of the page of indices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from longdan.app.indices.queries import Display, Overview, Standing
from longdan.web.workspace.pages.indices import marked, number, said


@dataclass(frozen=True, slots=True)
class Row:
    """The latest result in one index; ``unit`` where it is not that of the province of today."""

    address: str
    index: str
    unit: str
    year: int
    points: str
    most: str
    change: str
    remarks: tuple[str, ...]
    rank: str
    interval: str
    lost: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    heading: str
    sentence: str
    rows: tuple[Row, ...]
    merged: bool


def page(found: Overview) -> Page:
    rows = tuple(_row(one) for one in found.standings)
    indices = len({one.index.index for one in found.standings})
    if not rows:
        sentence = _("Chưa có kết quả nào của %(province)s; mỗi bộ dưới đây ghi rõ kỳ, căn cứ và điều chưa biết.")
        return Page(_("Các bộ chỉ số đang dùng"), sentence % {"province": found.province}, (), merged=False)
    heading = ngettext("Có kết quả ở %(count)s chỉ số", "Có kết quả ở %(count)s chỉ số", indices) % {"count": indices}
    merged = len({one.unit for one in found.standings}) > 1
    return Page(heading, _sentence(found), rows, merged)


def _sentence(found: Overview) -> str:
    """How the changes stand that can be compared."""
    compared = [one for one in found.standings if one.standing.change and one.standing.change.difference is not None]
    rises = sum((one.standing.change.difference or 0) > 0 for one in compared if one.standing.change)
    if not compared:
        return _("%(province)s: chưa chỉ số nào so được với năm trước.") % {"province": found.province}
    words = {"province": found.province, "rises": rises, "falls": len(compared) - rises}
    return _("%(province)s: so với năm trước, tăng ở %(rises)s và giảm hoặc giữ ở %(falls)s kết quả so được.") % words


def _row(one: Standing) -> Row:
    index, display = one.index, one.index.display
    here = f"?don-vi={one.unit}&nam={one.year}"
    placing = one.standing.placing
    rank = _("%(place)s / %(among)s") % {"place": placing.place, "among": placing.among}
    return Row(
        address=reverse("edition", args=(index.index, index.edition)) + here,
        index=index.index.upper().replace("-", " "),
        unit=one.unit_name[:1].upper() + one.unit_name[1:],
        year=one.year,
        points=marked(placing.mark, display),
        most=number(None if index.total.most is None else index.total.most / display.divided_by),
        change=_change(one),
        remarks=tuple(_remarks(one)),
        rank=rank if one.ranked else _("Chưa xếp được"),
        interval=_interval(one) if one.ranked else _("mới có kết quả của %(count)s đơn vị") % {"count": placing.among},
        lost=tuple((f"{lost.node.code} {said(lost.node.title)}", _points(lost.points, display)) for lost in one.lost),
    )


def _points(points: Decimal, display: Display) -> str:
    """Two digits are enough to see what is lost."""
    return marked(points, replace(display, decimals=min(display.decimals, 2)))


def _change(one: Standing) -> str:
    change = one.standing.change
    if change is None or change.difference is None:
        return _("Không so được") if change and change.breaks else "–"
    sign = "+" if change.difference > 0 else ""
    return sign + marked(change.difference, one.index.display).replace("-", "−")


def _remarks(one: Standing) -> Iterator[str]:
    change, noise = one.standing.change, one.standing.difference
    if change is None:
        yield _("năm trước thuộc bộ khác, hoặc chưa có số liệu")
        return
    if noise:
        yield _("trong sai số lấy mẫu") if noise.within_noise else _("vượt sai số lấy mẫu")
    elif change.difference is not None:
        yield _("chưa rõ sai số")
    for broken in (*change.breaks, *change.parts):
        yield _("đứt chuỗi từ %(year)s: %(why)s") % {"year": broken.year, "why": said(broken.why)}


def _interval(one: Standing) -> str:
    places = one.standing.places
    return _("có thể từ %(best)s đến %(worst)s") % {"best": places.best, "worst": places.worst} if places else _("chưa rõ sai số")
