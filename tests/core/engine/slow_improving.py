"""The slow, obvious twin of the improving room: tries every combination of options that have no stretch."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from longdan.core.engine.improving.model import Choice, ImprovementQuestion, MostPoints, Option, gained


def combinations(question: ImprovementQuestion) -> Iterator[tuple[Decimal, Decimal]]:
    """Points gained and effort of every combination."""
    for picked in product(*[(None, *one.options) for one in question.opportunities]):
        pairs = zip(question.opportunities, picked, strict=True)
        choices = tuple(Choice(one, option, Decimal(0)) for one, option in pairs if isinstance(option, Option))
        yield gained(choices, question.caps), sum((choice.effort for choice in choices), Decimal(0))


def best(question: ImprovementQuestion) -> tuple[Decimal, Decimal] | None:
    """The points and the effort of the best answer: ties go to less effort, or to more points; None where there is none."""
    goal = question.goal
    if isinstance(goal, MostPoints):
        within = [(points, -effort) for points, effort in combinations(question) if effort <= goal.effort]
        points, effort = max(within)
        return points, -effort
    enough = [(-effort, points) for points, effort in combinations(question) if question.now + points >= goal.score]
    if not enough:
        return None
    effort, points = max(enough)
    return points, -effort
