"""Where a plan stands among others: what it carries out, who carries it out, the years before and after."""

from collections.abc import Iterable
from dataclasses import dataclass

from longdan.app.plans.models import Plan


@dataclass(frozen=True, slots=True)
class PlanLink:
    id: int
    name: str
    title: str
    issuer: str


@dataclass(frozen=True, slots=True)
class Chain:
    above: tuple[PlanLink, ...]  # the highest first
    below: tuple[PlanLink, ...]
    before: tuple[PlanLink, ...]
    after: tuple[PlanLink, ...]


def chain(plan: Plan) -> Chain:
    """Two queries; ``plan`` comes with its parents and its predecessor."""
    above: list[Plan] = []
    parent = plan.parent
    while parent and parent not in above:
        above.insert(0, parent)
        parent = parent.parent
    before = (plan.predecessor,) if plan.predecessor else ()
    return Chain(_links(above), _links(plan.children.all()), _links(before), _links(plan.successors.all()))


def _links(plans: Iterable[Plan]) -> tuple[PlanLink, ...]:
    return tuple(PlanLink(one.pk, str(one), one.title, one.issuer_name) for one in plans)
