"""The closed list of scoring rules, each a frozen value.

A rule reads figures by their input codes (``of``, ``to``, ``answers``, ``options``); where the catalogue names none, it is
the figure that bears the node's own code. Rules that put other nodes together (Sum, WeightedSum, Mean) read those nodes.
``most`` and ``least`` are those of the node that bears the rule. Percents are numbers from 0 to 100.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never


@dataclass(frozen=True, slots=True)
class Level:
    """A result that the annex names; the figure is the place of the level in its list, counted from 1."""

    title: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """The figures between two bounds; a bound of None leaves that side open."""

    low: Decimal | None
    low_included: bool
    high: Decimal | None
    high_included: bool
    points: Decimal


@dataclass(frozen=True, slots=True)
class LateStep:
    """What is still earned when something came at most ``days`` days late."""

    days: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class FixedRange:
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class ObservedRange:
    """The lowest and highest figure among all units, over the last ``years`` periods, the scored one included."""

    years: int = 1


Range = FixedRange | ObservedRange


@dataclass(frozen=True, slots=True)
class YesNo:
    """All points where the figure is 1, none where it is 0."""

    of: str


@dataclass(frozen=True, slots=True)
class Levels:
    of: str
    points: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Bands:
    """The points of the band that holds the figure: ``of``, or with ``to`` 100 × of / to."""

    of: str
    to: str | None
    points: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Proportion:
    """most × share / full_from, where the share is ``of`` percent, or with ``to`` 100 × of / to percent.

    No points below ``none_below`` percent; all points from ``full_from`` percent, which is 100 unless the annex says less.
    """

    of: str
    to: str | None
    none_below: Decimal
    full_from: Decimal


@dataclass(frozen=True, slots=True)
class DeadlineMet:
    """All points where the figure, the days that something came late, is 0 or less; then the steps; then none.

    ``due`` says the deadline in the words of the annex.
    """

    of: str
    due: str
    late: tuple[LateStep, ...]


@dataclass(frozen=True, slots=True)
class WeightedOptions:
    """most × Σ(count × percent / 100) / Σ count over the answers of a survey; (input of the count, percent)."""

    options: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class ShareOfSatisfied:
    """most × Σ satisfied / Σ answers; both are inputs with the counts of answers."""

    satisfied: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeanRescaled:
    """most × (mean − lowest) / (n − lowest), where ``answers`` are the counts of the levels 1 … n of a survey's scale.

    ``lowest`` 1 gives (mean − 1) / (n − 1), ``lowest`` 0 gives mean / n.
    """

    answers: tuple[str, ...]
    lowest: Decimal


@dataclass(frozen=True, slots=True)
class MinMax:
    """least + (most − least) × (x − low) / (high − low); turned round (high − x) where ``reversed``.

    ``capped``: figures outside of the range count as its ends; else they go beyond least or most.
    """

    of: str
    range: Range
    reversed: bool
    capped: bool


@dataclass(frozen=True, slots=True)
class Reverse:
    """low + high − x."""

    of: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Affine:
    """intercept + Σ slope × figure; a term is the code of a node, or of an input where there is no such node."""

    intercept: Decimal
    terms: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of the nodes ``of``, of the scored children where it is empty; at most ``most`` where ``capped``."""

    of: tuple[str, ...]
    capped: bool


@dataclass(frozen=True, slots=True)
class WeightedSum:
    """times × Σ weight × node over ``weights``, over the scored children with their own weights where it is empty."""

    weights: tuple[tuple[str, Decimal], ...]
    times: Decimal


@dataclass(frozen=True, slots=True)
class Mean:
    """times × Σ node / n over ``of``, over the children where it is empty.

    Children that are counted as zero add to n, not to the sum; listed ones add to neither.
    """

    of: tuple[str, ...]
    times: Decimal


@dataclass(frozen=True, slots=True)
class DerivedFromIndex:
    """most × figure / out_of, where the figure is the mark of ``node`` in another index, for the same unit and period.

    Its input is "index/node". ``out_of`` None: how the figure becomes points is not known.
    """

    index: str
    node: str
    out_of: Decimal | None


@dataclass(frozen=True, slots=True)
class Bonus:
    """each × figure, at most the node's ``most``; stands outside of the sum of maxima."""

    of: str
    each: Decimal


@dataclass(frozen=True, slots=True)
class Penalty:
    """−each × figure, at least the node's ``least``, which is below zero."""

    of: str
    each: Decimal


@dataclass(frozen=True, slots=True)
class Published:
    """The value comes in as published, as it cannot be recomputed from published figures."""

    of: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """How the mark comes about is not known; the engine refuses to score it."""


Aggregate = Sum | WeightedSum | Mean
Rule = (
    YesNo | Levels | Bands | Proportion | DeadlineMet | WeightedOptions | ShareOfSatisfied | MeanRescaled | MinMax | Reverse
    | Affine | Aggregate | DerivedFromIndex | Bonus | Penalty | Published | Unknown
)  # fmt: skip


def figures_of(rule: Rule) -> tuple[str, ...]:
    """The codes of the figures that a rule reads; terms of Affine may turn out to be nodes."""
    match rule:
        case YesNo() | Levels() | DeadlineMet() | MinMax() | Reverse() | Bonus() | Penalty() | Published():
            return (rule.of,)
        case Bands() | Proportion():
            return (rule.of,) if rule.to is None else (rule.of, rule.to)
        case WeightedOptions():
            return tuple(code for code, _ in rule.options)
        case ShareOfSatisfied():
            return tuple(dict.fromkeys((*rule.satisfied, *rule.answers)))
        case MeanRescaled():
            return rule.answers
        case Affine():
            return tuple(code for code, _ in rule.terms)
        case DerivedFromIndex():
            return (f"{rule.index}/{rule.node}",)
        case Sum() | WeightedSum() | Mean() | Unknown():
            return ()
        case _:
            assert_never(rule)
