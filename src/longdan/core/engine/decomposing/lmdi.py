"""Splits the change of a product of powers, such as a weighted geometric mean, among its factors without rest.

The additive logarithmic mean Divisia index I (Ang 2004, "Decomposition analysis for policymaking in energy", Energy Policy 32,
1131–1139): each factor gets L(V₁, V₀) · weight · ln(x₁ / x₀), where L is the logarithmic mean of the two values. All figures are
above 0.
"""

from collections.abc import Mapping
from math import log, prod


def lmdi(before: Mapping[str, float], after: Mapping[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    """The share of each factor in the change of Π x^weight."""
    if min(*before.values(), *after.values()) <= 0.0:
        raise ValueError("a product of powers is split only where all figures are above 0")
    was, is_now = (prod(figures[name] ** weights[name] for name in weights) for figures in (before, after))
    scale = logarithmic_mean(was, is_now)
    return {name: scale * weights[name] * log(after[name] / before[name]) for name in weights}


def logarithmic_mean(one: float, other: float) -> float:
    """(a − b) / (ln a − ln b), a where both are equal."""
    return one if one == other else (one - other) / log(one / other)
