"""Finds the best choices: the question as a programme of whole numbers, solved twice so that among equals the cheaper wins.

The programme is a little more generous than the question, by less than a millionth for each option, so that it leaves out nothing
that is possible. Each answer is then held against the question in exact decimals; one that falls short is barred, and the next
best is looked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from math import gcd
from typing import assert_never

import numpy as np

from longdan.core.engine.arrays import Floats
from longdan.core.engine.improving.model import (
    NOTHING,
    Cap,
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
DIGITS = 6  # points and effort are told apart to a millionth
SLACK = 0.001  # of a grain: for what is a sum of grains no slack at all, for stretches less than anybody sees
SECONDS = 10.0
TRIES = 40
MARGIN = Decimal("0.001")  # a stricter limit, should every try have fallen short by less than a millionth
EXACT = Decimal("1e-20")  # what is less was lost in dividing, as in three times a third
_NOTICED = Decimal("0.001")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The columns of a question: one for each option, then one for each stretch, then one for each cap.

    ``points`` and ``effort``: what a full column adds to each, counted in grains (millionths) so that all are small whole
    numbers, which the solver adds up without error. ``rows`` hold what is always so.
    """

    options: tuple[tuple[Opportunity, Option], ...]
    stretches: tuple[int, ...]  # the option of each stretch
    points: Floats
    effort: Floats
    point_grain: int
    effort_grain: int
    upper: Floats
    rows: tuple[Row, ...]


def best(question: ImprovementQuestion, seconds: float = SECONDS) -> Improvement | None:
    """The best answer; None where the goal cannot be reached."""
    columns = _columns(question)
    for _ in range(TRIES):
        answers = _best(question, columns, NOTHING, seconds)
        kept = [one for one in map(_brought_within, answers) if _keeps(one)]
        if kept or not answers:
            return _better(kept)
        columns = replace(columns, rows=(*columns.rows, *(_barred(columns, one) for one in answers)))
    kept = [one for one in map(_brought_within, _best(question, columns, MARGIN, seconds)) if _keeps(one)]
    found = _better(kept)
    return None if found is None else replace(found, proven=False)


def _best(question: ImprovementQuestion, columns: Columns, margin: Decimal, seconds: float) -> list[Improvement]:
    """The best by what was asked for, then the best of those by the other measure; empty where nothing keeps the limit."""
    match question.goal:
        case MostPoints(effort):
            most = _millionths(max(effort - margin, NOTHING), ROUND_CEILING) / columns.effort_grain
            found = _twice(columns, columns.points, -columns.effort, _row(columns.effort, high=most), seconds)
            return [_answer(question, columns, one, ROUND_FLOOR) for one in found]
        case LeastEffort(score):
            least = _millionths(score - question.now + margin, ROUND_FLOOR) / columns.point_grain
            found = _twice(columns, -columns.effort, columns.points, _row(columns.points, low=least), seconds)
            return [_answer(question, columns, one, ROUND_CEILING) for one in found]
        case _:
            assert_never(question.goal)


def _keeps(answer: Improvement) -> bool:
    """Whether the limit of the question is kept in exact decimals."""
    return _missing(answer) <= EXACT


def _missing(answer: Improvement) -> Decimal:
    """By how much an answer falls short of the goal, or passes the effort."""
    goal = answer.question.goal
    return answer.effort - goal.effort if isinstance(goal, MostPoints) else goal.score - answer.score


def _brought_within(answer: Improvement) -> Improvement:
    """The answer with its stretches gone a little further, or less far, where that makes it keep the limit.

    Options that then earn nothing are not told.
    """
    sparing = isinstance(answer.question.goal, MostPoints)
    for place, choice in enumerate(answer.choices):
        missing, stretch = _missing(answer), choice.option.stretch
        size = NOTHING if stretch is None else stretch.effort if sparing else stretch.gain
        if missing > EXACT and size:
            rounding = ROUND_FLOOR if sparing else ROUND_CEILING
            moved = _stepped(choice.part + (-missing if sparing else missing) / size, rounding)
            part = min(max(moved, NOTHING), Decimal(1))
            choices = (*answer.choices[:place], replace(choice, part=part), *answer.choices[place + 1 :])
            answer = _told(answer.question, choices, answer.proven)
    return _told(answer.question, tuple(choice for choice in answer.choices if choice.gain), answer.proven)


def _barred(columns: Columns, answer: Improvement) -> Row:
    """Never again just these options: no way of going through with them keeps the limit."""
    taken = {(one.opportunity.code, one.option) for one in answer.choices}
    factors = [1.0 if (one.code, option) in taken else -1.0 for one, option in columns.options]
    return Row(tuple(range(len(factors))), tuple(factors), high=float(len(taken) - 1))


def _twice(columns: Columns, worth: Floats, then: Floats, limit: Row, seconds: float) -> list[Solution]:
    """The best by a first measure; of those as good, the best by a second one. Empty where nothing keeps the limit."""
    first = solve(_programme(columns, worth, limit), seconds)
    if first is None:
        return []
    second = solve(_programme(columns, then, limit, _row(worth, low=first.value - SLACK)), seconds, first.columns)
    return [first] if second is None else [first, replace(second, proven=first.proven and second.proven)]


