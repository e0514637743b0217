"""One shape for every figure, whoever measured it: survey, declaration, register, published result."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from longdan.core.periods import Period


class FactKind(StrEnum):
    """How a figure came to be; one kind never overwrites another."""

    PUBLISHED = "published"
    RECOMPUTED = "recomputed"
    SELF_SCORED = "self-scored"
    VERIFIED = "verified"
    TARGET = "target"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of one input for one unit in one period; what is not known has no Fact, and a zero is a measured zero.

    ``input``: the code of a catalogue's input; a leaf's own figure bears the code of its node, a figure of another index
    "INDEX/node" ("sipas/total"). ``unit``: the code of the province, department or commune. ``value`` is in the unit of
    measure that the catalogue gives for the input, ``standard_error`` in the same.
    """

    input: str
    unit: str
    period: Period
    value: Decimal
    standard_error: Decimal | None = None
    source: str = ""
    kind: FactKind = FactKind.PUBLISHED


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A criterion that does not concern a unit in a period, so that its points leave the denominator."""

    node: str
    unit: str
    period: Period
    source: str = ""
