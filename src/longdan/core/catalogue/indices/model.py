"""An edition of an index as frozen values: its tree, its groups of units by year, its breaks of series, its sources."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from longdan.core.catalogue.citations import Citation
from longdan.core.catalogue.indices.rules import Aggregate, Mean, Rule, Sum, WeightedSum, figures_of

TOTAL = "total"  # the code of the node above all domains


@dataclass(frozen=True, slots=True)
class Text:
    """A title in Vietnamese; in English where an official one has been seen."""

    vi: str
    en: str | None = None


class Standing(StrEnum):
    """What an edition is worth: issued by the body in charge, issued by a province, made up to show the form, to be filled."""

    OFFICIAL = "official"
    OWN = "own"
    SAMPLE = "sample"
    TEMPLATE = "template"


class UnitLevel(StrEnum):
    """What kind of unit an index measures."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    DISTRICT = "district"  # until 30/06/2025
    COMMUNE = "commune"


class Scored(StrEnum):
    """What a node does to the mark of its parent."""

    SCORED = "scored"
    LISTED = "listed"  # printed beside the others, without any effect
    ZERO = "counted-as-zero"  # counts in the divisor of a mean, adds nothing


class Missing(StrEnum):
    """What is not known of a node."""

    TITLE = "title"
    MOST = "most"
    LEAST = "least"
    RULE = "rule"
    WEIGHT = "weight"
    CHILDREN = "children"  # there are more children than the tree holds
    SUCCEEDS = "succeeds"


@dataclass(frozen=True, slots=True)
class Place:
    """The source of a figure, with the place in it ("Phụ lục I, dòng 3"); the place may be empty."""

    citation: Citation
    at: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the index: the total, a domain, a criterion, a leaf.

    ``most``, ``least``: points; None where not known, or where a listed row bears no points. ``weight`` is what a weighted
    sum above takes it with. ``succeeds``: codes of the edition before; None where nothing is said, empty where it is new.
    """

    code: str
    parent: str | None
    title: Text
    rule: Rule
    most: Decimal | None
    least: Decimal | None
    weight: Decimal | None
    scored: Scored
    surveyed: bool
    not_applicable_allowed: bool
    unknown: frozenset[Missing]
    succeeds: tuple[str, ...] | None
    source: Place
    note: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The codes of the figures that this node's own rule reads."""
        return figures_of(self.rule)


@dataclass(frozen=True, slots=True)
class Input:
    """A figure that leaves are scored from, with its unit of measure ("việc", "%", "ngày")."""

    code: str
    title: Text
    measure: str


class GroupRule(StrEnum):
    """How units are put into groups; only the published labels are sure, so a rule serves what-if work."""

    PUBLISHED = "published"  # no rule reproduces the groups; labels come with the results
    CUTS = "cuts"  # a group begins at its published lowest value
    LINEAR = "linear-percentiles"  # percentiles interpolated linearly, a value on the cut belongs above
    LINEAR_WITH_MISSING = "linear-percentiles-missing-lowest"  # the same, units without results counted as 0
    XTILE = "xtile-percentiles"  # as Stata's xtile cuts


@dataclass(frozen=True, slots=True)
class Group:
    """A class of units. ``low``, ``high``: lowest and highest published value; ``percentile``: where it begins, 0 to 100;
    ``count``: how many units were published in it; None where not known or not used."""

    key: str
    title: Text
    low: Decimal | None
    high: Decimal | None
    percentile: Decimal | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups of one or several years, best first, of the marks of ``node``."""

    years: tuple[int, ...]
    node: str
    rule: GroupRule
    groups: tuple[Group, ...]
    source: Place


@dataclass(frozen=True, slots=True)
class Break:
    """From ``year`` on the series of these nodes is not comparable with the years before; no nodes: the whole index."""

    year: int
    nodes: tuple[str, ...]
    why: Text
    source: Place


@dataclass(frozen=True, slots=True)
class Display:
    """The scale that results are printed on: points / divided_by, rounded to ``decimals``."""

    divided_by: Decimal
    decimals: int


@dataclass(frozen=True, slots=True)
class Intervals:
    """Published intervals are mark ± z × standard error; ``printed_percent`` is what the publication calls them."""

    z: Decimal
    printed_percent: Decimal
    source: Place


@dataclass(frozen=True, slots=True)
class Succession:
    """The edition of the same index that this one follows; with ``same_codes`` equal codes are the same row."""

    edition: str
    same_codes: bool


@dataclass(frozen=True, slots=True)
class Index:
    """One edition. ``first_year`` … ``last_year`` (None: still in force) are the years that it measures.

    ``nodes`` stand in the order of the annex, each before its children; the first is the total. Nodes without a parent
    beside the total are other views of the same rows. ``survey_points``: how many points come from surveys, as declared.
    ``unknown``: what nobody has seen of this edition, in words.
    """

    index: str
    edition: str
    title: Text
    standing: Standing
    act: str | None
    responsible: str
    level: UnitLevel
    first_year: int
    last_year: int | None
    state: date
    display: Display
    survey_points: Decimal | None
    intervals: Intervals | None
    least_answers: int | None
    succeeds: Succession | None
    inputs: tuple[Input, ...]
    nodes: tuple[Node, ...]
    groupings: tuple[Grouping, ...]
    breaks: tuple[Break, ...]
    sources: tuple[Citation, ...]
    unknown: tuple[str, ...] = ()

    @property
    def total(self) -> Node:
        return self.nodes[0]

    def by_code(self) -> dict[str, Node]:
        return {node.code: node for node in self.nodes}

    def figure_codes(self) -> frozenset[str]:
        """What a figure for this edition may be called: a node, an input, a node of another index."""
        named = {one.code for one in self.nodes} | {one.code for one in self.inputs}
        return frozenset(named | {code for node in self.nodes for code in node.needs})

    def children(self, code: str) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.parent == code)

    def leaves(self) -> tuple[Node, ...]:
        """The nodes whose own rule reads figures, or is not known; not those that put others together."""
        return tuple(node for node in self.nodes if not isinstance(node.rule, Aggregate))

    def parts(self, code: str) -> tuple[tuple[Node, Decimal], ...]:
        """The nodes that a node's aggregate rule puts together, each with its weight; listed children are left out."""
        nodes = self.by_code()
        rule = nodes[code].rule
        children = [child for child in self.children(code) if child.scored is not Scored.LISTED]
        match rule:
            case WeightedSum(weights=weights) if weights:
                return tuple((nodes[part], weight) for part, weight in weights)
            case WeightedSum():
                return tuple((child, child.weight or Decimal(0)) for child in children)
            case Sum(of=of) | Mean(of=of) if of:
                return tuple((nodes[part], Decimal(1)) for part in of)
            case Sum() | Mean():
                return tuple((child, Decimal(1)) for child in children)
            case _:
                return ()

    def grouping(self, year: int, node: str = TOTAL) -> Grouping | None:
        return next((one for one in self.groupings if year in one.years and one.node == node), None)
