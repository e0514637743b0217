"""What one rule gives for arrays of figures: the float64 twin of the exact points; NaN where a figure is refused."""

from collections.abc import Mapping
from typing import assert_never

import numpy as np

from longdan.core.catalogue.indices import rules
from longdan.core.catalogue.indices.model import Node
from longdan.core.engine.arrays import Flags, Floats
from longdan.core.engine.points import Survey, answer_weights

Figures = Mapping[str, Floats]
DIGITS = 10  # computed figures are rounded to so many decimals before they are held against a bound, as the exact ones meet it


def points(  # noqa: C901 - one case a rule, and mypy proves that none is left out
    node: Node, figures: Figures, least_answers: int, limits: tuple[Floats, Floats]
) -> Floats:
    """Points of a node for figures of any one shape, all of which are given; ``limits``: of MinMax, broadcast to that shape."""
    rule, most, least = node.rule, float(node.most or 0), float(node.least or 0)
    match rule:
        case rules.YesNo():
            return _only(most * figures[rule.of], np.isin(figures[rule.of], (0.0, 1.0)))
        case rules.Levels():
            return _levels(rule, figures[rule.of])
        case rules.Bands():
            return _bands(rule, _percent(rule, figures))
        case rules.Proportion():
            return _proportion(rule, _percent(rule, figures), most)
        case rules.DeadlineMet():
            return _deadline(rule, figures[rule.of], most)
        case rules.WeightedOptions() | rules.ShareOfSatisfied() | rules.MeanRescaled():
            return _survey(rule, figures, most, least_answers)
        case rules.MinMax():
            return _min_max(rule, figures[rule.of], least, most, limits)
        case rules.Reverse():
            return within(np.round(float(rule.low + rule.high) - figures[rule.of], DIGITS), node)
        case rules.Affine():
            return _affine(rule, figures)
        case rules.DerivedFromIndex():
            return _derived(rule, figures[f"{rule.index}/{rule.node}"], most)
        case rules.Bonus():
            return _only(np.minimum(float(rule.each) * figures[rule.of], most), figures[rule.of] >= 0)
        case rules.Penalty():
            return _only(np.maximum(-float(rule.each) * figures[rule.of], least), figures[rule.of] >= 0)
        case rules.Published():
            return within(figures[rule.of], node)
        case rules.Sum() | rules.WeightedSum() | rules.Mean() | rules.Unknown():
            raise TypeError(f"{node.code} is not scored from figures")
        case _:
            assert_never(rule)


def within(values: Floats, node: Node) -> Floats:
    """The values that may be the marks of a node; NaN for those beyond its least or most points."""
    lowest = -np.inf if node.least is None else float(node.least)
    highest = np.inf if node.most is None else float(node.most)
    return _only(values, (values >= lowest) & (values <= highest))


def _only(values: Floats, allowed: Flags) -> Floats:
    return np.where(allowed, values, np.nan)


def _percent(rule: rules.Bands | rules.Proportion, figures: Figures) -> Floats:
    if rule.to is None:
        return figures[rule.of]
    whole = figures[rule.to]
    return np.round(100 * figures[rule.of] / np.where(whole > 0, whole, np.nan), DIGITS)


def _levels(rule: rules.Levels, figure: Floats) -> Floats:
    of_level = np.array([np.nan, *(float(level.points) for level in rule.points)])
    given = (figure >= 1) & (figure <= len(rule.points)) & (figure == np.round(figure))
    return of_level[np.where(given, figure, 0).astype(np.int64)]


def _bands(rule: rules.Bands, figure: Floats) -> Floats:
    held = [_above(band, figure) & _below(band, figure) for band in rule.points]
    return np.select(held, [np.float64(band.points) for band in rule.points], np.nan)


def _above(band: rules.Band, figure: Floats) -> Flags:
    if band.low is None:
        return ~np.isnan(figure)
    return figure >= float(band.low) if band.low_included else figure > float(band.low)


def _below(band: rules.Band, figure: Floats) -> Flags:
    if band.high is None:
        return ~np.isnan(figure)
    return figure <= float(band.high) if band.high_included else figure < float(band.high)


def _proportion(rule: rules.Proportion, share: Floats, most: float) -> Floats:
    earned = np.where(share >= float(rule.full_from), most, most * share / float(rule.full_from))
    return _only(np.where(share < float(rule.none_below), 0.0, earned), share >= 0)


def _deadline(rule: rules.DeadlineMet, days_late: Floats, most: float) -> Floats:
    steps = [days_late <= 0, *(days_late <= step.days for step in rule.late)]
    return np.select(steps, [np.float64(most), *(np.float64(step.points) for step in rule.late)], 0.0)


def _survey(rule: Survey, figures: Figures, most: float, least_answers: int) -> Floats:
    weights, full = answer_weights(rule)
    answers = np.stack([figures[code] for code in weights])
    everybody = np.round(answers.sum(axis=0), DIGITS)
    enough = (answers >= 0).all(axis=0) & (everybody >= max(least_answers, 1))
    earned = np.tensordot(np.array([float(weight) for weight in weights.values()]), answers, axes=1)
    return most * earned / (float(full) * np.where(enough, everybody, np.nan))


def _min_max(rule: rules.MinMax, figure: Floats, least: float, most: float, limits: tuple[Floats, Floats]) -> Floats:
    low, high = limits
    taken = np.clip(figure, low, high) if rule.capped else figure
    above = high - taken if rule.reversed else taken - low
    return least + (most - least) * above / np.where(high > low, high - low, np.nan)


def _affine(rule: rules.Affine, figures: Figures) -> Floats:
    values: Floats = np.sum([float(slope) * figures[code] for code, slope in rule.terms], axis=0)
    return values + float(rule.intercept)


def _derived(rule: rules.DerivedFromIndex, figure: Floats, most: float) -> Floats:
    whole = float(rule.out_of or 0)
    return _only(most * figure / whole, (figure >= 0) & (figure <= whole))
