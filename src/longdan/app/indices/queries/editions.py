"""The editions of indices that are in use, with what is known of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.core.exceptions import ObjectDoesNotExist

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.indices.queries.own import own_editions, own_figures, own_years
from longdan.app.indices.queries.shipped import once, published, shipped_editions
from longdan.core.catalogue.indices import Index, closed
from longdan.core.engine.figures import Facts, gather
from longdan.core.facts import Fact
from longdan.core.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition in the list; ``figures``: how many figures are known of its ``years``."""

    index: Index
    leaves: int
    figures: int
    years: tuple[int, ...]


def editions(post: Post) -> tuple[EditionRow, ...]:
    """Every edition, by index, the latest first."""
    require(post, Right.SEE, on=post.agency)
    province = post.agency.province_or_self
    return rows_of(editions_of(province), own_years(province))


def rows_of(found: Iterable[Index], own: Mapping[str, Sequence[int]]) -> tuple[EditionRow, ...]:
    """The editions by index, the latest first; ``own``: the years of the figures that the province brought in."""
    ordered = sorted(found, key=lambda index: (index.index, -index.first_year))
    return tuple(_row(index, own.get(index.index, ())) for index in ordered)


def _row(index: Index, own: Sequence[int]) -> EditionRow:
    last = index.last_year or date.max.year
    years = [fact.period.year for fact in _published(index)] + [year for year in own if index.first_year <= year <= last]
    return EditionRow(index, len(index.leaves()), len(years), tuple(sorted(set(years))))


def editions_of(province: int) -> tuple[Index, ...]:
    """The editions of the catalogue with those that the province confirmed."""
    return closed((*shipped_editions(), *own_editions(province)))


class NoSuchEdition(ProblemsFound, ObjectDoesNotExist):
    """An edition was named that neither the catalogue nor the province has."""


def edition_called(index: str, name: str, province: int) -> Index:
    found = next((one for one in editions_of(province) if (one.index, one.edition) == (index, name)), None)
    if found is None:
        what, fix = "không có bộ chỉ số này", "chọn một bộ trong danh sách chỉ số"
        raise NoSuchEdition([Problem("indices.unknown-edition", f"{index}/{name}", what, fix)])
    return found


def figures_of(index: Index, province: int) -> Facts:
    """The figures of the years that an edition measures: what was published, what the province brought in."""
    own, absent = own_figures(province, index)
    return gather(once((*own, *_published(index))), absent) if own or absent else shipped_figures(index)


def read_catalogue() -> None:
    """Reads all that is shipped before anybody asks, so that the first page of indices does not wait for it."""
    for one in shipped_editions():
        shipped_figures(one)


def _published(index: Index) -> tuple[Fact, ...]:
    return _published_between(index.index, index.first_year, index.last_year or date.max.year)


def shipped_figures(index: Index) -> Facts:
    """What was published of the years that an edition measures."""
    return _gathered_between(index.index, index.first_year, index.last_year or date.max.year)


@cache
def _published_between(index: str, first: int, last: int) -> tuple[Fact, ...]:
    return tuple(fact for fact in published(index) if first <= fact.period.year <= last)


@cache
def _gathered_between(index: str, first: int, last: int) -> Facts:
    return gather(_published_between(index, first, last))
