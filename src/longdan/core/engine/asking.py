"""What a score is asked of, with the figures that its rules find there."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import Index, Node
from longdan.core.catalogue.indices.rules import DerivedFromIndex, FixedRange, MinMax
from longdan.core.engine.breaks import years_seen
from longdan.core.engine.figures import Facts
from longdan.core.engine.marks import Figure, Gap, GapKind, Mark, Scorecard
from longdan.core.engine.structure import Structure
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import Period


@dataclass(frozen=True, slots=True)
class Asked:
    """One unit in one period by one edition, from these facts of these kinds, beside these scorecards of other indices."""

    index: Index
    structure: Structure
    facts: Facts
    unit: str
    period: Period
    kinds: tuple[FactKind, ...]
    others: Mapping[str, Scorecard]


def figure(asked: Asked, node: Node, code: str, marks: Mapping[str, Mark]) -> Figure | Gap:
    """What a rule of ``node`` finds under a code: the mark of another node, a fact, or a mark of another index's scorecard."""
    part = next((weight for part, weight in asked.structure.parts[node.code] if part.code == code), None)
    if part is not None:
        return figure_of_mark(asked, marks[code], part)
    if fact := asked.facts.chosen(code, asked.unit, asked.period, asked.kinds):
        return figure_of_fact(fact)
    if isinstance(node.rule, DerivedFromIndex) and (elsewhere := _elsewhere(asked, node.rule, code)):
        return elsewhere
    return Gap(GapKind.MISSING, f"chưa có số liệu “{code}”", (node.code,), (code,))


def figure_of_mark(asked: Asked, mark: Mark, weight: Decimal, *, raised: bool = True) -> Figure | Gap:
    """The mark of a part, where ``raised`` as if all of it concerned the unit; its gap where it has none.

    A part that has nothing but extra points cannot be raised: they count as they are.
    """
    value = mark.result if raised and not mark.only_extra else mark.value
    if value is None or (mark.result is None and not mark.only_extra):
        return mark.gap or Gap(GapKind.UNKNOWN, f"chưa rõ điểm tối đa của mục {mark.node}", (mark.node,))
    return Figure(mark.node, value, asked.unit, asked.period, mark.kinds, weight=weight, is_mark=True)


def figure_of_fact(fact: Fact) -> Figure:
    return Figure(fact.input, fact.value, fact.unit, fact.period, frozenset({fact.kind}), fact.source)


def bounds(asked: Asked, node: Node, rule: MinMax) -> tuple[FixedRange | None, tuple[Figure, ...]]:
    """The range of a rule, with the lowest and the highest figure of all units where it is an observed one; None without any.

    No figure from before a break of the node's series counts.
    """
    if isinstance(rule.range, FixedRange):
        return rule.range, ()
    years, _ = years_seen(asked.index, node.code, rule.range, asked.period.year)
    field = list(asked.facts.field(rule.of, asked.period, years, asked.kinds))
    if not field:
        return None, ()
    ends = [figure_of_fact(end(field, key=lambda fact: fact.value)) for end in (min, max)]
    return FixedRange(ends[0].value, ends[1].value), tuple(ends)


def _elsewhere(asked: Asked, rule: DerivedFromIndex, code: str) -> Figure | None:
    card = asked.others.get(rule.index)
    mark = card.marks.get(rule.node) if card else None
    if card is None or mark is None or mark.result is None:
        return None
    return Figure(code, mark.result, card.unit, card.period, mark.kinds, f"{card.index}/{card.edition}", is_mark=True)
