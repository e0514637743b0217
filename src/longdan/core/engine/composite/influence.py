"""What each part of a composite weighs in the end: effective weights, correlations, inner consistency."""

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.composite.hierarchy import Hierarchy


def effective_weights(tree: Hierarchy) -> Floats:
    """The weight of each node in the root, for arithmetic means: the product of the shares on the way up; the root has 1."""
    weights = np.ones(len(tree.branches))
    for group in reversed(tree.groups):  # parents before their children
        shares = tree.weights[group.children]
        weights[group.children] = weights[group.parent] * shares / shares.sum()
    return weights


def correlation(one: Floats, other: Floats) -> float:
    """Pearson's correlation over the units that have both figures; NaN where one of them does not differ between units."""
    spread = np.sqrt(_covariance(one, one, other) * _covariance(other, other, one))
    return float(_covariance(one, other) / spread) if spread > 0 else float("nan")


def covariances(values: Floats) -> Floats:
    """Covariances of the columns of a table (units × indicators), each over the units that have both figures (divisor n − 1)."""
    count = values.shape[1]
    return np.array([[_covariance(values[:, row], values[:, column]) for column in range(count)] for row in range(count)])


def cronbach_alpha(values: Floats) -> float:
    """Cronbach's alpha (1951, Psychometrika 16, 297–334) of a table (units × indicators), from pairwise covariances.

    NaN where the sum of the indicators does not differ between units.
    """
    table, count = covariances(values), values.shape[1]
    return float(count / (count - 1) * (1.0 - np.trace(table) / table.sum())) if table.sum() > 0 else float("nan")


def _covariance(one: Floats, other: Floats, beside: Floats | float = 0.0) -> float:
    """Over the units of which both figures, and the one ``beside``, are known; NaN where there are not two."""
    known = ~np.isnan(one + other + beside)
    if np.count_nonzero(known) < 2:
        return float("nan")
    left, right = one[known], other[known]
    return float(np.sum((left - left.mean()) * (right - right.mean())) / (len(left) - 1))
