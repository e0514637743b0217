"""What an import makes of a file of published results: figures to look at, year by year, before anybody confirms them."""

from dataclasses import dataclass, replace

from longdan.core.facts import Fact
from longdan.core.problems import Problem


@dataclass(frozen=True, slots=True)
class YearDraft:
    """The figures of one year. ``problems`` must be mended; ``remarks`` are to be known before confirming.

    ``copy_of``: the year that this one repeats, so that its figures are none of this year; it has no facts then.
    """

    year: int
    place: str  # the sheet, the file
    edition: str
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class ResultsDraft:
    """``problems``: what is wrong with the file as a whole; ``remarks``: what is to be known of it."""

    years: tuple[YearDraft, ...]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for year in self.years for fact in year.facts)

    @property
    def ready(self) -> bool:
        """Whether it may be confirmed: figures, and nothing left to mend. It is taken in whole, or not at all."""
        return bool(self.facts) and not self.problems and not any(year.problems for year in self.years)

    def only(self, *years: int) -> "ResultsDraft":
        """The draft without the years that somebody leaves out."""
        return replace(self, years=tuple(year for year in self.years if year.year in years))
