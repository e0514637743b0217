"""Where the province stands in every index: its latest result, the change, the rank, the points that it loses."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Agency, Post
from longdan.app.indices.queries.editions import EditionRow, editions_of, figures_of, rows_of, shipped_figures
from longdan.app.indices.queries.own import own_years
from longdan.app.indices.queries.shipped import by_former_provinces, shipped_editions, unit_name, units
from longdan.core.catalogue.indices import TOTAL, Index, UnitLevel
from longdan.core.engine.comparing.field import Field, UnitInField, compare
from longdan.core.engine.figures import Facts
from longdan.core.engine.losing import Lost, lost
from longdan.core.engine.scoring import score
from longdan.core.facts import FactKind
from longdan.core.periods import year as whole_year

KINDS = (FactKind.PUBLISHED, FactKind.VERIFIED, FactKind.RECOMPUTED)
MOST_LOST = 3
FORMER = 63  # provinces until 30/06/2025
Fields = Callable[[int, int | None], Field]  # all units side by side, by year and the year before
WHOLE_COUNTRY = 0.85  # of the provinces, with fewer of which nothing is said of the country


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit in its latest year with a result: its place in the field with the change, what it loses most on.

    Not ``ranked``: too few provinces have a result for a place to say anything.
    """

    index: Index
    unit: str
    unit_name: str
    year: int
    before: int | None
    standing: UnitInField
    lost: tuple[Lost, ...]
    ranked: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """``standings`` of the province, and of each that went into it in 2025, never added up; ``rows``: every edition."""

    province: str
    standings: tuple[Standing, ...]
    rows: tuple[EditionRow, ...]


def overview(post: Post) -> Overview:
    """Where the province of a post stands in every index, and the editions in use."""
    require(post, Right.SEE, on=post.agency)
    province = Agency.objects.get(pk=post.agency.province_or_self)
    own, found = own_years(province.pk), editions_of(province.pk)
    measured = [one for one in found if one.level is UnitLevel.PROVINCE]
    standings = (
        standing
        for name in sorted({one.index for one in measured})
        for standing in _of_index(name, measured, province, touched=name in own)
    )
    return Overview(province.name, tuple(standings), rows_of(found, own))


def _of_index(name: str, editions: Sequence[Index], province: Agency, *, touched: bool) -> Iterator[Standing]:
    """The standings in one index; those that rest on nothing but the catalogue are worked out once."""
    same = sorted((one for one in editions if one.index == name), key=lambda one: -one.first_year)
    for unit, former in _units(province.code):
        for index in same:
            shipped = not touched and index in shipped_editions()
            found = (
                _shipped(name, index.edition, unit, former)
                if shipped
                else latest(index, figures_of(index, province.pk), unit, former)
            )
            if found:
                yield found
                break


def latest(index: Index, facts: Facts, unit: str, former: bool) -> Standing | None:
    """The standing in the latest year in which a unit has a total."""
    return _latest(index, facts, unit, former, partial(_field, index, facts))


@lru_cache(maxsize=2_000)
def _shipped(index: str, edition: str, unit: str, former: bool) -> Standing | None:
    found = _shipped_edition(index, edition)
    return _latest(found, shipped_figures(found), unit, former, partial(_shipped_field, index, edition))


@cache
def _shipped_field(index: str, edition: str, year: int, before: int | None) -> Field:
    """The provinces side by side, the same for whoever asks."""
    found = _shipped_edition(index, edition)
    return _field(found, shipped_figures(found), year, before)


def _shipped_edition(index: str, edition: str) -> Index:
    return next(one for one in shipped_editions() if (one.index, one.edition) == (index, edition))


def _units(code: str) -> list[tuple[str, bool]]:
    """The province of today, then those of before the reform that went into it; whether each is one of those."""
    former = [one.code for one in units().former_provinces if code in dict(one.successors)]
    carried_on = [one.code for one in units().provinces if one.code == code and one.valid_from is None]
    return [(code, False), *((one, True) for one in dict.fromkeys((*former, *carried_on)))]


def _field(index: Index, facts: Facts, year: int, before: int | None) -> Field:
    return compare(index, facts, whole_year(year), before=whole_year(before) if before else None, kinds=KINDS)


def _latest(index: Index, facts: Facts, unit: str, former: bool, field_of: Fields) -> Standing | None:
    for number in sorted({period.year for period in facts.periods()}, reverse=True):
        if by_former_provinces(index.index, number) != former:
            continue
        card = score(index, facts, unit, whole_year(number), kinds=KINDS)
        if card.total.result is not None:
            before = number - 1 if whole_year(number - 1) in facts.periods() else None
            mine = next(one for one in field_of(number, before).units if one.unit == unit)
            parts = tuple(one for one in lost(index, card) if one.node.code != TOTAL)[:MOST_LOST]
            ranked = mine.placing.among >= WHOLE_COUNTRY * (FORMER if former else len(units().provinces))
            return Standing(index, unit, unit_name(unit, former=former), number, before, mine, parts, ranked)
    return None
