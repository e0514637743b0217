"""The change of a mark from one year to another, which is no number where the series breaks between them."""

from dataclasses import dataclass
from decimal import Decimal

from longdan.core.catalogue.indices.model import Break, Index
from longdan.core.engine.breaks import breaks_of, broken_parts
from longdan.core.engine.comparing.places import Marks
from longdan.core.engine.structure import structure


@dataclass(frozen=True, slots=True)
class MarkChange:
    """``difference`` is after − before; None where a mark is missing, or where ``breaks`` part the two years.

    ``parts``: breaks in what the mark is put together from, so that the difference is not comparable in these parts.
    """

    node: str
    first_year: int
    last_year: int
    before: Decimal | None
    after: Decimal | None
    difference: Decimal | None
    breaks: tuple[Break, ...]
    parts: tuple[Break, ...] = ()


def changes(index: Index, node: str, before: tuple[int, Marks], after: tuple[int, Marks]) -> dict[str, MarkChange]:
    """The change of a node for each unit of ``after``, between two years with their marks.

    ``index`` is the edition of the later year. A break counts where it names the node, or the whole index, and lies after the
    earlier year, up to the later one; one that names only parts of the node leaves the difference, and is said beside it.
    """
    (first, was), (last, is_now) = before, after
    own, parts = breaks_of(index, node, first, last), broken_parts(index, structure(index), node, first, last)

    def change(unit: str) -> MarkChange:
        then, now = was.get(unit), is_now[unit]
        difference = now - then if then is not None and now is not None and not own else None
        return MarkChange(node, first, last, then, now, difference, own, parts)

    return {unit: change(unit) for unit in is_now}
