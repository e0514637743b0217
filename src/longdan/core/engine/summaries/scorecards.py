"""A scorecard as text: the tree with its marks, below each what it comes from."""

from collections.abc import Iterator

from longdan.core.catalogue.indices.model import Index, Node, Place, Scored
from longdan.core.engine.marks import Because, Figure, Mark, Origin, Scorecard
from longdan.core.engine.scales import beyond_scale
from longdan.core.engine.summaries.layout import measured, row, years
from longdan.core.engine.writing import number, printed

LISTED = {Scored.LISTED: " (chỉ in kèm)", Scored.ZERO: " (tính là 0)", Scored.SCORED: ""}


def scorecard_text(index: Index, card: Scorecard) -> str:
    """The marks of a unit with the because of each; sources are named by their keys and listed at the end."""
    lines = [
        *row(f"{index.title.vi} · {card.index}/{card.edition}"),
        f"Đơn vị {card.unit} · kỳ {card.period}",
        *_years(index, card),
        "",
    ]
    depth = dict[str, int]()
    for node in index.nodes:
        depth[node.code] = 0 if node.parent is None else depth[node.parent] + 1
        lines += _node(index, card, node, 2 * max(depth[node.code] - 1, 0))
    return "\n".join([*lines, "", "Nguồn của quy tắc", *_sources(card)])


def _years(index: Index, card: Scorecard) -> Iterator[str]:
    if not measured(index, card.period.year):
        yield f"Lưu ý: bộ này đo các năm {years(index)}, không đo năm {card.period.year}."


def _node(index: Index, card: Scorecard, node: Node, indent: int) -> Iterator[str]:
    mark = card.marks[node.code]
    yield from row(f"{node.code} {node.title.vi}{LISTED[node.scored]}", _points(index, mark), indent)
    for line in _because(index, card, node, mark):
        yield from row(line, indent=indent + 4)


def _points(index: Index, mark: Mark) -> str:
    if mark.value is None:
        return "chưa có điểm"
    most = "?" if mark.most is None else number((mark.most - mark.left) / index.display.divided_by)
    return f"{printed(mark.value, index.display)} / {most}"


def _because(index: Index, card: Scorecard, node: Node, mark: Mark) -> Iterator[str]:
    because = mark.because
    if mark.gap:
        yield f"{mark.gap.words}"
    elif because.origin is Origin.STATED:
        yield f"điểm đã cho, không tính: {_figure(card, because.figures[0])}; quy tắc của mục: {because.rule}"
    else:
        yield because.rule + _figures(card, because)
    if beyond := beyond_scale(node, mark):
        yield beyond
    if mark.left and mark.result is not None:
        left, result = number(mark.left), printed(mark.result, index.display)
        yield f"{left} điểm không áp dụng đã rời mẫu số; quy về thang đầy đủ: {result}"
    if mark.stated and because.origin is Origin.COMPUTED:
        yield "điểm đã cho, để đối chiếu: " + ", ".join(f"{number(one.value)} ({one.kind})" for one in mark.stated)
    yield f"[{because.place.citation.key}]{f' {because.place.at}' if because.place.at else ''}"


def _figures(card: Scorecard, because: Because) -> str:
    """The figures of a rule; marks of other nodes stand in the tree already."""
    figures = [_figure(card, one) for one in because.figures if not one.is_mark or "/" in one.code]
    return f" ← {'; '.join(figures)}" if figures else ""


def _figure(card: Scorecard, one: Figure) -> str:
    """The figure with its kind and source, with the unit and period where they are not those of the card."""
    elsewhere = "" if (one.unit, one.period) == (card.unit, card.period) else f"{one.unit}, {one.period}"
    said = ", ".join(filter(None, [*sorted(one.kinds), one.source, elsewhere]))
    return f"{one.code} = {number(one.value)} ({said})"


def _sources(card: Scorecard) -> Iterator[str]:
    places: dict[str, Place] = {mark.because.place.citation.key: mark.because.place for mark in card.marks.values()}
    for key, place in places.items():
        yield from row(f"[{key}] {place.citation.text}")
