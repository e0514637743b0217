"""Splits a change among causes that do not simply add up, by the value of Shapley.

For normalisations whose range moves with the field, geometric means, indices built from indices: each cause gets the mean, over
all orders in which the causes may step from before to after, of what its own step changes (Shapley 1953, "A value for n-person
games"; for distributions Shorrocks 2013, Journal of Economic Inequality 11, 99–126). The parts add up to the change. For a plain
weighted sum use ``additive``, which gives the same at no cost; for a product of powers use ``lmdi``.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import factorial

MOST_CAUSES = 12  # 4,096 evaluations

Cause = str


def shapley(
    value: Callable[[Mapping[Cause, float]], float], before: Mapping[Cause, float], after: Mapping[Cause, float]
) -> dict[Cause, float]:
    """The share of each cause in value(after) − value(before); ``value`` is asked once for every set of causes."""
    names = list(before)
    if len(names) > MOST_CAUSES:
        raise ValueError(f"{len(names)} causes ask for 2^{len(names)} evaluations; put some together, at most {MOST_CAUSES}")
    known = {chosen: value({name: (after if name in chosen else before)[name] for name in names}) for chosen in _sets(names)}
    return {name: _share(name, names, known) for name in names}


def _sets(names: Sequence[Cause]) -> list[frozenset[Cause]]:
    return [frozenset(chosen) for size in range(len(names) + 1) for chosen in combinations(names, size)]


def _share(name: Cause, names: Sequence[Cause], known: Mapping[frozenset[Cause], float]) -> float:
    count = len(names)
    return sum(
        factorial(len(chosen)) * factorial(count - len(chosen) - 1) / factorial(count) * (known[chosen | {name}] - known[chosen])
        for chosen in known
        if name not in chosen
    )
