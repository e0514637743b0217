"""Says beside a mark that it left its scale, with what was perhaps meant: the engine counts on, people must look."""

from decimal import Decimal

from longdan.core.catalogue.indices.model import Node
from longdan.core.catalogue.indices.scales import beyond_range
from longdan.core.engine.marks import Mark
from longdan.core.engine.writing import number

_EDGE = Decimal("0.01")  # of the most points: totals are printed rounded


def beyond_scale(node: Node, mark: Mark) -> str:
    """Why a mark is to be looked at, as a figure or the mark itself lies beyond what the edition foresees; else empty."""
    if mark.value is None:
        return ""
    figures = (one.value for one in mark.because.figures if not one.is_mark and one.code in node.needs)
    found = next((told for told in (beyond_range(node, value) for value in figures) if told), None)
    if found:
        return f"chú ý: số liệu {found.what} – {found.fix}"
    low, high = node.least, node.most
    edge = _EDGE * (high or 1)
    if (low is None or mark.value >= low - edge) and (high is None or mark.value <= high + edge):
        return ""
    scale = f"{'?' if low is None else number(low)} đến {'?' if high is None else number(high)}"
    return f"chú ý: {number(mark.value, 4)} điểm nằm ngoài thang {scale} – xem lại số liệu ở dưới, hoặc do điểm cộng, điểm trừ"
