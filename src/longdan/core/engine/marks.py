"""What a score is: a mark for every node of an index, each with its reason; a gap is never a zero."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from longdan.core.catalogue.indices.model import TOTAL, Place
from longdan.core.facts import Fact, FactKind
from longdan.core.periods import Period


class GapKind(StrEnum):
    """Why a node has no mark."""

    MISSING = "missing"  # a figure that the rule reads is not there
    INCOMPLETE = "incomplete"  # a node that this one is put together from has no mark
    REFUSED = "refused"  # a figure cannot be what the rule asks for
    UNKNOWN = "unknown"  # the rule, the points or some rows are not known: we do not pretend
    NOT_APPLICABLE = "not-applicable"  # the node does not concern the unit; its points leave the denominator


@dataclass(frozen=True, slots=True)
class Gap:
    """``words``: the reason for people. ``missing``: codes of the figures that are missing here or below.
    ``nodes``: where the gap begins, the node itself or nodes below."""

    kind: GapKind
    words: str
    nodes: tuple[str, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a mark comes from: a fact, or (``is_mark``) the mark of another node.

    ``kinds``: of the facts that it rests on; ``weight``: what it is taken with, where the rule weighs.
    """

    code: str
    value: Decimal
    unit: str
    period: Period
    kinds: frozenset[FactKind]
    source: str = ""
    weight: Decimal | None = None
    is_mark: bool = False


class Origin(StrEnum):
    """How a mark came to be."""

    COMPUTED = "computed"  # by the rule, from figures or from other marks
    STATED = "stated"  # given as a mark, since the figures for the rule are not all there


@dataclass(frozen=True, slots=True)
class Because:
    """Why a mark is what it is: how, from which figures, by which rule in words, by which clause of which document."""

    origin: Origin
    figures: tuple[Figure, ...]
    rule: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a node for a unit in a period, in points at full precision; ``value`` None exactly where there is a ``gap``.

    ``most``: the most points, None where not known. ``left``: points that left the denominator, as they do not concern the unit.
    ``kinds``: the kinds of all facts below. ``stated``: marks that facts give for this very node, kept beside ours.
    """

    node: str
    value: Decimal | None
    gap: Gap | None
    most: Decimal | None
    left: Decimal
    because: Because
    kinds: frozenset[FactKind] = frozenset()
    stated: tuple[Fact, ...] = ()

    @property
    def only_extra(self) -> bool:
        """Whether bonuses and penalties are all that the node has, as every point of its denominator left."""
        return self.value is not None and bool(self.left) and self.left == self.most

    @property
    def result(self) -> Decimal | None:
        """The points as if all criteria concerned the unit: value × most / (most − left); None where that is not known."""
        if self.value is None or not self.left:
            return self.value
        return None if self.most is None or self.most == self.left else self.value * self.most / (self.most - self.left)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All marks of a unit in a period by one edition, in the order of the edition's nodes."""

    index: str
    edition: str
    unit: str
    period: Period
    kinds: tuple[FactKind, ...]
    marks: Mapping[str, Mark]

    @property
    def total(self) -> Mark:
        return self.marks[TOTAL]
