"""What is asked of indices."""

from longdan.app.indices.queries.editions import EditionRow, editions, read_catalogue
from longdan.app.indices.queries.marks import Branch, EditionPage, edition, edition_file, trees
from longdan.app.indices.queries.series import Series, SeriesRow
from longdan.app.indices.queries.standings import Overview, Standing, overview
from longdan.core.catalogue.indices import Display, Index, UnitLevel
from longdan.core.catalogue.indices import Standing as EditionStanding

UNIT_LEVELS = tuple(level.value for level in UnitLevel)
STANDINGS_OF_ANNEX = (EditionStanding.OFFICIAL.value, EditionStanding.OWN.value)

__all__ = [
    "STANDINGS_OF_ANNEX", "UNIT_LEVELS", "Branch", "Display", "EditionPage", "EditionRow", "Index", "Overview", "Series",
    "SeriesRow", "Standing", "edition", "edition_file", "editions", "overview", "read_catalogue", "trees",
]  # fmt: skip
