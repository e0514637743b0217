"""Where the series of a node breaks, so that years on both sides are never taken together."""

from collections.abc import Iterator

from longdan.core.catalogue.indices.model import Break, Index
from longdan.core.catalogue.indices.rules import ObservedRange
from longdan.core.engine.structure import Structure


def breaks_of(index: Index, code: str, after: int, upto: int) -> tuple[Break, ...]:
    """The breaks of a node's own series after a year and up to another: those that name it, or the whole index."""
    return tuple(one for one in index.breaks if after < one.year <= upto and (not one.nodes or code in one.nodes))


def broken_parts(index: Index, plan: Structure, code: str, after: int, upto: int) -> tuple[Break, ...]:
    """The breaks between two years that do not name a node, but something that its mark is put together from."""
    below = set(_below(plan, code)) - {code}
    broken = (one for one in index.breaks if after < one.year <= upto and one.nodes and code not in one.nodes)
    return tuple(one for one in broken if below & {*one.nodes})


def years_seen(index: Index, code: str, given: ObservedRange, year: int) -> tuple[int, Break | None]:
    """How many years up to ``year`` a range may look at, with the last break of the node's series if that makes them fewer."""
    broken = max(breaks_of(index, code, year - given.years + 1, year), key=lambda one: one.year, default=None)
    return (given.years, None) if broken is None else (year - broken.year + 1, broken)


def _below(plan: Structure, code: str) -> Iterator[str]:
    """A node with all that its mark is put together from."""
    yield code
    for part, _ in plan.parts[code]:
        yield from _below(plan, part.code)
