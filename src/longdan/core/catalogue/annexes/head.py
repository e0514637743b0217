"""What a person says of an annex before it is imported: which index, whose, for which years."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from longdan.core.catalogue.indices.model import Standing, UnitLevel


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """``index``, ``edition``: where the file will lie; ``act``: number and date of the decision whose annex it is.

    ``years`` as files write them ("2026-"); ``most``: the points of the total, None: as the annex prints them;
    ``survey_points``: as the decision declares them; ``part``: which of several sets in the file, from 1.
    """

    index: str
    edition: str
    title: str
    standing: Standing
    act: str
    responsible: str
    level: UnitLevel
    years: str
    state: date
    most: Decimal | None = None
    survey_points: Decimal | None = None
    part: int | None = None
