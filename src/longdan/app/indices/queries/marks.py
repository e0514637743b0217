"""The tree of an edition with the marks of one unit in one year, each with its reason."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.indices.queries.editions import edition_called, figures_of
from longdan.app.indices.queries.series import Series, series
from longdan.app.indices.queries.shipped import by_former_provinces, province_today, unit_name
from longdan.core.catalogue.exchange import exchange_file
from longdan.core.catalogue.indices import Index, Node, UnitLevel
from longdan.core.engine.figures import Facts
from longdan.core.engine.marks import Mark
from longdan.core.engine.scales import beyond_scale
from longdan.core.engine.scoring import score
from longdan.core.facts import FactKind
from longdan.core.periods import year as whole_year
from longdan.core.vietnamese import sort_key

KINDS = (FactKind.PUBLISHED, FactKind.VERIFIED, FactKind.RECOMPUTED, FactKind.SELF_SCORED)


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of the tree with what hangs under it; without a mark where no unit with figures is chosen."""

    node: Node
    mark: Mark | None
    branches: tuple["Branch", ...]

    @property
    def beyond(self) -> str:
        """Why the mark is to be looked at, as it or its figure left its scale; empty where it did not."""
        return beyond_scale(self.node, self.mark) if self.mark else ""


@dataclass(frozen=True, slots=True)
class EditionPage:
    """An edition; ``units`` that have figures, by code and name; ``years`` of the chosen one, the latest first."""

    index: Index
    trees: tuple[Branch, ...]
    units: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    unit: str
    unit_name: str
    year: int | None
    series: Series | None


def edition(post: Post, index: str, name: str, *, unit: str = "", year: int | None = None) -> EditionPage:
    """One edition; without ``unit`` the tree alone, without ``year`` the latest year of which the unit has figures."""
    require(post, Right.SEE, on=post.agency)
    province = post.agency.province_or_self
    found = edition_called(index, name, province)
    facts = figures_of(found, province)
    measured = _measured(facts)
    names = _names(index, measured, province)
    chosen = unit if unit in names else ""
    years = tuple(sorted(measured.get(chosen, ()), reverse=True))
    shown = year if year in years else next(iter(years), None)
    marks = score(found, facts, chosen, whole_year(shown), kinds=KINDS).marks if shown else {}
    options = tuple(sorted(names.items(), key=lambda option: sort_key(option[1])))
    through = _through(found, chosen, shown) if shown and found.level is UnitLevel.PROVINCE else None
    return EditionPage(found, trees(found, marks), options, years, chosen, names.get(chosen, ""), shown, through)


def _measured(facts: Facts) -> dict[str, set[int]]:
    """The units that have figures, each with the years."""
    found: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        found[fact.unit].add(fact.period.year)
    return found


def _through(found: Index, unit: str, year: int) -> Series:
    """The years of the province of today that a unit of a year is, or went into."""
    return series(found.index, province_today(unit, former=by_former_provinces(found.index, year)))


def _names(index: str, measured: Mapping[str, set[int]], province: int) -> dict[str, str]:
    """What the units were called in the latest of their years, agencies of the province by their own names."""
    agencies = dict(Agency.objects.filter(province=province, code__in=measured).values_list("code", "name"))
    return {
        unit: agencies.get(unit) or unit_name(unit, former=by_former_provinces(index, max(years)))
        for unit, years in measured.items()
    }


def edition_file(post: Post, index: str, name: str) -> bytes:
    """An edition as a spreadsheet for people who do not program."""
    require(post, Right.EXPORT, on=post.agency)
    return exchange_file(edition_called(index, name, post.agency.province_or_self))


def trees(index: Index, marks: Mapping[str, Mark]) -> tuple[Branch, ...]:
    """The total with all below it, then other views of the same rows."""

    def branch(node: Node) -> Branch:
        return Branch(node, marks.get(node.code), tuple(branch(child) for child in index.children(node.code)))

    return tuple(branch(node) for node in index.nodes if node.parent is None)
