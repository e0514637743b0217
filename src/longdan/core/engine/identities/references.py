"""Whether national figures are the statistic that the catalogue says they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median

from longdan.core.catalogue.published import Reference, Statistic
from longdan.core.engine.identities.evidence import WHOLE_COUNTRY, Evidence
from longdan.core.engine.identities.model import Deviation, Identity, identity
from longdan.core.engine.identities.quoted import last_digit

ONE = Decimal(1)


def mean(marks: Sequence[Decimal]) -> Decimal:
    return sum(marks, Decimal(0)) / len(marks)


GIVES: Mapping[Statistic, Callable[[Sequence[Decimal]], Decimal]] = {
    Statistic.MEAN: mean,
    Statistic.MEDIAN: median,
    Statistic.TOP: max,
    Statistic.BOTTOM: min,
}


def references(evidence: Evidence) -> Iterator[Identity | None]:
    """National means, medians, highest and lowest marks against those of the tables.

    An error is counted in units of the last printed digit; one is allowed, as some are cut off and not rounded.
    """
    found = [
        Deviation(f"{one.year}, {one.statistic}", abs(GIVES[one.statistic](marks) - one.value) / last_digit(one.value))
        for one in evidence.results.references
        if one.statistic in GIVES and len(marks := _marks(evidence, one)) >= WHOLE_COUNTRY
    ]
    title = "trung bình, trung vị, cao nhất, thấp nhất cả nước"
    yield identity(evidence.index, title, found, ONE, "ở chữ số cuối")


def _marks(evidence: Evidence, one: Reference) -> list[Decimal]:
    return [mark for mark in evidence.marks(one.year, one.node).values() if mark is not None]
