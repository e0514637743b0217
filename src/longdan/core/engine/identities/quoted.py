"""Whether figures that were printed one by one agree with the tables, to their last printed digit."""

from collections.abc import Iterator
from decimal import Decimal

from longdan.core.catalogue.published import Certainty, CitedFigure, Slip
from longdan.core.engine.identities.evidence import Evidence
from longdan.core.engine.identities.model import Deviation, Identity, identity

ONE = Decimal(1)


def quoted(evidence: Evidence) -> Iterator[Identity | None]:
    """The figures of the press against the tables, where those hold the same unit, year and node; doubtful ones are slips.

    An error is counted in units of the last printed digit; one is allowed, as papers cut off or round up.
    """
    found = [
        Deviation(f"{one.unit}, {one.year}, mục {one.node}", abs(one.value - table) / last_digit(one.value), _slip(one))
        for one in (*evidence.results.anchors, *evidence.results.cited)
        if one.value is not None and one.certainty is not Certainty.DERIVED
        if (table := evidence.tables.get((one.unit, one.year), {}).get(one.node)) is not None
    ]
    yield identity(evidence.index, "số báo chí in riêng, so với bảng", found, ONE, "ở chữ số cuối")


def _slip(one: CitedFigure) -> Slip | None:
    return Slip(one.year, one.unit, one.node, one.note) if one.certainty is Certainty.DOUBTFUL else None


def last_digit(printed: Decimal) -> Decimal:
    exponent = printed.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
