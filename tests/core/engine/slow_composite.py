"""The slow, obvious twin of the composite room: plain lists and loops, None for a gap, every formula written out."""

import math
from collections.abc import Callable, Sequence
from statistics import mean, median, stdev

Column = Sequence[float | None]
Node = tuple[str, str | None, float]  # code, parent, weight


def given(column: Column) -> list[float]:
    return [value for value in column if value is not None]


def each(column: Column, formula: Callable[[float], float]) -> list[float | None]:
    return [None if value is None else formula(value) for value in column]


def below(column: Column) -> list[float | None]:
    return each(column, lambda value: sum(other < value for other in given(column)))


def min_max(column: Column, low: float, high: float) -> list[float | None]:
    least, most = min(given(column)), max(given(column))
    return each(column, lambda value: low + (high - low) * (value - least) / (most - least))


def z_score(column: Column, centre: float, deviation: float) -> list[float | None]:
    known = given(column)
    return each(column, lambda value: centre + deviation * (value - mean(known)) / stdev(known))


def towards(column: Column, aim: float, capped: bool) -> list[float | None]:
    least = min(given(column))
    return each(column, lambda value: min(1 - (aim - value) / (aim - least), 1 if capped else math.inf))


def goalposts(column: Column, low: float, high: float, scale: float, truncated: bool) -> list[float | None]:
    def formula(value: float) -> float:
        share = (value - low) / (high - low)
        return scale * (min(max(share, 0), 1) if truncated else share)

    return each(column, formula)


NORMALISATIONS: dict[str, Callable[[Column], list[float | None]]] = {
    "n_minmax": lambda column: min_max(column, 1, 10),
    "n_scaled": lambda column: each(column, lambda value: value),
    "n_zscore": lambda column: z_score(column, 10, 2),
    "n_rank": lambda column: each(below(column), lambda value: value + 1),
    "n_borda": below,
    "n_prank": lambda column: each(below(column), lambda value: value / (len(given(column)) - 1)),
    "n_fracmax": lambda column: each(column, lambda value: value / max(given(column))),
    "n_dist2max": lambda column: towards(column, max(given(column)), False),
    "n_goalposts": lambda column: goalposts(column, 1, 9, 1, True),
    "n_goalposts_trunc": lambda column: goalposts(column, 4, 6, 1, True),
    "n_dist2targ": lambda column: towards(column, 7.5, False),
    "n_dist2targ_cap": lambda column: towards(column, 7.5, True),
    "n_dist2ref": lambda column: towards(column, column[2] or 0, False),
}


def impute(column: Column, centre: Callable[[list[float]], float], groups: Sequence[str] | None) -> list[float | None]:
    filled: list[float | None] = []
    for row, value in enumerate(column):
        alike = given([other for place, other in enumerate(column) if groups is None or groups[place] == groups[row]])
        filled.append(value if value is not None or not alike else centre(alike))
    return filled


IMPUTATIONS = {"mean": (mean, False), "median": (median, False), "mean_grp": (mean, True), "median_grp": (median, True)}


def skewness(column: Column) -> float:
    known, n = given(column), len(given(column))
    second = sum((value - mean(known)) ** 2 for value in known) / n
    third = sum((value - mean(known)) ** 3 for value in known) / n
    return third / second**1.5 * math.sqrt(n * (n - 1)) / (n - 2)


def kurtosis(column: Column) -> float:
    known, n = given(column), len(given(column))
    second = sum((value - mean(known)) ** 2 for value in known) / n
    fourth = sum((value - mean(known)) ** 4 for value in known) / n
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (fourth / second**2 - 3) + 6)


def winsorise(column: Column, skewed: float, peaked: float, points: int) -> tuple[list[float | None], int]:
    """Only for a long tail upwards: the highest k values become the next one below them."""
    for moved in range(points + 1):
        limit = sorted(given(column), reverse=True)[moved]
        values = each(column, lambda value, limit=limit: min(value, limit))  # type: ignore[misc]
        if not (abs(skewness(values)) > skewed and kurtosis(values) > peaked) or moved == points:
            return values, moved
    raise AssertionError


def power_mean(values: Column, weights: Sequence[float], power: float) -> float | None:
    pairs = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    total = sum(weight for _, weight in pairs)
    if not total:
        return None
    if power == 0:
        return math.exp(sum(weight * math.log(value) for value, weight in pairs) / total)
    return (sum(weight * value**power for value, weight in pairs) / total) ** (1 / power)


def copeland(rows: Sequence[Sequence[float]], weights: Sequence[float]) -> list[int]:
    def wins(one: Sequence[float], other: Sequence[float]) -> float:
        return sum(w * ((a > b) + (a == b) / 2) for a, b, w in zip(one, other, weights, strict=True)) / sum(weights)

    return [sum((wins(row, other) > 0.5) - (wins(row, other) < 0.5) for other in rows if other is not row) for row in rows]


def build(leaves: dict[str, list[float | None]], nodes: Sequence[Node], power: float) -> dict[str, list[float | None]]:
    """The values of every node, by walking down from each."""

    def values(code: str) -> list[float | None]:
        children = [(child, weight) for child, parent, weight in nodes if parent == code]
        if not children:
            return leaves[code]
        columns = [values(child) for child, _ in children]
        return [power_mean(row, [weight for _, weight in children], power) for row in zip(*columns, strict=True)]

    return {code: values(code) for code, _, _ in nodes}


def effective(code: str, nodes: Sequence[Node]) -> float:
    parent = {one: above for one, above, _ in nodes}[code]
    if parent is None:
        return 1.0
    siblings = {one: weight for one, above, weight in nodes if above == parent}
    return effective(parent, nodes) * siblings[code] / sum(siblings.values())


def ranks(values: Column) -> list[int | None]:
    return [None if value is None else 1 + sum(other > value for other in given(values)) for value in values]


def without(code: str, nodes: Sequence[Node]) -> list[Node]:
    """Drops a node, then again and again whatever hangs on nothing or has lost all its children."""
    had_children = {parent for _, parent, _ in nodes}
    left = [node for node in nodes if node[0] != code]
    while True:
        codes, parents = {node[0] for node in left}, {node[1] for node in left}
        kept = [
            node for node in left if (node[1] is None or node[1] in codes) and (node[0] in parents or node[0] not in had_children)
        ]
        if len(kept) == len(left):
            return left
        left = kept
