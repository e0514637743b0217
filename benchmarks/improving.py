"""How long it takes to choose which of 300 criteria to raise, proven best."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import numpy as np

from benchmarks.measures import Measure, seconds
from benchmarks.memory import peak_of
from longdan.core.engine.improving.asking import improve
from longdan.core.engine.improving.explaining import explain
from longdan.core.engine.improving.model import Improvement, ImprovementQuestion, LeastEffort, MostPoints, Opportunity, Option

CRITERIA, LEVELS, SEEDS = 300, 3, 5


def question(seed: int, criteria: int = CRITERIA) -> ImprovementQuestion:
    """Each criterion with three levels, each higher one earning and asking more; effort for three tenths of all of it."""
    random = np.random.default_rng(seed)
    gains = np.cumsum(random.integers(5, 50, (criteria, LEVELS)), axis=1)  # hundredths of a point
    efforts = np.cumsum(random.integers(10, 200, (criteria, LEVELS)), axis=1)  # tenths of a day
    opportunities = tuple(
        Opportunity(str(n), f"tiêu chí {n}", tuple(map(option, gains[n].tolist(), efforts[n].tolist()))) for n in range(criteria)
    )
    return ImprovementQuestion(
        Decimal(60), opportunities, MostPoints(Decimal(int(efforts[:, -1].sum() * 0.3)) / 10), effort_unit="ngày công"
    )


def option(gain: int, effort: int) -> Option:
    return Option(f"thêm {gain}", Decimal(gain) / 100, Decimal(effort) / 10)


def by_dynamic_programming(asked: ImprovementQuestion) -> Decimal:
    """The most points, by a table over every tenth of a day: exact as well, for whole efforts only. The yardstick."""
    assert isinstance(asked.goal, MostPoints)
    budget = int(asked.goal.effort * 10)
    best = np.zeros(budget + 1, dtype=np.int64)
    for opportunity in asked.opportunities:
        without = best.copy()
        for one in opportunity.options:
            effort, gain = int(one.effort * 10), int(one.gain * 100)
            if effort <= budget:
                np.maximum(best[effort:], without[: budget + 1 - effort] + gain, out=best[effort:])
    return Decimal(int(best[-1])) / 100


def answered(asked: ImprovementQuestion) -> Improvement:
    found = improve(asked)
    assert isinstance(found, Improvement)
    assert found.proven
    return found


def measures() -> Iterator[Measure]:
    asked = [question(seed) for seed in range(SEEDS)]
    for one in asked:
        assert answered(one).gained == by_dynamic_programming(one)
    table = seconds(lambda: by_dynamic_programming(asked[0]), times=3)
    beside = f"a table over every tenth of a day, same optimum: {table:.2f} s"
    slowest = max(seconds(lambda one=one: answered(one), times=3) for one in asked)
    what = f"{CRITERIA} criteria × {LEVELS} levels, proven best, slowest of {SEEDS} questions"
    yield Measure(f"most points for an effort: {what}", slowest, "s", 1.0, beside)
    goals = [replace(one, goal=LeastEffort(answered(one).score - Decimal("0.37"))) for one in asked]
    slowest = max(seconds(lambda one=one: answered(one), times=3) for one in goals)
    yield Measure(f"least effort for a score: {what}", slowest, "s", 1.0, beside)
    found = answered(asked[0])
    yield Measure("the answer explained, 300 lines", seconds(lambda: explain(found)), "s", 0.1)
    nothing = f"the same process before it is asked: {peak_of('import benchmarks.improving'):.0f} MB"
    peak = peak_of("from benchmarks.improving import answered, question; answered(question(0))")
    yield Measure("peak memory of the choice", peak, "MB", 300, nothing)
