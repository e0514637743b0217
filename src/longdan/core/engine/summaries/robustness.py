"""How far ranks hang on method, weights, sampling errors, as text."""

from collections.abc import Iterator

import numpy as np

from longdan.core.catalogue.indices.model import Index
from longdan.core.engine.robustness.of_index import Robustness
from longdan.core.engine.robustness.parts import Parts
from longdan.core.engine.robustness.sensitivity import Cause
from longdan.core.engine.summaries.layout import columns, row

CAUSES = {
    Cause.NORMALISATION: "cách đưa về một thang (điểm như chấm; 1–100 theo khoảng quan sát; theo độ lệch chuẩn)",
    Cause.MEAN: "cách gộp (cộng; nhân)",
    Cause.WEIGHTS: "trọng số",
    Cause.SAMPLING: "sai số lấy mẫu",
}


def robustness_text(index: Index, found: Robustness) -> str:
    """The ranks of the units with the ranks between which they fall, the best first, then what moves them."""
    of, spread = found.of, found.spread
    size = f"{len(of.units)} đơn vị, {len(of.leaves)} mục, {found.draws} lượt thử"
    lines = list(row(f"{found.node} {index.by_code()[found.node].title.vi} · kỳ {found.period}: {size}"))
    pairs = found.parts.by_pairs
    rows = [("hạng", "đơn vị", "trung vị", "so từng đôi" if pairs is not None else "", f"hạng {100 * spread.level:g} %")]
    for place in np.argsort(spread.nominal, kind="stable"):
        ends = f"{spread.best[place]:.0f}–{spread.worst[place]:.0f}"
        paired = f"{pairs[place]:.0f}" if pairs is not None else ""
        rows.append((f"{spread.nominal[place]:.0f}", of.units[place], f"{spread.median[place]:.0f}", paired, ends))
    shown = [cells if pairs is not None else (*cells[:3], cells[4]) for cells in rows]
    lines += ["", *columns(shown, right=(0, 2, 3) if pairs is not None else (0, 2))]
    lines += ["", *_parts(index, found.parts)]
    moving = [one for one in found.causes if one.total > 0]
    title = "Hạng xê dịch vì đâu, phần trăm phương sai: tự nó; kể cả cùng lựa chọn khác"
    lines += ["", title if moving else "Không lựa chọn nào làm đổi hạng."]
    for one in moving:
        lines += row(CAUSES[one.cause], f"{_percent(one.first)}; {_percent(one.total)}", indent=2)
    if of.errors is None:
        lines += ["", *row("Không thử sai số lấy mẫu: chưa có sai số chuẩn của mọi mục ở mọi đơn vị.")]
    return "\n".join(lines)


def _parts(index: Index, found: Parts) -> Iterator[str]:
    """The parts, that with the greatest weight first; a part that all units have alike decides no rank."""
    yield from row("Mỗi mục định hạng đến đâu: trọng số; tương quan với điểm chung; bỏ đi thì hạng xê dịch")
    for one in sorted(found.parts, key=lambda one: -one.weight):
        close = "mọi đơn vị như nhau" if np.isnan(one.correlation) else f"{one.correlation:.2f}"
        figures = f"{_percent(one.weight)}; {close}; {one.shift:.1f} bậc".replace(".", ",")
        yield from row(f"{one.code} {index.by_code()[one.code].title.vi}", figures, indent=2)
    if not np.isnan(found.alpha):
        yield from row("Các mục cùng đo một điều đến đâu (alpha Cronbach)", f"{found.alpha:.2f}".replace(".", ","), indent=2)


def _percent(share: float) -> str:
    """Estimates of small shares may fall below nothing, which nobody needs to see."""
    return f"{max(round(100 * share), 0)} %"
