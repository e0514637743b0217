"""All units side by side on one node, as a table."""

from collections.abc import Iterator, Sequence

from longdan.core.catalogue.indices.model import GroupRule, Index
from longdan.core.engine.comparing.field import Field, UnitInField
from longdan.core.engine.comparing.groups import group_cuts
from longdan.core.engine.comparing.peers import Among
from longdan.core.engine.decomposing.scorecards import Causes
from longdan.core.engine.summaries.layout import columns, measured, row, years
from longdan.core.engine.uncertainty.carrying import in_words
from longdan.core.engine.writing import number, printed

NOISE = "≈"  # beside a change that sampling alone may explain
BROKEN = "†"  # beside a change of which a part is not comparable


def field_text(index: Index, field: Field, unit: str | None = None) -> str:
    """The table, best first; with ``unit`` that unit's row is marked."""
    node = index.by_code()[field.node]
    lines = list(row(f"{node.code} {node.title.vi} · kỳ {field.period} · {len(field.units)} đơn vị có điểm"))
    head = ("", "hạng", "đơn vị", "điểm", "nhóm", f"so {field.before}" if field.before else "", "hạng 90 %")
    rows = [head, *(_row(index, one, unit) for one in field.units)]
    used = [place for place in range(len(head)) if any(cells[place] for cells in rows[1:])]
    rows = [tuple(cells[place] for place in used) for cells in rows]
    right = tuple(used.index(place) for place in (1, 3, 5) if place in used)
    return "\n".join([*lines, "", *columns(rows, right), *_notes(index, field)])


def _row(index: Index, one: UnitInField, unit: str | None) -> tuple[str, ...]:
    return (
        "→" if one.unit == unit else "",
        str(one.placing.place),
        one.unit,
        printed(one.placing.mark, index.display),
        one.group.title.vi if one.group else "",
        _change(index, one),
        f"{one.places.best}–{one.places.worst}" if one.places else "",
    )


def _change(index: Index, one: UnitInField) -> str:
    if one.change is None:
        return ""
    if one.change.breaks:
        return "đứt chuỗi"
    if one.change.difference is None:
        return "–"
    sign = "+" if one.change.difference > 0 else ""
    noise = f" {NOISE}" if one.difference and one.difference.within_noise else ""
    broken = f" {BROKEN}" if one.change.parts else ""
    return f"{sign}{printed(one.change.difference, index.display)}{noise}{broken}"


def _notes(index: Index, field: Field) -> Iterator[str]:
    if field.before and not measured(index, field.before.year):
        words = f"bộ này đo các năm {years(index)}; năm {field.before.year} chấm lại theo bộ này, chỗ đứt trước đó chưa xét"
        yield from ("", *row(f"Lưu ý: {words}"))
    if field.without:
        yield from ("", *row(f"Chưa có điểm ({len(field.without)}): {', '.join(field.without)}"))
    yield from _outside(field)
    if any(one.difference and one.difference.within_noise for one in field.units):
        yield from ("", *row(f"{NOISE} thay đổi nằm trong sai số lấy mẫu (khoảng 95 %, {in_words(field.correlation)})"))
    if tested := [one.unit for one in field.units if one.difference]:
        real = ", ".join(field.really_changed) or "không đơn vị nào"
        yield from ("", *row(f"Thay đổi chắc là thật khi xét cả {len(tested)} đơn vị cùng lúc (Holm, 95 %): {real}"))
    changed = [one.change for one in field.units if one.change]
    for broken in dict.fromkeys(broken for change in changed for broken in change.breaks):
        yield from ("", *row(f"Đứt chuỗi từ {broken.year}: {broken.why.vi}"))
    for broken in dict.fromkeys(broken for change in changed for broken in change.parts if change.difference is not None):
        nodes = ", ".join(broken.nodes)
        yield from ("", *row(f"{BROKEN} không so được ở mục {nodes}, đứt chuỗi từ {broken.year}: {broken.why.vi}"))


def _outside(field: Field) -> Iterator[str]:
    """Who stands in no group though the cuts are known, and who gets no interval though others do."""
    if field.grouping and field.grouping.rule is GroupRule.CUTS and group_cuts({}, field.grouping) is not None:
        below = [one.unit for one in field.units if one.group is None]
        yield from _named("Không thuộc nhóm nào, dưới mọi ngưỡng đã biết", below)
    if any(one.places for one in field.units):
        fixed = [one.unit for one in field.units if one.places is None]
        yield from _named("Không có sai số, nên điểm được giữ nguyên khi tính hạng 90 % của đơn vị khác", fixed)


def _named(words: str, units: Sequence[str]) -> Iterator[str]:
    if units:
        yield from ("", *row(f"{words} ({len(units)}): {', '.join(units)}"))


def peers_text(index: Index, unit: str, among: Among) -> str:
    """Where a unit stands among its peers, with what is usual and who is best there."""
    place = f"hạng {among.placing.place} trong {among.placing.among}"
    middle = f"trung bình {printed(among.mean, index.display)}, trung vị {printed(among.middle, index.display)}"
    best = f"cao nhất {printed(among.best_mark, index.display)} ({', '.join(among.best)})"
    return "\n".join(row(f"{unit} trong nhóm “{among.peer_class}”: {place}; {middle}; {best}"))


def causes_text(index: Index, unit: str, causes: Causes) -> str:
    """Why a unit's mark changed, part by part, the greatest first."""
    nodes = index.by_code()
    lines = list(row(f"{unit}: vì sao thay đổi {number(causes.change, 4)} điểm", indent=0))
    for one in sorted(causes.parts.moved, key=lambda one: -abs(one.by_mark + one.by_weight)):
        title = nodes[one.code].title.vi if one.code in nodes else ""
        title += f" {BROKEN}" if one.code in causes.broken else ""
        lines += row(f"{one.code} {title}", number(one.by_mark + one.by_weight, 4), indent=2)
    for words, some in (("mới có", causes.parts.came), ("không còn", causes.parts.left)):
        for code, value in some.items():
            lines += row(f"{code} ({words})", number(value, 4), indent=2)
    if causes.broken:
        lines += row(f"{BROKEN} mục đứt chuỗi giữa hai năm: phần thay đổi này không so được", indent=2)
    if causes.rest:
        lines += row("phần không thuộc mục nào (trần điểm, hằng số, mục không áp dụng)", number(causes.rest, 4), indent=2)
    return "\n".join(lines)
