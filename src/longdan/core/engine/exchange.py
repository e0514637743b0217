"""A scorecard as JSON values, for programs."""

from decimal import Decimal
from typing import Any

from longdan.core.catalogue.indices.model import Index
from longdan.core.engine.marks import Figure, Gap, Mark, Scorecard
from longdan.core.engine.scales import beyond_scale

Json = dict[str, Any]


def as_json(index: Index, card: Scorecard) -> Json:
    """The marks with their because; points are numbers at full float precision, null in a gap.

    ``beyond``: why a mark is to be looked at, as it or its figure left its scale; null where it did not.
    """
    nodes = index.by_code()
    return {
        "index": card.index,
        "edition": card.edition,
        "unit": card.unit,
        "period": str(card.period),
        "kinds": list(card.kinds),
        "marks": [_mark(mark) | {"beyond": beyond_scale(nodes[mark.node], mark) or None} for mark in card.marks.values()],
    }


def _mark(mark: Mark) -> Json:
    return {
        "node": mark.node,
        "points": _number(mark.value),
        "result": _number(mark.result),
        "most": _number(mark.most),
        "left": _number(mark.left),
        "gap": _gap(mark.gap) if mark.gap else None,
        "because": {
            "origin": mark.because.origin,
            "rule": mark.because.rule,
            "figures": [_figure(one) for one in mark.because.figures],
            "source": mark.because.place.citation.text,
            "at": mark.because.place.at,
        },
        "kinds": sorted(mark.kinds),
        "stated": [{"kind": fact.kind, "points": _number(fact.value), "source": fact.source} for fact in mark.stated],
    }


def _gap(gap: Gap) -> Json:
    return {"kind": gap.kind, "words": gap.words, "nodes": list(gap.nodes), "missing": list(gap.missing)}


def _figure(one: Figure) -> Json:
    return {
        "code": one.code,
        "value": _number(one.value),
        "unit": one.unit,
        "period": str(one.period),
        "kinds": sorted(one.kinds),
        "source": one.source,
        "weight": _number(one.weight),
        "is_mark": one.is_mark,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
