"""The editions of indices that are in use, with what is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.indices.queries.own import own_editions, own_figures
from longdan.app.indices.queries.shipped import once, published, shipped_editions
from longdan.core.catalogue.indices import Index
from longdan.core.engine.figures import Facts, gather
from longdan.core.facts import Fact
from longdan.core.problems import refuse


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
    own = own_figures(province)
    found = sorted(editions_of(province), key=lambda index: (index.index, -index.first_year))
    return tuple(_row(index, between(index, own.get(index.index, ()))) for index in found)


def _row(index: Index, own: Sequence[Fact]) -> EditionRow:
    facts = [*published_facts(index), *own]
    return EditionRow(index, len(index.leaves()), len(facts), tuple(sorted({fact.period.year for fact in facts})))


def editions_of(province: int) -> tuple[Index, ...]:
    """The editions of the catalogue with those that the province confirmed."""
    return (*shipped_editions(), *own_editions(province))


def edition_called(index: str, name: str, province: int) -> Index:
    found = next((one for one in editions_of(province) if (one.index, one.edition) == (index, name)), None)
    if found is None:
        raise refuse("indices.unknown-edition", f"{index}/{name}", "không có bộ chỉ số này", "chọn một bộ trong danh sách chỉ số")
    return found


def figures_of(index: Index, province: int) -> Sequence[Fact]:
    """The figures of the years that an edition measures: what was published, what the province brought in."""
    own = between(index, own_figures(province, index.index).get(index.index, ()))
    return [*once((*own, *published_facts(index)))] if own else published_facts(index)


def gathered(index: Index, facts: Sequence[Fact]) -> Facts:
    """Figures as the engine looks them up; those of the catalogue alone are gathered once."""
    return _gathered(index) if facts is published_facts(index) else gather(facts)


def between(index: Index, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts of the years that an edition measures."""
    last = index.last_year or date.max.year
    return tuple(fact for fact in facts if index.first_year <= fact.period.year <= last)


def published_facts(index: Index) -> Sequence[Fact]:
    return _published(index.index, index.first_year, index.last_year or date.max.year)


@cache
def _published(index: str, first: int, last: int) -> tuple[Fact, ...]:
    return tuple(fact for fact in published(index) if first <= fact.period.year <= last)


def _gathered(index: Index) -> Facts:
    return _gathered_between(index.index, index.first_year, index.last_year or date.max.year)


@cache
def _gathered_between(index: str, first: int, last: int) -> Facts:
    return gather(_published(index, first, last))
