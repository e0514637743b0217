"""Whether published intervals reach as far as the edition says, whatever their label."""

from collections.abc import Iterator
from decimal import Decimal

from longdan.core.catalogue.indices.model import Intervals
from longdan.core.engine.identities.evidence import Evidence
from longdan.core.engine.identities.model import Deviation, Identity, identity
from longdan.core.engine.uncertainty.intervals import label
from longdan.core.engine.writing import number

ALLOWED = Decimal("0.0001")


def intervals(evidence: Evidence) -> Iterator[Identity | None]:
    """How many standard errors every printed interval reaches to each side, against the z of the edition."""
    said = {year: one.intervals for year in evidence.years() if (one := evidence.edition(year)) and one.intervals}
    for how in dict.fromkeys(said.values()):
        years = [year for year, one in said.items() if one == how]
        title = f"{label(how).words}: điểm ± {number(how.z)} sai số chuẩn"
        yield identity(evidence.index, title, _ends(evidence, how, years), ALLOWED, "sai số chuẩn")


def _ends(evidence: Evidence, how: Intervals, years: list[int]) -> Iterator[Deviation]:
    for one in evidence.results.errors:
        mark = evidence.tables.get((one.unit, one.year), {}).get(one.node)
        if one.year in years and mark is not None:
            for end in (one.low, one.high):
                if end is not None:
                    reach = abs(end - mark) / one.standard_error
                    yield Deviation(f"{one.unit}, {one.year}, mục {one.node}", abs(reach - how.z))
