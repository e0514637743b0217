"""What a plan document says, as values: every statement with its words in the document."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    LEAD = "lead"
    COOPERATE = "cooperate"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document: ``document.text[start:end] == text``; ``confidence`` between 0 (doubtful) and 1 (sure)."""

    text: str
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Heading:
    """Who issued the document, when, under which number; None where the document leaves the place empty or says nothing."""

    kind: str  # plan | decision_with_plan | directive | dispatch | news_retelling
    issuer: str | None = None
    parent_issuer: str | None = None
    place: str | None = None
    province: str | None = None  # whose province or city under the centre the issuer is of: "tỉnh Sơn La"
    number: str | None = None
    issued: date | None = None  # "date" in the exchange form
    doc_type: str | None = None
    title: str | None = None
    signer: str | None = None
    signer_position: str | None = None
    year: int | None = None
    period: tuple[int, int] | None = None
    indices: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    cited_documents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    survey_units: tuple[str, ...] = ()
    criteria_codes: tuple[str, ...] = ()
    criteria_by_agency: tuple[tuple[str, tuple[str, ...]], ...] = ()
    quotes: tuple[tuple[str, Quote], ...] = ()  # by field: the words from which it was read, once for each item of a list


@dataclass(frozen=True, slots=True)
class Section:
    number: str
    path: str  # "II.6.2.1"
    title: str | None  # None where the text runs in behind the number
    quote: Quote
    sections: tuple["Section", ...] = ()

    @property
    def run_in(self) -> bool:
        return self.title is None


@dataclass(frozen=True, slots=True)
class Task:
    section: str
    text: str
    quote: Quote
    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    product: str | None = None
    due: str | None = None  # ISO date, or YYYY-MM where no day is given
    due_raw: str | None = None
    recurrence: str | None = None
    criteria: tuple[str, ...] = ()
    dimension: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    agency: str
    role: Role
    section: str
    quote: Quote  # the paragraph that states the assignment
    cooperating: tuple[str, ...] = ()
    requested: bool = False
    title: bool = False  # the paragraph is a title that only names them: what they do stands below


@dataclass(frozen=True, slots=True)
class Deadline:
    date: str  # ISO date, or YYYY-MM
    relation: str  # before | by | within | from | no later than
    what: str
    raw: str
    section: str
    quote: Quote  # the paragraph that states the deadline


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    kind: str  # monthly | quarterly | six_month | nine_month | annual
    quote: Quote
    raw: str
    due: str | None = None
    due_recurring: str | None = None  # MM-DD of every year
    due_day: int | None = None  # day of every month
    from_date: str | None = None
    to_date: str | None = None
    to_agency: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    text: str
    kind: str  # rank | score | group | rate | count
    value: float | str
    quote: Quote
    index: str | None = None
    op: str | None = None  # >= | <= | >, None: equal
    unit: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    index: str
    year: int | None
    quote: Quote
    score: float | None = None
    unit: str | None = None
    rank: int | None = None
    of: int | None = None
    score_change: float | None = None
    rank_change: int | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class PlanDemand:
    """What the document demands of the plans that other agencies must make ("cover all 8 contents", "issue by 10/02")."""

    text: str
    quote: Quote
    of: tuple[str, ...] = ()
    due: str | None = None


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """All that was found in one document, in the document's order."""

    heading: Heading
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    bullets: tuple[tuple[str, int], ...] = ()  # task bullets by section path
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    report_periods: tuple[ReportPeriod, ...] = ()
    targets: tuple[Target, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    demands: tuple[PlanDemand, ...] = ()
