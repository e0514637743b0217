"""The editions of indices that are in use, with what is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from longdan.app.agencies.access import Right, require
from longdan.app.agencies.models import Post
from longdan.app.indices.queries.shipped import published, shipped_editions
from longdan.core.catalogue.indices import Index
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
    found = sorted(shipped_editions(), key=lambda index: (index.index, -index.first_year))
    return tuple(_row(index) for index in found)


def _row(index: Index) -> EditionRow:
    facts = figures_of(index)
    return EditionRow(index, len(index.leaves()), len(facts), tuple(sorted({fact.period.year for fact in facts})))


def edition_called(index: str, name: str) -> Index:
    found = next((one for one in shipped_editions() if (one.index, one.edition) == (index, name)), None)
    if found is None:
        raise refuse("indices.unknown-edition", f"{index}/{name}", "không có bộ chỉ số này", "chọn một bộ trong danh sách chỉ số")
    return found


def figures_of(index: Index) -> Sequence[Fact]:
    """The published figures of the years that an edition measures."""
    return _published_between(index.index, index.first_year, index.last_year or date.max.year)


@cache
def _published_between(index: str, first: int, last: int) -> tuple[Fact, ...]:
    return tuple(fact for fact in published(index) if first <= fact.period.year <= last)
