"""What would happen if some figures were others, as text."""

from collections.abc import Iterator

from longdan.core.catalogue.indices.model import TOTAL, Index
from longdan.core.engine.comparing.places import Placing
from longdan.core.engine.marks import Mark, Origin
from longdan.core.engine.summaries.layout import columns, row
from longdan.core.engine.whatif import ASSUMED, WhatIf
from longdan.core.engine.writing import number, printed


def what_if_text(index: Index, then: WhatIf, places: tuple[Placing | None, Placing | None]) -> str:
    """The nodes whose marks would differ, in the order of the tree, then the place of the total."""
    card, nodes = then.before, index.by_code()
    lines = [*row(f"{index.title.vi} · {card.index}/{card.edition}"), f"Đơn vị {card.unit} · kỳ {card.period}", ""]
    if not then.moved:
        return "\n".join([*lines, "Không mục nào đổi điểm.", *_unused(then)])
    rows = [("mục", "nay", "khi ấy", "thay đổi", "tên")]
    for code, moved in then.moved.items():
        before, after = (_points(index, one.marks[code]) for one in (then.before, then.after))
        change = "–" if moved is None else f"{'+' if moved > 0 else ''}{number(moved / index.display.divided_by)}"
        rows.append((code, before, after, change, nodes[code].title.vi))
    lines += [line for cells in [*columns(rows, right=(1, 2, 3))] for line in row(cells)]
    lines += [line for words in (*_refused(then), *_unused(then)) for line in row(words)]
    before_place, after_place = places
    if before_place and after_place and TOTAL in then.moved:
        words = f"hạng {before_place.place} → {after_place.place} trong {after_place.among} đơn vị"
        lines += ["", *row(f"{words}, nếu các đơn vị khác giữ nguyên điểm.")]
    return "\n".join(lines)


def _refused(then: WhatIf) -> Iterator[str]:
    """Why marks would be gone: where the gap begins."""
    for code in then.moved:
        gap = then.after.marks[code].gap
        if gap and gap.nodes == (code,):
            yield f"{code}: {gap.words}."


def _unused(then: WhatIf) -> Iterator[str]:
    """Marks that were given, but are computed from what lies below."""
    for code, mark in then.after.marks.items():
        if mark.because.origin is Origin.COMPUTED and any(one.source == ASSUMED for one in mark.stated):
            yield f"{code}: điểm đặt thử không được dùng, vì mục này đã tính được từ số liệu ở dưới; hãy đặt các số liệu ấy."


def _points(index: Index, mark: Mark) -> str:
    return "–" if mark.value is None else printed(mark.value, index.display)
