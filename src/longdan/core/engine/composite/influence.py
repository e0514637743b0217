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
    """Pearson's correlation over the units that have both figures."""
    both = ~(np.isnan(one) | np.isnan(other))
    return float(np.corrcoef(one[both], other[both])[0, 1])


def covariances(values: Floats) -> Floats:
    """Covariances of the columns of a table (units × indicators), each over the units that have both figures (divisor n − 1)."""
    count = values.shape[1]
    return np.array([[_covariance(values[:, row], values[:, column]) for column in range(count)] for row in range(count)])


def cronbach_alpha(values: Floats) -> float:
    """Cronbach's alpha (1951, Psychometrika 16, 297–334) of a table (units × indicators), from pairwise covariances."""
    table, count = covariances(values), values.shape[1]
    return float(count / (count - 1) * (1.0 - np.trace(table) / table.sum()))


def _covariance(one: Floats, other: Floats) -> float:
    both = ~(np.isnan(one) | np.isnan(other))
    return float(np.cov(one[both], other[both])[0, 1])
