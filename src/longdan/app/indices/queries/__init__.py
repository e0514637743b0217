"""What is asked of indices."""

from longdan.app.indices.queries.editions import EditionRow, editions
from longdan.app.indices.queries.marks import Branch, EditionPage, edition, edition_file, trees
from longdan.app.indices.queries.series import Series, SeriesRow
from longdan.core.catalogue.indices import Display, Index, Standing, UnitLevel

UNIT_LEVELS = tuple(level.value for level in UnitLevel)
STANDINGS_OF_ANNEX = (Standing.OFFICIAL.value, Standing.OWN.value)

__all__ = [
    "STANDINGS_OF_ANNEX", "UNIT_LEVELS", "Branch", "Display", "EditionPage", "EditionRow", "Index", "Series", "SeriesRow",
    "edition", "edition_file", "editions", "trees",
]  # fmt: skip
