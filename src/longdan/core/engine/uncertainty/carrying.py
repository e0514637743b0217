"""Carries standard errors of figures up the tree of an index."""

from collections.abc import Mapping, Sequence
from math import sqrt

from longdan.core.catalogue.indices.model import Index, Node
from longdan.core.engine.marks import Mark, Scorecard
from longdan.core.engine.structure import structure
from longdan.core.engine.worth import Terms, concerning, terms

NO_CARDS: Mapping[str, Scorecard] = {}


def in_words(correlation: float) -> str:
    """The assumption, to be printed beside every error that rests on it."""
    if not correlation:
        return "giả định sai số của các mục độc lập với nhau"
    return f"giả định sai số của hai mục bất kỳ tương quan {correlation:.2f}".replace(".", ",")


def carried(weights: Sequence[float], errors: Sequence[float], correlation: float = 0.0) -> float:
    """The standard error of Σ weight × part: √(w'S R S w), any two parts correlating by the same number.

    With 0 the parts err independently; with 1 all in the same direction, which is the greatest error that a sum can have.
    """
    shares = [weight * error for weight, error in zip(weights, errors, strict=True)]
    own, together = sum(share**2 for share in shares), sum(shares) ** 2
    return sqrt(max((1.0 - correlation) * own + correlation * together, 0.0))


def carry_up(
    index: Index,
    errors: Mapping[str, Mapping[str, float]],
    correlation: float = 0.0,
    cards: Mapping[str, Scorecard] = NO_CARDS,
) -> dict[str, dict[str, float | None]]:
    """By unit, then by node, the standard error of the mark in points, from those of a unit's figures (by input code) or marks.

    A published error of a mark goes before one put together from its parts. None where an error below is not known, or where the
    rule is not linear (see :func:`worth.terms`). ``cards``: of the units that some criteria do not concern; theirs are the errors
    of the results, carried over what counts.
    """
    plan = structure(index)
    usual = [(node, terms(index, plan, node), bool(plan.parts[node.code])) for node in plan.order]
    found: dict[str, dict[str, float | None]] = {}
    for unit, own in errors.items():
        card = cards.get(unit)
        rules = usual if card is None else [(node, concerning(index, plan, node, card), parts) for node, _, parts in usual]
        values = _carried_up(rules, own, correlation)
        found[unit] = values if card is None else {code: _of_result(card.marks[code], one) for code, one in values.items()}
    return found


def _of_result(mark: Mark, error: float | None) -> float | None:
    """The error of a mark put on the whole scale, as the mark itself is."""
    return error * float(mark.result / mark.value) if error is not None and mark.result and mark.value else error


def _carried_up(
    rules: Sequence[tuple[Node, Terms | None, bool]], errors: Mapping[str, float], correlation: float
) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for node, parts, has_parts in rules:
        stated = errors.get(node.code) if has_parts or node.code not in node.needs else None
        found[node.code] = _together(parts, errors, found, correlation) if stated is None else stated
    return found


def _together(
    parts: Terms | None, errors: Mapping[str, float], found: Mapping[str, float | None], correlation: float
) -> float | None:
    below = [found[code] if code in found else errors.get(code) for code, _ in parts or ()]
    known = [error for error in below if error is not None]
    if not parts or len(known) < len(below):
        return None
    return carried([float(factor) for _, factor in parts], known, correlation)
