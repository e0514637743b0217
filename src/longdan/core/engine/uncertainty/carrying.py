"""Carries standard errors of figures up the tree of an index."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias, assert_never

from longdan.core.catalogue.indices.model import Index, Node
from longdan.core.engine.structure import structure
from longdan.core.engine.worth import Terms, terms


@dataclass(frozen=True, slots=True)
class Independent:
    """Parts err independently of one another."""


@dataclass(frozen=True, slots=True)
class Together:
    """Parts err all in the same direction (r = 1): the greatest error that a sum can have."""


@dataclass(frozen=True, slots=True)
class Constant:
    """The errors of any two parts correlate by ``r``, for example as :func:`implied` finds it where a year tells both."""

    r: float


Correlation: TypeAlias = Independent | Together | Constant


def in_words(correlation: Correlation) -> str:
    """The assumption, to be printed beside every error that rests on it."""
    match correlation:
        case Independent():
            return "giả định sai số của các mục độc lập với nhau"
        case Together():
            return "giả định sai số của các mục cùng chiều hoàn toàn (trường hợp xấu nhất)"
        case Constant(r):
            return f"giả định sai số của hai mục bất kỳ tương quan {r:.2f}".replace(".", ",")
        case _:
            assert_never(correlation)


def carried(weights: Sequence[float], errors: Sequence[float], correlation: Correlation) -> float:
    """The standard error of Σ weight × part: √(w'S R S w), with R by the assumption."""
    shares = [weight * error for weight, error in zip(weights, errors, strict=True)]
    own, together = sum(share**2 for share in shares), sum(shares) ** 2
    match correlation:
        case Independent():
            return sqrt(own)
        case Together():
            return sum(map(abs, shares))
        case Constant(r):
            return sqrt(max((1.0 - r) * own + r * together, 0.0))
        case _:
            assert_never(correlation)


def implied(total: float, weights: Sequence[float], errors: Sequence[float]) -> float:
    """The one correlation of any two parts with which their errors give the published error of the total."""
    shares = [weight * error for weight, error in zip(weights, errors, strict=True)]
    own = sum(share**2 for share in shares)
    return (total**2 - own) / (sum(shares) ** 2 - own)


def carry_up(index: Index, errors: Mapping[str, float], correlation: Correlation) -> dict[str, float | None]:
    """The standard error of each node's mark in points, from those of figures (by input code) or of marks (by node code).

    A published error of a mark goes before one put together from its parts. None where an error below is not known, or where the
    rule is not linear (see :func:`worth.terms`).
    """
    return carry_up_each(index, {"": errors}, correlation)[""]


def carry_up_each(
    index: Index, errors: Mapping[str, Mapping[str, float]], correlation: Correlation
) -> dict[str, dict[str, float | None]]:
    """The same for many units at once, by unit."""
    plan = structure(index)
    rules = [(node, terms(index, plan, node), bool(plan.parts[node.code])) for node in plan.order]
    return {unit: _carried_up(rules, own, correlation) for unit, own in errors.items()}


def _carried_up(
    rules: Sequence[tuple[Node, Terms | None, bool]], errors: Mapping[str, float], correlation: Correlation
) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for node, parts, has_parts in rules:
        stated = errors.get(node.code) if has_parts or node.code not in node.needs else None
        found[node.code] = _together(parts, errors, found, correlation) if stated is None else stated
    return found


def _together(
    parts: Terms | None, errors: Mapping[str, float], found: Mapping[str, float | None], correlation: Correlation
) -> float | None:
    below = [found[code] if code in found else errors.get(code) for code, _ in parts or ()]
    known = [error for error in below if error is not None]
    if not parts or len(known) < len(below):
        return None
    return carried([float(factor) for _, factor in parts], known, correlation)
