"""The change of a mark from one year to another, which is no number where the series breaks between them."""

from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import Break, Index


@dataclass(frozen=True, slots=True)
class MarkChange:
    """``difference`` is after − before; None where a mark is missing, or where ``breaks`` part the two years."""

    node: str
    first_year: int
    last_year: int
    before: Decimal | None
    after: Decimal | None
    difference: Decimal | None
    breaks: tuple[Break, ...]


def change(index: Index, node: str, before: tuple[int, Decimal | None], after: tuple[int, Decimal | None]) -> MarkChange:
    """The change of a node between two years, each with its mark; ``index`` is the edition of the later year.

    A break counts where it names the node, or the whole index, and lies after the earlier year, up to the later one.
    """
    (first_year, was), (last_year, is_now) = before, after
    parted = tuple(one for one in index.breaks if first_year < one.year <= last_year and (not one.nodes or node in one.nodes))
    difference = is_now - was if was is not None and is_now is not None and not parted else None
    return MarkChange(node, first_year, last_year, was, is_now, difference, parted)