def _better(answers: Sequence[Improvement]) -> Improvement | None:
    """The last answer, unless it is worse than the first in what was asked for, which only an error of the solver can bring."""
    if not answers:
        return None
    first, last = answers[0], answers[-1]
    least = isinstance(first.question.goal, LeastEffort)
    worse = last.effort > first.effort + _NOTICED if least else last.gained < first.gained - _NOTICED
    return first if worse else last


def _programme(columns: Columns, worth: Floats, *rows: Row) -> Programme:
    whole = np.arange(len(worth)) < len(columns.options)
    return Programme(worth, columns.upper, whole, (*columns.rows, *rows))


def _row(factors: Floats, low: float = -np.inf, high: float = np.inf) -> Row:
    columns = np.flatnonzero(factors)
    return Row(tuple(columns.tolist()), tuple(factors[columns].tolist()), low, high)


def _columns(question: ImprovementQuestion) -> Columns:
    options = tuple((one, option) for one in question.opportunities for option in one.options)
    stretched = [(place, option.stretch) for place, (_, option) in enumerate(options) if option.stretch]
    codes = [one.code for one, _ in options] + [options[place][0].code for place, _ in stretched]
    raised = [option for _, option in options] + [stretch for _, stretch in stretched]
    rooms, point_grain = _in_grains(
        [cap.room for cap in question.caps] + [one.gain for one in raised], ROUND_CEILING, not stretched
    )
    gains, rooms = rooms[len(question.caps) :], rooms[: len(question.caps)]
    efforts, effort_grain = _in_grains([one.effort for one in raised], ROUND_FLOOR, not stretched)
    capped = frozenset[str]().union(*(cap.codes for cap in question.caps))
    caps = [_cap(question.caps, at, codes, gains) for at in range(len(question.caps))]
    return Columns(
        options,
        tuple(place for place, _ in stretched),
        np.array([0.0 if code in capped else gain for code, gain in zip(codes, gains, strict=True)] + _last(question.caps)),
        np.array(efforts + [0.0] * len(caps)),
        point_grain,
        effort_grain,
        np.array([1.0] * len(codes) + rooms),
        (*_one_each(options), *_after(len(options), [place for place, _ in stretched]), *caps),
    )


def _in_grains(values: list[Decimal], rounding: str, whole: bool) -> tuple[list[float], int]:
    """The values in the greatest grain that all of them are made of, told in millionths; in millionths where not all is whole."""
    counted = [_millionths(value, rounding) for value in values]
    grain = (gcd(*counted) or 1) if whole else 1
    return [float(count // grain) for count in counted], grain


def _millionths(value: Decimal, rounding: str) -> int:
    return int(value.scaleb(DIGITS).to_integral_value(rounding))


def _one_each(options: tuple[tuple[Opportunity, Option], ...]) -> list[Row]:
    places: dict[str, list[int]] = {}
    for place, (opportunity, _) in enumerate(options):
        places.setdefault(opportunity.code, []).append(place)
    return [Row(tuple(found), (1.0,) * len(found), high=1.0) for found in places.values() if len(found) > 1]


def _after(options: int, stretched: list[int]) -> list[Row]:
    """A stretch only goes with its option."""
    return [Row((options + number, place), (1.0, -1.0), high=0.0) for number, place in enumerate(stretched)]


def _last(caps: Sequence[Cap]) -> list[float]:
    """What counts under a cap adds to the total, unless it goes on into another cap."""
    return [1.0 if cap.into is None else 0.0 for cap in caps]


def _cap(caps: Sequence[Cap], at: int, codes: list[str], gains: list[float]) -> Row:
    """What counts under a cap is no more than what was gained there with what counts under the caps below."""
    places = [place for place, code in enumerate(codes) if code in caps[at].codes]
    below = [len(codes) + place for place, cap in enumerate(caps) if cap.into == caps[at].code]
    factors = (1.0, *(-gains[place] for place in places), *(-1.0 for _ in below))
    return Row((len(codes) + at, *places, *below), factors, high=0.0)


def _answer(question: ImprovementQuestion, columns: Columns, found: Solution, rounding: str) -> Improvement:
    taken = np.flatnonzero(found.columns[: len(columns.options)] > 0.5).tolist()
    parts = dict(zip(columns.stretches, found.columns[len(columns.options) :].tolist(), strict=False))
    picked = (Choice(*columns.options[place], _part(parts.get(place, 0.0), rounding)) for place in taken)
    return _told(question, tuple(picked), found.proven)


def _told(question: ImprovementQuestion, choices: tuple[Choice, ...], proven: bool) -> Improvement:
    with localcontext(prec=34):
        effort = sum((choice.effort for choice in choices), Decimal(0))
        return Improvement(question, choices, gained(choices, question.caps), effort, proven)


def _part(value: float, rounding: str) -> Decimal:
    """A part told in whole steps, rounded so that the goal or the limit is kept; the solver's own error is no step."""
    return _stepped(Decimal(repr(round(value, 8))), rounding)


def _stepped(part: Decimal, rounding: str) -> Decimal:
    return part.quantize(PART, rounding).normalize() + Decimal(0)
