"""The question which criteria to raise, as values: what can be done, what it earns and costs, what is aimed at."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

NOTHING, HUNDRED = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What can be added to an option in any part: all of it earns ``gain`` for ``effort``, half of it half.

    ``words`` say how far that is in all, with {} for a figure that runs from ``start`` to ``end``.
    """

    gain: Decimal
    effort: Decimal
    words: str = "đi {} % quãng đường"
    start: Decimal = NOTHING
    end: Decimal = HUNDRED


@dataclass(frozen=True, slots=True)
class Option:
    """One way to raise a criterion ("đạt mức 3"): points gained in the total, effort; ``stretch`` goes on from there."""

    words: str
    gain: Decimal
    effort: Decimal
    stretch: Stretch | None = None

    @property
    def most_gain(self) -> Decimal:
        return self.gain + (self.stretch.gain if self.stretch else NOTHING)


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A criterion with its options, of which at most one is taken; ``closed`` says why there are none.

    ``together``: other criteria that read some of the same figures, so that what raises the one moves the others.
    """

    code: str
    title: str
    options: tuple[Option, ...]
    closed: str = ""
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cap:
    """Gains of these criteria together count up to ``room`` points, as bonuses with a ceiling; no criterion is in two caps.

    What counts goes on ``into`` the cap of that code above, with what that one has of its own; None: into the total.
    """

    codes: frozenset[str]
    room: Decimal
    words: str = ""
    code: str = ""
    into: str | None = None


@dataclass(frozen=True, slots=True)
class MostPoints:
    """As many points as ``effort`` can earn."""

    effort: Decimal


@dataclass(frozen=True, slots=True)
class LeastEffort:
    """At least ``score`` in the total, with as little effort as possible; ``words`` says what the score is for ("hạng 10")."""

    score: Decimal
    words: str = ""


Goal: TypeAlias = MostPoints | LeastEffort


@dataclass(frozen=True, slots=True)
class ImprovementQuestion:
    """``now``: the total as it stands; the effort is in one unit, whichever people chose, ``effort_unit`` ("ngày công").

    ``effort_means``: what one unit of effort is, where it was not people who said so.
    """

    now: Decimal
    opportunities: tuple[Opportunity, ...]
    goal: Goal
    caps: tuple[Cap, ...] = ()
    effort_unit: str = "công"
    effort_means: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option taken, with what part of its stretch (0 to 1)."""

    opportunity: Opportunity
    option: Option
    part: Decimal

    @property
    def gain(self) -> Decimal:
        return self.option.gain + (self.option.stretch.gain * self.part if self.option.stretch else NOTHING)

    @property
    def effort(self) -> Decimal:
        return self.option.effort + (self.option.stretch.effort * self.part if self.option.stretch else NOTHING)


@dataclass(frozen=True, slots=True)
class Improvement:
    """The best choices; ``proven``: no better ones exist. ``gained`` is what counts after caps."""

    question: ImprovementQuestion
    choices: tuple[Choice, ...]
    gained: Decimal
    effort: Decimal
    proven: bool

    @property
    def score(self) -> Decimal:
        return self.question.now + self.gained


def gained(choices: tuple[Choice, ...], caps: tuple[Cap, ...]) -> Decimal:
    """What choices add to the total: their gains, those under a cap up to its room."""
    capped = frozenset[str]().union(*(cap.codes for cap in caps))
    free = sum((choice.gain for choice in choices if choice.opportunity.code not in capped), NOTHING)
    return free + sum((_under(choices, cap, caps) for cap in caps if cap.into is None), NOTHING)


def _under(choices: tuple[Choice, ...], cap: Cap, caps: tuple[Cap, ...]) -> Decimal:
    own = sum((choice.gain for choice in choices if choice.opportunity.code in cap.codes), NOTHING)
    return min(cap.room, own + sum((_under(choices, inner, caps) for inner in caps if inner.into == cap.code), NOTHING))
