"""Finds the best choices: the question as a programme of whole numbers, solved twice so that among equals the cheaper wins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import assert_never

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.improving.model import (
    Choice,
    Improvement,
    ImprovementQuestion,
    LeastEffort,
    MostPoints,
    Opportunity,
    Option,
    gained,
)
from longdan.core.engine.improving.programme import Programme, Row, Solution, solve

PART = Decimal("0.0001")  # stretches are told to a hundredth of a percent
DIGITS = 6  # points and effort are told apart to a millionth: the solver sees them as whole numbers of millionths
SLACK = 0.001  # of such a whole number: for what is a sum of them no slack at all, for stretches less than anybody sees
SECONDS = 10.0
_NOTICED = Decimal("0.001")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The columns of a question: one for each option, then one for each stretch, then one for each cap.

    ``points`` and ``effort``: what a full column adds to each, in millionths. ``rows`` hold what is always so.
    """

    options: tuple[tuple[Opportunity, Option], ...]
    stretches: tuple[int, ...]  # the option of each stretch
    points: Floats
    effort: Floats
    upper: Floats
    rows: tuple[Row, ...]


def best(question: ImprovementQuestion, seconds: float = SECONDS) -> Improvement | None:
    """The best answer; None where the goal cannot be reached."""
    plan = _plan(question)
    match question.goal:
        case MostPoints(effort):
            within = _row(plan.effort, high=_units(effort, ROUND_FLOOR))
            found = _twice(plan, plan.points, -plan.effort, within, seconds)
            return _better([_answer(question, plan, one, ROUND_FLOOR) for one in found])
        case LeastEffort(score):
            enough = _row(plan.points, low=_units(score - question.now, ROUND_CEILING))
            found = _twice(plan, -plan.effort, plan.points, enough, seconds)
            return _better([_answer(question, plan, one, ROUND_CEILING) for one in found])
        case _:
            assert_never(question.goal)


def _twice(plan: Columns, worth: Floats, then: Floats, limit: Row, seconds: float) -> list[Solution]:
    """The best by a first measure; of those as good, the best by a second one. Empty where nothing keeps the limit."""
    first = solve(_programme(plan, worth, limit), seconds)
    if first is None:
        return []
    second = solve(_programme(plan, then, limit, _row(worth, low=first.value - SLACK)), seconds, first.columns)
    return [first] if second is None else [first, replace(second, proven=first.proven and second.proven)]


def _better(answers: Sequence[Improvement]) -> Improvement | None:
    """The last answer, unless it is worse than the first in what was asked for, which only an error of the solver can bring."""
    if not answers:
        return None
    first, last = answers[0], answers[-1]
    least = isinstance(first.question.goal, LeastEffort)
    worse = last.effort > first.effort + _NOTICED if least else last.gained < first.gained - _NOTICED
    return first if worse else last


def _programme(plan: Columns, worth: Floats, *rows: Row) -> Programme:
    whole = np.arange(len(worth)) < len(plan.options)
    return Programme(worth, plan.upper, whole, (*plan.rows, *rows))


def _row(factors: Floats, low: float = -np.inf, high: float = np.inf) -> Row:
    columns = np.flatnonzero(factors)
    return Row(tuple(columns.tolist()), tuple(factors[columns].tolist()), low, high)


def _plan(question: ImprovementQuestion) -> Columns:
    options = tuple((one, option) for one in question.opportunities for option in one.options)
    stretched = [(place, option.stretch) for place, (_, option) in enumerate(options) if option.stretch]
    capped = frozenset[str]().union(*(cap.codes for cap in question.caps))
    codes = [one.code for one, _ in options] + [options[place][0].code for place, _ in stretched]
    raised = [option for _, option in options] + [stretch for _, stretch in stretched]
    gains = [_units(one.gain, ROUND_FLOOR) for one in raised]
    efforts = [_units(one.effort, ROUND_CEILING) for one in raised]
    points = [0.0 if code in capped else gain for code, gain in zip(codes, gains, strict=True)]
    caps = [_cap(number, codes, gains, cap.codes) for number, cap in enumerate(question.caps, start=len(codes))]
    count = len(question.caps)
    return Columns(
        options,
        tuple(place for place, _ in stretched),
        np.array(points + [1.0] * count),
        np.array(efforts + [0.0] * count),
        np.array([1.0] * len(codes) + [_units(cap.room, ROUND_FLOOR) for cap in question.caps]),
        (*_one_each(options), *_after(len(options), [place for place, _ in stretched]), *caps),
    )


def _one_each(options: tuple[tuple[Opportunity, Option], ...]) -> list[Row]:
    places: dict[str, list[int]] = {}
    for place, (opportunity, _) in enumerate(options):
        places.setdefault(opportunity.code, []).append(place)
    return [Row(tuple(found), (1.0,) * len(found), high=1.0) for found in places.values() if len(found) > 1]


def _after(options: int, stretched: list[int]) -> list[Row]:
    """A stretch only goes with its option."""
    return [Row((options + number, place), (1.0, -1.0), high=0.0) for number, place in enumerate(stretched)]


def _cap(column: int, codes: list[str], gains: list[float], under: frozenset[str]) -> Row:
    """What counts under a cap is no more than what was gained there."""
    places = [place for place, code in enumerate(codes) if code in under]
    return Row((column, *places), (1.0, *(-gains[place] for place in places)), high=0.0)


def _answer(question: ImprovementQuestion, plan: Columns, found: Solution, rounding: str) -> Improvement:
    taken = np.flatnonzero(found.columns[: len(plan.options)] > 0.5).tolist()
    parts = dict(zip(plan.stretches, found.columns[len(plan.options) :].tolist(), strict=False))
    picked = (Choice(*plan.options[place], _part(parts.get(place, 0.0), rounding)) for place in taken)
    choices = tuple(choice for choice in picked if choice.gain)
    effort = sum((choice.effort for choice in choices), Decimal(0))
    return Improvement(question, choices, gained(choices, question.caps), effort, found.proven)


def _part(value: float, rounding: str) -> Decimal:
    """A part told in whole steps, rounded so that the goal or the limit is kept; the solver's own error is no step."""
    exact = Decimal(repr(round(value, 8)))
    return exact.quantize(PART, rounding).normalize() + Decimal(0)


def _units(value: Decimal, rounding: str) -> float:
    """A figure in whole millionths."""
    return float(value.scaleb(DIGITS).to_integral_value(rounding))
