"""The published results of an index as frozen values: each figure with its kind, its source, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from longdan.core.catalogue.citations import Citation
from longdan.core.facts import Fact, FactKind


class ResultsForm(StrEnum):
    """What a file of published results holds."""

    MARKS = "marks"  # one row a unit and year, one column a node
    ERRORS = "errors"  # standard errors of the marks, with the printed interval
    CITED = "cited"  # single figures, each with its own source
    ANCHORS = "anchors"  # the same, printed elsewhere: they check the other files and become no facts
    REFERENCES = "references"  # what the whole country reached in a year


class UnitList(StrEnum):
    """The list that the unit codes of a series are of; the same code may name a province before and after the reform of 2025."""

    FORMER = "former"  # the 63 provinces until 30/06/2025
    PRESENT = "present"  # the 34 provinces since 01/07/2025
    NAMED = "named"  # bodies without a code, by their names


class Certainty(StrEnum):
    PRINTED = "printed"
    DERIVED = "derived"  # put together from other printed figures, so its last digit may be off
    DOUBTFUL = "doubtful"  # sources contradict one another; no Fact is made of it


class Statistic(StrEnum):
    MEAN = "mean"
    MEDIAN = "median"
    TOP = "top"
    BOTTOM = "bottom"
    UNEXPLAINED = "unexplained"  # printed as the national figure, but neither mean nor median


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with published figures, kept as printed or left blank as ``what`` says; None: all units, nodes."""

    year: int
    unit: str | None
    node: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one file and some of its years."""

    index: str
    file: str
    form: ResultsForm
    years: tuple[int, ...]
    units: UnitList
    kind: FactKind
    source: Citation
    licence: str
    seen: date
    note: str
    slips: tuple[Slip, ...]  # of these years


@dataclass(frozen=True, slots=True)
class PrintedError:
    """The standard error of a mark, with its interval as printed."""

    unit: str
    year: int
    node: str
    standard_error: Decimal
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure with a source of its own; ``value`` None: only the rank among ``of`` units is known."""

    unit: str
    year: int
    node: str
    value: Decimal | None
    rank: int | None
    of: int | None
    certainty: Certainty
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What the whole country reached, with the statistic that it is; ``unit``: whose mark it is, where it is one unit's."""

    year: int
    node: str
    statistic: Statistic
    value: Decimal
    unit: str | None
    kind: FactKind
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Results:
    """The published results of one index; what is blank in its files has no Fact. Facts bear their standard errors."""

    index: str
    series: tuple[Series, ...]
    facts: tuple[Fact, ...]
    errors: tuple[PrintedError, ...]
    cited: tuple[CitedFigure, ...]
    anchors: tuple[CitedFigure, ...]
    references: tuple[Reference, ...]

    def units_in(self, number: int) -> UnitList | None:
        """The list that the unit codes of a year are of; None where nothing was published of that year."""
        return next((series.units for series in self.series if number in series.years), None)
