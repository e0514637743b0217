"""Which ranks sampling errors allow, with tiers fit to be published, as text."""

from longdan.core.catalogue.indices.model import Index
from longdan.core.engine.rank_sets.of_index import RankedUnit, Ranks
from longdan.core.engine.rank_sets.sets import RankSet
from longdan.core.engine.summaries.layout import columns, row
from longdan.core.engine.uncertainty.carrying import in_words
from longdan.core.engine.writing import printed


def ranks_text(index: Index, ranks: Ranks, top: int | None = None) -> str:
    """Each unit with its mark, tier and the places where it may truly stand, the best first."""
    level = f"{100 * ranks.method.level:g} %".replace(".", ",")
    title = f"{ranks.node} {index.by_code()[ranks.node].title.vi} · kỳ {ranks.period} · {len(ranks.units)} đơn vị có sai số"
    rows: list[tuple[str, ...]] = [
        ("tầng", "hạng", "đơn vị", "điểm", f"mọi đơn vị cùng lúc {level}", f"riêng từng đơn vị {level}")
    ]
    rows += [_row(index, one) for one in ranks.units]
    lines = [*row(title), "", *columns(rows, right=(0, 1, 3))]
    lines += [
        "",
        *row("Đơn vị đứng đầu mỗi tầng chắc chắn dưới đơn vị đứng đầu tầng trên; hai đơn vị cùng tầng đừng so hơn kém."),
    ]
    lines += row(f"Sai số của điểm: {in_words(ranks.correlation)}.")
    if ranks.without:
        lines += ["", *row(f"Có điểm nhưng chưa có sai số ({len(ranks.without)}): {', '.join(ranks.without)}")]
    if top is not None:
        may = ranks.may_be_among(top)
        lines += ["", *row(f"Chưa loại trừ được là trong {top} hạng đầu ({len(may)}): {', '.join(may)}")]
    return "\n".join(lines)


def _row(index: Index, one: RankedUnit) -> tuple[str, ...]:
    mark = printed(one.mark, index.display)
    return str(one.tier), str(one.place), one.unit, mark, _places(one.among_all), _places(one.alone)


def _places(one: RankSet) -> str:
    return f"{one.best}–{one.worst}"
